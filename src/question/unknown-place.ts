import type { UnknownPlace } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { type PlacePosition, placePosition } from '../lexicon/place-position.js';
import { sounds } from '../lexicon/sounds.js';
import type { Place } from '../lexicon/types.js';
import { patterns } from './patterns/index.js';
import { placesNear } from './place-slips.js';

/** What is known when a place is looked for where none was found. */
export interface PositionContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
  /** Whether the reports hold a text word for word. */
  readonly known: (text: string) => boolean;
  /** 1 where a time stands. */
  readonly times: Uint8Array;
}

/** A word where a place would stand. */
interface Placed {
  readonly word: string;
  readonly start: number;
  /** Right before a year at the head of a clause: there hardly anything but a place stands. */
  readonly sure: boolean;
  /** True where an indicator is asked for. */
  readonly indicator: boolean;
}

const LONGEST = 8;
/** The longest word that is taken for an unknown place though nothing is near to it. */
const LONGEST_UNKNOWN = 4;
const TAIL = /呢?[？?。]?$/u;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;
/** Where a clause begins. */
const CLAUSE = /[，,：:；;。？?！!\s]/u;
/** The place that a word in the position of one means, though the word is another thing elsewhere: 石门 of 石门2021年GDP. */
export function placeByPosition(
  text: string,
  context: PositionContext,
): { place: Place; start: number; end: number } | undefined {
  const { gazetteer } = context.lexicon;
  const spokenOf = ({ id, parent }: Place): boolean =>
    context.held.has(id) || (parent !== undefined && context.held.has(parent));
  for (const { word, start, sure } of placedWords(text, context, placePosition())) {
    // What is found in texts of its own area alone; a word that is never a place by itself (资源) is none here either.
    const carriers = gazetteer.byName(word).filter((p) => gazetteer.find(word, p.id).length > 0);
    const place =
      carriers.find((p) => context.held.has(p.id)) ?? carriers.find(spokenOf) ?? (sure ? carriers[0] : undefined);
    if (place) return { place, start, end: start + word.length };
  }
  return undefined;
}

/** The word that stands for a place the gazetteer does not know; undefined where there is none. Call it where no place was found. */
export function unknownPlace(text: string, context: PositionContext): UnknownPlace | undefined {
  const position = placePosition();
  for (const placed of placedWords(text, context, position)) {
    const found = judge(placed, context, position);
    if (found) return found;
  }
  return undefined;
}

/** How many units the name of a place in a row may have that a slip stands for. */
const IN_ROW = [2, 3] as const;

/**
 * A slip for a place beside one that is named (湖被和河北): left out, the other would answer for both. Undefined where none stands there.
 * @param placed 1 where the name of a place stands.
 */
export function slipBeside(text: string, placed: Uint8Array, context: PositionContext): UnknownPlace | undefined {
  const { between, behindInRow } = patterns().places;
  const { gazetteer, indicators } = context.lexicon;
  const { words } = placePosition();
  const isEdge = (at: number): boolean =>
    at < 0 || context.times[at] === 1 || placed[at] === 1 || CLAUSE.test(text[at]!) || between.in(text[at]!);
  const isEnd = (at: number): boolean => at >= text.length || isEdge(at) || behindInRow.in(text.slice(at));
  const held = gazetteer.places.filter((p) => context.held.has(p.id));
  for (const { start, end } of stretchesOf(placed)) {
    const before = start > 1 && between.in(text[start - 1]!) ? IN_ROW.map((n) => start - 1 - n) : [];
    const behind = end < text.length && between.in(text[end]!) ? IN_ROW.map((n) => end + 1 + n) : [];
    const spans = [
      ...before.filter((from) => from >= 0 && isEdge(from - 1)).map((from) => [from, start - 1] as const),
      ...behind.filter((to) => to <= text.length && isEnd(to)).map((to) => [end + 1, to] as const),
    ];
    for (const [from, to] of spans) {
      // 河北打 of 吉林和河北打的粮食 holds a place that is named.
      if (placed.slice(from, to).includes(1)) continue;
      const word = text.slice(from, to);
      const isWord = words.has(word) || gazetteer.find(word).length > 0 || indicators.find(word, true).length > 0;
      if (isWord || !HAN_WORD.test(word) || context.known(word)) continue;
      const options = placesNear(word, held, sounds());
      if (options.length > 0) return { text: word, start: from, kind: 'slip', options };
    }
  }
  return undefined;
}

function judge(
  { word, start, sure, indicator }: Placed,
  context: PositionContext,
  position: PlacePosition,
): UnknownPlace | undefined {
  const { lexicon, held, known } = context;
  if (position.words.has(word) || patterns().turns.wordOfAsking.in(word)) return undefined;
  const found = { text: word, start };
  const bare = word.replace(/[市省县区州]$/u, '');
  if (position.elsewhere.has(word) || position.elsewhere.has(bare)) return { ...found, kind: 'elsewhere', options: [] };
  if (lexicon.gazetteer.byName(word).length > 0 || lexicon.indicators.find(word).length > 0) return undefined;
  const heard = known(word);
  if (heard && !sure) return undefined;
  const { places } = lexicon.gazetteer;
  const own = placesNear(
    word,
    places.filter((p) => held.has(p.id)),
    sounds(),
  );
  const options = own.length > 0 ? own : placesNear(word, places.filter(isCity), sounds());
  if (options.length > 0) return { ...found, kind: 'slip', options };
  if (!sure || word.length > LONGEST_UNKNOWN) return undefined;
  const named = position.suffixes.some((s) => word.endsWith(s));
  const facility = position.facilities.some((f) => word.length > f.length && word.endsWith(f));
  if (!heard && facility) return { ...found, kind: 'facility', options: [] };
  if (!heard) return { ...found, kind: named || indicator ? 'unknown' : 'unclear', options: [] };
  // What the reports speak of may be what is asked for: a facility, a county of theirs.
  const thing = named || facility || !indicator;
  return thing ? undefined : { ...found, kind: 'unclear', options: [] };
}

function isCity({ level }: Place): boolean {
  return level === 'province' || level === 'prefecture';
}

/** The words in the position of a place: before the first year, between a year and an indicator, before an indicator, alone before 呢. */
function placedWords(text: string, { lexicon, times }: PositionContext, position: PlacePosition): Placed[] {
  const out: Placed[] = [];
  const stretches = stretchesOf(times);
  const names = lexicon.indicators.find(text, true).map((m) => m.start);
  const add = (from: number, to: number, sure: boolean): void => {
    const placed = trimmed(text, from, to, position);
    if (placed) out.push({ ...placed, sure, indicator: names.length > 0 });
  };
  const [first] = stretches;
  if (first) add(clauseStart(text, first.start), first.start, true);
  for (const name of names) {
    const before = stretches.findLast((s) => s.end <= name);
    const clause = clauseStart(text, name);
    if (before && before.end >= clause) add(before.end, name, false);
    else if (!first || first.start > name) add(clause, name, false);
  }
  if (names.length === 0 && !first) add(0, text.replace(TAIL, '').length, false);
  return out;
}

function stretchesOf(times: Uint8Array): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (let i = 0; i < times.length; i++) {
    if (!times[i]) continue;
    const start = i;
    while (i < times.length && times[i]) i++;
    out.push({ start, end: i });
  }
  return out;
}

function clauseStart(text: string, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (CLAUSE.test(text[i]!)) return i + 1;
  return 0;
}

/** A stretch without the words that lead to a place and away from it; undefined where no word of fitting length is left. */
function trimmed(
  text: string,
  from: number,
  to: number,
  { leads, trails }: PlacePosition,
): Pick<Placed, 'word' | 'start'> | undefined {
  let [start, end] = [from, to];
  for (let cut = true; cut; ) {
    cut = false;
    const rest = text.slice(start, end);
    const lead = leads.find((w) => rest.length > w.length && rest.startsWith(w));
    const trail = trails.find((w) => rest.length > w.length && rest.endsWith(w));
    if (lead) start += lead.length;
    else if (trail) end -= trail.length;
    cut = lead !== undefined || trail !== undefined;
  }
  const word = text.slice(start, end);
  return HAN_WORD.test(word) && word.length <= LONGEST ? { word, start } : undefined;
}
