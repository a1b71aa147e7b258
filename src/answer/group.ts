import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { fillsIn } from '../matching/compare.js';
import { reportPatterns } from '../matching/report-patterns.js';
import type { Candidate } from '../matching/types.js';
import type { AnswerContext } from './context.js';

/** Candidates whose score comes this close to the best one's are weighed against it. */
export const NEAR = 0.95;

/** Candidates this close to the best one are named beside it. */
export const TIED = 0.985;

/** Of 由49.3%提高到58% the first figure is only the base of the second: without a year asked for it is left out. */
export function withoutBases(answers: readonly Candidate[], anyTime: boolean): Candidate[] {
  if (!anyTime) return [...answers];
  return answers.filter(
    (a) =>
      !answers.some(
        (b) =>
          b.fact.report === a.fact.report &&
          b.fact.clause.start === a.fact.clause.start &&
          sameThing(a.fact, b.fact) &&
          b.fact.period.to > a.fact.period.to,
      ),
  );
}

/** Where target and outcome of one thing and year both answer, and the question names no side, what was reached stands first. */
export function reachedFirst(answers: readonly Candidate[]): Candidate[] {
  const [best, ...rest] = answers;
  if (best?.fact.facet !== 'target') return [...answers];
  const reached = rest.find(
    ({ fact }) =>
      fact.facet === 'outcome' &&
      fact.place === best.fact.place &&
      (sameThing(fact, best.fact) || sameIndicator(fact, best.fact)) &&
      sameYears(fact, best.fact),
  );
  return reached ? [{ ...reached, score: best.score }, best, ...rest.filter((c) => c !== reached)] : [...answers];
}

/** Where the best only says what mark was passed (迈上2万亿元), the figure itself stands first. */
export function exactFirst(answers: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const [best, ...rest] = answers;
  if (best?.fact.quantity.bound !== '>=') return [...answers];
  const exact = candidates.find(
    ({ fact }) =>
      fact.place === best.fact.place &&
      fact.measure === best.fact.measure &&
      sameYears(fact, best.fact) &&
      (fact.subject === best.fact.subject ||
        (fact.indicator !== undefined && fact.indicator === best.fact.indicator)) &&
      fillsIn(best.fact, fact),
  );
  if (!exact) return [...answers];
  const { score, likelihood } = best;
  return [{ ...exact, score, likelihood }, best, ...rest.filter((c) => c !== exact)];
}

/** 全社会固定资产投资 aimed at and 固定资产投资 reached. */
function sameIndicator(a: Fact, b: Fact): boolean {
  const named = a.indicator !== undefined && a.indicator === b.indicator && a.scope === b.scope;
  return named && a.measure === b.measure && a.quantity.unit === b.quantity.unit;
}

function sameThing(a: Fact, b: Fact): boolean {
  return a.subject === b.subject && a.measure === b.measure && a.quantity.unit === b.quantity.unit;
}

/** The best candidate and those that say the same of the same thing elsewhere, or contradict it on equal terms. */
export function bestGroup(answers: readonly Candidate[]): Candidate[] {
  const best = answers[0]!;
  const group = [best];
  for (const other of answers.slice(1)) {
    if (other.score < best.score * NEAR) break;
    // What only says that a mark was passed tells nothing else.
    if (sameTerms(best.fact, other.fact) && !fillsIn(other.fact, best.fact)) group.push(other);
  }
  return group;
}

/** Of 超过236公里，力争250公里 the first is the aim, the second what is striven for beyond it. */
export function firstTierFirst(
  context: AnswerContext,
  group: readonly Candidate[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const best = group[0]!.fact;
  const first = candidates.find((c) => c !== group[0] && sameTerms(c.fact, best) && secondTier(context, c.fact, best));
  return first ? [first, ...group.filter((c) => c !== first)] : group;
}

function sameTerms(a: Fact, b: Fact): boolean {
  return (
    a.place === b.place &&
    a.facet === b.facet &&
    a.measure === b.measure &&
    a.quantity.unit === b.quantity.unit &&
    sameYears(a, b) &&
    (a.subject === b.subject || (a.indicator !== undefined && a.indicator === b.indicator && a.scope === b.scope))
  );
}

export function sameFigure(a: Fact, b: Fact): boolean {
  return (
    a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && a.quantity.bound === b.quantity.bound
  );
}

/** Candidates as good as the best one but of another time: the question left the time open. */
export function otherTimes(answers: readonly Candidate[], best: Candidate): Candidate[] {
  const near = answers.filter(
    (a) =>
      a.score >= best.score * 0.93 &&
      (a.fact.period.to !== best.fact.period.to || a.fact.period.from !== best.fact.period.from) &&
      !sameFigure(a.fact, best.fact),
  );
  const seen = new Set<string>();
  return near.filter((a) => {
    const key = `${a.fact.period.from}-${a.fact.period.to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Another figure that meets the question as well as the best one but is of something else. */
export function tiedWith(answers: readonly Candidate[], group: readonly Candidate[]): Fact | undefined {
  const best = group[0]!;
  return answers.find(
    (c) =>
      !group.includes(c) &&
      c.score >= best.score * TIED &&
      c.fact.subject !== best.fact.subject &&
      c.fact.place === best.fact.place &&
      c.fact.facet === best.fact.facet &&
      c.fact.quantity.unit === best.fact.quantity.unit &&
      !sameFigure(c.fact, best.fact),
  )?.fact;
}

/** For a target said both as growth and as amount: the one that was not taken. */
export function otherMeasure(answers: readonly Candidate[], best: Fact): Fact | undefined {
  if (best.facet !== 'target' || best.indicator === undefined) return undefined;
  return answers.find(
    ({ fact }) =>
      fact.indicator === best.indicator &&
      fact.facet === 'target' &&
      fact.measure !== best.measure &&
      (fact.measure === 'level' || fact.measure === 'growth') &&
      fact.quantity.kind === 'number' &&
      fact.scope === best.scope &&
      sameYears(fact, best),
  )?.fact;
}

function sameYears(a: Fact, b: Fact): boolean {
  return a.period.from === b.period.from && a.period.to === b.period.to && a.period.part === b.period.part;
}

/** 省 and 市 before the same name tell two things apart that a question may leave together: 省重点项目, 市重点项目. */
const LEVEL = /^(?:国家级?|省级?|市级?|县级?|区级?|州级?)(?=[\p{Script=Han}]{3})/u;

/** True where the question does not say itself whether the state's, the province's or the city's is meant. */
export function leavesLevelOpen(query: Frame, best: Fact): boolean {
  const level = LEVEL.exec(best.subject)?.[0];
  return (
    level === undefined || !query.residue.some((run) => run.startsWith(level)) || !/的$/u.test(beforeRun(query, level))
  );
}

/** What stands in the question before the first run that begins so. */
function beforeRun(query: Frame, level: string): string {
  const run = query.residue.find((r) => r.startsWith(level)) ?? '';
  return query.text.slice(0, query.text.indexOf(run));
}

export function isSibling(a: Fact, b: Fact): boolean {
  if (a.subject === b.subject || a.subject.replace(LEVEL, '') !== b.subject.replace(LEVEL, '')) return false;
  return sameTerms({ ...a, subject: '' }, { ...b, subject: '' }) && !sameFigure(a, b);
}

/** True where a sentence sets a target and a higher one to strive for: 增长12.5%，力争达到13.5%. */
export function secondTier(context: AnswerContext, first: Fact, second: Fact): boolean {
  if (
    first.report !== second.report ||
    first.sentence.start !== second.sentence.start ||
    second.span.start < first.span.end
  )
    return false;
  const between = context.store.report(first.report).view.text.slice(first.span.end, second.span.start);
  return between.length < 20 && reportPatterns().sentences.aimBetween.in(between);
}

/** A fact of the same thing and year under the other facet, when the question did not say which. */
export function otherFacet(answers: readonly Candidate[], best: Fact): Fact | undefined {
  return answers.find(
    ({ fact }) =>
      fact.facet !== best.facet &&
      sameYears(fact, best) &&
      fact.place === best.place &&
      fact.quantity.unit === best.quantity.unit &&
      (fact.subject === best.subject || (fact.indicator !== undefined && fact.indicator === best.indicator)),
  )?.fact;
}

/** The candidates of the newest report, those of one year before those of a longer stretch. */
export function newest({ store }: AnswerContext, answers: readonly Candidate[]): Candidate[] {
  const yearOf = ({ fact }: Candidate): number => store.head(fact.report)?.year ?? 0;
  const last = Math.max(...answers.map(yearOf));
  const own = answers.filter((c) => yearOf(c) === last);
  const ofYear = own.filter(({ fact }) => fact.period.from === fact.period.to);
  return ofYear.length > 0 ? ofYear : own;
}
