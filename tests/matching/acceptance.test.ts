import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { ACCEPTANCE_FEATURES, acceptanceVector, type Ranked } from '../../src/matching/acceptance.js';
import { askForSubject } from '../../src/matching/ask.js';
import { evidenceFor } from '../../src/matching/evidence.js';
import { FEATURES } from '../../src/matching/features.js';
import type { FigureAsk } from '../../src/matching/figure-ask.js';
import { findQuantities } from '../../src/text/quantities.js';

const lexicon = loadLexicon();

function fact(subject: string, figure: string, measure: Fact['measure'] = 'level'): Fact {
  const quantity = findQuantities(figure)[0]!;
  return {
    id: subject,
    report: 'x',
    subject,
    place: '430700',
    estimated: false,
    measure,
    headline: false,
    section: 0,
    facet: 'outcome',
    period: { from: 2021, to: 2021, source: 'report' },
    quantity,
    span: quantity.span,
    clause: quantity.span,
    sentence: quantity.span,
  };
}

/** The features of the first of some figures for a name that is asked for. */
function features(name: string, facts: readonly Fact[], over: Partial<FigureAsk> = {}): (feature: string) => number {
  const ask = { ...askForSubject(lexicon, { name, facet: 'open' }), ...over };
  const ranked = facts.map((own, i): Ranked => {
    const { subject } = own;
    const zones = { subject, segment: subject, clause: subject, sentence: subject, around: '' };
    const evidence = evidenceFor(ask, own, () => zones, { year: 2022, age: 0 });
    return { evidence, vector: new Float64Array(FEATURES.length), score: -i };
  });
  const vector = acceptanceVector(ask, ranked, 0, new Float64Array(FEATURES.length));
  return (feature) => vector[ACCEPTANCE_FEATURES.indexOf(feature)]!;
}

describe('what tells a near miss', () => {
  it('what another candidate holds of the question', () => {
    const [tea, fruit] = [fact('茶叶产量', '3万吨'), fact('油茶产量', '2万吨')];
    expect(features('茶叶产量', [tea, fruit])('claimed')).toBe(0);
    expect(features('茶叶产量', [fruit, tea])('claimed')).toBeGreaterThan(0);
    expect(features('茶叶产量', [fruit])('claimed')).toBe(0);
  });

  it('a part of the place that the figure does not stand by', () => {
    const gdp = [fact('生产总值', '2690亿元')];
    expect(features('台山生产总值', gdp, { parts: ['台山'] })('part.gone')).toBe(1);
    expect(features('台山生产总值', [fact('台山生产总值', '400亿元')], { parts: ['台山'] })('part.missed')).toBe(0);
    expect(features('生产总值', gdp)('part.missed')).toBe(0);
  });

  it('a whole told by a part', () => {
    const inbound = [fact('入境游客', '60万人次')];
    expect(features('游客', inbound, { total: true })('total*unasked')).toBeGreaterThan(0);
    expect(features('游客', inbound)('total*unasked')).toBe(0);
  });

  it('an amount told by a change', () => {
    const grown = [fact('税收', '8.7%', 'growth')];
    expect(features('税收', grown, { amount: true })('amount>growth')).toBe(1);
    expect(features('税收', [fact('税收', '87亿元')], { amount: true })('amount>level')).toBe(1);
  });
});
