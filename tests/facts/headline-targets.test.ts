import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/corpus/read.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { lexicon, value } from './small-report.js';

interface Sentence {
  readonly file: string;
  /** Where the sentence begins in the file; 0 targets where it announces none after all. */
  readonly start: number | null;
  readonly targets: readonly string[];
}

/** The reports themselves stand beside the project, not in it. */
const REPORTS = join(PACKAGE_ROOT, '../shared/corpora/gov-reports');
const { sentences } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'tests/golden/headline-targets.json'), 'utf8')) as {
  sentences: readonly Sentence[];
};

function target(fact: Fact): string {
  const { period } = fact;
  const years = period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
  return [fact.indicator ?? fact.subject, years, fact.facet, fact.measure, value(fact.quantity)].join(' ');
}

test.skipIf(!existsSync(REPORTS))(
  'of 100 sentences with main targets, at least 95 are read as a person reads them',
  { timeout: 60_000 },
  () => {
    const wrong: unknown[] = [];
    for (const { file, start, targets } of sentences) {
      const [report] = readDocuments(file, readFileSync(join(REPORTS, file), 'utf8'), lexicon);
      const read = extractFacts(report!, lexicon)
        .filter((fact) => fact.headline && fact.quantity.kind !== 'phrase')
        .filter((fact) => report!.view.offsets[fact.sentence.start] === start)
        .map(target);
      if (read.join('\n') !== targets.join('\n')) wrong.push({ file, expected: targets, read });
    }
    expect(sentences).toHaveLength(100);
    expect(wrong.slice(5)).toEqual([]);
  },
);
