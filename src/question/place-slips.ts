import type { Sounds } from '../lexicon/sounds.js';
import type { Place } from '../lexicon/types.js';

/** How a word came to be written for a place's name, the surest first. */
type Slip = 'sound' | 'look' | 'near-sound' | 'one-unit' | 'swapped';
const ORDER: readonly Slip[] = ['sound', 'look', 'near-sound', 'swapped', 'one-unit'];

/** The most readings of a word that are tried; beyond it stands a word of many readings of each character. */
const MAX_READINGS = 64;
/** The shortest name in which any one character may be another: 张家届; of shorter names too little is left. */
const MIN_LOOSE = 3;

/**
 * The places that a word may be a slip for, nearest first: the same sound (长德, 深镇), a character that looks like the right one
 * (常徳), two swapped, in names of three characters and more any one of them. Empty where the word is near to none.
 * @param word two characters or more, as typed.
 */
export function placesNear(word: string, places: readonly Place[], sounds: Sounds): Place[] {
  const found: { place: Place; slip: number }[] = [];
  const readings = readingsOf(word, sounds);
  const heard: Heard = { readings, loose: readings.map(loose) };
  for (const place of places) {
    const slips = [...new Set([place.short, place.name])]
      .map((name) => slipBetween(word, name, name === place.short ? place.pinyin : undefined, heard, sounds))
      .filter((slip) => slip !== undefined)
      .map((slip) => ORDER.indexOf(slip));
    const best = Math.min(...slips, Number.POSITIVE_INFINITY);
    if (Number.isFinite(best)) found.push({ place, slip: best });
  }
  const nearest = Math.min(...found.map((f) => f.slip));
  // Where one sounds the same, those that are only like it are no choice.
  return found
    .filter((f) => f.slip === nearest || nearest > 1)
    .sort((a, b) => a.slip - b.slip)
    .map((f) => f.place);
}

/** How a word may be read, exactly and as people who do not part the syllables write it. */
interface Heard {
  readonly readings: readonly string[];
  readonly loose: readonly string[];
}

function slipBetween(
  word: string,
  name: string,
  pinyin: string | undefined,
  heard: Heard,
  sounds: Sounds,
): Slip | undefined {
  if (word === name || Math.abs(word.length - name.length) > 1) return undefined;
  if (word.length === name.length) {
    if (pinyin !== undefined && heard.readings.includes(pinyin)) return 'sound';
    const apart = [...word].flatMap((unit, i) => (unit === name[i] ? [] : [[unit, name[i]!] as const]));
    if (apart.every(([a, b]) => sounds.alike(a, b) || sameSound(a, b, sounds))) return 'look';
    if (pinyin !== undefined && heard.loose.includes(loose(pinyin))) return 'near-sound';
    if (apart.length === 2 && isSwapped(word, name)) return 'swapped';
    return apart.length === 1 && name.length >= MIN_LOOSE ? 'one-unit' : undefined;
  }
  return Math.min(name.length, word.length) >= MIN_LOOSE && lacksOne(word, name) ? 'one-unit' : undefined;
}

function sameSound(a: string, b: string, sounds: Sounds): boolean {
  const its = sounds.of(b);
  return sounds.of(a).some((s) => its.includes(s));
}

const looseByReading = new Map<string, string>();

/** Syllables as people who do not part them write them: zh and z, ang and an. Those of places are asked for again and again. */
function loose(reading: string): string {
  let written = looseByReading.get(reading);
  if (written === undefined) {
    if (looseByReading.size >= MOST_LOOSE) looseByReading.clear();
    written = reading.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');
    looseByReading.set(reading, written);
  }
  return written;
}

/** Readings kept in their loose form: those of all places and a few words. */
const MOST_LOOSE = 8000;

function isSwapped(word: string, name: string): boolean {
  for (let i = 0; i + 1 < word.length; i++)
    if (word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2) === name) return true;
  return false;
}

/** True where the longer of the two is the shorter with one character more. */
function lacksOne(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

/** All ways to read a word. */
function readingsOf(word: string, sounds: Sounds): string[] {
  let readings = [''];
  for (const unit of word) {
    const next = readings.flatMap((r) => sounds.of(unit).map((s) => r + s));
    if (next.length === 0) return [];
    readings = next.slice(0, MAX_READINGS);
  }
  return readings;
}
