import { describe, expect, it } from 'vitest';
import type { Facet, Fact } from '../../src/facts/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { askForSubject } from '../../src/matching/ask.js';
import { contradictionOf } from '../../src/matching/contradiction.js';
import { evidenceFor, evidenceUnder } from '../../src/matching/evidence.js';
import type { Zones } from '../../src/matching/zones.js';
import { findQuantities } from '../../src/text/quantities.js';

const lexicon = loadLexicon();
const ask = askForSubject(lexicon, { name: '茶叶产量', facet: 'target' });

function fact(facet: Facet): Fact {
  const [quantity] = findQuantities('3万吨');
  if (!quantity) throw new Error('no quantity');
  const { span } = quantity;
  const period = { from: 2021, to: 2021, source: 'report' } as const;
  const slots = { place: '430700', estimated: false, measure: 'level', headline: false, section: 0 } as const;
  const spans = { span, clause: span, sentence: span };
  return { id: 'a#1', report: 'a', subject: '茶叶产量', facet, period, quantity, ...slots, ...spans };
}

/** A candidate, and how often its zones were cut. */
function counted(facet: Facet) {
  const zones: Zones = {
    subject: '茶叶产量',
    segment: '茶叶产量',
    clause: '茶叶产量',
    sentence: '茶叶产量',
    around: '',
  };
  let cuts = 0;
  const cut = () => {
    cuts += 1;
    return zones;
  };
  return { evidence: evidenceFor(ask, fact(facet), cut, { year: 2022, age: 0 }), cuts: () => cuts };
}

describe('the evidence of a candidate', () => {
  it('does not look at the words of one that contradicts by its slots', () => {
    const { evidence, cuts } = counted('outcome');
    expect(contradictionOf(ask, evidence)).toBe('facet');
    expect(cuts()).toBe(0);
  });

  it('cuts zones once for all that is told of them', () => {
    const { evidence, cuts } = counted('target');
    expect(contradictionOf(ask, evidence)).toBeUndefined();
    expect([...evidence.subject.exact]).toEqual([1, 1, 1, 1]);
    expect(evidence.all).toBe(evidence.all);
    expect(evidence.siblings.excludes).toBe(false);
    expect(cuts()).toBe(1);
  });

  it('keeps its slots under the words of another ask', () => {
    const { evidence } = counted('target');
    const other = evidenceUnder(askForSubject(lexicon, { name: '稻谷', facet: 'target' }), evidence);
    expect(other).toMatchObject({ fact: evidence.fact, period: evidence.period, age: 0 });
    expect([...other.subject.exact]).toEqual([0, 0]);
  });
});
