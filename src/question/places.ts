import type { Lexicon } from '../lexicon/load.js';
import { placePosition } from '../lexicon/place-position.js';
import type { Place, PlaceMention } from '../lexicon/types.js';
import { NATION, nationMeant } from './nation.js';
import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';
import { questionWords } from './words.js';

export interface AskedPlaces {
  readonly places: readonly Place[];
  /** A further place that is named without being set beside the first: its reports may tell it where the first one's do not. */
  readonly other?: Place;
  readonly all?: 'prefecture' | 'province' | 'any';
}

/** The levels of which all may be meant, with the pattern that says so, tried in order. */
const ALL = [
  { said: 'allPrefectures', level: 'prefecture' },
  { said: 'allProvinces', level: 'province' },
  { said: 'allOfAny', level: 'any' },
] as const;

/** True for a place that is the field of an order and nothing that is asked about. */
function isFieldOfRank(text: string, { place, start, end }: Omit<Found, 'object'>): boolean {
  if (place.level !== 'nation' && place.level !== 'province') return false;
  const said = patterns().places;
  const after = text.slice(end);
  if (said.rankedIn.in(after) && !(place.level === 'province' && start === 0)) return true;
  return place.level === 'nation' && said.rankBefore.in(text.slice(0, start)) && said.rankBehind.in(after);
}

/** 占全国多少. */
function isWhole(text: string, { place, start }: Omit<Found, 'object'>): boolean {
  return place.level === 'nation' && patterns().places.shareBefore.in(text.slice(0, start));
}

/** True for a place that something is done with (跟台湾做生意, 与上海合作), and that is not asked about. */
export function isPartner(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const { partnerBefore, partnerBehind } = patterns().places;
  return partnerBefore.in(text.slice(0, start)) && partnerBehind.in(text.slice(end, end + 16));
}

/**
 * The places a question is about. A place that help goes to (去湖北, 驰援武汉) or that serves as a yardstick (全国第几)
 * stays in the text when another place is named. Of a county and the city it lies in (常德桃源县) the county is meant.
 * @param held ids of places with reports; they decide between namesakes.
 */
export function askedPlaces(scratch: Scratch, lexicon: Lexicon, held: ReadonlySet<string>): AskedPlaces {
  const { text } = scratch;
  const said = patterns().places;
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
      said.route.in(after) ||
      ((found.length > 0 || said.ofMany.in(text)) && isPartner(text, mention)) ||
      (found.length > 0 && !said.partnerBefore.in(before) && said.region.in(after)) ||
      origin ||
      (place.level === 'nation' &&
        (named ? !said.comparedBefore.in(before) : said.yardstick.in(text.slice(mention.end))));
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
  for (const { said: name, level } of ALL) {
    const match = said[name].find(text);
    if (!match || !isFree(scratch, match.index, match.index + match[0].length)) continue;
    if (places.length > 1 || places.some((p) => p.level === 'prefecture' || p.level === 'county')) break;
    claim(scratch, match.index, match.index + match[0].length);
    return { places, all: level };
  }
  const counted = places.every((p) => p.level === 'province') ? said.counted.find(text) : null;
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
  const sources = found.filter((f) => patterns().places.itsReport.in(text.slice(f.end)));
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

/** True for 上海 of 上海华谊在钦州开工: the place behind 在 is where it was. */
function isElsewhere(text: string, f: Found, found: readonly Found[]): boolean {
  const { there, joined } = patterns().places;
  return found.some((g) => {
    const between = text.slice(f.end, g.start);
    return g.start > f.end && there.in(between) && !joined.in(between);
  });
}

/** True where two places are named of which one alone can be asked about: nothing joins or compares them. */
function isApart(text: string, a: Found, b: Found): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  // 七台河报告，勃利县GDP多少: the report is the one's, what is asked for the other's.
  if (isOfReport(text, a) && !isOfReport(text, b) && !isSetBeside(text, a, b)) return true;
  const between = text.slice(first.end, second.start).replace(/\s/gu, '');
  const said = patterns().places;
  const { compare, aggregate } = questionWords().operations;
  if (between.length < 2 || said.joins.in(between) || isSetBeside(text, a, b)) return false;
  if ([...said.asking.findAll(text)].length !== 1 || said.several.in(text)) return false;
  return ![...compare, ...aggregate].some((w) => text.includes(w));
}

/** True where the whole of a place is asked about, which another one lies in: 我家在西安，陕西全省改造多少. */
function isWholeOf(text: string, { end }: Found): boolean {
  return placePosition().wholes.some((word) => text.startsWith(word, end));
}

function isOfReport(text: string, { end }: { readonly end: number }): boolean {
  return patterns().places.ofReport.in(text.slice(end));
}

/** Places with the one first whose report is named: 西安那波疫情，陕西2022年报告怎么反思 asks the report of 陕西. */
function reportFirst<T extends { readonly end: number }>(text: string, found: readonly T[]): readonly T[] {
  const own = found.filter((f) => isOfReport(text, f));
  return own.length === 1 ? [own[0]!, ...found.filter((f) => f !== own[0])] : found;
}

/** True where two places are set side by side, whichever comes first: 怀化和沅陵县, 沅陵县比怀化. */
function isSetBeside(
  text: string,
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start);
  const { beside, besideAtEnd } = patterns().places;
  return beside.in(between) || besideAtEnd.in(between);
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

/** Where the place's name ends: before a 市, 县 or 省 that belongs to the next word. */
function nameEnd(text: string, mention: { start: number; end: number; text: string }, place: Place): number {
  const short = mention.end - 1;
  return patterns().places.ownWord.in(text.slice(short)) && place.aliases.includes(mention.text.slice(0, -1))
    ? short
    : mention.end;
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
