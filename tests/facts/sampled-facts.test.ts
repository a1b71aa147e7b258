import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { factsIn, hasReports } from './whole-report.js';

interface Sampled {
  readonly file: string;
  /** Where the figure stands in the file. */
  readonly start: number;
  /** Subject, indicator, place, years, facet, measure and figure as a person read them in the text. */
  readonly fact: string;
}

/** Of so many in a hundred all must be right; the others are known faults. */
const LEAST_SHARE = 0.97;

function told(fact: Fact): string {
  const { period } = fact;
  const years = period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
  const when = `${years}${period.part ?? ''}`;
  return [fact.subject, fact.indicator ?? '-', fact.place, when, fact.facet, fact.measure, fact.quantity.text].join(
    ' ',
  );
}

describe.skipIf(!hasReports)('facts drawn at random, read by hand against the text', () => {
  it('are right in subject, place, period, facet, measure and quantity', { timeout: 600_000 }, () => {
    const { facts: sampled } = JSON.parse(
      readFileSync(join(PACKAGE_ROOT, 'tests/golden/sampled-facts.json'), 'utf8'),
    ) as { facts: readonly Sampled[] };
    const wrong: unknown[] = [];
    for (const { file, start, fact } of sampled) {
      const read = factsIn(file).filter(({ at }) => at === start);
      if (!read.some((one) => told(one) === fact)) wrong.push({ file, fact, read: read.map(told) });
    }
    expect(wrong.slice(Math.floor(sampled.length * (1 - LEAST_SHARE)))).toEqual([]);
  });
});
