import { sentenceAskFor, unitsThatMay } from '../../src/answer/find-sentences.js';
import { weigh } from '../../src/matching/fitted.js';
import { type RankedSentence, sentenceAcceptance } from '../../src/matching/sentence-acceptance.js';
import type { SentenceAsk } from '../../src/matching/sentence-ask.js';
import { type SentenceEvidence, sentenceVectors } from '../../src/matching/sentence-features.js';
import type { SentenceUnit } from '../../src/matching/sentence-units.js';
import { gatherSentences, judgeSentences, type SentenceHit, type SentenceModel } from '../../src/matching/sentences.js';
import type { Store } from '../../src/retrieval/types.js';
import type { GoldSet, GoldTurn } from './gold.js';
import type { Case } from './logit.js';
import { type Asked, isOf, open, overlaps, readTurns } from './opened.js';

/** What a question in formal words counts, and one for a number, whose sentence is only a second opinion. */
const FORMAL_WEIGHT = 0.5;
const NUMBER_WEIGHT = 0.5;

/** A question with the sentences that may answer it, as their ranker is fitted on. */
export interface SentenceExample extends Asked {
  /** What it counts in the fit. */
  readonly weight: number;
  readonly ask: SentenceAsk;
  readonly evidence: readonly SentenceEvidence[];
  readonly vectors: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly answerable: boolean;
}

/** Single questions of a set that a sentence may answer. */
export function sentenceExamplesOf(set: GoldSet): SentenceExample[] {
  const { store, lexicon } = open(set.corpus);
  const out: SentenceExample[] = [];
  for (const { turn, query, place, asked } of readTurns(set, ['number', 'text', 'list', 'unanswerable'])) {
    if (query.operation === 'compare' || query.operation === 'mentions' || query.operation === 'trend') continue;
    const context = { store, lexicon, query };
    const ask = sentenceAskFor(context, place);
    const evidence = gatherSentences(ask, unitsThatMay(context, place));
    out.push({
      ...asked,
      weight: (set.natural ? 1 : FORMAL_WEIGHT) * (ask.wanted === 'number' ? NUMBER_WEIGHT : 1),
      ask,
      evidence,
      vectors: sentenceVectors(ask, evidence),
      right: evidence.map((e) => holdsEvidence(store, e.unit, turn)),
      answerable: turn.kind !== 'unanswerable',
    });
  }
  return out;
}

/** The sentences of a question as a model orders and judges them. @param removed without those that hold what is asked. */
export function hitsOf(
  { ask, evidence, right }: SentenceExample,
  model: SentenceModel,
  removed: boolean,
): SentenceHit[] {
  const kept = removed ? evidence.filter((_, i) => !right[i]) : evidence;
  return judgeSentences(ask, kept, model);
}

/** One answer in words that would be given, and whether it would hold what is asked. */
export interface SentenceVerdict extends Case {
  readonly example: SentenceExample;
  readonly natural: boolean;
  readonly source: 'answered' | 'no-answer' | 'removed';
}

type Weighed = RankedSentence & { readonly right: boolean };

function weighed(example: SentenceExample, weights: Float64Array, removed: boolean): Weighed[] {
  return example.evidence
    .map((evidence, i) => ({
      evidence,
      vector: example.vectors[i]!,
      score: weigh(weights, example.vectors[i]!),
      right: example.right[i]!,
    }))
    .filter((r) => !removed || !r.right)
    .sort((a, b) => b.score - a.score);
}

/** The cases that one question gives under a ranker: as asked, and with its right sentences taken out. */
export function sentenceVerdictsOf(example: SentenceExample, weights: Float64Array): SentenceVerdict[] {
  const out: SentenceVerdict[] = [];
  const add = (ranked: readonly Weighed[], source: SentenceVerdict['source'], share: number): void => {
    if (ranked.length === 0) return;
    // Up to three sentences are shown for an answer in words.
    const shown = ranked.slice(0, example.ask.wanted === 'words' || example.ask.wanted === 'list' ? 3 : 1);
    out.push({
      example,
      natural: example.natural,
      source,
      x: sentenceAcceptance(example.ask, ranked, 0),
      yes: shown.some((r) => r.right),
      weight: example.weight * share,
    });
  };
  add(weighed(example, weights, false), example.answerable ? 'answered' : 'no-answer', example.answerable ? 1 : 2);
  if (example.answerable && example.right.includes(true)) add(weighed(example, weights, true), 'removed', 0.4);
  return out;
}

/** True where a sentence overlaps a quote of the evidence. */
function holdsEvidence(store: Store, { report, span }: SentenceUnit, turn: GoldTurn): boolean {
  const { view, seed, id } = report;
  const [start, end] = [view.offsets.at(span.start)!, view.offsets.at(span.end - 1)! + 1];
  return turn.evidence.some((e) => isOf(e, seed) && overlaps(store, id, e, { start, end }));
}
