import type { Fact } from '../../facts/types.js';
import { clashingWords, contrasts } from '../../lexicon/contrasts.js';
import { termsInWords } from '../../matching/ask.js';
import { nearestFigures } from '../../matching/rank.js';
import type { SentenceHit } from '../../matching/sentences.js';
import { wideShareOf } from '../../matching/terms.js';
import type { Candidate } from '../../matching/types.js';
import { checkWords } from '../../question/check-words.js';
import { type Claim, figuresOf } from '../../question/claims.js';
import { questionWords } from '../../question/words.js';
import { findQuantities } from '../../text/quantities.js';
import { splitClauses } from '../../text/sentences.js';
import type { Quantity, Span } from '../../text/types.js';
import type { AnswerContext } from '../context.js';
import { findSentences } from '../find-sentences.js';
import { missingReport, reviewMissing } from '../refusal.js';
import { isAnswer, resolve } from '../resolve.js';
import { rankScope } from '../say-figure.js';
import { runIn, runOf } from './runs.js';
import { isOnlyMeant, sideOf } from './side.js';
import { type Agreement, agreement, comparable } from './values.js';

/** supported 相符, differs 不符, not-said 报告没有说, not-held 没有收录, unsure 不确定. */
export type Verdict = 'supported' | 'differs' | 'not-said' | 'not-held' | 'unsure';

export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The report's own figure. */
  readonly fact?: Fact;
  /** The sentence that tells it, where no figure was read from it. */
  readonly hit?: SentenceHit;
  readonly note?: string;
  /** Calibrated probability that what the report says of it is this. */
  readonly likelihood?: number;
}

/** How likely a figure that agrees must be to be the one that is meant, and how near to the best. */
const LIKELY = 0.12;
const NEAR_BEST = 0.8;
/** How much of a claim's words a sentence must hold that has the same figure, and one that tells a statement. */
const HOLDS = 0.6;
const TELLS = 0.7;
/** How surely a sentence must be the one that is meant where it holds only half of a statement's words. */
const SURE = 0.8;
const HALF = 0.5;
/** From this probability on a figure is shown beside a claim that is not decided. */
const WORTH_SHOWING = 0.08;

/** What the claims of one text share while they are judged. */
export interface Round {
  /** Why no report of a place and time is held, by both; undefined where one is. */
  readonly missing: Map<string, string | undefined>;
  /** How many claims may still be looked for in sentences, which takes longest. */
  sentences: number;
}

/** Claims of one text that are looked for in sentences where no figure is found. */
const MOST_IN_WORDS = 5;

export function newRound(): Round {
  return { missing: new Map(), sentences: MOST_IN_WORDS };
}

/** What the reports say of a claim. `context.query` is the claim's own question. */
export function judge(context: AnswerContext, claim: Claim, round: Round): Judged {
  const note = missingFor(context, round);
  // What another report tells of that time (2026年要干到1000亿, in a plan of 2022) is told.
  if (note !== undefined && !(claim.quantity && isTold(context))) return { claim, verdict: 'not-held', note };
  const alone = claim.quantity === undefined ? judgeStatement(context, claim) : judgeFigure(context, claim, round);
  const judged = withRun(context, alone);
  const [place, period] = [context.query.places[0]?.value, context.query.periods[0]?.value];
  const unknown = judged.verdict === 'not-said' && place ? reviewMissing(context, place, period) : undefined;
  return unknown ? { claim, verdict: 'not-held', note: unknown } : judged;
}

/**
 * A verdict with the years that a claim says something went on without a break (连续10年居首位): the sentence that tells the thing must tell as many, more or
 * fewer make it wrong, and where it tells none nothing is said.
 */
function withRun(context: AnswerContext, judged: Judged): Judged {
  const { claim, verdict, fact } = judged;
  const run = runIn(claim.text);
  if (run === undefined || verdict === 'not-held' || (verdict === 'differs' && fact)) return judged;
  const terms = termsInWords(context.query);
  const toldBy = ({ report, span }: SentenceHit): number | undefined =>
    runOf(terms, claim.text, report.view.text.slice(span.start, span.end));
  const hits = findSentences(
    { ...context, query: { ...context.query, operation: 'passage' } },
    context.query.places[0]?.value,
  );
  const holdsFact = ({ report, span }: SentenceHit): boolean =>
    fact !== undefined && report.id === fact.report && span.start <= fact.span.start && fact.span.end <= span.end;
  const near = hits.slice(0, LOOKED_THROUGH).filter(({ words, accepted }) => words >= HOLDS && accepted);
  const hit = [...hits.filter(holdsFact), ...(judged.hit ? [judged.hit] : []), ...near].find(
    (h) => toldBy(h) !== undefined,
  );
  if (hit === undefined) return verdict === 'supported' ? { ...judged, verdict: 'unsure' } : judged;
  const decided = toldBy(hit) === run ? 'supported' : 'differs';
  return { claim, verdict: decided, hit, likelihood: hit.likelihood };
}

function isTold(context: AnswerContext): boolean {
  const { places, periods } = context.query;
  return resolve(context, places[0]?.value, periods[0]).candidates.some(isAnswer);
}

function missingFor(context: AnswerContext, { missing }: Round): string | undefined {
  const { places, periods, facet, reportYear } = context.query;
  const place = places[0]?.value;
  if (!place) return undefined;
  const key = [place.id, periods[0]?.value.label, facet?.value, reportYear].join(' ');
  if (!missing.has(key)) missing.set(key, missingReport(context, place, periods[0]?.value)?.headline);
  return missing.get(key);
}

function judgeFigure(context: AnswerContext, claim: Claim, round: Round): Judged {
  const place = context.query.places[0]?.value;
  const resolved = resolve(context, place, context.query.periods[0]);
  const { candidates, ask } = resolved;
  const fitting = candidates.filter((c) => comparable(claim, c.fact) && sameField(context, claim, c.fact));
  const best = fitting[0];
  // Much lies beyond a figure that is only to be passed: of yes or no the surest figure decides alone.
  const equal = best && agreeing(claim, claim.whether ? (best.accepted ? [best] : []) : fitting);
  if (equal) {
    const note = equal.agreement === 'bound' ? BOUND_NOTE : facetNote(equal.candidate.fact, isSureOf(context));
    return {
      claim,
      verdict: 'supported',
      fact: equal.candidate.fact,
      likelihood: equal.candidate.likelihood,
      ...(note ? { note } : {}),
    };
  }
  if (best?.accepted) {
    // What was aimed at does not contradict what may have come of it.
    const aimed = facetNote(best.fact, context.query.facet !== undefined);
    const note = aimed ? { note: aimed } : {};
    return { claim, verdict: aimed ? 'unsure' : 'differs', fact: best.fact, likelihood: best.likelihood, ...note };
  }
  const said = round.sentences > 0 ? saidInWords(context, claim) : undefined;
  round.sentences -= 1;
  if (said) return said;
  const only = best
    ? undefined
    : nearestFigures(context.store, context.lexicon, ask).find(
        (c) =>
          c.contradiction !== undefined &&
          comparable(claim, c.fact) &&
          agreement(claim, c.fact) !== 'other' &&
          c.fit.words >= TELLS,
      );
  if (only) return { claim, verdict: 'unsure', fact: only.fact, note: CONTRADICTIONS[only.contradiction!] };
  if (best && best.likelihood >= WORTH_SHOWING) return { claim, verdict: 'unsure', fact: best.fact };
  return candidates.length === 0 ? { claim, verdict: 'not-said' } : { claim, verdict: 'unsure' };
}

const AIMED = '报告里这是目标';
const REACHED = '报告里这是结果';
const PLANNED = '报告说的是安排，不是结果';
const BOUND_NOTE = '数字相同，界限不同';
const CONTRADICTIONS = {
  place: '报告里有这个数，但不是说这个地方',
  facet: '报告里有这个数，但目标与结果不同',
  measure: '报告里有这个数，但说的不是同一种数',
  unit: '报告里有这个数，但单位不同',
  period: '报告里有这个数，但时间不同',
  sibling: '报告里有这个数，但说的是另一类',
  stated: '报告里有这个数，但说的不是同一种数',
  name: '报告里有这个数，但说的是另一样东西',
} as const;

/** The best of the figures that agree, where it is likely enough to be the one that is meant. */
function agreeing(
  claim: Claim,
  fitting: readonly Candidate[],
): { candidate: Candidate; agreement: Agreement } | undefined {
  const found = fitting
    .map((candidate) => ({ candidate, agreement: agreement(claim, candidate.fact) }))
    .filter(
      ({ agreement: a, candidate }) =>
        a !== 'other' && (candidate.likelihood >= LIKELY || (candidate.score >= NEAR_BEST && !claim.passed)),
    );
  return found.find((f) => f.agreement === 'same') ?? found[0];
}

/** What a claim leaves open and the report tells: that its figure is a target. */
function facetNote({ facet }: Fact, told: boolean): string | undefined {
  const aimed = facet === 'target' || facet === 'plan-target';
  return aimed && !told ? AIMED : undefined;
}

/** True where the words of a claim surely tell whether it is aimed at or reached. */
function isSureOf({ query: { facet, facetSure } }: AnswerContext): boolean {
  return facet !== undefined && facetSure === true;
}

const FIELDS = ['全国', '全省', '全市', '全区', '全州', '全球', '世界', '中部', '西部'];

/** A place in one field is none in another: 全省第一 against 全国第二. */
function sameField(context: AnswerContext, { quantity, text }: Claim, fact: Fact): boolean {
  if (quantity?.kind !== 'rank') return true;
  const own = FIELDS.find((f) => text.includes(f));
  const held = rankScope(context, fact);
  return own === undefined || held === '' || own === held;
}

/** The sentence that holds a claim's figure beside its words, where no figure was read from it. */
function saidInWords(context: AnswerContext, claim: Claim): Judged | undefined {
  const hits = findSentences(
    { ...context, query: { ...context.query, operation: 'passage' } },
    context.query.places[0]?.value,
  );
  // 科技型中小企业突破500家 bears out no 高新技术企业.
  const isOther = ({ report, clause }: SentenceHit): boolean =>
    clashingWords(contrasts(), report.view.text.slice(clause.start, clause.end), claim.text).length > 0;
  const told = hits.slice(0, 3).filter((h) => h.words >= HOLDS && holdsFigure(h, claim) && !isOther(h));
  // What only the turn before told is no part of the claim.
  const { facet: said } = context.query;
  const facet = said?.source === 'question' ? said.value : undefined;
  const asked = facet === undefined ? undefined : facet === 'target' || facet === 'plan-target' ? 'target' : 'outcome';
  const hit = told.find((h) => asked === undefined || sideOf(context, h, claim) === asked);
  if (hit) {
    const note = asked === undefined && sideOf(context, hit, claim) === 'target' ? { note: AIMED } : {};
    return { claim, verdict: 'supported', hit, likelihood: hit.likelihood, ...note };
  }
  // 粮食产量力争实现28亿斤 does not bear out that it came to so much.
  const [other] = told;
  return other && { claim, verdict: 'unsure', hit: other, note: asked === 'target' ? REACHED : AIMED };
}

/** The most figures of one sentence that are looked for together. */
const MOST_TOGETHER = 4;

/**
 * The sentence that holds all figures of one that is checked, in a clause or two that lie together (从147位升到87位), where it holds its
 * words too; undefined where none does.
 */
export function saidTogether(context: AnswerContext, claims: readonly Claim[]): SentenceHit | undefined {
  if (claims.length < 2 || claims.length > MOST_TOGETHER || claims.some((c) => c.quantity === undefined))
    return undefined;
  const hits = findSentences(
    { ...context, query: { ...context.query, operation: 'passage' } },
    context.query.places[0]?.value,
  );
  return hits.slice(0, 3).find((hit) => {
    if (hit.words < TELLS || hit.likelihood < WORTH_SHOWING) return false;
    const { start, end } = clauseAndNext(hit);
    const held = findQuantities(hit.report.view.text.slice(start, end));
    // Each in its turn: three figures that are alike are no single one.
    let from = 0;
    return claims.every(({ quantity }) => {
      const at = held.findIndex((q, i) => i >= from && sameFigure(q, quantity!));
      from = at + 1;
      return at >= 0;
    });
  });
}

function sameFigure(held: Quantity, told: Quantity): boolean {
  if (held.low !== told.low || held.high !== told.high) return false;
  return held.kind === 'rank' || told.kind === 'rank' ? held.kind === told.kind : held.unit === told.unit;
}

function holdsFigure({ report, span, clause }: SentenceHit, { quantity, frame }: Claim): boolean {
  const digits = (words: string) => (words.match(/[\d.]+|[一二三四五六七八九十百千]+/gu) ?? []).join(' ');
  const { text } = report.view;
  // A yearly average bears out no growth of one year.
  if (frame.measure !== 'average' && quantity!.unit === '%' && text.slice(span.start, span.end).includes('年均'))
    return false;
  const found = findQuantities(text.slice(span.start, span.end)).filter((q) => q.unit === quantity!.unit);
  if (quantity!.kind !== 'rank') return found.some((q) => digits(q.text) === digits(quantity!.text));
  // Of two ranks neither is surely its own.
  const told = clauseAndNext({ report, span, clause });
  const within = (q: { span: Span }) => q.span.start + span.start >= told.start && q.span.end + span.start <= told.end;
  const ranks = found.filter((q) => q.kind === 'rank' && within(q));
  return ranks.length === 1 && ranks[0]!.low === quantity!.low;
}

/** The clause that names a thing and the one behind it, in which its rank may stand. */
function clauseAndNext({ report, span, clause }: Pick<SentenceHit, 'report' | 'span' | 'clause'>): Span {
  const [next] = splitClauses(report.view.text, { start: clause.end, end: span.end });
  return { start: clause.start, end: next?.end ?? clause.end };
}

/** Share of the best clause's words from which a clause speaks of the thing too. */
const AS_MUCH = 0.85;

/** The clauses of a sentence that speak of the thing, each with the one behind it. */
function clausesOf({ query }: AnswerContext, hit: SentenceHit): Span[] {
  const terms = termsInWords(query);
  const { text } = hit.report.view;
  const share = ({ start, end }: Span): number => wideShareOf(terms, text.slice(start, end));
  const least = share(hit.clause) * AS_MUCH;
  return splitClauses(text, hit.span)
    .filter((clause) => share(clause) >= least)
    .map((clause) => clauseAndNext({ ...hit, clause }));
}

/** A statement without a figure, by the sentence that comes nearest. */
function judgeStatement(context: AnswerContext, claim: Claim): Judged {
  const hits = findSentences(context, context.query.places[0]?.value);
  const aimed = aimedAt(claim.text, hits);
  if (aimed) return { claim, ...aimed };
  const [hit] = hits;
  if (!hit?.accepted)
    return { claim, verdict: hit && hit.words >= TELLS ? 'unsure' : 'not-said', ...(hit ? { hit } : {}) };
  // 地铁通车了 is not borne out by a clause that says 开工.
  const told = hit.report.view.text.slice(hit.clause.start, hit.clause.end);
  if (clashingWords(contrasts(), told, claim.text).length > 0) return { claim, verdict: 'unsure', hit };
  const verdict = verdictOf(context, claim.text, hit);
  if (verdict === 'supported' && isOnlyMeant(claim.text, hit))
    return { claim, verdict: 'unsure', hit, note: PLANNED, likelihood: hit.likelihood };
  return { claim, verdict, hit, likelihood: hit.likelihood };
}

/** Sentences that are looked through for what became of a target. */
const LOOKED_THROUGH = 5;

/**
 * What a report says of a target that is told to have been reached or missed (GDP达到了年初的目标): the sentence whose clause speaks of the
 * target, and whether it says so too; undefined for any other statement.
 */
function aimedAt(
  text: string,
  hits: readonly SentenceHit[],
): Pick<Judged, 'hit' | 'verdict' | 'likelihood'> | undefined {
  const { negations } = checkWords();
  const { aims, undone } = questionWords();
  const has = (words: string, list: readonly string[]): boolean => list.some((w) => words.includes(w));
  const isAimed = (words: string): boolean => has(words, aims) && (has(words, negations) || has(words, REACHES));
  if (!isAimed(text)) return undefined;
  const hit = hits.slice(0, LOOKED_THROUGH).find(({ report, clause, words, likelihood }) => {
    const told = report.view.text.slice(clause.start, clause.end);
    return words >= TELLS && likelihood >= WORTH_SHOWING && (isAimed(told) || (has(told, aims) && has(told, undone)));
  });
  if (!hit) return undefined;
  const told = hit.report.view.text.slice(hit.clause.start, hit.clause.end);
  const missed = (words: string): boolean => has(words, negations) || has(words, undone);
  return { hit, verdict: missed(told) === missed(text) ? 'supported' : 'differs', likelihood: hit.likelihood };
}

/** That a target was reached. */
const REACHES = ['达到', '完成', '实现', '达成', '兑现', '超额'];

/** What a sentence makes of a statement: another place, another rank or number, or the words as they are. */
function verdictOf(context: AnswerContext, text: string, hit: SentenceHit): Verdict {
  const { first, negations, compared } = checkWords();
  const has = (words: string, list: readonly string[]) => list.some((w) => words.includes(w));
  const view = hit.report.view.text;
  const sentence = view.slice(hit.span.start, hit.span.end);
  const clause = view.slice(hit.clause.start, hit.clause.end);
  const place = placeAgainst(context, text, hit);
  if (place) return place;
  if (has(text, compared)) return 'unsure';
  const ranked = clausesOf(context, hit)
    .map((told) => view.slice(told.start, told.end))
    .join('');
  if (has(text, first) && RANKED.test(ranked)) return 'differs';
  if (has(text, first) && !has(ranked, first)) return 'unsure';
  if (numbersIn(text).length > 0 && figuresOf(clause).some((q) => !text.includes(q.text))) return 'differs';
  if (has(text, negations) !== has(sentence, negations)) return 'unsure';
  return hit.words >= TELLS || (hit.likelihood >= SURE && hit.words >= HALF) ? 'supported' : 'unsure';
}

/** A place of a statement that the sentence does not name, the report's own and those it lies in aside: another stands there, or none. */
function placeAgainst({ lexicon }: AnswerContext, text: string, hit: SentenceHit): Verdict | undefined {
  const own = hit.report.place?.id;
  const sentence = hit.report.view.text.slice(hit.span.start, hit.span.end);
  const named = (words: string) => lexicon.gazetteer.find(words).map((m) => m.place);
  const others = named(text).filter((p) => own !== undefined && p.id !== own && !lexicon.gazetteer.within(own, p.id));
  const missing = others.filter((p) => ![p.name, p.short, ...p.aliases].some((n) => sentence.includes(n)));
  if (missing.length === 0) return undefined;
  const instead = named(sentence).some((p) => missing.some((m) => m.level === p.level && m.id !== p.id));
  return instead ? 'differs' : 'unsure';
}

/** Numbers of a statement that no unit makes a figure: 一个市. */
function numbersIn(text: string): readonly string[] {
  return text.match(/[一二两三四五六七八九十\d]+(?=[个家座条项名])/gu) ?? [];
}

/** A place in an order below the first: 第二大. */
const RANKED = /第(?:[二三四五六七八九十]|[2-9])/u;
