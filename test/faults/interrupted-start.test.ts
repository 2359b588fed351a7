/** A start that is told to end, or dies, before it is ready. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { begin } from './begin.ts';
import { familyOf } from './guards.ts';
import { untilGone } from './processes.ts';

/** Resolves once PostgreSQL has begun. */
async function untilPostgres(data: string): Promise<void> {
  await expect
    .poll(() => existsSync(join(data, 'postgres', 'postmaster.pid')), { timeout: 30_000, interval: 2 })
    .toBe(true);
}

test('SIGTERM while it starts: it ends in order, and leaves nothing', async () => {
  const data = temporaryDirectory('data');
  const { child, pid, output } = begin(data);
  await untilPostgres(data);
  const family = familyOf(pid);
  expect(family.length).toBeGreaterThan(2);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toContain('"code":"STOPPED"');
  await untilGone(family);
  expect(existsSync(join(data, 'run.json'))).toBe(false);
});

/** Signals again and again, until it does not wait any longer. */
async function insist(child: ChildProcess, data: string): Promise<void> {
  const pid = () => Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  await expect.poll(pid).toBeGreaterThan(0);
  const postgres = pid();
  process.kill(postgres, 'SIGSTOP'); // So that ending in order would wait for it.
  const signal = () => {
    child.kill('SIGTERM');
    return child.exitCode;
  };
  try {
    await expect.poll(signal, { timeout: 10_000 }).not.toBe(null);
  } finally {
    process.kill(postgres, 'SIGCONT');
  }
}

type End = (child: ChildProcess, data: string) => unknown;

test.for<[string, End, [number | null, NodeJS.Signals | null]]>([
  ['a later signal', insist, [130, null]],
  ['SIGSTOP, then kill -9,', (child) => [child.kill('SIGSTOP'), child.kill('SIGKILL')], [null, 'SIGKILL']],
  ['kill -9', (child) => child.kill('SIGKILL'), [null, 'SIGKILL']],
])('%s while it starts leaves nothing, and the next start is a first one', async ([, end, expected]) => {
  const data = temporaryDirectory('data');
  const { child, pid } = begin(data);
  await untilPostgres(data);
  const family = familyOf(pid);
  const exit = once(child, 'exit');
  await end(child, data);
  expect(await exit).toEqual(expected);
  await untilGone(family);
  const server = await startServer({ data, env: { POSTIL_OWNER_API_KEY: undefined } });
  expect(server.events().at(-1)?.['owner_api_key']).toMatch(/^postil_/);
  await server.stop();
});

test('Ctrl-C reaches the whole group, and all end in order', async () => {
  const data = temporaryDirectory('data');
  const { child, pid, output } = begin(data);
  await expect.poll(output, { timeout: 30_000 }).toContain('"ready"');
  const family = familyOf(pid);
  process.kill(-pid, 'SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await untilGone(family);
  // Had PostgreSQL not been told to shut down, it would have to recover.
  const again = await startServer({ data });
  expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain('not properly shut down');
  await again.stop();
});
