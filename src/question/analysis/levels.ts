import type { PlaceSet } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { patterns } from '../patterns/index.js';
import type { Line } from './line.js';
import { claimAll, claimMatch, isFree, matchesOf } from './pattern.js';
import type { PlaceContext } from './places.js';
import { analysisWords } from './words.js';

/** A kind of places. */
export type Level = NonNullable<PlaceSet['level']>;
/** The kinds, the widest first. */
export const LEVELS: readonly Level[] = ['province', 'prefecture', 'county', 'any'];
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  province: '各省区市',
  prefecture: '各市',
  county: '各县区',
  any: '各地',
};

/** For each place the kinds of places with reports that lie in it. */
type InnerLevels = ReadonlyMap<string, ReadonlySet<Level>>;

const innerByHeld = new WeakMap<ReadonlySet<string>, InnerLevels>();

function innerLevels({ gazetteer, held }: PlaceContext): InnerLevels {
  const known = innerByHeld.get(held);
  if (known) return known;
  const inner = new Map<string, Set<Level>>();
  for (const id of held) {
    const place = gazetteer.get(id);
    for (let outer = place?.parent; place && outer !== undefined; outer = gazetteer.get(outer)?.parent) {
      const kinds = inner.get(outer) ?? new Set<Level>();
      inner.set(outer, kinds.add('any'));
      if (isKind(place.level)) kinds.add(place.level);
    }
  }
  innerByHeld.set(held, inner);
  return inner;
}

function isKind(level: Place['level']): level is Exclude<Level, 'any'> {
  return (LEVELS as readonly string[]).includes(level);
}

/** True where reports of places of a kind are held that lie in another: of a city that is named 市里 means none. */
export function holdsInner(place: Place, level: Level, context: PlaceContext): boolean {
  return innerLevels(context).get(place.id)?.has(level) === true;
}

/** The kind of places that a question asks for; claims its words. `strict` for 哪些省 and 哪些地级市, by which the municipalities are not meant. @param named how many places and groups are named. @param lies whether places of a kind may lie in those that are named. */
export function readLevel(
  line: Line,
  named: number,
  lies: (kind: Level) => boolean,
): { level: Level; strict: boolean } | undefined {
  const words = analysisWords();
  // 这四家, 三个市: those that are named, and no kind of places; 几个市 of one place are those that lie in it.
  if (named > 1) claimAll(line, words.theseOnly);
  const of = (patterns: typeof words.levels) =>
    LEVELS.filter(lies).flatMap((level) => matchesOf(line, patterns[level]).map((match) => ({ level, match })));
  const told = of(words.levels);
  const found =
    told.length > 0 || named > 0 ? told : of(words.bareLevels).filter(({ match }) => standsAlone(line, match.start));
  found.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.match.start - b.match.start);
  const [best] = found;
  if (!best) return undefined;
  for (const { level, match } of found)
    if (level === best.level && isFree(line, match.start, match.end)) claimMatch(line, match);
  const said = found.map(({ match }) => line.text.slice(match.start, match.end)).join();
  const marks = { province: words.looseProvinces, prefecture: words.strictCities } as const;
  const marked = (kind: keyof typeof marks): boolean => marks[kind].some((mark) => said.includes(mark));
  const strict = best.level === 'province' ? !marked('province') : best.level === 'prefecture' && marked('prefecture');
  return { level: best.level, strict };
}

/** The municipalities are cities too (哪个城市), but no 地级市. */
export function citiesToo(
  { text }: Line,
  read: ReturnType<typeof readLevel>,
  cities: readonly Place[],
  { without }: Pick<PlaceSet, 'without'>,
): Pick<PlaceSet, 'also'> {
  // 省内各市 are those of one province.
  if (read?.level !== 'prefecture' || read.strict || patterns().tables.inland.in(text)) return {};
  const also = cities.filter((city) => !without?.some((out) => out.id === city.id));
  return also.length > 0 ? { also } : {};
}

/** 市 of 火星市 names no kind of places: before the bare word stands nothing that could be a name. */
function standsAlone({ text, used }: Line, start: number): boolean {
  const before = text[start - 1];
  return (
    before === undefined ||
    used[start - 1] === 1 ||
    !/\p{Script=Han}/u.test(before) ||
    patterns().tables.beforeLevel.in(before)
  );
}
