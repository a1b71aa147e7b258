import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../src/lexicon/paths.js';
import { lexicon, line } from './small-report.js';

const { reports } = loadCorpus([SEEDS_DIR], lexicon);
const facts = new Map(reports.map((report) => [report.id, extractFacts(report, lexicon)]));

/** For each report: its main targets in order, and other facts that it must hold, checked against the text. */
const golden = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'tests/golden/seed-facts.json'), 'utf8')) as Record<
  string,
  { readonly targets: readonly string[]; readonly holds: readonly string[] }
>;

/** The line of a fact, with the place where it is not the report's, and what marks it. */
function marked(fact: Fact, home: string | undefined): string {
  const place = fact.place === home ? '' : ` @${lexicon.gazetteer.get(fact.place)?.short}`;
  return `${line(fact)}${place}${fact.estimated ? ' 预计' : ''}${fact.repaired === 'percent' ? ' 补%' : ''}`;
}

describe.each(Object.entries(golden))('%s', (id, { targets, holds }) => {
  const home = reports.find((report) => report.id === id)?.place?.id;
  const held = facts.get(id) ?? [];

  test('main targets', () => {
    expect(held.filter((fact) => fact.headline && fact.facet === 'target').map((fact) => marked(fact, home))).toEqual(
      targets,
    );
  });

  test('other facts', () => {
    const lines = new Set(held.map((fact) => marked(fact, home)));
    expect(holds.filter((one) => !lines.has(one))).toEqual([]);
  });
});

test('every figure, clause and sentence leads back to the file', () => {
  for (const report of reports) {
    const source = readFileSync(join(SEEDS_DIR, report.seed), 'utf8');
    const { text, offsets } = report.view;
    const held = facts.get(report.id)!;
    expect(new Set(held.map((fact) => fact.id)).size).toBe(held.length);
    for (const fact of held) {
      expect(text.slice(fact.span.start, fact.span.end)).toBe(fact.quantity.text);
      expect(fact.clause.start).toBeLessThanOrEqual(fact.span.start);
      expect(fact.clause.end).toBeGreaterThanOrEqual(fact.span.end);
      expect(fact.sentence.start).toBeLessThanOrEqual(fact.clause.start);
      expect(fact.sentence.end).toBeGreaterThanOrEqual(fact.clause.end);
      // The first digit of the figure stands at its offset in the file.
      const digit = /[0-9]/.exec(fact.quantity.text);
      if (digit !== null) {
        const at = offsets.at(fact.span.start + digit.index)!;
        expect(source.slice(at, at + 1).normalize('NFKC')).toBe(digit[0]);
      }
    }
  }
});
