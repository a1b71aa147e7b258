import type { Lexicon } from '../lexicon/load.js';
import { fingerprint, markDuplicates } from './duplicates.js';
import { listFiles, readText } from './files.js';
import { uniqueIds } from './ids.js';
import { applyManifest } from './manifest.js';
import { readDocuments } from './read.js';
import type { Corpus, CorpusProblem, Report } from './types.js';

/**
 * Reads all documents of one or more folders. What cannot be read is a problem, and the rest goes on.
 * Of several folders each file's `seed` is relative to its own folder.
 * @throws ConfigError where config/seeds.json does not agree with the seed files.
 */
export function loadCorpus(folders: readonly string[], lexicon: Lexicon): Corpus {
  const problems: CorpusProblem[] = [];
  const reports: Report[] = [];
  for (const folder of folders) {
    const listed = listFiles(folder);
    problems.push(...listed.problems);
    const read: Report[] = [];
    for (const file of listed.files) {
      const content = readText(file);
      if ('problem' in content) problems.push(content.problem);
      else read.push(...readDocuments(file.seed, content.text, lexicon));
    }
    reports.push(...applyManifest(folder, read));
  }
  const unique = uniqueIds();
  const named = reports.map((report) => ({ ...report, id: unique(report.id) }));
  return { reports: markDuplicates(named, fingerprint), problems };
}
