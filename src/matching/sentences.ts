import type { Report } from '../corpus/types.js';
import { signs } from '../lexicon/signs.js';
import { splitClauses } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { type Fitted, lazyFitted, probability, weigh } from './fitted.js';
import { type RankedSentence, SENTENCE_ACCEPTANCE_FEATURES, sentenceAcceptance } from './sentence-acceptance.js';
import type { SentenceAsk } from './sentence-ask.js';
import { SENTENCE_FEATURES, type SentenceEvidence, sentenceEvidence, sentenceVectors } from './sentence-features.js';
import type { SentenceUnit } from './sentence-units.js';
import { shareOf, wideShareOf } from './terms.js';

/** A sentence that may answer a question in words, with the clause of it that answers most. */
export interface SentenceHit {
  readonly report: Report;
  readonly span: Span;
  readonly clause: Span;
  readonly section: number;
  /** Share of the question's weight that it holds with its headings, synonyms included. */
  readonly words: number;
  /** How far it is behind the best of its question, in log-odds. */
  readonly behind: number;
  /** 1 for the best of a question; the others fall with their log-odds behind it. */
  readonly score: number;
  /** Calibrated probability that it holds the answer; 0 for those too far behind to be judged. */
  readonly likelihood: number;
  readonly accepted: boolean;
  /** True where it explains a name that the question quotes. */
  readonly defines: boolean;
}

/** How many sentences are looked at closely. */
export const MOST_SENTENCES = 40;
/** Sentences that are told how likely they are. */
const JUDGED = 6;
/** Log-odds by which a score of 1 falls to 1/e. */
const SPREAD = 10;

const ranker = lazyFitted('sentences.json', SENTENCE_FEATURES);
const acceptance = lazyFitted('sentence-refusal.json', SENTENCE_ACCEPTANCE_FEATURES);

/** The sentences that come nearest to the question's words, at most `MOST_SENTENCES`. */
export function gatherSentences(ask: SentenceAsk, units: Iterable<SentenceUnit>): SentenceEvidence[] {
  const years = new Set<number>();
  const rough: { unit: SentenceUnit; share: number }[] = [];
  for (const unit of units) {
    const { report, span } = unit;
    years.add(report.year ?? 0);
    const text = report.view.text.slice(span.start, span.end);
    const share = wideShareOf(ask.terms, text) + bonusOf(ask, text);
    if (share > 0) rough.push({ unit, share });
  }
  rough.sort((a, b) => b.share - a.share);
  const order = [...years].sort((a, b) => b - a);
  return rough
    .slice(0, MOST_SENTENCES)
    .map(({ unit }) => sentenceEvidence(ask, unit, order.indexOf(unit.report.year ?? 0)));
}

/** So many words for problems make a sentence one that admits some. */
const ADMITS = 3;
/** What such a sentence is worth among the candidates. */
const ADMITTED = 0.3;

/** What brings a sentence among the candidates beside the question's words: a quoted name; where problems are asked for, several of them. */
function bonusOf({ quoted, cues }: SentenceAsk, text: string): number {
  const named = quoted.some((q) => text.includes(q)) ? 1 : 0;
  const admits =
    (cues.problems || cues.admits) && signs().problem.filter((word) => text.includes(word)).length >= ADMITS;
  return named + (admits ? ADMITTED : 0);
}

/** The sentences that may answer, best first, each with the probability that it does. */
export function rankSentences(ask: SentenceAsk, units: Iterable<SentenceUnit>): SentenceHit[] {
  return judgeSentences(ask, gatherSentences(ask, units), { ranker: ranker(), acceptance: acceptance() });
}

/** The weights by which sentences are ordered, and those by which the best of them is judged. */
export interface SentenceModel {
  readonly ranker: Pick<Fitted, 'weights'>;
  readonly acceptance: Fitted;
}

/** Sentences set against a question: ordered, the first few judged. */
export function judgeSentences(
  ask: SentenceAsk,
  evidence: readonly SentenceEvidence[],
  { ranker, acceptance }: SentenceModel,
): SentenceHit[] {
  const vectors = sentenceVectors(ask, evidence);
  const ranked = evidence
    .map((e, i): RankedSentence => ({ evidence: e, vector: vectors[i]!, score: weigh(ranker.weights, vectors[i]!) }))
    .sort((a, b) => b.score - a.score);
  const { weights: accept, threshold } = acceptance;
  const top = ranked[0]?.score ?? 0;
  return ranked.map(({ evidence: e, score }, i): SentenceHit => {
    const likelihood = i < JUDGED ? probability(weigh(accept, sentenceAcceptance(ask, ranked, i))) : 0;
    const { report, span, section } = e.unit;
    return {
      report,
      span,
      section,
      clause: i < JUDGED ? bestClause(ask, report.view.text, span) : span,
      words: shareOf(ask.terms, e.headed.wide),
      behind: top - score,
      score: Math.exp((score - top) / SPREAD),
      likelihood,
      accepted: likelihood >= threshold,
      defines: e.defines,
    };
  });
}

/** What a clause that gives a reason is worth where a reason is asked for. */
const GIVES_REASON = 0.4;

/** The clause of a sentence that holds most of the question; rather one with a figure or a time where that is asked for. */
function bestClause(ask: SentenceAsk, text: string, sentence: Span): Span {
  let best: { span: Span; fit: number } | undefined;
  for (const span of splitClauses(text, sentence)) {
    const words = text.slice(span.start, span.end);
    const asked = ask.wanted === 'words' || ask.wanted === 'list' || /[\d一二三四五六七八九十]/u.test(words);
    const gives = ask.cues.why && signs().reason.some((word) => words.includes(word));
    const fit = wideShareOf(ask.terms, words) + (asked ? 0.25 : 0) + (gives ? GIVES_REASON : 0);
    if (!best || fit > best.fit) best = { span, fit };
  }
  return best?.span ?? sentence;
}
