import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['./tests/temp-folder.ts'],
    pool: 'forks',
    // Much of the suite waits for sockets and timers: one worker a core leaves the cores idle.
    maxWorkers: 4,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/reporter.ts'],
  },
});
