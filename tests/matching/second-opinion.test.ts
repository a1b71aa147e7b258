import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.js';
import { ACCEPTANCE_FEATURES } from '../../src/matching/acceptance.js';
import { doubted, SECOND_OPINION_FEATURES, secondOpinion } from '../../src/matching/second-opinion.js';
import type { SentenceHit } from '../../src/matching/sentences.js';

const fact = { report: 'changde-2022', span: { start: 110, end: 120 } } as unknown as Fact;
const first = new Float64Array(ACCEPTANCE_FEATURES.length).fill(0.5);

/** A sentence of a report, so far behind the best, so likely to answer. */
function hit(report: string, start: number, behind: number, likelihood: number): SentenceHit {
  return { report: { id: report }, span: { start, end: start + 50 }, behind, likelihood } as unknown as SentenceHit;
}

/** What the sentences say of the figure, by name. */
function said(hits: readonly SentenceHit[]): Record<string, number> {
  const x = secondOpinion(first, fact, hits);
  return Object.fromEntries(
    SECOND_OPINION_FEATURES.flatMap((name, i) => (name.startsWith('told.') ? [[name.slice(5), x[i]!]] : [])),
  );
}

const own = hit('changde-2022', 100, 0, 0.8);
const other = hit('changde-2022', 300, 2, 0.3);

describe('what the sentences say of a figure', () => {
  it.each([
    [
      'its sentence comes first',
      [own, other],
      { first: 1, nowhere: 0, behind: 0, best: 0.8, own: 0.8, lead: 0.4, other: 0 },
    ],
    [
      'another comes first',
      [hit('changde-2022', 300, 0, 0.6), hit('changde-2022', 100, 2.5, 0.2)],
      { first: 0, nowhere: 0, behind: -0.5, best: 0.6, own: 0.2, lead: 0, other: 0.6 },
    ],
    [
      'its own is none of them',
      [hit('changde-2021', 100, 0, 0.6)],
      { first: 0, nowhere: 1, behind: -1, best: 0.6, own: 0, lead: 0, other: 0.6 },
    ],
    ['it is the only one', [own], { first: 1, nowhere: 0, behind: 0, best: 0.8, own: 0.8, lead: 0, other: 0 }],
    [
      'a lead counts no more than five',
      [own, hit('changde-2022', 300, 40, 0)],
      { first: 1, nowhere: 0, behind: 0, best: 0.8, own: 0.8, lead: 1, other: 0 },
    ],
  ])('%s', (_, hits, expected) => {
    const opinion = said(hits);
    for (const [name, value] of Object.entries(expected)) expect(opinion[name], name).toBeCloseTo(value);
  });

  it('stands behind what the acceptance saw', () => {
    expect([...secondOpinion(first, fact, [own]).slice(0, first.length)]).toEqual([...first]);
  });
});

describe('how likely a doubted figure is', () => {
  it('is more where its own sentence comes first than where another does', () => {
    const borne = doubted(first, fact, [own, other])!;
    const against = doubted(first, fact, [hit('changde-2022', 300, 0, 0.9), hit('changde-2022', 100, 4, 0.05)])!;
    expect(borne.likelihood).toBeGreaterThan(against.likelihood);
  });

  it('is left as it was where there is no sentence to ask', () => {
    expect(doubted(first, fact, [])).toBeUndefined();
  });
});
