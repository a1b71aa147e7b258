import type { Gazetteer, Place, PlaceMention } from '../lexicon/types.js';
import type { FrontMatter } from './front-matter.js';
import type { Header } from './header.js';

/** A place that something about a document points to. */
interface Pointer {
  readonly place: Place;
  readonly weight: number;
  readonly from: string;
}

export interface PlaceReading {
  readonly place: Place | null;
  /** 0–1. */
  readonly confidence: number;
  /** What it was read from, in Chinese: 会议名称、标题. */
  readonly from: string;
  /** The place that the path names, where it is another one. */
  readonly pathPlace?: Place;
}

/** How much each source is worth against the others. */
const WEIGHT = {
  assembly: 6,
  opening: 5,
  title: 5,
  newspaper: 3,
  frequency: 3,
  path: 2,
  /** What a person wrote at the head of the file is no guess. */
  front: 30,
  frontTitle: 1,
} as const;
/** How much of a text is searched for the places it names most. In characters. */
const FREQUENCY_REACH = 20_000;
/** How much of the beginning and the end of a file is searched for the newspaper that printed it. */
const MARGIN = 400;
/** A place must be named this often, and this many times as often as the next one. */
const FREQUENT = 3;
const DOMINANT = 1.5;

/**
 * The place a document is of: its own words first, its path second.
 * @param text the view's text. @param source the file's text: the newspaper's name may stand in what the view leaves out.
 */
export function recognisePlace(
  text: string,
  source: string,
  header: Header,
  seed: string,
  front: FrontMatter,
  gazetteer: Gazetteer,
): PlaceReading {
  const pointers: Pointer[] = [];
  const point = (place: Place | undefined, weight: number, from: string): void => {
    if (place) pointers.push({ place, weight, from });
  };
  const { title = '', place: named = '' } = front.fields;
  const path = pathPlace(seed, gazetteer);
  // Of several places with one name (鼓楼区) the one is meant whose city is named as well.
  const around = [header.title, title, header.head, seed, text.slice(0, FREQUENCY_REACH)];
  const meant = (mention: PlaceMention | undefined): Place | undefined => mention && among(mention, around, gazetteer);
  point(assemblyPlace(header.head, gazetteer, meant), WEIGHT.assembly, '会议名称');
  point(openingPlace(header.opening, gazetteer, meant), WEIGHT.opening, '开场白');
  point(meant(lastBeforeReport(header.title, gazetteer)), WEIGHT.title, '标题');
  point(meant(lastBeforeReport(title, gazetteer)), WEIGHT.frontTitle, '文件头');
  point(gazetteer.byName(named)[0], WEIGHT.front, '文件头');
  if (!pointers.some((p) => p.weight >= WEIGHT.title)) {
    point(newspaperPlace(source, gazetteer), WEIGHT.newspaper, '报纸名');
    point(frequentPlace(text, gazetteer, header.opening), WEIGHT.frequency, '正文多次提到');
  }
  point(path, WEIGHT.path, '路径');

  const sums = new Map<string, number>();
  for (const { place, weight } of pointers) sums.set(place.id, (sums.get(place.id) ?? 0) + weight);
  const [best] = [...sums].sort((a, b) => b[1] - a[1]);
  if (!best) return { place: null, confidence: 0, from: '' };
  const place = gazetteer.get(best[0])!;
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  const sure = Math.min(1, 0.4 + best[1] * 0.1) * (best[1] / total);
  const from = [...new Set(pointers.filter((p) => p.place === place).map((p) => p.from))].join('、');
  return {
    place,
    confidence: Math.round(sure * 100) / 100,
    from,
    ...(path && path.id !== place.id ? { pathPlace: path } : {}),
  };
}

type Meant = (mention: PlaceMention | undefined) => Place | undefined;

/** Of the places with the name of a mention, the one that lies in a place named around; the first where none does. */
function among(mention: PlaceMention, around: readonly string[], gazetteer: Gazetteer): Place {
  if (mention.others.length === 0) return mention.place;
  const named = new Set(around.flatMap((text) => gazetteer.find(text).map((m) => m.place.id)));
  const candidates = [mention.place, ...mention.others];
  return candidates.find((place) => place.parent !== undefined && named.has(place.parent)) ?? mention.place;
}

/** The place of a news item: the one its title names, else the narrowest of its first sentence. */
export function newsPlace(title: string, text: string, gazetteer: Gazetteer): Place | null {
  const inTitle = gazetteer.find(title).filter((m) => m.place.level !== 'nation');
  if (inTitle[0])
    return narrowest(
      inTitle.map((m) => m.place),
      gazetteer,
    );
  const lead = text.slice(title.length, title.length + 120).split('。')[0]!;
  const inLead = gazetteer.find(lead).filter((m) => m.place.level !== 'nation');
  return inLead[0]
    ? narrowest(
        inLead.map((m) => m.place),
        gazetteer,
      )
    : null;
}

/** The first place, or the narrowest of those that lie in it. */
function narrowest(places: readonly Place[], gazetteer: Gazetteer): Place {
  return places.reduce((best, place) => (gazetteer.within(place.id, best.id) ? place : best));
}

/** 常德市 of 在常德市第八届人民代表大会第一次会议上. */
function assemblyPlace(head: string, gazetteer: Gazetteer, meant: Meant): Place | undefined {
  const at = head.search(/第[一二三四五六七八九十百\d]{1,4}届(?:全国)?(?:人民代表大会|人大|全国人大)/);
  if (at < 0) return undefined;
  if (/^第.{1,4}届全国/.test(head.slice(at, at + 10))) return gazetteer.get('000000');
  const before = head.slice(Math.max(0, at - 24), at);
  return meant(endingPlace(before, gazetteer));
}

/** 常德市 of 我代表常德市人民政府; the nation of 我代表国务院. */
function openingPlace(opening: string, gazetteer: Gazetteer, meant: Meant): Place | undefined {
  if (/代表国务院|代表中央人民政府|受国务院/.test(opening)) return gazetteer.get('000000');
  const named = /代表(.{2,16}?)(?:人民政府|人民委员会|政府)/.exec(opening)?.[1];
  return named ? meant(endingPlace(named, gazetteer)) : undefined;
}

/** The place whose name ends a text: 代表大会在常德市 -> 常德市. */
function endingPlace(text: string, gazetteer: Gazetteer): PlaceMention | undefined {
  const last = gazetteer.find(text).at(-1);
  return last && text.slice(last.end).length <= 2 ? last : undefined;
}

/** The place of a title, where it is the title of a report: 2022年常德市政府工作报告. */
function lastBeforeReport(title: string, gazetteer: Gazetteer): PlaceMention | undefined {
  const mentions = gazetteer.find(title);
  const at = title.search(/人民政府|政府工作|工作报告|工作安排|重点/);
  return mentions.filter((m) => at < 0 || m.end <= at + 3).at(-1);
}

/** 张家界市 of 来源:张家界日报, 张家界 of （张家界日报）. */
function newspaperPlace(source: string, gazetteer: Gazetteer): Place | undefined {
  for (const part of [source.slice(0, MARGIN), source.slice(-MARGIN)]) {
    const paper = /([\p{Script=Han}]{2,6})日报/u.exec(part)?.[1];
    const place = paper ? endingPlace(paper, gazetteer)?.place : undefined;
    if (place && place.level !== 'nation') return place;
  }
  return undefined;
}

/**
 * The place named most. A province's report names itself more than any of its cities, a city's itself more than its province;
 * so the counts decide, and a place is not held against what lies around it.
 */
function frequentPlace(text: string, gazetteer: Gazetteer, opening: string): Place | undefined {
  const levels = ownLevels(opening);
  const counts = new Map<Place, number>();
  for (const { place } of gazetteer.find(text.slice(0, FREQUENCY_REACH))) {
    if (place.level === 'nation' || (levels && !levels.includes(place.level))) continue;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, times] = ranked[0] ?? [undefined, 0];
  if (!first || times < FREQUENT) return undefined;
  // A city's report may name a county of it more often than itself.
  const around =
    first.level === 'county' ? ranked.find(([place, n]) => place.id === first.parent && n >= FREQUENT) : undefined;
  if (around) return around[0];
  const rival = ranked.find(([place]) => place !== first && !gazetteer.within(first.id, place.id));
  return times >= DOMINANT * (rival?.[1] ?? 0) ? first : undefined;
}

/** The levels that fit what the opening calls its government: 我代表市人民政府. */
function ownLevels(opening: string): readonly Place['level'][] | undefined {
  switch (/代表(自治区|自治州|自治县|[省市州县区旗盟])(?:人民)?政府/.exec(opening)?.[1]) {
    case '省':
    case '自治区':
      return ['province'];
    case '市':
      return ['province', 'prefecture', 'county'];
    case '州':
    case '自治州':
    case '盟':
      return ['prefecture'];
    case '县':
    case '自治县':
    case '区':
    case '旗':
      return ['county', 'zone', 'province'];
    default:
      return undefined;
  }
}

/** The place that the path names, the innermost part first: 其他地市/常德市/2022.md. */
function pathPlace(seed: string, gazetteer: Gazetteer): Place | undefined {
  for (const part of seed
    .replace(/\.\w+$/, '')
    .split('/')
    .reverse()) {
    const exact = gazetteer.byName(part)[0];
    if (exact) return exact;
    const found = gazetteer.find(part).at(-1)?.place;
    if (found) return found;
  }
  return undefined;
}
