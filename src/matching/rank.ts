import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { recent } from '../retrieval/recent.js';
import type { Store } from '../retrieval/types.js';
import { ACCEPTANCE_FEATURES, acceptanceVector, type Ranked } from './acceptance.js';
import { candidatesFor } from './candidates.js';
import { contradictionOf } from './contradiction.js';
import type { Evidence } from './evidence.js';
import { FEATURES, vectorsOf } from './features.js';
import type { FigureAsk } from './figure-ask.js';
import { lazyFitted, probability, weigh } from './fitted.js';
import { DOUBTED, doubted } from './second-opinion.js';
import type { SentenceHit } from './sentences.js';
import { shareOf } from './terms.js';
import type { Candidate } from './types.js';

/** Candidates that are told how likely they are; the others are only named as near. */
const JUDGED = 8;
/** The likeliest of so many is the one that is said. */
const CHOSEN_AMONG = 4;
/** Log-odds by which a score of 1 falls to 1/e, so that scores compare as shares of the best one. */
const SPREAD = 10;

const ranker = lazyFitted('ranker.json', FEATURES);
const acceptance = lazyFitted('refusal.json', ACCEPTANCE_FEATURES);

/** What answers and what a refusal names as near are drawn from the same figures. */
const evidenceOf = recent(candidatesFor);

/** The sentences that come nearest to the same question, best first: looked for only where a figure is in doubt. */
export type Sentences = () => readonly SentenceHit[];

/**
 * The figures that may be what is asked, best first, each with the probability that it is right. Contradictions are left out.
 * @param sentences a second opinion on those in doubt; none where it is left out.
 */
export function rankFigures(store: Store, lexicon: Lexicon, ask: FigureAsk, sentences?: Sentences): Candidate[] {
  const evidence = evidenceOf(store, lexicon, ask).filter((e) => contradictionOf(ask, e) === undefined);
  return judged(ask, withoutPartsOfYears(evidence), sentences);
}

/** Without the figures of a part of the year (一季度) that is asked for where the same thing is told of the whole year. */
function withoutPartsOfYears(evidence: readonly Evidence[]): readonly Evidence[] {
  if (!evidence.some(({ period }) => period === 'part')) return evidence;
  const told = new Set(evidence.flatMap(({ period, fact }) => (period === 'year' ? [thingOf(fact)] : [])));
  return evidence.filter(({ period, fact }) => period !== 'part' || !told.has(thingOf(fact)));
}

/** What a figure is of, but for its time. */
function thingOf({ place, indicator, subject, facet, measure }: Fact): string {
  return [place, indicator ?? subject, facet, measure].join(' ');
}

/** The figures nearest to what is asked, contradictions among them, best first: what a refusal names. None is accepted. */
export function nearestFigures(store: Store, lexicon: Lexicon, ask: FigureAsk): Candidate[] {
  const evidence = evidenceOf(store, lexicon, ask);
  const contradictions = new Map(evidence.map((e) => [e.fact, contradictionOf(ask, e)]));
  return judged(ask, evidence).map((c) => {
    const contradiction = contradictions.get(c.fact);
    return { ...c, accepted: false, ...(contradiction ? { contradiction } : {}) };
  });
}

/** Evidence weighed, ordered and judged. */
function judged(ask: FigureAsk, evidence: readonly Evidence[], sentences?: Sentences): Candidate[] {
  const weights = ranker().weights;
  const vectors = vectorsOf(ask, evidence);
  const ranked = evidence
    .map((e, i): Ranked => ({ evidence: e, vector: vectors[i]!, score: weigh(weights, vectors[i]!) }))
    .sort((a, b) => b.score - a.score);
  const { weights: accept, threshold } = acceptance();
  const top = ranked[0]?.score ?? 0;
  const candidates = ranked.map((r, i): Candidate => {
    const { fact, sentence, unasked } = r.evidence;
    const x = i < JUDGED ? acceptanceVector(ask, ranked, i, weights) : undefined;
    const p = x ? probability(weigh(accept, x)) : 0;
    const inDoubt = p >= DOUBTED.from && p < DOUBTED.to;
    const opinion = x && sentences && inDoubt ? doubted(x, fact, sentences()) : undefined;
    return {
      fact,
      score: Math.exp((r.score - top) / SPREAD),
      likelihood: opinion?.likelihood ?? p,
      accepted: opinion?.accepted ?? p >= threshold,
      fit: { words: shareOf(ask.terms, sentence.wide), precision: 1 - unasked.share },
    };
  });
  return likeliestFirst(candidates);
}

/** The likeliest of the first few in the first place: the acceptance sees more than the order (how far one is before the others), cross-validated 7 of 1,800 right figures more. */
function likeliestFirst(candidates: readonly Candidate[]): Candidate[] {
  const likeliest = Math.max(...candidates.slice(0, CHOSEN_AMONG).map((c) => c.likelihood));
  const at = candidates.findIndex((c) => c.likelihood === likeliest);
  if (at <= 0) return [...candidates];
  const chosen = { ...candidates[at]!, score: 1 };
  return [chosen, ...candidates.filter((_, i) => i !== at)];
}
