import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends a run with one line alone, after the summary of the reporter before it: "N passed, N failed".
 * A file that could not be loaded, a hook that failed and an error outside any test count as failed.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed' || (state === 'pending' && test.options.mode === 'run')) failed += 1;
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
