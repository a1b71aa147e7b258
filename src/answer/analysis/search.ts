import type { InWords, Missing, Row } from '../../analysis/row.js';
import type { Facet, Fact } from '../../facts/types.js';
import type { AskedTime } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import type { Place } from '../../lexicon/types.js';
import { comparable } from '../../matching/compare.js';
import type { Candidate } from '../../matching/types.js';
import { analysisWords } from '../../question/analysis/words.js';
import { yearPeriod } from '../../question/periods.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import type { AnswerContext } from '../context.js';
import { withoutBases } from '../group.js';
import { isAnswer, resolve } from '../resolve.js';

/** A place and a time to look a figure up for, with the years of the place's reports. */
export interface Asked {
  readonly place: Place;
  readonly time: AskedTime;
  readonly held: readonly number[];
}

/** A row's figure must meet the question's words almost as well as its best one: 31个贫困乡镇 is no 380个贫困村. */
const SAME_THING = 0.9;

/**
 * Looks figures up in the reports themselves, one place and time after another, all of one kind: the kind that most rows can give.
 * @param side what the figures must be, where neither the question nor the time says so.
 */
export function searchRows(
  context: AnswerContext,
  subject: Frame,
  asked: readonly Asked[],
  side: Facet | undefined,
): Row[] {
  const found = eachAtHand(asked, (a) => candidatesFor(context, subject, a, a.time.facet ?? side));
  const isLoose = context.lexicon.indicators.isLoose;
  // 财政收入 of one report may be the total, and 一般公共预算收入 of another is not.
  const alike = (a: Fact, b: Fact): boolean =>
    comparable(a, b) && (isLoose(a.subject) || isLoose(b.subject) ? a.subject === b.subject : true);
  const facetOpen = side === undefined && subject.facet === undefined && asked.every((a) => !a.time.facet);
  const model = modelOf(found, alike, facetOpen);
  return asked.map((a, i): Row => {
    const base = baseOf(a);
    const [best] = found[i]!;
    if (!best) return { ...base, missing: notFound(gapOf(a, a.time.facet ?? side ?? subject.facet?.value)) };
    const enough = best.fit.words * SAME_THING;
    const fits = found[i]!.find(
      (c) =>
        c.fit.words >= enough &&
        (!model || (alike(c.fact, model) && (!facetOpen || sameSide(c.fact, model)))) &&
        !isOfOtherKind(context, subject, c.fact),
    );
    return fits
      ? { ...base, ...(a.time.any ? { year: fits.fact.period.to, label: undefined } : {}), ...toldBy(fits.fact) }
      : { ...base, missing: 'other', other: best.fact };
  });
}

/** What a row tells by a fact: its figure, or the words that stand where a number would (与上年持平), by which nothing is computed. */
export function toldBy(fact: Fact): Pick<Row, 'value' | 'missing' | 'words'> {
  const { low, high } = fact.quantity;
  return low === null && high === null ? { missing: 'words', words: wordsOf(fact) } : { value: fact };
}

export function wordsOf(fact: Fact): InWords {
  return { report: fact.report, text: fact.quantity.text, span: fact.clause, section: fact.section };
}

/** True for a figure that the words right before it make another one than the thing's own, where the question does not say them: 在建里程. */
function isOfOtherKind({ store }: AnswerContext, { text: asked }: Frame, { report, clause, span }: Fact): boolean {
  const before = store.report(report).view.text.slice(clause.start, span.start);
  const own = before.slice(Math.max(...[...'，、；,;'].map((mark) => before.lastIndexOf(mark))) + 1);
  return analysisWords().otherKinds.some((word) => own.includes(word) && !asked.includes(word));
}

/** The figures that may answer for one place and time, best first. */
export function candidatesFor(
  context: AnswerContext,
  subject: Frame,
  { place, time }: Asked,
  side: Facet | undefined,
): readonly Candidate[] {
  const query: Frame = {
    ...subject,
    ...(side ? { facet: { value: side, source: 'question' }, facetSure: true, bothFacets: false } : {}),
    ...(time.reportYear === undefined ? {} : { reportYear: time.reportYear }),
  };
  const period =
    time.period ??
    (time.reportYear === undefined ? { value: yearPeriod(time.year), source: 'question' as const } : undefined);
  const resolved = resolve({ ...context, query }, place, time.any ? undefined : period);
  const { value: of } = resolved.period ?? {};
  // A mean over several years is no figure of the year that they end with.
  const isOfTime = ({ period: own, measure }: Fact): boolean =>
    of?.kind !== 'year' || measure !== 'average' || own.from === own.to;
  // 森林覆盖率居全国第一 is no figure of it.
  const ranked = subject.measure === 'rank';
  // 从6333公里增加到7809公里: what a report says of a thing without a year is where it came to.
  return withoutBases(
    resolved.candidates.filter((c) => isAnswer(c) && isOfTime(c.fact) && (ranked || c.fact.measure !== 'rank')),
    resolved.period === undefined,
  );
}

/** The row of a place and time before anything is found. */
export function baseOf({ place, time }: Asked): Pick<Row, 'place' | 'year' | 'label'> {
  return { place, year: time.year, ...(time.label === `${time.year}年` ? {} : { label: time.label }) };
}

/** True where a report is held that could say the figure. */
export function isHeld({ held, time }: Asked, side: Facet | undefined): boolean {
  if (time.reportYear !== undefined) return held.includes(time.reportYear);
  return held.includes(time.year) || (side !== 'target' && held.includes(time.year + 1));
}

/** What was looked for by the words of a question may be said in others: that it was not found is no denial. */
export function notFound(missing: ReturnType<typeof gapOf>): Missing {
  return missing === 'not-said' ? 'not-found' : missing;
}

/** Why there is no figure where none was found: which report would have to tell it. */
export function gapOf(asked: Asked, side: Facet | undefined): 'not-held' | 'not-reviewed' | 'not-said' {
  if (!isHeld(asked, side)) return 'not-held';
  const { held, time } = asked;
  const reviewed = side !== 'outcome' || time.reportYear !== undefined || held.includes(time.year + 1);
  return reviewed ? 'not-said' : 'not-reviewed';
}

/** True for two figures of what is aimed at, or two of what was reached. */
function sameSide(a: Fact, b: Fact): boolean {
  const ahead = ({ facet }: Fact) => facet === 'target' || facet === 'plan-target';
  return ahead(a) === ahead(b);
}

/** The figure whose kind (measure, unit, and facet where the question leaves it open) the most rows can match. */
function modelOf(
  rows: readonly (readonly Candidate[])[],
  alike: (a: Fact, b: Fact) => boolean,
  facetOpen: boolean,
): Fact | undefined {
  const tops = rows.slice(0, MOST_MODELS).flatMap((r) => r.slice(0, 3));
  let best: { fact: Fact; rows: number; score: number } | undefined;
  for (const { fact, score } of tops) {
    const count = rows.filter((r) =>
      r.some((c) => alike(c.fact, fact) && (!facetOpen || sameSide(c.fact, fact))),
    ).length;
    if (!best || count > best.rows || (count === best.rows && score > best.score)) best = { fact, rows: count, score };
  }
  return best?.fact;
}

/** From so many rows the kind that most of them tell is taken. */
const MOST_MODELS = 40;
