import type { MentionPlan, PlaceSet } from '../../frame/analysis.js';
import { patterns } from '../patterns/index.js';
import { readQuestion } from '../reader/read.js';
import { asksMeaning, asksToList, asksWhatIsSaid } from '../tellings.js';
import { asksWhenDone } from '../when-done.js';
import { freeTokens, type Line, type Token } from './line.js';
import { type Sides, sidesOf } from './mention-sides.js';
import { institutionsIn, placeLookedFor, speaksOfTwo, termsOf } from './mention-term.js';
import { claimAll, claimMatch, stands } from './pattern.js';
import { type PlaceContext, readPlaces } from './places.js';
import type { Earlier, ReadContext } from './read.js';
import { onlySaysWhere } from './says-where.js';
import { analysisWords, judgingPatterns } from './words.js';
import { RECENT_YEARS, type ReadYears, readYears } from './years.js';

/** What a question says of mentioning, before its thing is read. */
interface Asked {
  readonly sides: Sides;
  /** True where the question speaks of mentioning beyond doubt. */
  readonly strong: boolean;
  /** True where it asks for reports, so that nothing need lean on the turn before. */
  readonly asks: boolean;
  readonly quoted: boolean;
  /** True where some of many are asked for, and no figure. */
  readonly bare: boolean;
  /** True where some of many are asked for. */
  readonly ofMany: boolean;
  /** True where a figure is asked for besides: …提到减税降费，减了多少. */
  readonly withFigures: boolean;
}

/** A question for the reports that hold a word: what is left when all frames are gone, or what stands in quotation marks. */
export function readMention(
  text: string,
  line: Line,
  context: ReadContext,
  places: PlaceContext,
  earlier: Earlier,
): MentionPlan | undefined {
  const before = earlier.analysis?.kind === 'mentions' ? earlier.analysis : undefined;
  const asked = askedOf(text, line);
  if (!asked || (!asked.asks && !before)) return undefined;
  const read = readPieces(text, line, context, places, asked, before);
  const { set, time } = read;
  if (!before && isOfOneReport(text, line, context, asked, read)) return undefined;
  const named = isThing(text, read.terms, line, context, asked);
  // 城市报告呢，有谁提了 names no thing: it is of the one before.
  if (!named && !before) return undefined;
  const terms = named ? read.terms : [];
  const turns =
    stands(line, analysisWords().mentions.quotes) ||
    set !== undefined ||
    time.years.years.length > 0 ||
    asked.sides.absent ||
    read.most ||
    read.first ||
    read.last;
  const term = terms[0] ?? (before && turns ? before.term : undefined);
  return term === undefined ? undefined : planOf(line, term, asked, { ...read, terms }, before);
}

function askedOf(text: string, line: Line): Asked | undefined {
  const words = analysisWords();
  const { mentions } = words;
  const said = patterns().searches;
  const sides = sidesOf(line);
  const levels = [...words.levels.province, ...words.levels.prefecture, ...words.levels.county, ...words.levels.any];
  const ofMany = stands(line, [...levels, ...words.bareLevels.province]) || freeTokens(line, 'G').length > 0;
  const quoted = freeTokens(line, 'W').length > 0;
  // Of many reports a quotation is looked for, by whatever verb: 谁蹭了“元宇宙”.
  const whoever = quoted && ofMany && said.who.in(line.text) && !words.aims.some((w) => text.includes(w));
  const often = quoted && sides.present && said.aboutWords.in(line.text);
  // 最早哪年提低空经济: from when on something is said.
  const since = sides.present && stands(line, mentions.first);
  const strong = sides.lacks || whoever || often || since || stands(line, mentions.verbs);
  // Of many reports a thing is looked for that has no figure, by whatever verb: 谁蹭过C919的光.
  const orders = [...words.orders.highest, ...words.orders.lowest];
  const measured =
    [...mentions.figureWords, ...words.setting].some((word) => text.includes(word)) ||
    stands(line, orders) ||
    stands(line, judgingPatterns()) ||
    (['I', 'N'] as const).some((kind) => freeTokens(line, kind).length > 0);
  const bare = ofMany && said.who.in(line.text) && !measured;
  const loose = bare || stands(line, mentions.looseVerbs) || ((sides.present || sides.absent) && ofMany);
  // 雅安提的五大产业集群是哪五个 asks for the thing, and for no report.
  if (
    said.ofThing.in(line.text) ||
    (said.aboutThing.in(text) && !(ofMany && (sides.absent || stands(line, mentions.thoseThat)))) ||
    (!ofMany && (asksWhenDone(text) || asksWhatIsSaid(text) || asksToList(text) || asksMeaning(text)))
  )
    return undefined;
  if (sides.spans[0] && onlySaysWhere(line.text, sides.spans[0])) return undefined;
  // A figure of its own clause is asked for besides: 哪些省提到减税降费，减了多少.
  const verb = sides.spans[0]?.[0] ?? line.text.length;
  const behind = line.text.slice(verb).search(/[，,；;]/u);
  const own = behind < 0 ? line.text : line.text.slice(0, verb + behind);
  const withFigures = strong && ofMany && !said.figure.in(own) && said.figure.in(line.text);
  if (said.figure.in(line.text) && !withFigures) return undefined;
  // 哪些省提出GDP增长5%以上 asks for figures, whatever was put forward.
  const figured = (['I', 'N'] as const).every((kind) => freeTokens(line, kind).length > 0);
  if (figured && !quoted && !sides.lacks) return undefined;
  // 报告里讲的农民人均纯收入，哪个省最高 asks for an order of figures.
  const ordered =
    stands(line, [...words.orders.highest, ...words.orders.lowest]) && !mentions.most.some((p) => stands(line, [p]));
  const ofFigures = freeTokens(line, 'I').length > 0 || mentions.measures.some((word) => text.includes(word));
  if (!quoted && ordered && ofFigures) return undefined;
  return {
    sides,
    strong,
    bare,
    ofMany,
    asks: (strong || loose) && (ofMany || said.forReports.in(line.text)),
    quoted,
    withFigures,
  };
}

interface Pieces {
  readonly terms: readonly string[];
  readonly set?: PlaceSet;
  readonly time: ReadYears;
  readonly first: boolean;
  readonly last: boolean;
  /** True where it is asked from when on the thing is not said any more. */
  readonly dropped: boolean;
  readonly years: boolean;
  readonly count: boolean;
  readonly most: boolean;
}

function readPieces(
  text: string,
  line: Line,
  context: ReadContext,
  places: PlaceContext,
  { sides, strong, bare, ofMany }: Asked,
  before: MentionPlan | undefined,
): Pieces {
  const words = analysisWords();
  const { mentions } = words;
  const own: Line = { ...line, used: new Uint8Array(line.used) };
  // 哪年开始不再提 asks for no beginning.
  const dropped = claimAll(own, mentions.dropped).length > 0;
  const first = claimAll(own, mentions.first, true).length > 0;
  const last = claimAll(own, mentions.last).length > 0 || dropped;
  const mosts = claimAll(own, mentions.most).map((m) => own.text.slice(m.start, m.end));
  const most = mosts.length > 0;
  const count = claimAll(own, mentions.count).length > 0;
  // What stands in quotation marks is the thing: “乡村振兴”最早哪年写进全国的报告.
  const isQuoted = freeTokens(own, 'W').length > 0;
  const institutions = isQuoted ? [] : institutionsIn(text, own, context.known);
  const object = isQuoted
    ? undefined
    : (institutions[0] ?? placeLookedFor(own, context.known, ofMany || stands(line, words.without)));
  const read = readPlaces(own, places);
  const set = read?.label === '' ? { ...read, level: 'any' as const } : read;
  const years =
    claimAll(own, mentions.years, true).length > 0 || mosts.some((said) => patterns().searches.when.in(said));
  const counts = stands(own, words.counts);
  const time = readYears(own, context.newest(set ?? before?.places), true);
  claimAll(own, mentions.verbs, true);
  claimAll(own, mentions.looseVerbs, true);
  claimAll(own, mentions.reportWords, true);
  claimAll(own, words.counts, true);
  claimAll(own, words.reports);
  for (const [start, end] of sides.spans) claimMatch(own, { start, end });
  const others =
    object === undefined || (institutions.length === 0 && speaksOfTwo(line.text))
      ? termsOf(own, context.known, (run) => contentOf(text, run), strong || bare).filter(
          // Where no verb says that something is mentioned, the learned reader must take it for a thing.
          (run) => strong || !bare || meanOf(contentOf(text, run)) >= THING,
        )
      : [];
  const beside = institutions.length > 0 ? institutions.slice(1) : others.filter((t) => context.known(t));
  const terms = object === undefined ? others : [object, ...beside].slice(0, 2);
  return { terms, set, time, first, last, dropped, years, most, count: count || counts };
}

/** From this mean probability on words are taken for a thing though no verb of mentioning stands by them. */
const THING = 0.3;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** For each character of a stretch of the question the probability that it is of the thing asked for, as the learned reader has it; 1 where it is not of it. */
function contentOf(text: string, run: string): number[] {
  const at = text.indexOf(run);
  const { content } = readQuestion(text);
  return Array.from({ length: run.length }, (_, i) => (at < 0 ? 1 : (content[at + i] ?? 0)));
}

/** What one report says of a thing is asked of its figures and sentences. */
function isOfOneReport(
  text: string,
  line: Line,
  context: ReadContext,
  { strong, sides }: Asked,
  { set, time }: Pieces,
): boolean {
  if (set?.named !== true) return false;
  const { operation, reportYear } = context.parse(text);
  // 2021年报告说要进万亿城市，定的是哪一年: one report that is named holds a word in no year but its own.
  const said = patterns().searches;
  if (reportYear !== undefined && time.years.years.length < 2 && said.when.in(line.text)) return true;
  if ((set.members?.length ?? 0) !== 1) return false;
  // 头一个拿金牌的是谁，报告提过: a person is asked for, whatever is said of mentioning.
  if (said.person.in(line.text) || said.detail.in(line.text)) return true;
  const about = strong && (sides.whether || said.aboutWords.in(line.text));
  return !about && operation !== 'mentions';
}

/** True where what is left may be looked for: an indicator's name alone is nothing to look for, nor a word of asking. */
function isThing(text: string, terms: readonly string[], line: Line, context: ReadContext, asked: Asked): boolean {
  const { strong, quoted, sides, withFigures } = asked;
  const { asking } = patterns().searches;
  const named = freeTokens(line, 'I');
  if ((!strong || withFigures) && named.length > 0) return false;
  if (quoted) return true;
  if (terms.some((t) => analysisWords().mentions.noThings.includes(t))) return false;
  if (terms.some((t) => (!strong && !context.known(t)) || (asking.in(t) && !context.known(t)))) return false;
  // 没写具体GDP增速 asks for targets in words.
  return !(sides.absent && terms.some((t) => named.some((indicator) => isFigureOf(text, t, indicator))));
}

/** True where words of a figure stand right beside the indicator that a thing is called by: GDP增速, 具体GDP目标. */
function isFigureOf(text: string, term: string, indicator: Token): boolean {
  const { figureWords } = analysisWords().mentions;
  const [before, behind] = [text.slice(0, indicator.start), text.slice(indicator.end).replace(/^的/u, '')];
  return (
    term.includes(indicator.text) &&
    figureWords.some((w) => behind.startsWith(w) || before.endsWith(w) || before.endsWith(`${w}的`))
  );
}

function planOf(
  line: Line,
  term: string,
  { sides, asks, withFigures, quoted }: Asked,
  { terms, set, time, ...read }: Pieces,
  before: MentionPlan | undefined,
): MentionPlan {
  // 没提的呢 names nothing: it is of the thing, the places and the years before.
  const leans = before !== undefined && (!asks || terms.length === 0);
  // 换成“工匠精神”，哪几个省提了: of the years of the turn before, and of its places where it names none.
  const goesOn = before !== undefined && (leans || takesUp(line.text));
  const one = terms.length < 2;
  return {
    kind: 'mentions',
    term,
    ...(quoted ? { quoted } : {}),
    ...(terms[1] === undefined ? {} : { beside: { term: terms[1], how: howBeside(line.text) } }),
    places: set ?? (goesOn ? before.places : { label: '', level: 'any', named: false }),
    years: time.years.years.length > 0 || !goesOn ? time.years.years : before.years,
    absent: sides.absent && !sides.present && !read.dropped && one,
    both: sides.absent && (sides.present || read.dropped) && one,
    ask: leans ? before.ask : askOf(line, read),
    compareYears: time.years.years.length === 2,
    ...(withFigures ? { withFigures } : {}),
    ...(read.most ? { most: true } : {}),
    ...(time.years.kind === 'latest' ? { latest: time.years.count ?? RECENT_YEARS } : {}),
    ...(read.dropped && read.first ? { untilWhen: true } : {}),
  };
}

/** True for a turn that takes up the one before with another thing: 换成X，…, X呢，…. */
function takesUp(text: string): boolean {
  return analysisWords().following.goesOn.some((word) => text.startsWith(word)) || patterns().searches.goesOn.in(text);
}

function askOf(
  { text }: Line,
  { first, last, years, count }: Omit<Pieces, 'terms' | 'set' | 'time'>,
): MentionPlan['ask'] {
  if (first) return 'first';
  if (last) return 'last';
  if (years) return 'years';
  if (count) return 'count';
  return patterns().searches.which.in(text) ? 'which' : 'yesno';
}

/** Both, the one without the other, or either. */
function howBeside(text: string): 'and' | 'not' | 'or' {
  const { withoutOther, bothOf } = patterns().searches;
  if (withoutOther.in(text)) return 'not';
  return bothOf.in(text) ? 'and' : 'or';
}
