import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import LongestFirst from './tests/order.js';

const ROOT = import.meta.dirname;
const FOLDERS = ['src', 'adapters', 'bench'];

/** The compiled file of a source file, by their paths in the project. */
const compiled = (source: string): string => join(ROOT, 'dist', source.replace(/\.ts$/u, '.js'));

/** True where every source file has been compiled since it was last written: `npm test` sees to it. */
function isBuilt(): boolean {
  const written = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return FOLDERS.every((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .every((name) => written(compiled(join(folder, name))) >= written(join(ROOT, folder, name))),
  );
}

/**
 * Tests of a build that is up to date run what is shipped, as Node loads it: nothing is compiled a second time.
 * Where a source is newer than the build, as while one works at it, the sources are compiled for the tests.
 */
const built: Plugin = {
  name: 'built',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer || !/^\.{1,2}\/.*\.js$/u.test(id)) return;
    const source = relative(ROOT, fileURLToPath(new URL(id, `file://${importer}`))).replace(/\.js$/u, '.ts');
    if (!FOLDERS.some((folder) => source.startsWith(`${folder}/`)) || !existsSync(join(ROOT, source))) return;
    return { id: compiled(source), external: true };
  },
};

export default defineConfig({
  plugins: isBuilt() ? [built] : [],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['./tests/temp-folder.ts'],
    pool: 'forks',
    // A worker loads the program once, not once a file: the tests leave nothing behind in it.
    isolate: false,
    // Much of the suite waits for sockets, timers and other processes: one worker a core leaves the cores idle. A worker more costs
    // three to four seconds of a core, to load the program and have it compiled to the same speed.
    maxWorkers: Math.min(2 * availableParallelism(), 8),
    sequence: { sequencer: LongestFirst },
    // Tests wait for what happens, however long a busy machine takes: this ends only what hangs.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/reporter.ts'],
  },
});
