import type { PlaceSet } from '../../frame/analysis.js';
import { groupsOf, type PlaceGroup } from '../../lexicon/groups.js';
import type { Gazetteer, Place } from '../../lexicon/types.js';
import { patterns } from '../patterns/index.js';
import { areProvinces, innerGroup } from './inner-places.js';
import { citiesToo, holdsInner, LEVEL_NAMES, LEVELS, readLevel } from './levels.js';
import type { Line, Token } from './line.js';
import { tokenAt } from './line.js';
import { claimAll, claimMatch, matchesOf } from './pattern.js';
import { analysisWords } from './words.js';

export interface PlaceContext {
  readonly gazetteer: Gazetteer;
  /** Ids of places with reports; they decide between namesakes. */
  readonly held: ReadonlySet<string>;
}

/** The place of a token: of namesakes the one that lies in another place named, else the one with reports. */
export function placeOf(token: Token, { held, gazetteer }: PlaceContext, line?: Line): Place {
  const options = token.value as readonly Place[];
  const others = (line?.tokens ?? []).filter((t) => t.kind === 'P' && t !== token).flatMap((t) => t.value as Place[]);
  const inside = options.find((p) =>
    others.some((o) => o.id !== p.id && o.level !== 'nation' && gazetteer.within(p.id, o.id)),
  );
  return inside ?? options.find((p) => held.has(p.id)) ?? options[0]!;
}

/** The places that the question is over; undefined where it names none and asks for no kind of them. Claims what it reads. */
export function readPlaces(line: Line, context: PlaceContext, ranked = false): PlaceSet | undefined {
  const example = readExample(line, context);
  const set = readSet(line, context, ranked);
  if (!example) return set;
  // 就广东一家吗 without a kind of places asks of those of its kind.
  const level = LEVELS.find((kind) => kind === example.level) ?? 'any';
  return { ...(set ?? { label: LEVEL_NAMES[level], level, named: false }), example };
}

/** The place that is named only as the one that may stand alone (就广东一家吗) or that shows what is meant (像广东这样的省). Claims it. */
function readExample(line: Line, context: PlaceContext): Place | undefined {
  const token = claimAll(line, analysisWords().example)[0]?.tokens.find((t) => t.kind === 'P');
  return token && placeOf(token, context, line);
}

function readSet(line: Line, context: PlaceContext, ranked: boolean): PlaceSet | undefined {
  const left = readWithout(line, context);
  const inner = ranked ? undefined : innerGroup(line, (token) => placeOf(token, context, line));
  if (inner) return { ...left, ...inner };
  const field = fieldOfRank(line, context);
  const { including, also } = readIncluding(line, context);
  const several = line.tokens.filter((t) => t.kind === 'P').length > 1;
  // The place that the words begin with is the last of those that they are said of.
  if (several)
    for (const { start, end } of matchesOf(line, analysisWords().apposition))
      claimMatch(line, { start: start + 1, end });
  claimAll(line, analysisWords().groupWords, true);
  const groups: PlaceGroup[] = [];
  const named: { place: Place; whole: boolean }[] = [];
  for (let i = 0; i < line.text.length; i++) {
    const token = tokenAt(line, i);
    if (!token || line.used[i] || i === field) continue;
    if (token.kind === 'G') groups.push(token.value as PlaceGroup);
    else if (token.kind === 'P')
      named.push({
        place: placeOf(token, context, line),
        // 湖北、河南、武汉: one of a row is asked about by itself, whatever lies in it.
        whole: patterns().tables.wholeBehind.in(line.text.slice(i + 1)),
      });
    else continue;
    claimMatch(line, { start: i, end: i + 1 });
  }
  const cities = named.filter(({ place }) => place.level === 'prefecture');
  const read = readLevel(
    line,
    new Set(named.map(({ place }) => place.id)).size + groups.length,
    (kind) => ranked || cities.every(({ place }) => kind === 'province' || holdsInner(place, kind, context)),
  );
  const level = read?.level;
  // 省份、自治区, 省级报告（省、自治区、直辖市）: groups by the rank that provinces have are said beside them, and narrow nothing.
  const ranks =
    level === 'province' && groups.length > 0 && groups.every(({ id }) => RANKS.has(id)) ? groups.splice(0) : [];
  const wide = ranks.some(({ id }) => id === MUNICIPALITIES);
  // 长三角各市: places of the kind that lie in those of the group.
  if (level && level !== 'province' && named.length === 0 && !ranked && areProvinces(groups)) {
    const label = `${groups.map((g) => g.name).join('、')}${LEVEL_NAMES[level]}`;
    return { ...left, label, level, within: groups.flatMap((g) => g.members), named: false };
  }
  const apartCities = municipalities(context);
  const strict =
    level === 'province' &&
    (read?.strict || ranks.length > 0) &&
    !including &&
    !wide &&
    !apartCities.some((p) => left.without?.some((out) => out.id === p.id));
  const apart = strict ? { apart: apartCities } : {};
  const levelName = strict ? '各省、自治区' : level && LEVEL_NAMES[level];
  // 全国各省 are the provinces; the nation only says where they lie.
  const places = withoutContainers(
    level ? named.filter(({ place }) => place.level !== 'nation') : named,
    context.gazetteer,
  );
  if (groups.length === 0 && places.length === 0)
    return level
      ? {
          ...left,
          ...apart,
          ...citiesToo(line, read, apartCities, left),
          ...also,
          label: levelName!,
          level,
          named: false,
        }
      : left.without && { ...left, label: '', named: false };
  // A target's place in an order is told by no report: the provinces' targets are set beside one another.
  const [only] = places;
  if (ranked && !level && groups.length === 0 && places.length === 1 && only?.level === 'province' && isOfTarget(line))
    return { ...left, label: LEVEL_NAMES.province, level: 'province', within: places, named: false };
  if (ranked && places.length === 1 && (level || groups.length > 0)) {
    // 湖北在各省排第几: the others are the set, and `within` holds the one that is asked about.
    const set =
      groups.length > 0
        ? ofGroups(withParts(groups, context), [], left)
        : { ...left, ...apart, label: levelName!, level };
    return { ...set, within: places, named: false };
  }
  // 长三角四个城市：上海、杭州: a group that all of the named ones lie in only says where.
  const within = places.length > 1 && places.every((p) => groups.some((g) => liesIn(p, g, context)));
  if (groups.length > 0 && !within) return ofGroups(withParts(groups, context), places, left);
  const provinces = places.every((p) => p.level === 'province' || p.level === 'prefecture');
  if (level && level !== 'province' && provinces && places.length <= 2)
    return {
      ...left,
      ...also,
      label: `${places.map((p) => p.short).join('、')}${LEVEL_NAMES[level]}`,
      level,
      within: places,
      named: false,
    };
  return { ...left, label: places.map((p) => p.name).join('、'), members: places, named: true };
}

/**
 * Where a place stands as the field of an order in which another that lies in it is asked about (江苏GDP全国排第几, 赣州在江西排第几);
 * undefined where none does.
 */
function fieldOfRank(line: Line, context: PlaceContext): number | undefined {
  const places = line.tokens.filter((token) => token.kind === 'P').map((token) => placeOf(token, context, line));
  const holds = (field: Place) =>
    places.some((p) => p.id !== field.id && (field.level === 'nation' || context.gazetteer.within(p.id, field.id)));
  // What others have claimed of the order (排第几) still tells its field.
  const whole = { ...line, used: new Uint8Array(line.used.length) };
  return matchesOf(whole, analysisWords().fieldOfRank).find(({ tokens }) => {
    const [field] = tokens.filter((token) => token.kind === 'P');
    return field !== undefined && holds(placeOf(field, context, line));
  })?.start;
}

function isOfTarget(line: Line): boolean {
  return matchesOf(line, analysisWords().targetWords).length > 0;
}

function liesIn(place: Place, { members }: PlaceGroup, { gazetteer }: PlaceContext): boolean {
  return members.some((m) => m.id === place.id || gazetteer.within(place.id, m.id));
}

type Left = Pick<PlaceSet, 'without' | 'withoutFolders'>;

function ofGroups(groups: readonly PlaceGroup[], places: readonly Place[], left: Left): PlaceSet {
  const members = [...new Map([...groups.flatMap((g) => g.members), ...places].map((p) => [p.id, p])).values()];
  const folders = groups.flatMap((g) => g.folders);
  return {
    ...left,
    label: [...groups.map((g) => g.name), ...places.map((p) => p.name)].join('、'),
    members,
    ...(folders.length > 0 ? { folders } : {}),
    ...(groups.length > 1 && groups.every((g) => g.id !== 'abbreviated') ? { parts: partsOf(groups).parts } : {}),
    named: groups.every((g) => g.id === 'abbreviated') && folders.length === 0,
  };
}

/** 除了湖南, 不含直辖市. */
function readWithout(line: Line, context: PlaceContext): Left {
  const tokens = claimAll(line, analysisWords().without).flatMap((m) => m.tokens);
  if (tokens.length === 0) return {};
  const groups = tokens.flatMap((t) => (t.kind === 'G' ? [t.value as PlaceGroup] : []));
  const places = tokens.flatMap((t) => (t.kind === 'P' ? [placeOf(t, context)] : []));
  const folders = groups.flatMap((g) => g.folders);
  return {
    without: [...places, ...groups.flatMap((g) => g.members)],
    ...(folders.length > 0 ? { withoutFolders: folders } : {}),
  };
}

/**
 * 含直辖市 beside 各省, 包括沈阳 beside 辽宁各市: how widely a kind of places is meant. Without one what is named is what is asked
 * about.
 */
function readIncluding(line: Line, context: PlaceContext): { including: boolean; also: Pick<PlaceSet, 'also'> } {
  const words = analysisWords();
  const wide = [...LEVELS.flatMap((level) => words.levels[level]), ...words.bareLevels.province];
  if (matchesOf(line, wide).length === 0) return { including: false, also: {} };
  // 省会和计划单列市 are both asked about: 和 joins a group to the one before it, and to no kind of places.
  const joins = matchesOf(line, words.including).filter(({ start }) => tokenAt(line, start - 1)?.kind === 'G');
  if (joins.length > 0) return { including: false, also: {} };
  const matches = claimAll(line, words.including);
  const places = matches.flatMap((m) => m.tokens).flatMap((t) => (t.kind === 'P' ? [placeOf(t, context, line)] : []));
  const groups = matches.some((m) => m.tokens.some((t) => t.kind === 'G'));
  return { including: groups, also: places.length > 0 ? { also: places } : {} };
}

/** Groups of provinces by their rank. */
const MUNICIPALITIES = 'municipalities';
const RANKS: ReadonlySet<string> = new Set([MUNICIPALITIES, 'autonomous-regions']);

function municipalities({ gazetteer }: PlaceContext): readonly Place[] {
  return groupsOf(gazetteer).get(MUNICIPALITIES)?.members ?? [];
}

/** 东中西部 is three groups, each asked for by itself. */
function withParts(groups: readonly PlaceGroup[], { gazetteer }: PlaceContext): PlaceGroup[] {
  return groups.flatMap((g) => g.parts?.flatMap((id) => groupsOf(gazetteer).get(id) ?? []) ?? [g]);
}

function partsOf(groups: readonly PlaceGroup[]): Pick<PlaceSet, 'members' | 'parts'> {
  const members = [...new Map(groups.flatMap((g) => g.members).map((p) => [p.id, p])).values()];
  return { members, parts: groups.map((g) => ({ label: g.name, members: g.members })) };
}

/** 江苏这几个市（徐州、扬州）: the province only says where they lie, unless it is named as a whole (山东全省). */
function withoutContainers(named: readonly { place: Place; whole: boolean }[], gazetteer: Gazetteer): Place[] {
  const kept = named.filter(
    ({ place, whole }) =>
      whole ||
      place.level === 'nation' ||
      !named.some((other) => other.place.id !== place.id && gazetteer.within(other.place.id, place.id)),
  );
  return [...new Map(kept.map(({ place }) => [place.id, place])).values()];
}
