import { resolve } from 'node:path';
import { loadCorpus } from '../../src/corpus/load.js';
import type { Report } from '../../src/corpus/types.js';
import type { Lexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { EXIT } from '../cli/program.js';
import { cleanText } from '../shared/clean.js';

/** The reports of the folders, or of the seeds. What could not be read is said on the standard error, and the code tells it. */
export function loadReports(
  folders: readonly string[] | undefined,
  lexicon: Lexicon,
): { readonly reports: readonly Report[]; readonly code: number } {
  const { reports, problems } = loadCorpus(
    (folders ?? [SEEDS_DIR]).map((folder) => resolve(folder)),
    lexicon,
  );
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const { seed, message } of errors)
    process.stderr.write(`${cleanText(`错误：${seed}：${message}`).replace(/\s+/g, ' ')}\n`);
  return { reports, code: errors.length > 0 ? EXIT.failed : EXIT.done };
}
