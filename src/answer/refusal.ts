import type { AskedPeriod, Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { figureAskOf, termsOfFrame } from '../matching/ask.js';
import type { Contradiction } from '../matching/contradiction.js';
import type { FigureAsk } from '../matching/figure-ask.js';
import { heldNamesOf, sayName } from '../matching/held-names.js';
import { isTerm, isUnreadable, unheldShare, unheldWords } from '../matching/held-words.js';
import { nearestFigures } from '../matching/rank.js';
import { reportsFor } from '../matching/reports.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { Candidate } from '../matching/types.js';
import { patterns } from '../question/patterns/index.js';
import type { ReportHead } from '../retrieval/types.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldPlaces, heldYears } from './context.js';
import { findSentences } from './find-sentences.js';
import { readingOf } from './reading.js';
import type { Resolved } from './resolve.js';
import type { Answer } from './schema.js';
import { wordsAsked } from './subject.js';
import { suggestFor } from './suggestions.js';
import { answerFacet, FACET_NAMES, sayFacet, sayFigure, sayPeriod, saySubject } from './wording.js';

/** How many of the nearest figures are shown under a refusal. */
const NEAREST = 2;
/** From which share of the best score a figure is as near in meaning. */
const ALIKE = 0.85;
/** Share of the question's words that a figure must hold to be named as near. */
const NEAR_WORDS = 0.5;
/** Share of the question's words from which a figure is of the thing that is asked for. */
const OF_THE_THING = 0.75;
/** Share of the question's words from which a sentence holds the thing. */
const HOLDS = 0.4;
/** A share of the question's words below which no sentence speaks of the thing: only then the reports do not say it. */
const NOWHERE = 0.25;
/** The most characters of the question that are said back. */
const MAX_SUBJECT = 40;
/** The most characters of a near sentence that are shown. */
const MAX_NEAR = 90;
/** How many held places are named. */
const MAX_NAMED = 12;

/** The no to a question that names a time that there cannot be (3000年, 13月): it is named, and no other is answered for. */
export function refuseTime(context: AnswerContext, time: string): Answer {
  const [place, ...more] = context.query.places.map(({ value }) => value);
  const held = place && more.length === 0 ? heldYears(context.store, place) : [];
  const lines = place && held.length > 0 ? [yearsLine(place, held)] : [];
  return refuse(context, 'not-understood', `没有看懂“${time}”：没有这样的时间，请改一下年份或月份再问`, [], lines);
}

/** Says which kind of no it is for a figure, with the nearest that is held. */
export function refuseFigure(context: AnswerContext, resolved: Resolved): Answer {
  const { query } = context;
  const { place } = resolved;
  const missing = place && missingReport(context, place, resolved.period?.value);
  if (missing) return missing;
  if (
    place &&
    heldYears(context.store, place).length === 0 &&
    reportsFor(context.store, context.lexicon, { place }).every((h) => h.kind === 'news')
  )
    return refuse(
      context,
      'not-held',
      `没有收录${place.name}的政府工作报告，只有新闻稿，其中没有说`,
      [],
      [heldLine(context)],
    );
  if (!place && query.periods.length === 0 && query.indicators.length === 0) return refuseNotUnderstood(context);
  const near = nearest(context, resolved.ask);
  const what = `${place?.name ?? ''}${resolved.period?.value.label ?? (query.reportYear !== undefined ? `${query.reportYear}年` : '')}${namedIn(context, resolved)}“${subjectOf(query)}”`;
  // Where growth alone is told of an amount, that says more than of which side the nearest figure is.
  const byMeasure = near[0]?.contradiction === 'facet' ? near.find(isOfOtherKind) : undefined;
  const only = onlyLine(byMeasure ?? near[0], resolved.ask);
  const hits = findSentences(context, place);
  const coverage = coverageOf(context, place, hits);
  if (only) return refuse(context, 'not-sure', `没有找到${what}的${only.asked}，${only.held}`, near, [], { coverage });
  const ofTheThing = (resolved.candidates[0]?.fit.words ?? 0) >= OF_THE_THING;
  const unheld = unheldIn(context, place);
  const unread = unreadable(context);
  if (unread.length > 0 && query.indicators.length === 0 && unheld.every((word) => unread.includes(word)))
    return refuseUnread(context, unread, near);
  // An indicator that the reports name is spoken of, whatever else stands in the question.
  const nowhere =
    query.indicators.length === 0 &&
    namesTerm(context, unheld) &&
    coverage.holding === 0 &&
    near.length === 0 &&
    !isHinted(context, resolved);
  // What the reports call by a name is spoken of.
  const named = heldNamesOf(context.store, context.lexicon, resolved.ask).length > 0;
  if (
    !named &&
    asksOfOne(query) &&
    ((nowhere && isUnheld(context, place)) || (!ofTheThing && !isNamed(context, place)))
  )
    return refuseUnsaid(context, resolved, what, coverage);
  return refuse(context, 'not-sure', `没有把握：没有找到与${what}对得上的数字`, near, nearestWords(hits), {
    coverage,
  });
}

/** What nothing was found of is not said; but what a year came to nobody denies whose report that looks back on it is not held. */
function refuseUnsaid(
  context: AnswerContext,
  { place, period }: Resolved,
  what: string,
  coverage: NonNullable<Answer['coverage']>,
): Answer {
  const searched = '按这个词和它的近义词查过，没有找到';
  const unknown = place && reviewMissing(context, place, period?.value);
  if (unknown === undefined) return refuse(context, 'not-said', `报告没有说${what}：${searched}`, [], [], { coverage });
  const lines = [`收录的报告里${what}${searched}`, yearsLine(place!, heldYears(context.store, place!))];
  return refuse(context, 'not-held', unknown, [], lines, { coverage });
}

/** True for a figure that tells another kind of number of the thing: its growth for its amount. */
function isOfOtherKind({ contradiction }: Candidate): boolean {
  return contradiction === 'measure' || contradiction === 'unit';
}

/** The words of the question that none of the reports which were searched holds. */
function unheldIn(context: AnswerContext, place: Place | undefined): string[] {
  const { store, query } = context;
  return unheldWords(store, searchedFor(context, place), query.evidence, termsOfFrame(query));
}

function searchedFor({ store, lexicon, query }: AnswerContext, place: Place | undefined): readonly ReportHead[] {
  return reportsFor(store, lexicon, { place, period: query.periods[0]?.value, reportYear: query.reportYear });
}

/** The least of a question that must stand in no report where it is said that they do not speak of its thing. */
const LEAST_UNHELD = 0.75;

/**
 * True where it is the thing itself that the reports do not hold. Of one that is described (拿居住证的外地人能转本地户口不) they hold some
 * words, and may well tell it in others.
 */
function isUnheld(context: AnswerContext, place: Place | undefined): boolean {
  return unheldShare(context.store, searchedFor(context, place), termsOfFrame(context.query)) >= LEAST_UNHELD;
}

/** True where one of the words that are not held is one that reports would use. */
function namesTerm({ store }: AnswerContext, unheld: readonly string[]): boolean {
  return unheld.some((word) => isTerm(word, store));
}

/** The longest that a question's own words are one thing, of which it can be said that it was looked for and stands nowhere. */
const MOST_OF_ONE = 14;

/** True for a question after one thing; a story (以前治安不好，听说翻身了，从垫底爬到第几) is none that a search could miss. */
function asksOfOne({ residue, content }: Frame): boolean {
  return (residue.join('') || content.join('')).length <= MOST_OF_ONE;
}

/** The words left over, where nobody knows any of them. */
function unreadable({ store, query }: AnswerContext): string[] {
  const words = query.residue.flatMap((run) => run.match(/[A-Za-z]{2,}|\p{Script=Han}{2,}/gu) ?? []);
  return words.every((word) => isUnreadable(word, store)) ? words : [];
}

/** Says which words were not understood: what nobody knows is no reason to say that the reports are silent. */
function refuseUnread(context: AnswerContext, words: readonly string[], near: readonly Candidate[]): Answer {
  const named = words.map((word) => `“${word}”`).join('、');
  return refuse(context, 'not-understood', `没有看懂${named}，请换个说法`, near, [], { unused: words });
}

/**
 * Says which kind of no it is for a question in words, with the sentences that come nearest.
 * @param unheld true where the name that is asked for stands in none of them.
 */
export function refuseWords(
  context: AnswerContext,
  place: Place | undefined,
  hits: readonly SentenceHit[],
  unheld = false,
): Answer {
  const coverage = coverageOf(context, place, hits);
  const what = `${place?.name ?? ''}“${subjectOf(context.query)}”`;
  const nowhere = (hits[0]?.words ?? 0) < NOWHERE && namesTerm(context, unheldIn(context, place));
  // Who asks for “四个年” may have counted them himself.
  const counted = context.query.list.names.length > 0;
  if ((nowhere && !counted && asksOfOne(context.query) && isUnheld(context, place)) || unheld)
    return refuse(context, 'not-said', `报告没有提到${what}：按这个词和它的近义词查过，没有找到`, [], [], { coverage });
  return refuse(context, 'not-sure', `没有把握：没有找到正好回答${what}的话`, [], nearestWords(hits), {
    coverage,
  });
}

/** Says that a name is used and nowhere taken apart, with the sentences that use it. */
export function refuseUntold(context: AnswerContext, hits: readonly SentenceHit[]): Answer {
  const { query } = context;
  const name = query.quoted[0] ?? subjectOf(query);
  return refuse(context, 'not-sure', `报告提到“${name}”，没有找到逐项写明的地方`, [], nearestWords(hits), {
    coverage: coverageOf(context, query.places[0]?.value, hits),
  });
}

/** The names of things that stand in no figure's words, where the subject alone would leave them out: “塘沽区”的. */
function namedIn({ store, lexicon, query }: AnswerContext, { ask }: Resolved): string {
  const names = heldNamesOf(store, lexicon, ask).map((name) => sayName(name, ask.terms));
  const left = names.filter((name) => !subjectOf(query).includes(name));
  return left.length > 0 ? `${left.map((name) => `“${name}”`).join('、')}的` : '';
}

/** Words of the question that a person would know it by. */
function subjectOf(query: Frame): string {
  const said = wordsAsked(query) || query.residue.join('') || query.content.join('');
  const named = query.indicators[0]?.value.name ?? said;
  return named.length > MAX_SUBJECT ? `${named.slice(0, MAX_SUBJECT)}…` : named;
}

/** What is said of the thing instead, where the nearest figure is of it and contradicts the question in one slot. */
function onlyLine(near: Candidate | undefined, ask: FigureAsk): { asked: string; held: string } | undefined {
  if (
    !near?.contradiction ||
    near.contradiction === 'stated' ||
    near.contradiction === 'sibling' ||
    near.contradiction === 'name' ||
    near.fit.words < OF_THE_THING
  )
    return undefined;
  const { fact, contradiction } = near;
  const kind =
    fact.measure === 'growth' || fact.measure === 'average' ? '增速' : fact.measure === 'rank' ? '位次' : '数额';
  const said = `只有${sayPeriod(fact)}的${FACET_NAMES[answerFacet(fact)]}${kind}`;
  const names: Readonly<Record<Exclude<Contradiction, 'stated' | 'sibling' | 'name'>, string>> = {
    facet: ask.facet === 'target' || ask.facet === 'plan-target' ? '目标' : '实际数',
    measure: ask.measure === 'growth' ? '增速' : ask.measure === 'rank' ? '位次' : '数额',
    place: `${ask.inner?.name ?? ask.parts?.join('、') ?? ''}的数`,
    unit: '这种数',
    period: '数',
  };
  return { asked: names[contradiction], held: said };
}

/** True where people's words may mean an indicator of which the reports that were searched have figures: 能活多少岁 for 人均预期寿命. */
function isHinted(context: AnswerContext, { ask, place }: Resolved): boolean {
  const reports = new Set(searchedFor(context, place).map(({ id }) => id));
  return ask.hints.some(({ indicator }) => context.store.indicatorFacts(indicator, { reports }).length > 0);
}

/** False where an indicator is asked for and no report that was searched holds any of its names. */
function isNamed({ store, lexicon, query }: AnswerContext, place: Place | undefined): boolean {
  const names = query.indicators.flatMap(({ value }) => [value.name, ...value.aliases].flatMap(withSharer));
  if (names.length === 0 || !place) return true;
  const asked = query.periods[0]?.value;
  // What a plan comes to in its last year (“十四五”末) stands in the report of its first.
  const period = asked?.kind === 'year' ? asked : undefined;
  const near = reportsFor(store, lexicon, { place, period, reportYear: query.reportYear, near: true });
  const ids = new Set(near.map(({ id }) => id));
  // 城乡居民人均可支配收入 names both incomes and neither word for word.
  const held = query.indicators.some(({ value }) => store.indicatorFacts(value.id, { reports: ids }).length > 0);
  return held || near.some(({ id }) => names.some((name) => store.report(id).view.text.includes(name)));
}

/** A name, and what a share or an output is of: reports that speak of 第三产业 or 粮食 may tell it in other words (粮食生产“十九连丰”，达69万吨). */
function withSharer(name: string): string[] {
  const share = name.indexOf(SHARE);
  const output = patterns().indicators.outputOf.find(name)?.index ?? -1;
  return [name, ...[share, output].filter((at) => at > 1).map((at) => name.slice(0, at))];
}

const SHARE = '占';

/** What was searched for a no, in reports. */
function coverageOf(
  { store, lexicon, query }: AnswerContext,
  place: Place | undefined,
  hits: readonly SentenceHit[],
): NonNullable<Answer['coverage']> {
  const period = query.periods[0]?.value;
  const searched = new Set(
    reportsFor(store, lexicon, { place, period, reportYear: query.reportYear }).map((h) => h.id),
  );
  const holding = new Set(hits.filter((h) => h.words >= HOLDS).map((h) => h.report.id));
  return { searched: searched.size, holding: holding.size, without: Math.max(0, searched.size - holding.size) };
}

/** The sentences that come nearest, as lines of a reply. */
function nearestWords(hits: readonly SentenceHit[]): string[] {
  const near = hits.filter((h) => h.words >= NOWHERE).slice(0, NEAREST);
  return near.map(({ report, clause, span }) => {
    const { text } = report.view;
    const words = text.slice(span.start, span.end).replace(/\n/g, '').trim();
    const shown =
      words.length > MAX_NEAR ? text.slice(clause.start, Math.min(clause.end, clause.start + MAX_NEAR)) : words;
    return `· 相近的话：“${shown.trim()}”（《${report.title}》）`;
  });
}

/** What is not held of what a question needs: any report of the place, the report that it names, or those that tell of its year. */
type Missing = 'place' | 'report' | 'year';

function missingOf(
  { store, lexicon, query }: AnswerContext,
  place: Place,
  period: AskedPeriod | undefined,
): Missing | undefined {
  if (reportsFor(store, lexicon, { place }).length === 0) return 'place';
  const years = heldYears(store, place);
  if (query.reportYear !== undefined && years.length > 0 && !years.includes(query.reportYear)) return 'report';
  if (period?.kind !== 'year' || years.length === 0 || query.reportYear !== undefined) return undefined;
  // The report of the year plans it, the one after looks back on it; either may tell the target.
  const needed = [period.from, period.from + 1];
  // What is due by a time, told in words, may stand in the report before: 哪条路要在2019年建成.
  const inWords = query.operation === 'list' || query.operation === 'passage';
  if (inWords && query.due) needed.push(period.from - 1);
  return needed.some((y) => years.includes(y)) ? undefined : 'year';
}

/** True where no report is held that could tell of a place and time: `missingReport` then has the refusal, which is dear to make. */
export function isReportMissing(context: AnswerContext, place: Place, period: AskedPeriod | undefined): boolean {
  return missingOf(context, place, period) !== undefined;
}

/**
 * That the report is not held which would look back on the year asked about, where it is no aim that is asked for: what the report of the year
 * itself does not say of its outcome is not known.
 */
export function reviewMissing(
  { store, query }: AnswerContext,
  place: Place,
  period: AskedPeriod | undefined,
): string | undefined {
  const aim = query.facet?.value === 'target' || query.facet?.value === 'plan-target';
  if (aim || period?.kind !== 'year' || query.reportYear !== undefined) return undefined;
  const years = heldYears(store, place);
  if (years.length === 0 || years.includes(period.to + 1)) return undefined;
  return `没有收录${place.name}${period.to + 1}年（回顾${period.to}年）的政府工作报告`;
}

/** The refusal for a place or a year without report; undefined where the reports are held. */
export function missingReport(
  context: AnswerContext,
  place: Place,
  period: AskedPeriod | undefined,
): Answer | undefined {
  const { store, lexicon, query } = context;
  const missing = missingOf(context, place, period);
  if (missing === undefined) return undefined;
  if (missing === 'place')
    return refuse(context, 'not-held', `没有收录${place.name}的政府工作报告`, [], [heldLine(context)]);
  const held = [yearsLine(place, heldYears(store, place))];
  if (missing === 'report' || !period)
    return refuse(context, 'not-held', `没有收录${place.name}${query.reportYear}年的政府工作报告`, [], held);
  const near = nearest(context, figureAskOf(query, lexicon, place, period));
  const which = query.facet?.value === 'outcome' ? `${period.from + 1}年（回顾${period.from}年）` : `${period.from}年`;
  return refuse(context, 'not-held', `没有收录${place.name}${which}的政府工作报告`, near, held);
}

/** 已收录常德市的报告：2021、2022年 */
export function yearsLine(place: Place, years: readonly number[]): string {
  return `已收录${place.name}的报告：${[...years].sort((a, b) => a - b).join('、')}年`;
}

function heldLine(context: AnswerContext): string {
  const places = heldPlaces(context.store);
  const named = places.slice(0, MAX_NAMED).map((h) => h.place.short);
  return `已收录：${named.join('、')}${places.length > named.length ? `等${places.length}个地区` : ''}`;
}

/** Refuses what is no question to the reports: greetings aside, chat, another language, an instruction. */
export function refuseNotUnderstood(context: AnswerContext): Answer {
  return refuse(
    context,
    'not-understood',
    '没有看懂这个问题，或者它不是政府工作报告里的内容',
    [],
    [
      '可以问指标（2022年怀化GDP目标）、清单（常德2022年主要预期目标有哪些）、对比、历年和哪些报告提到某个词。',
      heldLine(context),
    ],
  );
}

/** Refuses with a reason, a line that says what is missing, and the nearest figures. */
export function refuse(
  context: AnswerContext,
  refusal: NonNullable<Answer['refusal']>,
  headline: string,
  near: readonly Candidate[] = [],
  lines: readonly string[] = [],
  extra: { readonly coverage?: Answer['coverage']; readonly unused?: readonly string[] } = {},
): Answer {
  const { store, lexicon, query } = context;
  const { coverage, unused } = extra;
  const draft = newDraft();
  const body = [...lines];
  if (near.length > 0) body.push('最接近的是：');
  for (const { fact } of near) {
    addFact(draft, store, lexicon, fact);
    body.push(
      `· ${lexicon.gazetteer.get(fact.place)?.name ?? ''}${sayPeriod(fact)}${saySubject(fact, lexicon)}${sayFacet(fact)}：${sayFigure(fact)}`,
    );
  }
  return compose({
    kind: 'refusal',
    headline,
    body,
    understood: unused ? readingOf(query, { unused }) : withResidue(query),
    draft,
    suggestions: suggestFor(
      context,
      near.map((c) => c.fact),
    ),
    extra: { refusal, ...(coverage ? { coverage } : {}) },
  });
}

/** The reading of a question that was not answered: what no slot used counts as unused, though it was looked for. */
function withResidue(query: Frame): Answer['understood'] {
  const reading = readingOf(query);
  return query.residue.length > 0 ? { ...reading, unused: [...query.residue] } : reading;
}

/** The figures that come nearest to a place and time of which none was found, best first. */
export function nearestOf(context: AnswerContext, place: Place, period: AskedPeriod | undefined): Candidate[] {
  return nearest(context, figureAskOf(context.query, context.lexicon, place, period));
}

/** The nearest figures: the same thing at the same place under another measure, facet or time. */
function nearest(context: AnswerContext, ask: FigureAsk): Candidate[] {
  const { store, lexicon } = context;
  const { period, reportYear, base, ...open } = ask;
  for (const relaxed of period || reportYear !== undefined || base !== undefined ? [ask, open] : [ask]) {
    const found = nearestFigures(store, lexicon, relaxed).filter((c) => c.fit.words >= NEAR_WORDS);
    if (found.length > 0) return distinct(nearestFirst(found, ask)).slice(0, NEAREST);
  }
  return [];
}

/** Nearest in time to what was asked, then best in meaning. Scores within a tenth of the best count as alike in meaning. */
function nearestFirst(found: readonly Candidate[], { period, reportYear }: FigureAsk): readonly Candidate[] {
  const year = period && period.to > 0 ? period.to : reportYear;
  if (year === undefined) return found;
  const best = found[0]!.score * ALIKE;
  const away = ({ fact }: Candidate) => Math.abs(fact.period.to - year);
  const alike = found.filter((c) => c.score >= best).sort((a, b) => away(a) - away(b) || b.score - a.score);
  return [...alike, ...found.filter((c) => c.score < best)];
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ fact }) => {
    const key = `${fact.subject}|${fact.period.from}|${fact.period.to}|${fact.facet}|${fact.measure}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
