import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import type { Indicator, Place } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import { clarifyPlace, clarifyYear } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { answerFigures } from './figures.js';
import { furtherFact, furtherName } from './further.js';
import {
  bestGroup,
  firstTierFirst,
  isSibling,
  latest,
  leavesLevelOpen,
  NEAR,
  otherFacet,
  otherMeasure,
  otherTimes,
  sameFigure,
  secondTier,
  TIED,
  tiedWith,
  withoutBases,
} from './group.js';
import { readingOf } from './reading.js';
import { refuseFigure } from './refusal.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { answerFacet, FACET_NAMES, sayFacet, sayFigure, sayPeriod, saySubject } from './wording.js';

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
  // Where the report itself does not tell them apart, neither may be said alone.
  const apart = others.some((c) => c.score >= group[0]!.score * TIED && isBesideUntold(c.fact, best));
  const companions =
    SEVERAL.test(query.text) || apart
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

/** Two figures with 分别 in one clause for one subject: which is whose is not told. */
function isBesideUntold(a: Fact, b: Fact): boolean {
  return (
    a.report === b.report && a.clause.start === b.clause.start && a.subject === b.subject && a.measure === b.measure
  );
}

/** The figure for the second thing asked (总里程多少), at the place and time of the first. */
function secondFact(context: AnswerContext, second: Frame, { place, period }: Resolved, first: Fact): Fact | undefined {
  const { query } = context;
  const open = { ...second, places: query.places, reportYear: query.reportYear, facet: second.facet ?? query.facet };
  const { candidates } = resolve({ ...context, query: open }, place, second.periods[0] ?? period);
  const found = candidates.filter((c) => isAnswer(c) && c.fact.id !== first.id).map((c) => c.fact);
  return found.find((f) => f.report === first.report && f.sentence.start === first.sentence.start) ?? found[0];
}

function saySecond({ lexicon }: AnswerContext, second: Frame, fact: Fact | undefined): string {
  if (fact) return `${saySubject(fact, lexicon)}：${sayFigure(fact)}`;
  return `${second.indicators[0]?.value.name ?? second.residue.join('')}报告没有说`;
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
  const label = facet === 'outcome' || facet === 'estimate' ? '' : sayFacet(fact);
  const said = rankScope(context, fact) + sayFigure(fact);
  return `${place}${sayPeriod(fact)}${saySubject(fact, lexicon)}${label}：${said}${facet === 'estimate' ? '（预计）' : ''}`;
}

/** The field of a rank, as it stands before it: 全省 of 居全省第2. */
function rankScope(context: AnswerContext, fact: Fact): string {
  if (fact.measure !== 'rank') return '';
  const before = context.store.report(fact.report).view.text.slice(Math.max(0, fact.span.start - 4), fact.span.start);
  return /(?:全国|全省|全市|全区|全县|全州|世界|全球|中部|西部)$/u.exec(before)?.[0] ?? '';
}
