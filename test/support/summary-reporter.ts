/** A vitest reporter whose one line, `N passed, N failed[, N skipped]`, is the last that is printed. */
import { writeSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  // Failed until proven otherwise: a global setup that fails ends the run before any test is known.
  #line = '0 passed, 1 failed';

  onInit(): void {
    process.once('exit', () => writeSync(1, `${this.#line}\n`));
  }

  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    unhandledErrors: ReadonlyArray<unknown>,
    reason: TestRunEndReason,
  ): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      // A file that does not load, and a hook that throws, fail without any test that would tell.
      count.failed += [module, ...module.children.allSuites()].filter(
        (one) => one.errors().length > 0,
      ).length;
    }
    const failedOtherwise = unhandledErrors.length > 0 || reason !== 'passed' || count.pending > 0;
    if (failedOtherwise && count.failed === 0) count.failed = 1;
    this.#line = `${count.passed} passed, ${count.failed} failed`;
    if (count.skipped > 0) this.#line += `, ${count.skipped} skipped`;
  }
}
