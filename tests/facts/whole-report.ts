import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments } from '../../src/corpus/read.js';
import type { Report } from '../../src/corpus/types.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { lexicon } from './small-report.js';

/** The reports themselves stand beside the project, not in it. */
const REPORTS = join(PACKAGE_ROOT, '../shared/corpora/gov-reports');
export const hasReports = existsSync(REPORTS);

export interface Reading {
  readonly report: Report;
  readonly facts: readonly Fact[];
}

const readings = new Map<string, Reading>();

/** The first report of a file and its facts; several tests of one file share a reading. */
export function readingOf(file: string): Reading {
  const known = readings.get(file);
  if (known !== undefined) return known;
  const [report] = readDocuments(file, readFileSync(join(REPORTS, file), 'utf8'), lexicon);
  const reading = { report: report!, facts: extractFacts(report!, lexicon) };
  readings.set(file, reading);
  return reading;
}
