import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { value } from './small-report.js';
import { factsIn, hasReports, type ReadFact } from './whole-report.js';

interface Sentence {
  readonly file: string;
  /** Where the sentence begins in the file; null where it announces none after all. */
  readonly start: number | null;
  /** Where it ends; absent where it is read as one sentence. */
  readonly end?: number;
  readonly targets: readonly string[];
}

function goldenSentences(name: string): readonly Sentence[] {
  const text = readFileSync(join(PACKAGE_ROOT, 'tests/golden', name), 'utf8');
  return (JSON.parse(text) as { sentences: readonly Sentence[] }).sentences;
}

function target(fact: Fact): string {
  const { period } = fact;
  const years = period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
  return [fact.indicator ?? fact.subject, years, fact.facet, fact.measure, value(fact.quantity)].join(' ');
}

/** True for a fact of the sentence. */
function standsIn({ at, sentenceAt }: ReadFact, { start, end }: Sentence): boolean {
  if (end === undefined) return sentenceAt === start;
  return start !== null && start <= at && at < end;
}

describe.skipIf(!hasReports)('sentences with main targets, read as a person reads them', () => {
  it.each([
    ['headline-targets.json', 95],
    // Annotated before the program had seen them.
    ['headline-targets-further.json', 93],
  ])('of the 100 in %s at least %i', { timeout: 300_000 }, (name, least) => {
    const sentences = goldenSentences(name);
    const wrong: unknown[] = [];
    for (const sentence of sentences) {
      const { file, targets } = sentence;
      const read = factsIn(file)
        .filter((fact) => fact.headline && fact.quantity.kind !== 'phrase')
        .filter((fact) => standsIn(fact, sentence))
        .map(target);
      if (read.join('\n') !== targets.join('\n')) wrong.push({ file, expected: targets, read });
    }
    expect(sentences).toHaveLength(100);
    expect(wrong.slice(100 - least)).toEqual([]);
  });
});
