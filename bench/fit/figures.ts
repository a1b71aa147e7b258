import { heldYears } from '../../src/answer/context.js';
import type { Fact } from '../../src/facts/types.js';
import type { AskedPeriod, Frame } from '../../src/frame/types.js';
import { anchor } from '../../src/matching/anchor.js';
import { figureAskOf } from '../../src/matching/ask.js';
import { candidatesFor } from '../../src/matching/candidates.js';
import { contradictionOf } from '../../src/matching/contradiction.js';
import type { Evidence } from '../../src/matching/evidence.js';
import { vectorsOf } from '../../src/matching/features.js';
import type { FigureAsk } from '../../src/matching/figure-ask.js';
import type { Store } from '../../src/retrieval/types.js';
import type { GoldEvidence, GoldSet, GoldTurn } from './gold.js';
import { type Asked, isOf, open, overlaps, readTurns } from './opened.js';

/** A question with its candidates, as the ranker is fitted on. */
export interface Example extends Asked {
  /** The folder of reports it is asked of. */
  readonly corpus: string;
  readonly ask: FigureAsk;
  readonly evidence: readonly Evidence[];
  readonly facts: readonly Fact[];
  readonly vectors: readonly Float64Array[];
  /** Which candidates say what is asked. */
  readonly right: readonly boolean[];
  /** True where a right figure is extracted at all. */
  readonly extracted: boolean;
  readonly answerable: boolean;
}

/** The figure questions of a set, single turns alone. */
export function examplesOf(set: GoldSet): Example[] {
  const { store, lexicon } = open(set.corpus);
  const out: Example[] = [];
  for (const { turn, query, place, asked } of readTurns(set, ['number', 'unanswerable'])) {
    if (turn.kind === 'unanswerable' && !query.wantsNumber) continue;
    const period = periodOf(store, query);
    const figures = query.askings.filter((a) => a.kind === 'figure');
    const several = figures.length > 1 && figures.length === turn.expect.length;
    for (const [n, asking] of (several ? figures : [undefined]).entries()) {
      const ask = figureAskOf(query, lexicon, place, period, asking);
      const expect = several ? [turn.expect[n]!] : turn.expect;
      const gathered = candidatesFor(store, lexicon, ask);
      const evidence = gathered.filter((e) => contradictionOf(ask, e) === undefined);
      const facts = evidence.map((e) => e.fact);
      out.push({
        ...asked,
        id: several ? `${turn.id}#${n + 1}` : turn.id,
        corpus: set.corpus,
        ask,
        evidence,
        facts,
        vectors: vectorsOf(ask, evidence),
        right: facts.map((fact) => turn.kind === 'number' && isRight(store, fact, { ...turn, expect })),
        extracted: turn.kind === 'number' && rightFacts(store, { ...turn, expect }).length > 0,
        answerable: turn.kind === 'number',
      });
    }
  }
  return out;
}

/** 今年 and 去年 are of the newest report of the place. */
function periodOf(store: Store, frame: Frame): AskedPeriod | undefined {
  const period = frame.periods[0]?.value;
  const place = frame.places[0]?.value;
  if (period?.kind !== 'relative' || !place) return period;
  const year = frame.reportYear ?? heldYears(store, place)[0];
  return year === undefined ? period : anchor(period, year);
}

/** Every fact of the reports of the evidence that says what a turn expects. */
export function rightFacts(store: Store, turn: GoldTurn): Fact[] {
  const seeds = new Set(turn.evidence.map((e) => e.seed ?? e.doc));
  return store.heads
    .filter((h) => seeds.has(h.seed))
    .flatMap((h) => store.facts(h.id))
    .filter((fact) => isRight(store, fact, turn));
}

/** True where a fact is one of those expected and stands in the evidence. */
export function isRight(store: Store, fact: Fact, turn: GoldTurn): boolean {
  const { view, seed } = store.report(fact.report);
  const [start, end] = [view.offsets.at(fact.span.start)!, view.offsets.at(fact.span.end - 1)! + 1];
  const stands = (e: GoldEvidence): boolean =>
    isOf(e, seed) && (isWhole(e) || overlaps(store, fact.report, e, { start, end }));
  if (!turn.evidence.some(stands)) return false;
  const core = fold(view.text.slice(fact.quantity.core.start, fact.quantity.core.end));
  const around = fold(view.text.slice(Math.max(0, fact.span.start - 4), fact.span.end + 8));
  return turn.expect.some((group) => group.some((text) => says(core, around, fold(text))));
}

/** True where the figure's own number is the one expected and the words around hold what is expected whole. */
function says(core: string, around: string, expected: string): boolean {
  const number = /\d+(?:\.\d+)?/.exec(expected)?.[0];
  const own: readonly string[] = core.match(/\d+(?:\.\d+)?/g) ?? [];
  if (number === undefined) return core.includes(expected) || expected.includes(core);
  return (
    own.includes(number) && (around.includes(expected) || around.includes(expected.replace(/[^\d.%万亿].*$/u, '')))
  );
}

/** True for evidence that names a report and no place in it. */
function isWhole({ quote, start }: GoldEvidence): boolean {
  return quote === undefined && start === undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}
