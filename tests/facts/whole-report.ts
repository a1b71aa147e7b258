import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../src/corpus/read.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { programOf } from '../../src/retrieval/publish.js';
import { lexicon } from './small-report.js';

/** The reports themselves stand beside the project, not in it. */
const REPORTS = join(PACKAGE_ROOT, '../shared/corpora/gov-reports');
export const hasReports = existsSync(REPORTS);

/** A fact with its places in the file: where its figure begins, and where the sentence of it. */
export type ReadFact = Fact & { readonly at: number; readonly sentenceAt: number };

/**
 * Facts of whole reports are kept from run to run, under the code and the configuration that read them (places, indicators and
 * belongings: words of questions are none of it) and the digest of the text: five hundred reports take half a minute to read, and only
 * what has changed is read again.
 */
const kept = join(PACKAGE_ROOT, '.cache', 'readings');
let folder: string | undefined;

/** The facts of the first report of a file. */
export function factsIn(file: string): readonly ReadFact[] {
  const text = readFileSync(join(REPORTS, file), 'utf8');
  folder ??= openFolder();
  const place = join(folder, `${digest(`${file}\n${text}`)}.json`);
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as ReadFact[];
  const [report] = readDocuments(file, text, lexicon);
  const { offsets } = report!.view;
  const facts = extractFacts(report!, lexicon).map((fact) => ({
    ...fact,
    at: offsets.at(fact.span.start)!,
    sentenceAt: offsets.at(fact.sentence.start)!,
  }));
  // Another worker reads the whole file or none.
  writeFileSync(`${place}.${process.pid}`, JSON.stringify(facts));
  renameSync(`${place}.${process.pid}`, place);
  return facts;
}

/** The folder of what this code reads; those of other code go. */
function openFolder(): string {
  const name = programOf(lexicon);
  mkdirSync(join(kept, name), { recursive: true });
  for (const other of readdirSync(kept))
    if (other !== name) rmSync(join(kept, other), { recursive: true, force: true, maxRetries: 3 });
  return join(kept, name);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
