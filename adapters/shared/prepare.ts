import { loadCore } from './load.js';
import { readSettings } from './settings.js';

/**
 * A program of its own, started by a reload: reads corpus and config and leaves the snapshot on disk, so that the bots,
 * which go on answering meanwhile, need only load it. What is wrong goes to standard error, and the exit code is 1.
 */
const read = readSettings(process.env);
try {
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const core = await loadCore();
  await core.load(read.settings);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
