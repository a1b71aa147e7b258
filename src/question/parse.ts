import type { Frame, Operation, Slot } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator, Measure, Place } from '../lexicon/types.js';
import { onlySaysWhere } from './analysis/says-where.js';
import { mayHaveScene, type Scened, withSceneApart } from './aside-clauses.js';
import { askingWords } from './asking-words.js';
import { askingsOf } from './askings.js';
import { withNamesInFull } from './bare-names.js';
import { bothMembers, type NamedAt, withSiblings } from './both-members.js';
import { withQuotedNames } from './coined.js';
import { coordinatedAskings, withBothSides, withEachOnceMore, withoutBareChange } from './coordinated.js';
import { OPEN_QUOTE, PLACEHOLDER } from './counted-names.js';
import { cuesOf } from './cues.js';
import { evidenceOf } from './evidence.js';
import { explainsName } from './explains-name.js';
import { formulaAsked } from './formula.js';
import { type AskedIndicator, askedIndicators, joinIndicator } from './indicators.js';
import {
  askedFacet,
  askedMeasure,
  askedOperation,
  askedUnits,
  claimWords,
  headUnit,
  targetRead,
  withoutClassAsked,
} from './intent.js';
import { listAskOf } from './list-ask.js';
import { withNameMeant } from './meant-name.js';
import { milestonesIn } from './milestones.js';
import { chooseOperation, operationWords } from './operation.js';
import { askedPeriods } from './periods.js';
import { placeAttributes } from './place-attributes.js';
import { askedPlaces } from './places.js';
import { readQuestion } from './reader/read.js';
import type { Reading } from './reader/types.js';
import { reportPartOf } from './report-part.js';
import { type LeftOver, leftOver, runsAround } from './residue.js';
import { claimRoughPast } from './rough-past.js';
import { claim, freeRuns, type Scratch, scratchOf } from './scratch.js';
import { mustTell, soughtIn } from './sought.js';
import { ASKS_ORDINAL, ASKS_TIME, asksMeaning, asksToList, asksWhatIsSaid, claimTelling, DUE } from './tellings.js';
import { placeByPosition, unknownPlace } from './unknown-place.js';
import { asksWhenDone } from './when-done.js';
import { wholeAsked, withWholeAsWritten } from './whole.js';
import { fromWords, questionWords } from './words.js';
import { describesPerson, yesNoAsked } from './yes-no.js';

export interface ParseContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** Whether the reports hold a text word for word. */
  readonly known?: (text: string) => boolean;
}

/** The most places that one question may name; what is more is said to be too much. */
export const MAX_PLACES = 30;

/** From which margin on the learned reader's word for talk is taken. */
const SURE_CHAT = 0.8;

const QUOTED = /[“"「『‘《]([^“”"「」『』‘’《》]{1,40})[”"」』’》]/gu;
/** 哪些报告提到X, X在哪些报告里提到过, 有没有提到X. */
const MENTION_OBJECT =
  /(?:提到|提及|提过|讲到|讲过|写到|写过|说到|谈到|出现)(?:过|了)?(?:的是)?(?!的)([^，。？?！!,、]{2,20}?)(?:了?吗|没有|过|的)?[？?。!！]?$/u;
const WANTS_NUMBER =
  /多少|(?<![哪第前近这那])几(?=[\p{Script=Han}%])|百分之|多高|多大|多长|多快|多重|第几(?![届批期次轮])|总量|总数|人数/u;

/** 长多少公里, 多了多少亿元, 高出几个: the adjective says which way a difference is asked, and is no content. */
const HOW_MUCH_MORE = /(?<![总全延增扩最新提升周])[长短高低多少大小快慢](?:了|出|出了)?(?=多少|几)/gu;

/** 占到GDP几个点 asks for a share, and for no change of one. */
const SHARE_IN_POINTS = /占(?:到|了|全)?[^，,。；;？?提升降涨增减变高低]{2,10}几个(?:百分)?点/u;

/** The indicators of a question where they stand; in a row each with the sibling that is named without the thing. */
function rowOf(
  text: string,
  meant: readonly Indicator[],
  typed: readonly { readonly start: number; readonly end: number }[],
  lexicon: Lexicon,
): NamedAt[] {
  const named = meant.map((indicator, i) => ({ indicator, start: typed[i]!.start, end: typed[i]!.end }));
  return named.length > 1 ? withSiblings(text, named, lexicon) : named;
}

/** Reads a question (normalised text) into its slots; one with a slip in an indicator's name as if it were typed right. Pure; never throws. */
export function parseQuestion(raw: string, typed: string, context: ParseContext): Frame {
  const quoted = context.known ? withQuotedNames(typed, context.known) : typed;
  const text = withNamesInFull(withWholeAsWritten(quoted, context.lexicon));
  const frame = readTyped(raw, text, context);
  const { mended } = frame;
  if (mended.length === 0) return frame;
  const right = mended.reduce((fixed, slip) => fixed.replace(slip.typed, slip.meant), text);
  return { ...readTyped(raw, right, context), mended };
}

function readTyped(raw: string, typed: string, context: ParseContext): Frame {
  const whole = readSlots(raw, typed, context);
  // What is told in words may be told by the clause that sets the scene: 那时候巢湖那么脏，….
  const asksFigures = FIGURES.has(whole.operation) && (whole.wantsNumber || whole.indicators.length > 0);
  const { text, scenes } = asksFigures && mayHaveScene(typed) ? sceneOf(typed, context) : { text: typed, scenes: [] };
  const first = scenes.length === 0 ? whole : readSlots(raw, text, context, scenes);
  const named = withNameMeant(withEconomy(text, first), first);
  const slots = askedOnceMore(
    withoutBareChange(named === text ? first : readSlots(raw, named, context, scenesIn(named, text, scenes))),
  );
  const pair = slots.operation === 'figure' ? coordinatedAskings(slots) : [];
  const frame = pair.length > 0 ? { ...slots, askings: pair } : slots;
  const figures = frame.askings.filter((a) => a.kind === 'figure');
  // Two things with a measure each (多少人次，旅游收入多少) are figures, not a list of indicators.
  const several = frame.operation === 'list' && figures.length > 1 && frame.indicators.length === 2;
  if (several) return { ...frame, operation: 'figure' };
  // GDP和财政收入 names two figures, though nothing asks for a number.
  const listed = frame.operation === 'figure' && frame.indicators.length > 1 && figures.length < 2 && !frame.analysis;
  return listed && frame.places.length === 1 && frame.form !== 'from-to' ? { ...frame, operation: 'list' } : frame;
}

/** A question whose last words ask once more of what its first ones name. */
function askedOnceMore(frame: Frame): Frame {
  return withEachOnceMore(withBothSides(frame));
}

/** A question for figures with the clauses that set its scene told apart. */
function sceneOf(text: string, { lexicon, held, known = () => false }: ParseContext): Scened {
  const scratch = scratchOf(text);
  askedPlaces(scratch, lexicon, held);
  const places = Uint8Array.from(scratch.used);
  askedPeriods(scratch);
  const slots = Uint8Array.from(scratch.used);
  askedIndicators(scratch, lexicon, known);
  const names = scratch.used.map((used, i) => (used && !slots[i] ? 1 : 0));
  return withSceneApart({ text, used: slots }, { places, names, content: readQuestion(text).content });
}

/** Where clauses stand in a question in which one name was written in full. */
function scenesIn(named: string, text: string, scenes: Scened['scenes']): Scened['scenes'] {
  let at = 0;
  while (at < text.length && named[at] === text[at]) at++;
  const more = named.length - text.length;
  return scenes.map(([from, to]) => (from > at ? [from + more, to + more] : [from, to]));
}

/** 辽宁2015年增速: where a whole question asks for a growth and names nothing, the economy's is meant. */
function withEconomy(text: string, frame: Frame): string {
  const { places, periods, indicators, measure, residue, cues, reportYear } = frame;
  // 增长目标凭啥定到7%: the reason for an aim that is named by no more is the economy's.
  const dated = periods.length > 0 || reportYear !== undefined;
  if (cues.why && places.length > 0 && dated && indicators.length === 0)
    return text.replace(BARE_AIM, (said) => `${ECONOMY}${said}`);
  const whole = places.length > 0 && periods.length > 0 && indicators.length === 0 && measure === 'growth';
  return whole && residue.join('') === '' ? text.replace(BARE_GROWTH, (said) => `${ECONOMY}${said}`) : text;
}

const BARE_GROWTH = /增[速幅]|增长率|增长速度/u;
const BARE_AIM = /(?<=[定把将年])增长(?:速度|率)?目标/u;
const ECONOMY = 'GDP';

function readSlots(raw: string, text: string, context: ParseContext, scenes: Scened['scenes'] = []): Frame {
  const words = questionWords();
  const scratch = scratchOf(text);
  const quoted = quotedTerms(text);
  let places = askedPlaces(scratch, context.lexicon, context.held);
  const placed = Uint8Array.from(scratch.used);
  const periods = askedPeriods(scratch);
  if (periods.reportYear !== undefined || periods.periods.length > 0) claimRoughPast(scratch);
  const position = {
    lexicon: context.lexicon,
    held: context.held,
    known: context.known ?? (() => false),
    times: scratch.used.map((used, i) => (used && !placed[i] ? 1 : 0)),
  };
  const nowhere = places.places.length === 0 && !places.all;
  const meant = nowhere ? placeByPosition(text, position) : undefined;
  if (meant) {
    claim(scratch, meant.start, meant.end);
    places = { places: [meant.place] };
  }
  const unknown = nowhere && !meant ? unknownPlace(text, position) : undefined;
  const detail = metadataAsked(text);
  claimTelling(scratch);
  const formula = formulaAsked(scratch);
  const placeless = Array.from(text, (unit, i) => (scratch.used[i] ? '\u0000' : unit)).join('');
  const mentionsAsked = asksForMentions(text) && !saysWhereAlone(placeless) && !asksWhenDone(text);
  const content = freeRuns(scratch);
  const slots = [...scratch.used];
  const indicators = askedIndicators(scratch, context.lexicon, context.known ?? (() => false));
  const reading = readQuestion(text);
  const names = scratch.used.map((used, i) => (used && !slots[i] ? 1 : 0));
  const asked = askingsOf({ text, used: Uint8Array.from(slots) }, names);
  for (const [start, end] of asked.ends) claim(scratch, start, end);
  const said = SHARE_IN_POINTS.test(text) ? ['%'] : askedUnits(scratch);
  for (const m of text.matchAll(/第几(?=[届次批期轮])/gu)) claim(scratch, m.index, m.index + m[0].length);
  const wordMeasure = SHARE_IN_POINTS.test(text) ? 'share' : askedMeasure(scratch);
  const units = asked.form !== 'each' && growsInPoints(said, wordMeasure, indicators) ? ['%'] : said;
  const unitMeasure = measureOfUnit(units);
  const measure =
    unitMeasure === 'difference'
      ? unitMeasure
      : // 降了多少，从几到几 asks for both ends, whatever the word of the change.
        ((asked.form === 'from-to' && CHANGES.has(wordMeasure) ? undefined : wordMeasure) ??
        measureOfName(indicators) ??
        unitMeasure);
  const operation = askedOperation(scratch);
  claimWords(scratch, words.frame);
  const facet = askedFacet(scratch, reading.operation.value === 'outcome');
  const wantsNumber = units.length > 0 || wordMeasure !== undefined || WANTS_NUMBER.test(withoutClassAsked(text));
  const cues = cuesOf(
    words.frame.reduce((rest, word) => rest.replaceAll(word, ' '), text),
    quoted.length > 0 || (indicators.length === 0 && explainsName(text)),
  );
  const chosen: Operation = detail
    ? 'metadata'
    : mentionsAsked
      ? 'mentions'
      : chooseOperation(text, {
          cues,
          asked: operation.operation ?? outcomeRead(reading, indicators.length),
          compare: operation.compare,
          places: places.all ? 2 : places.places.length,
          placesJoined: sideBySide(text, places.places) || (places.all !== undefined && places.places.length === 0),
          periods: periods.periods,
          reports: periods.reportYears.length,
          indicators: new Set(indicators.map((i) => i.indicator.id)).size,
          quoted: quoted.length > 0,
          carried: OPEN_QUOTE.test(text),
          bothFacets: facet.bothFacets,
          hasFacet: facet.facet !== undefined,
          wantsNumber,
          leftover: freeRuns(scratch).join('').length,
        });
  const facetAsked = facet.facet ?? (chosen === 'figure' ? targetRead(facet, reading.facet) : undefined);
  if (chosen === 'outcome') {
    const asked = /(?:没有?|否)[？?。]*$/u.exec(text);
    if (asked) claim(scratch, asked.index, text.length);
  }
  if (chosen === 'outcome')
    for (const m of text.matchAll(/(?<=目标)\d+(?:\.\d+)?[%％]?/gu)) claim(scratch, m.index, m.index + m[0].length);
  if (chosen === 'compare')
    for (const m of text.matchAll(HOW_MUCH_MORE)) claim(scratch, m.index, m.index + m[0].length);
  // GDP破万亿，准确数是多少: what the figure passed is told by the question itself.
  if (chosen === 'figure' && wantsNumber && !ASKS_TIME.test(text))
    for (const { match } of milestonesIn(text)) claim(scratch, match.index!, match.index! + match[0].length);
  if (chosen !== 'passage') claimWords(scratch, operationWords(chosen));
  const mentioned = chosen === 'mentions' ? mentionObject(text, quoted) : [];
  claimWords(scratch, measureWords());
  if (wantsNumber || indicators.length > 0) claimWords(scratch, words.numberStop);
  // 2021年和2022年分别居全国第几 asks for two places in an order; 三市排名 orders what is compared.
  const inOrder = places.places.length < 2 && !places.all && /第几|第多少|位次|多少位/u.test(text);
  const known = [...scenes, ...placeAttributes(text, placed, scratch.used)];
  const left = withContent(leftOver(scratch, measureNoun(scratch, units), known), indicators.length > 0);
  const joined = joinIndicator(context.lexicon, indicators, left.residue);
  // What is asked in words is asked of the first place; a second one is a word like any other.
  const apart = (p: Place): boolean => !context.lexicon.gazetteer.within(places.places[0]!.id, p.id);
  const inWords = chosen === 'list' || chosen === 'passage';
  const asides = inWords
    ? places.places
        .slice(1)
        .filter(apart)
        .map((p) => typedName(text, p))
    : [];
  const pair =
    periods.base === undefined
      ? bothMembers(
          text,
          indicators.map((i) => i.indicator),
          measure,
          context.lexicon,
        )
      : [];
  const attached =
    indicators.length === 1 && !indicators[0]!.mended
      ? runsAround(scratch, indicators[0]!.start, indicators[0]!.end)
      : {};
  const evidence = evidenceOf(
    scratch,
    { slots: without(slots, text, asides), names, all: scratch.used, background: left.background, quoted },
    withCountedNouns(scratch, reading.content),
  );
  const named = quoted.length > 0 || indicators.length > 0;
  const part = named || cues.why ? undefined : reportPartOf(text, joined.residue, evidence);
  return {
    raw,
    text,
    places: fromQuestion(inWords ? places.places.slice(0, 1) : places.places),
    ...(places.other ? { otherPlace: places.other } : {}),
    ...(asides.length > 0 ? { besides: places.places.slice(1).filter(apart) } : {}),
    ...(unknown ? { unknownPlace: unknown } : {}),
    inner: inWords
      ? places.places.slice(1).find((p) => context.lexicon.gazetteer.within(p.id, places.places[0]!.id))
      : undefined,
    allPlaces: chosen === 'list' && places.places.length > 0 ? undefined : places.all,
    periods: fromQuestion(periods.periods),
    reportYear: periods.reportYears.length > 1 ? undefined : periods.reportYear,
    ...(periods.reportYears.length > 1 ? { reportYears: periods.reportYears } : {}),
    base: periods.base,
    indicators: rowOf(text, joined.indicators, indicators, context.lexicon)
      .map(({ indicator, start }) => ({ value: indicator, source: 'question' as const, at: start }))
      .filter(({ value }, i, all) => all.findIndex((other) => other.value.id === value.id) === i),
    mended: indicators.flatMap(({ text: typed, meant }) => (meant === undefined ? [] : [{ typed, meant }])),
    facet: facetAsked ? { value: facetAsked, source: 'question' } : undefined,
    facetSure: facet.sure,
    bothFacets: facet.bothFacets,
    measure:
      chosen === 'compare' && (measure === 'difference' || (measure === 'rank' && !inOrder)) ? undefined : measure,
    ...(measure === 'share' && chosen === 'figure' ? { whole: wholeAsked(text) } : {}),
    ...(pair.length > 0 ? { members: pair } : {}),
    units: chosen === 'compare' ? units.filter((u) => !/百分点|个点/u.test(u)) : units,
    operation: chosen,
    order: operation.order,
    top: operation.top,
    quoted: chosen === 'mentions' ? mentioned : quoted,
    head: headOf(text, joined.residue),
    residue:
      chosen === 'mentions'
        ? mentioned
        : [...asides, ...joined.residue, ...(facet.againstTarget && measure === 'difference' ? ['目标'] : [])],
    // What was joined to the indicator's name is part of it.
    attached: joined.residue.length === left.residue.length ? attached : {},
    background: left.background,
    ordinal: ASKS_ORDINAL.exec(text)?.[1],
    ...(inWords && indicators.length === 0 && asksMissed(text) ? { asksMissed: true } : {}),
    ...(asksMissed(text) ? { ofMissed: true } : {}),
    ...(measure === 'difference' && saysMissed(text) ? { missedBy: true } : {}),
    chat: reading.operation.value === 'chat' && reading.operation.margin > SURE_CHAT,
    due: DUE.test(text),
    ...yesNoOf(text),
    describesPerson: describesPerson(text),
    sought: soughtIn(text),
    must: mustTell(text),
    ...(formula === undefined ? {} : { formula }),
    ...(ASKS_TIME.test(text) ? { asksTime: true } : {}),
    cues,
    askings: asked.askings,
    form: asked.form,
    list: listAskOf(text, quoted, evidence, part),
    evidence,
    content: [...asides, ...content],
    wantsNumber,
    detail,
  };
}

/** 工业增了几个点: what is told as a growth grows by per cent, however it is called; 几个百分点 is what it says. */
function growsInPoints(
  units: readonly string[],
  measure: Measure | undefined,
  indicators: readonly AskedIndicator[],
): boolean {
  const told = indicators.length === 1 && indicators[0]!.indicator.measure === 'growth';
  return told && measure === 'growth' && units.length > 0 && units.every((unit) => unit === POINTS);
}

/** What people call per cent. */
const POINTS = '个点';

/** Operations that tell figures of one place. */
const FIGURES: ReadonlySet<Operation> = new Set<Operation>(['figure', 'outcome']);

/** What a word of change tells of the measure. */
const CHANGES: ReadonlySet<Measure | undefined> = new Set<Measure>(['growth', 'difference']);

/** What a question that sets a target against its outcome in whatever words (降到位了没, 守住了没有) is read as by the learned reader. */
function outcomeRead({ operation: { value, margin } }: Reading, indicators: number): Operation | undefined {
  return value === 'outcome' && margin > SURE_OUTCOME && indicators > 0 ? 'outcome' : undefined;
}

/** From which margin on the learned reader's word for an outcome is taken. */
const SURE_OUTCOME = 0.8;

const measureWords = fromWords(({ measures: { rank, growth, average, level, difference } }) => [
  ...rank,
  ...growth,
  ...average,
  ...level,
  ...difference,
]);

/** 没达标, 没完成: that something was not reached, said of what is asked about. */
function saysMissed(text: string): boolean {
  return questionWords().undone.some((word) => text.includes(word));
}

function yesNoOf(text: string): Pick<Frame, 'yesNo'> {
  const yesNo = yesNoAsked(text);
  return yesNo ? { yesNo } : {};
}

/** 哪些目标没完成: which of the things aimed at were not reached. */
function asksMissed(text: string): boolean {
  const { aims, undone } = questionWords();
  return aims.some((word) => text.includes(word)) && undone.some((word) => text.includes(word));
}

/** 农村公路改造里程 in 公里: the noun that the unit is counted by, which the reports need not say. */
function measureNoun(scratch: Scratch, units: readonly string[]): string | undefined {
  const head = headUnit(scratch);
  return head && units[0] === head.units[0] ? head.noun : undefined;
}

/** Where nothing is asked but what stood amid (在全国百强城市里排第几), that is what is asked of. */
function withContent(left: LeftOver, named: boolean): LeftOver {
  const said = left.background.filter((run) => run.length >= 3);
  return named || left.residue.join('').length > 1 || said.length === 0 ? left : { residue: said, background: [] };
}

/** What the learned reader takes for content, and the nouns that it takes for units: 学位 of 多少学位 is what is asked for. */
function withCountedNouns({ text, used }: Scratch, content: Float32Array): Float32Array {
  const out = Float32Array.from(content);
  for (const noun of askingWords().countedNouns)
    for (let at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + 1))
      if (noun.length > 1 && !used[at]) out.fill(1, at, at + noun.length);
  return out;
}

/** Flags without those of some words: a second place is a word like any other. */
function without(slots: readonly number[], text: string, words: readonly string[]): number[] {
  const out = [...slots];
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) out.fill(0, at, at + word.length);
  return out;
}

/** A place as the question writes it. */
function typedName(text: string, { name, short, aliases }: Place): string {
  return [name, short, ...aliases].find((n) => text.includes(n)) ?? short;
}

/** True where two places stand side by side: 常德和怀化, 常德、怀化. */
function sideBySide(text: string, places: readonly Place[]): boolean {
  const names = places.map((p) => [p.name, p.short, ...p.aliases].sort((a, b) => b.length - a.length));
  return names.some((left, i) =>
    names.some(
      (right, j) =>
        i !== j &&
        left.some((l) =>
          right.some((r) =>
            new RegExp(`${l}[、和与跟同及，,]${r}(?!哪(?!个?(?:更|最)?[多少高低大小快慢长短]))`, 'u').test(text),
          ),
        ),
    ),
  );
}

function fromQuestion<T>(values: readonly T[]): Slot<T>[] {
  return values.map((value) => ({ value, source: 'question' }));
}

/** Words in quotation marks, but for names of times (“十四五”) and what stands for words left out (“…强”). */
function quotedTerms(text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map((m) => m[1]!.trim().replace(PLACEHOLDER, ''))
    .filter((term) => term !== '' && !/^十[一二三四五]五$|…|\.\.\./u.test(term));
}

/** 哪些报告, 哪几个地方, 哪些市: a question for documents. */
const WHICH_REPORTS =
  /哪(?:[几些]?(?:个|份|篇|座|些)?|[一二两三四五])(?:地方|地区|城市|市|省份?|州|县|年份?|地|文件)?(?:的)?(?:政府工作)?报告|哪(?:几|些)?(?:个|座|些)?(?:地方|地区|城市|市(?![场民])|省份?|州|县|年)|谁/u;

/** True where the only words of mentioning are in a clause that says where is looked. */
function saysWhereAlone(text: string): boolean {
  const found = questionWords().operations.mentions.flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [[at, at + word.length] as const];
  });
  return found.length > 0 && found.every((verb) => onlySaysWhere(text, verb));
}

/** Which reports hold a word, or whether one does. 2031年海滨提到的三大集群是哪些 asks for the thing, not for reports. */
function asksForMentions(text: string): boolean {
  const { mentions } = questionWords().operations;
  const which = WHICH_REPORTS.test(text);
  if (asksWhatIsSaid(text) || (!which && (asksToList(text) || asksMeaning(text)))) return false;
  if (!mentions.some((w) => text.includes(w)))
    return which && /报告(?:里|中)?(?:都)?(?:有|写|说|讲|用)|报告(?:里|中)(?:都)?$/u.test(text);
  return (
    which ||
    /没有|吗[？?]?$|是否/u.test(text) ||
    (/报告/u.test(text) && !/(?:提到|提及|讲到|写到|说到|谈到)(?:的.{2}|的?.*(?:哪|什么|多少|几))/u.test(text))
  );
}

/** What a report is called in full. */
const REPORT = '工作报告';

function metadataAsked(text: string): Frame['detail'] {
  const { speaker, delivered } = questionWords().asked.metadata;
  if (!/报告|[市省县区]长|总理/u.test(text)) return undefined;
  // 政府工作报告的任务 holds no 作报告的.
  const said = text.replaceAll(REPORT, REPORT.slice(-2));
  if (speaker.some((w) => said.includes(w))) return 'speaker';
  if (delivered.some((w) => said.includes(w))) return 'delivered';
  return undefined;
}

/** What a question about mentions looks for: the quoted words, else the words after 提到, else those before it. */
function mentionObject(text: string, quoted: readonly string[]): string[] {
  if (quoted.length > 0) return [...quoted];
  const after = MENTION_OBJECT.exec(text)?.[1];
  const cleaned = (s: string) =>
    s.replace(/^(?:有没有|是否|的|了|过|在|关于|对)+|(?:的|了|过|吗|没有|哪些.*|哪几?个?.*|在.*)+$/gu, '').trim();
  if (after && cleaned(after).length >= 2) return [cleaned(after)];
  const before = /^(.{2,20}?)(?:在|，|,| )?(?:哪些|哪几|哪个|有哪些|都有哪|被哪)/u.exec(text)?.[1];
  if (before && cleaned(before).length >= 2) return [cleaned(before)];
  return [];
}

/** The last two units of the thing asked for, before the asking word or behind it (多少个公园), where they are content. */
function headOf(text: string, residue: readonly string[]): string | undefined {
  const head =
    /([\p{Script=Han}]{2})(?:下降|降低|减少|增长|增加|提高|上升|完成|达到|突破|超过|实现)?(?:了|是|有|为|达|共|约|到)?(?:多少|几|百分之)/u.exec(
      text,
    )?.[1];
  const behind = /(?:多少|几)[\p{Script=Han}]{1,3}?([\p{Script=Han}]{2,})$/u.exec(
    text.replace(/[？?。!！]+$/u, ''),
  )?.[1];
  const named = head && residue.some((run) => run.includes(head)) ? head : undefined;
  const last = residue.at(-1);
  const noun = behind && last && last.length >= 2 && behind.endsWith(last) ? last.slice(-2) : undefined;
  return noun ?? named;
}

function measureOfName(asked: readonly AskedIndicator[]): Measure | undefined {
  for (const { text: name, indicator } of asked) {
    if (indicator.measure === 'level' || indicator.measure === 'share') continue;
    if (/(?:增速|增长|增幅|涨幅|增长率|增长速度)$/u.test(name)) return 'growth';
    if (/总量$/u.test(name)) return 'level';
  }
  return undefined;
}

function measureOfUnit(units: readonly string[]): Measure | undefined {
  const unit = units[0];
  if (!unit) return undefined;
  if (/百分点|个点/u.test(unit)) return 'difference';
  if (unit === '%') return undefined;
  if (/倍/u.test(unit)) return 'multiple';
  return 'level';
}
