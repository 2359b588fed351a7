import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Set: longer random sequences, more of them, and more writes at once. */
const long = process.env['POSTIL_TEST_LONG'] !== undefined;

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    testTimeout: long ? 1_800_000 : 60_000,
    hookTimeout: 120_000,
    // A second, the default, is soon over where two suites share two cores.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded PostgreSQL',
          include: ['{test,client,gateway}/**/*.test.ts'],
          globalSetup: 'test/support/cluster.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'PostgreSQL 15',
          include: ['test/{sql,model,races,storage,worker}/**/*.test.ts', 'test/e2e/external.test.ts'],
          globalSetup: 'test/support/cluster.ts',
          provide: { postgresPrograms: '/usr/lib/postgresql/15/bin' },
        },
      },
    ],
  },
});
