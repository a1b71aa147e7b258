import type { Lexicon } from '../lexicon/load.js';
import { placePosition } from '../lexicon/place-position.js';
import type { Place, PlaceMention } from '../lexicon/types.js';
import { NATION, nationMeant } from './nation.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';
import { questionWords } from './words.js';

export interface AskedPlaces {
  readonly places: readonly Place[];
  /** A further place that is named without being set beside the first: its reports may tell it where the first one's do not. */
  readonly other?: Place;
  readonly all?: 'prefecture' | 'province' | 'any';
}

/** 四个市, 两地: all that are held, where none is named. */
const COUNTED = /(?:[两三四五六七八九十])个?(?:城?市|地区|地方|地)(?![场民区])/u;

const ALL: readonly (readonly [RegExp, AskedPlaces['all']])[] = [
  [/各市州|各地市|各市|(?:哪|几)(?:个|座|些)?城市|哪几?个?市(?![场民])|哪些市|所有的?城?市|全部城?市/u, 'prefecture'],
  [/各省(?:区市|市区|份)?|哪几?个?省(?:份)?|哪些省(?:份)?|所有省(?:份)?/u, 'province'],
  [/各地(?:区)?|哪些?(?:个)?(?:地方|地区)|哪里的|所有地(?:区|方)|已收录的?地(?:区|方)/u, 'any'],
];

/** Where a place is a yardstick and not what is asked about: 全国第几, 全国百强, 全国首个. */
const YARDSTICK =
  /^(?:排|第|首|百强|前|最|平均|位|领先|唯一|率先|劳模|人大|政协|文明|卫生|模范|试点|示范|综合|性|一等|重点|统一)/u;

/** Before what a share is of: 占全国的比重. */
const WHOLE = /(?<!抢)占(?:到|了|据|去)?$/u;
const FIELD_OF_RANK = /(?:排名?|位?居|位?列|名列)(?:在|到)?$/u;

/** 在贵州排老几, 全国排第几. */
const RANKED_IN =
  /^[省市州]?(?:\d+个?(?:重点)?(?:城市?|地级市|市州))?(?:能|里头?|内|中)?(?:排|位居|居|列)(?:在|到|名|第|多少|老?几)/u;

/** True for a place that is the field of an order and nothing that is asked about. */
function isFieldOfRank(text: string, { place, start, end }: Omit<Found, 'object'>): boolean {
  if (place.level !== 'nation' && place.level !== 'province') return false;
  const after = text.slice(end);
  if (RANKED_IN.test(after) && !(place.level === 'province' && start === 0)) return true;
  return place.level === 'nation' && FIELD_OF_RANK.test(text.slice(0, start)) && /^第/u.test(after);
}

/** 占全国多少. */
function isWhole(text: string, { place, start }: Omit<Found, 'object'>): boolean {
  return place.level === 'nation' && WHOLE.test(text.slice(0, start));
}

/** Where a road or line begins: 甲县到乙县的高速公路. */
const ROUTE =
  /^[市县区州]?(?:到|至|[—–~～-])[\p{Script=Han}]{2,6}?的?(?:高速|铁路|公路|高铁|航线|快速路|城际|客专|专线|大道)/u;
/** Whom an agreement or a line is made with: 与上海浦东新区缔结, 跟广州合作. */
const PARTNER_BEFORE = /[与跟和同]$/u;
const PARTNER_AFTER =
  /^[^，,。？?]{0,8}?(?:缔结|结对|结为|签署|签订|签约|合作|共建|对接|联合|友好|协作|通航|互认|做生意|做买卖|贸易|通商|往来)/u;
/** True for a place that something is done with (跟台湾做生意, 与上海合作), and that is not asked about. */
export function isPartner(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return PARTNER_BEFORE.test(text.slice(0, start)) && PARTNER_AFTER.test(text.slice(end, end + 16));
}

/** Asks for some of many: the place beside it is none of them. */
const OF_MANY = /哪[些个几]|[省市]有/u;

/** A region named after its city: 融入某市城市群. */
const REGION = /^[市]?(?:城市群|都市圈|经济圈|城市圈|经济带|都市区|1小时|一小时)/u;

/**
 * The places a question is about. A place that help goes to (去湖北, 驰援武汉) or that serves as a yardstick (全国第几)
 * stays in the text when another place is named. Of a county and the city it lies in (常德桃源县) the county is meant.
 * @param held ids of places with reports; they decide between namesakes.
 */
export function askedPlaces(scratch: Scratch, lexicon: Lexicon, held: ReadonlySet<string>): AskedPlaces {
  const { text } = scratch;
  const markers = questionWords().objectPlaceMarkers;
  const all = lexicon.gazetteer.find(text).filter((m) => isFree(scratch, m.start, m.end) && !isOfNature(text, m));
  const others = all.filter((m) => !isPartOfName(text, m, held) && !isZoneInside(m, all, held, lexicon));
  const mentions = others.some((m) => !isOfEvent(text, m)) ? others.filter((m) => !isOfEvent(text, m)) : others;
  const found: Found[] = [];
  for (const mention of mentions) {
    const place = preferHeld(
      [mention.place, ...mention.others],
      held,
      mentions.filter((m) => m !== mention).map((m) => m.place),
      lexicon,
    );
    const before = text.slice(Math.max(0, mention.start - 4), mention.start);
    const named = mentions.some((m) => m.place.level !== 'nation');
    // Beside another place the nation is meant only where it is set against that place: 比全国的高.
    const after = text.slice(mention.end, mention.end + 16);
    const origin = mentions.length > 1 && (isOrigin(after) || isOfCompany(text, mention));
    const object =
      markers.some((m) => before.endsWith(m)) ||
      ROUTE.test(after) ||
      ((found.length > 0 || OF_MANY.test(text)) && isPartner(text, mention)) ||
      (found.length > 0 && !PARTNER_BEFORE.test(before) && REGION.test(after)) ||
      origin ||
      (place.level === 'nation' &&
        (named ? !/[比和与跟同、]$/u.test(before) : YARDSTICK.test(text.slice(mention.end))));
    // 浙江台州人: the larger place before one that somebody comes from is where that lies.
    const last = found.at(-1);
    if (origin && last?.end === mention.start && lexicon.gazetteer.within(place.id, last.place.id))
      found[found.length - 1] = { ...last, object, origin };
    found.push({ place, start: mention.start, end: nameEnd(text, mention, place), object, origin });
  }
  // 排全国第几, 占全国多少: the nation is the field of the order or what a share is of, and nothing that is asked about.
  const asked = found.filter((f) => !isFieldOfRank(text, f) && !isWhole(text, f));
  const nation = lexicon.gazetteer.get(NATION);
  const meant = asked.some((f) => !f.object) ? undefined : nationMeant(text, held.has(NATION));
  if (meant && nation) asked.push({ place: nation, ...meant, object: false });
  const subjects = reportFirst(text, subjectsOf(text, asked, held, lexicon));
  const inner = subjects.filter(
    (f) =>
      (f === subjects[0] && isOfReport(text, f) && !isOfReport(text, subjects[1] ?? f)) ||
      !subjects.some((g) => {
        if (g.place.id === f.place.id || !lexicon.gazetteer.within(g.place.id, f.place.id)) return false;
        if (isSetBeside(text, f, g)) return false;
        if (g.start >= f.end && g.start - f.end <= 1) return true;
        return f.place.level === 'prefecture' && (g.place.level === 'county' || g.place.level === 'zone');
      }),
  );
  const each = [...new Map([...inner].reverse().map((f) => [f.place.id, f])).values()].reverse();
  const [first, second] = each;
  if (first && second && each.length === 2 && isApart(text, first, second)) {
    // 福建…里头，莆田占几座: what is told of the smaller place stands in its own report, else in the larger one's.
    const larger = [first, second].find((f) => isWholeOf(text, f));
    if (larger) {
      for (const f of inner) claim(scratch, f.start, f.end);
      return { places: [larger.place] };
    }
    const smaller = !isOfReport(text, first) && lexicon.gazetteer.within(second.place.id, first.place.id);
    const [own, other] = smaller ? [second, first] : [first, second];
    for (const f of inner) if (smaller || f.place.id === own.place.id) claim(scratch, f.start, f.end);
    return { places: [own.place], other: other.place };
  }
  for (const f of subjects) claim(scratch, f.start, f.end);
  const places = [...new Map(inner.map((f) => [f.place.id, f.place])).values()];
  for (const [pattern, level] of ALL) {
    const match = pattern.exec(text);
    if (!match || !isFree(scratch, match.index, match.index + match[0].length)) continue;
    if (places.length > 1 || places.some((p) => p.level === 'prefecture' || p.level === 'county')) break;
    claim(scratch, match.index, match.index + match[0].length);
    return { places, all: level };
  }
  const counted = places.every((p) => p.level === 'province') ? COUNTED.exec(text) : null;
  if (counted) {
    claim(scratch, counted.index, counted.index + counted[0].length);
    return { places, all: 'any' };
  }
  return { places };
}

/** A place as a question names it. */
interface Found {
  readonly place: Place;
  readonly start: number;
  readonly end: number;
  /** True where it is none that is asked about, as far as the words around it tell. */
  readonly object: boolean;
  /** True where somebody comes from there, or a company has its name. */
  readonly origin?: boolean;
}

/** The place whose report is named (看成都的报告), else those that are no objects of others. */
function subjectsOf(
  text: string,
  found: readonly Found[],
  held: ReadonlySet<string>,
  { gazetteer }: Lexicon,
): readonly Found[] {
  const sources = found.filter((f) => ITS_REPORT.test(text.slice(f.end)));
  const [source] = sources;
  if (source && sources.length === 1 && found.some((f) => f.end <= source.start)) {
    // 集安排第几，见通化的报告: what lies within the place of the report is what is asked about in it.
    const inner = found.filter((f) => f !== source && gazetteer.within(f.place.id, source.place.id));
    return [source, ...inner];
  }
  const subjects = found.filter((f) => !f.object && !isElsewhere(text, f, found));
  if (subjects.length === 0) return found.some((f) => !f.origin) ? found.filter((f) => !f.origin) : found;
  // 贵阳…云岩、南明这几个区: districts without reports are told of in their city's.
  const districts = subjects.filter((f) => !held.has(f.place.id) && f.place.parent !== undefined);
  const city = subjects.find(
    (f) => held.has(f.place.id) && districts.every((d) => gazetteer.within(d.place.id, f.place.id)),
  );
  return city && districts.length > 1 ? [city] : subjects;
}

/** 成都的报告, 黑龙江哪年的报告, 黑龙江2018年那份政府工作报告. */
const ITS_REPORT = /^[市省州县区]?(?:的|那份|哪一?年的?|(?:(?:19|20)?\d{2})年的?)+(?:政府)?(?:工作)?报告/u;

/** True for 上海 of 上海华谊在钦州开工: the place behind 在 is where it was. */
function isElsewhere(text: string, f: Found, found: readonly Found[]): boolean {
  return found.some((g) => {
    const between = text.slice(f.end, g.start);
    return g.start > f.end && THERE.test(between) && !/[，,、和与跟比]/u.test(between);
  });
}

const THERE = /^[^，,。]{1,8}在$/u;

/** True where two places are named of which one alone can be asked about: nothing joins or compares them. */
function isApart(text: string, a: Found, b: Found): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  // 七台河报告，勃利县GDP多少: the report is the one's, what is asked for the other's.
  if (isOfReport(text, a) && !isOfReport(text, b) && !isSetBeside(text, a, b)) return true;
  const between = text.slice(first.end, second.start).replace(/\s/gu, '');
  const { compare, aggregate } = questionWords().operations;
  if (between.length < 2 || JOINS.test(between) || isSetBeside(text, a, b)) return false;
  if ((text.match(ASKING) ?? []).length !== 1 || /呢|各|都/u.test(text)) return false;
  return ![...compare, ...aggregate].some((w) => text.includes(w));
}

/** True where the whole of a place is asked about, which another one lies in: 我家在西安，陕西全省改造多少. */
function isWholeOf(text: string, { end }: Found): boolean {
  return placePosition().wholes.some((word) => text.startsWith(word, end));
}

const JOINS = /[、；;和与跟同及比]/u;
const ASKING = /多少|几(?![乎何])/gu;

/** 陕西2022年报告: whose report is meant. */
const OF_REPORT = /^(?:(?:(?:19|20)\d\d|\d\d)年)?(?:的|那份|这份|那年的?)?(?:政府)?(?:工作)?报告/u;

function isOfReport(text: string, { end }: { readonly end: number }): boolean {
  return OF_REPORT.test(text.slice(end));
}

/** Places with the one first whose report is named: 西安那波疫情，陕西2022年报告怎么反思 asks the report of 陕西. */
function reportFirst<T extends { readonly end: number }>(text: string, found: readonly T[]): readonly T[] {
  const own = found.filter((f) => isOfReport(text, f));
  return own.length === 1 ? [own[0]!, ...found.filter((f) => f !== own[0])] : found;
}

/** What sets two places beside one another. */
const BESIDE = /^(?:市|县|区)?(?:[和与跟同比及、]|以及|对比)/u;

/** True where two places are set side by side, whichever comes first: 怀化和沅陵县, 沅陵县比怀化. */
function isSetBeside(
  text: string,
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start);
  return BESIDE.test(between) || /[和与跟同比]$/u.test(between);
}

/** 南岳|机场: the short name of a county without reports, and behind it what makes another name of it. */
function isPartOfName(
  text: string,
  { place, others, text: name, end }: PlaceMention,
  held: ReadonlySet<string>,
): boolean {
  if (place.level !== 'county' || name === place.name) return false;
  if ([place, ...others].some((p) => held.has(p.id))) return false;
  const after = text.slice(end, end + 6);
  return placePosition().facilities.some((f) => after.startsWith(f));
}

/** 长白山, 鄱阳湖: a place's name within that of a lake, a river or a mountain. */
export function isOfNature(text: string, mention: Pick<PlaceMention, 'start' | 'end'>): boolean {
  return isWithin(text, mention, placePosition().natural);
}

/** 宁德时代 beside another place: a place's name within that of a company, which is told of where it comes to; alone it is at home. */
export function isOfCompany(text: string, mention: Pick<PlaceMention, 'start' | 'end'>): boolean {
  return isWithin(text, mention, placePosition().enterprises);
}

function isWithin(
  text: string,
  { start, end }: Pick<PlaceMention, 'start' | 'end'>,
  names: readonly string[],
): boolean {
  return names.some((name) => {
    const at = text.indexOf(name);
    return at >= 0 && at <= start && end <= at + name.length && end - start < name.length;
  });
}

/** 台州人跑到朔州, 台州客商: where somebody comes from is not what is asked about where another place is named. */
export function isOrigin(after: string): boolean {
  const { from, but } = placePosition().origins;
  return from.some((word) => after.startsWith(word)) && !but.some((word) => after.startsWith(word));
}

/** 北京奥运会，湖北选手…: the place by which what happened there is called. */
function isOfEvent(text: string, { end }: PlaceMention): boolean {
  return placePosition().events.some((event) => text.startsWith(event, end));
}

/** A zone without reports beside the place that it lies in: its reports may speak of the zone (江西…赣江新区…). */
function isZoneInside(
  { place }: PlaceMention,
  all: readonly PlaceMention[],
  held: ReadonlySet<string>,
  { gazetteer }: Lexicon,
): boolean {
  if (place.level !== 'zone' || held.has(place.id)) return false;
  return all.some((m) => m.place.id !== place.id && held.has(m.place.id) && gazetteer.within(place.id, m.place.id));
}

/** Words that begin with 市, 县 or 省 behind a place's short name: 张家界|市场主体, 长沙|市民, 常德|市城区. */
const OWN_WORD =
  /^(?:市(?:场|区|民|级|本级|直|容|政|属|管|城区|中心|内|外|重点|长|委|人大)|县(?:域|级|城|乡|直|长|委)|省(?:级|重点|内|外|属|直|会|长|委)|区(?:长|委|级|域))/u;

/** Where the place's name ends: before a 市, 县 or 省 that belongs to the next word. */
function nameEnd(text: string, mention: { start: number; end: number; text: string }, place: Place): number {
  const short = mention.end - 1;
  return OWN_WORD.test(text.slice(short)) && place.aliases.includes(mention.text.slice(0, -1)) ? short : mention.end;
}

/** Of several places with one name: one with reports, then one near another place of the question, then the first. */
function preferHeld(
  options: readonly Place[],
  held: ReadonlySet<string>,
  context: readonly Place[],
  lexicon: Lexicon,
): Place {
  const near = (p: Place) => context.some((c) => c.id !== p.id && lexicon.gazetteer.within(p.id, c.id));
  return (
    options.find(near) ??
    options.find((p) => held.has(p.id)) ??
    options.find((p) => p.parent !== undefined && held.has(p.parent)) ??
    options[0]!
  );
}
