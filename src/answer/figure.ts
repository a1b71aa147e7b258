import type { Fact } from '../facts/types.js';
import type { Indicator, Place } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import type { Query } from '../question/types.js';
import { clarifyPlace, clarifyYear } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { answerFigures } from './figures.js';
import { furtherFact, furtherName } from './further.js';
import { readingOf } from './reading.js';
import { refuseFigure } from './refusal.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { answerFacet, FACET_NAMES, sayFigure, sayPeriod, saySubject } from './wording.js';

/** Candidates whose score comes this close to the best one's are weighed against it. */
const NEAR = 0.95;
/** Candidates this close to the best one are named beside it. */
const TIED = 0.985;
/** Reports over which a figure is looked for when no place is named; with more the place is asked for. */
const MAX_REPORTS_WITHOUT_PLACE = 60;

/** Answers a question for one figure, or says why not. */
export function answerFigure(context: AnswerContext): Answer {
  const { store, query } = context;
  const place = query.places[0]?.value;
  if (!place) {
    const onlySlots = query.residue.join('').length < 2;
    if (onlySlots || store.heads.length > MAX_REPORTS_WITHOUT_PLACE) return clarifyPlace(context);
  }
  const resolved = resolve(context, place, query.periods[0]);
  const answers = withoutBases(resolved.candidates.filter(isAnswer), resolved.period === undefined);
  if (answers.length === 0) return answerSpecific(context) ?? answerRank(context) ?? refuseFigure(context, resolved);
  if (!place) {
    const places = [...new Set(answers.filter((a) => a.score >= answers[0]!.score * NEAR).map((a) => a.fact.place))];
    if (places.length > 1) return clarifyPlace(context, places);
  }
  const group = firstTierFirst(context, bestGroup(answers));
  if (!resolved.period && query.reportYear === undefined) {
    const open = otherTimes(answers, group[0]!);
    if (open.length > 0 && LATEST.test(query.text))
      return sayFigureAnswer(context, resolved, bestGroup(latest(answers, open)), answers);
    if (open.length > 0) return clarifyYear(context, place, [group[0]!.fact, ...open.map((c) => c.fact)]);
  }
  return sayFigureAnswer(context, resolved, group, answers);
}

/** The rank of an indicator, said right behind its figure (增长2.4%、增速在全省排名第1) without naming it again. */
function answerRank(context: AnswerContext): Answer | undefined {
  const { query } = context;
  const place = query.places[0]?.value;
  if (query.measure !== 'rank' || !place || query.indicators.length !== 1) return undefined;
  const open = { ...context, query: { ...query, measure: undefined, units: [] } };
  const resolved = resolve(open, place, query.periods[0]);
  for (const of of resolved.candidates.filter(isAnswer)) {
    const rank = furtherFact(context, of.fact, 'rank');
    if (rank) return sayFigureAnswer(context, resolved, [{ ...of, fact: { ...rank, subject: of.fact.subject } }], []);
  }
  return undefined;
}

/** What may stand before a general name without making it another thing (进出口总额 is no 出口总额). */
const QUALIFIER = /^(?:城镇|农村|全体|城镇登记|城镇调查|登记|调查|规模以上|全社会|地方|基本)$/u;

/** A general name (失业率) that the reports only use with more (城镇调查失业率, 城镇登记失业率): the one that is said answers, several are listed. */
function answerSpecific(context: AnswerContext): Answer | undefined {
  const { lexicon, query } = context;
  const general = query.indicators[0]?.value;
  const place = query.places[0]?.value;
  if (!general || !place || query.indicators.length > 1) return undefined;
  const specific = lexicon.indicators.list
    .filter((i) => (general.covers ? general.covers.includes(i.id) : qualifies(i, general)))
    .filter((i) => resolve(withIndicator(context, i), place, query.periods[0]).candidates.some(isAnswer));
  const [only] = specific;
  if (!only) return undefined;
  return specific.length === 1 ? answerFigure(withIndicator(context, only)) : answerFigures(context, specific);
}

/** True where an indicator is the general one with a harmless word before it. */
function qualifies(specific: Indicator, general: Indicator): boolean {
  const before = specific.name.endsWith(general.name) ? specific.name.slice(0, -general.name.length) : '';
  return QUALIFIER.test(before);
}

function withIndicator(context: AnswerContext, indicator: Indicator): AnswerContext {
  return { ...context, query: { ...context.query, indicators: [{ value: indicator, source: 'question' }] } };
}

/** Words that ask for more than one figure. */
const SEVERAL = /分别|各(?:是|为|有)?(?:多少|几)|[两二三四五六][个种档类]/u;

/** Words that ask for the newest figure there is. */
const LATEST = /现在|目前|如今|最新|眼下/u;

/** Of 由49.3%提高到58% the first figure is only the base of the second: without a year asked for it is left out. */
function withoutBases(answers: readonly Candidate[], anyTime: boolean): Candidate[] {
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

function sameThing(a: Fact, b: Fact): boolean {
  return a.subject === b.subject && a.measure === b.measure && a.quantity.unit === b.quantity.unit;
}

/** The candidates of the newest time among the best and those of other times. */
function latest(answers: readonly Candidate[], open: readonly Candidate[]): Candidate[] {
  const newest = Math.max(answers[0]!.fact.period.to, ...open.map((c) => c.fact.period.to));
  return answers.filter((c) => c.fact.period.to === newest);
}

/** The best candidate and those that say the same of the same thing elsewhere, or contradict it on equal terms. */
function bestGroup(answers: readonly Candidate[]): Candidate[] {
  const best = answers[0]!;
  const group = [best];
  for (const other of answers.slice(1)) {
    if (other.score < best.score * NEAR) break;
    if (sameTerms(best.fact, other.fact)) group.push(other);
  }
  return group;
}

/** Of 超过236公里，力争250公里 the first is the aim, the second what is striven for beyond it. */
function firstTierFirst(context: AnswerContext, group: readonly Candidate[]): readonly Candidate[] {
  const first = group.find((c) => c !== group[0] && secondTier(context, c.fact, group[0]!.fact));
  return first ? [first, ...group.filter((c) => c !== first)] : group;
}

function sameTerms(a: Fact, b: Fact): boolean {
  return (
    a.place === b.place &&
    a.facet === b.facet &&
    a.measure === b.measure &&
    a.quantity.unit === b.quantity.unit &&
    a.period.from === b.period.from &&
    a.period.to === b.period.to &&
    a.period.part === b.period.part &&
    (a.subject === b.subject || (a.indicator !== undefined && a.indicator === b.indicator && a.scope === b.scope))
  );
}

function sameFigure(a: Fact, b: Fact): boolean {
  return (
    a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && a.quantity.bound === b.quantity.bound
  );
}

/** Candidates as good as the best one but of another time: the question left the time open. */
function otherTimes(answers: readonly Candidate[], best: Candidate): Candidate[] {
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

function sayFigureAnswer(
  context: AnswerContext,
  resolved: Resolved,
  group: readonly Candidate[],
  answers: readonly Candidate[],
): Answer {
  const { store, lexicon, query } = context;
  const best = group[0]!.fact;
  const draft = newDraft();
  addFact(draft, store, lexicon, best);
  const tier = group.slice(1).find((c) => !sameFigure(c.fact, best) && secondTier(context, best, c.fact))?.fact;
  if (tier) addFact(draft, store, lexicon, tier);
  const sibling = leavesLevelOpen(query, best)
    ? answers.find((c) => c.score >= group[0]!.score * NEAR && isSibling(best, c.fact))?.fact
    : undefined;
  if (sibling) addFact(draft, store, lexicon, sibling);
  const others = group.slice(1).filter((c) => c.fact !== tier && !sameFigure(c.fact, best));
  // 两个档次分别提高到1100元和950元: several figures of one thing in one clause are one answer.
  const companions = SEVERAL.test(query.text)
    ? others.filter((c) => c.fact.report === best.report && c.fact.clause.start === best.clause.start)
    : [];
  for (const { fact } of companions) addFact(draft, store, lexicon, fact);
  const different = others.filter((c) => !companions.includes(c));
  const further = query.further.map((what) => ({ what, fact: furtherFact(context, best, what) }));
  for (const { fact } of further) if (fact) addFact(draft, store, lexicon, fact);
  const second = query.second && secondFact(context, query.second, resolved, best);
  if (second) addFact(draft, store, lexicon, second);
  const body: string[] = [];
  for (const { fact } of group
    .slice(1)
    .filter((c) => sameFigure(c.fact, best))
    .slice(0, 1))
    if (fact.report !== best.report) addFact(draft, store, lexicon, fact);
  const seen = new Set<string>();
  for (const { fact } of different) {
    const said = sayFigure(fact);
    if (seen.has(said)) continue;
    seen.add(said);
    addFact(draft, store, lexicon, fact);
    draft.notes.push(
      `另一处的说法不同：${saySubject(fact, lexicon)} ${said}（《${store.report(fact.report).title}》），两处都列出，不作取舍`,
    );
  }
  if (best.period.part && !query.periods[0]?.value.part) draft.notes.push(`这是${sayPeriod(best)}的数，不是全年数`);
  const level = otherMeasure(answers, best);
  if (level && query.measure === undefined && query.units.length === 0) {
    body.push(`同处还说：${saySubject(level, lexicon)}${sayFigure(level)}`);
    addFact(draft, store, lexicon, level);
  }
  const tied = sibling ? undefined : tiedWith(answers, group);
  if (tied) {
    body.push(`相近的还有：${saySubject(tied, lexicon)} ${sayFigure(tied)}`);
    addFact(draft, store, lexicon, tied);
  }
  const other = otherFacet(answers, best);
  if (other && !query.facet) {
    body.push(`另有${FACET_NAMES[answerFacet(other)]}：${sayFigure(other)}`);
    addFact(draft, store, lexicon, other);
  }
  const settled = {
    years: [{ value: sayPeriod(best), source: resolved.period?.source ?? ('corpus' as const) }],
    indicator: { value: saySubject(best, lexicon), source: query.indicators[0]?.source ?? ('question' as const) },
    facet: { value: best.facet, source: 'corpus' as const },
  };
  const places = query.places.length > 0 ? query.places : placeSlot(context, best.place);
  return compose({
    kind: 'figure',
    headline: [
      headlineOf(context, best),
      ...companions.map((c) => `、${sayFigure(c.fact)}`),
      ...further.map(({ what, fact }) =>
        fact
          ? `，${what === 'total' ? furtherName(what) : ''}${rankScope(context, fact)}${sayFigure(fact)}`
          : `；${furtherName(what)}报告没有说`,
      ),
      query.second ? `；${saySecond(context, query.second, second)}` : '',
      tier ? `，力争${sayFigure(tier)}` : '',
      sibling ? `；${saySubject(sibling, lexicon)}：${sayFigure(sibling)}` : '',
    ].join(''),
    body,
    understood: readingOf({ ...query, places }, settled),
    draft,
    suggestions: suggestAfterFigure(context, best),
  });
}

/** The figure for the second thing asked (总里程多少), at the place and time of the first. */
function secondFact(context: AnswerContext, second: Query, { place, period }: Resolved, first: Fact): Fact | undefined {
  const { query } = context;
  const open = { ...second, places: query.places, reportYear: query.reportYear, facet: second.facet ?? query.facet };
  const { candidates } = resolve({ ...context, query: open }, place, second.periods[0] ?? period);
  const found = candidates.filter((c) => isAnswer(c) && c.fact.id !== first.id).map((c) => c.fact);
  return found.find((f) => f.report === first.report && f.sentence.start === first.sentence.start) ?? found[0];
}

function saySecond({ lexicon }: AnswerContext, second: Query, fact: Fact | undefined): string {
  if (fact) return `${saySubject(fact, lexicon)}：${sayFigure(fact)}`;
  return `${second.indicators[0]?.value.name ?? second.residue.join('')}报告没有说`;
}

/** Another figure that meets the question as well as the best one but is of something else. */
function tiedWith(answers: readonly Candidate[], group: readonly Candidate[]): Fact | undefined {
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
function otherMeasure(answers: readonly Candidate[], best: Fact): Fact | undefined {
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
function leavesLevelOpen(query: Query, best: Fact): boolean {
  const level = LEVEL.exec(best.subject)?.[0];
  return (
    level === undefined || !query.residue.some((run) => run.startsWith(level)) || !/的$/u.test(beforeRun(query, level))
  );
}

/** What stands in the question before the first run that begins so. */
function beforeRun(query: Query, level: string): string {
  const run = query.residue.find((r) => r.startsWith(level)) ?? '';
  return query.text.slice(0, query.text.indexOf(run));
}

function isSibling(a: Fact, b: Fact): boolean {
  if (a.subject === b.subject || a.subject.replace(LEVEL, '') !== b.subject.replace(LEVEL, '')) return false;
  return sameTerms({ ...a, subject: '' }, { ...b, subject: '' }) && !sameFigure(a, b);
}

/** True where a sentence sets a target and a higher one to strive for: 增长12.5%，力争达到13.5%. */
function secondTier(context: AnswerContext, first: Fact, second: Fact): boolean {
  if (
    first.report !== second.report ||
    first.sentence.start !== second.sentence.start ||
    second.span.start < first.span.end
  )
    return false;
  const between = context.store.report(first.report).view.text.slice(first.span.end, second.span.start);
  return between.length < 20 && /力争|争取|奋斗|冲刺|确保/u.test(between);
}

function placeSlot(context: AnswerContext, id: string): { value: Place; source: 'corpus' }[] {
  const place = context.lexicon.gazetteer.get(id);
  return place ? [{ value: place, source: 'corpus' }] : [];
}

/** 常德市2022年地区生产总值目标：增长7%以上 */
export function headlineOf(context: AnswerContext, fact: Fact): string {
  const { lexicon } = context;
  const place = lexicon.gazetteer.get(fact.place)?.name ?? '';
  const facet = answerFacet(fact);
  const label =
    facet === 'outcome' || facet === 'estimate'
      ? ''
      : facet === 'cumulative' && fact.measure === 'average'
        ? ''
        : FACET_NAMES[facet];
  const said = rankScope(context, fact) + sayFigure(fact);
  return `${place}${sayPeriod(fact)}${saySubject(fact, lexicon)}${label}：${said}${facet === 'estimate' ? '（预计）' : ''}`;
}

/** The field of a rank, as it stands before it: 全省 of 居全省第2. */
function rankScope(context: AnswerContext, fact: Fact): string {
  if (fact.measure !== 'rank') return '';
  const before = context.store.report(fact.report).view.text.slice(Math.max(0, fact.span.start - 4), fact.span.start);
  return /(?:全国|全省|全市|全区|全县|全州|世界|全球|中部|西部)$/u.exec(before)?.[0] ?? '';
}

/** A fact of the same thing and year under the other facet, when the question did not say which. */
function otherFacet(answers: readonly Candidate[], best: Fact): Fact | undefined {
  return answers.find(
    ({ fact }) =>
      fact.facet !== best.facet &&
      fact.period.from === best.period.from &&
      fact.period.to === best.period.to &&
      fact.place === best.place &&
      fact.quantity.unit === best.quantity.unit &&
      (fact.subject === best.subject || (fact.indicator !== undefined && fact.indicator === best.indicator)),
  )?.fact;
}
