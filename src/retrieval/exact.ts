import type { Span } from '../text/types.js';

/** Finds one text in others, for mentions. */
export interface ExactFinder {
  /** The text that is looked for, as it is compared. */
  readonly needle: string;
  /** All occurrences that do not overlap: how many, and the first `limit`. */
  find(text: string, limit: number): { count: number; spans: Span[] };
  /** Whether there is any. */
  stands(text: string): boolean;
}

const LATIN = /[A-Za-z]/;
const kindOf = (character: string | undefined): 'letter' | 'digit' | 'other' => {
  if (character === undefined) return 'other';
  if (LATIN.test(character)) return 'letter';
  return character >= '0' && character <= '9' ? 'digit' : 'other';
};

/**
 * Prepares a search for `needle` (already folded). Latin letters match in either case.
 * A needle that begins or ends in a letter or digit does not match inside a longer word or number: AI is not in CHAIN, 310 not in 1310.
 * @param isWord false for an occurrence that is no word of its own.
 */
export function exactFinder(needle: string, isWord: (text: string, at: number) => boolean = () => true): ExactFinder {
  const first = kindOf(needle[0]);
  const last = kindOf(needle.at(-1));
  const whole = (text: string, at: number): boolean =>
    (first === 'other' || kindOf(text[at - 1]) !== first) &&
    (last === 'other' || kindOf(text[at + needle.length]) !== last) &&
    // 7.5 is not in 17.5, nor 5 in 7.5.
    !(first === 'digit' && text[at - 1] === '.' && kindOf(text[at - 2]) === 'digit') &&
    !(last === 'digit' && text[at + needle.length] === '.' && kindOf(text[at + needle.length + 1]) === 'digit') &&
    isWord(text, at);

  const positions = LATIN.test(needle) ? inEitherCase(needle) : asWritten(needle);
  return {
    needle,
    find(text, limit) {
      const spans: Span[] = [];
      let count = 0;
      for (const at of positions(text)) {
        if (!whole(text, at)) continue;
        count += 1;
        if (spans.length < limit) spans.push({ start: at, end: at + needle.length });
      }
      return { count, spans };
    },
    stands(text) {
      for (const at of positions(text)) if (whole(text, at)) return true;
      return false;
    },
  };
}

function asWritten(needle: string): (text: string) => Iterable<number> {
  const skipped = quickestUnit(needle);
  const sought = needle.slice(skipped);
  return function* (text) {
    for (let from = 0; ; ) {
      const found = text.indexOf(sought, from + skipped);
      if (found < 0) return;
      const at = found - skipped;
      const stands = text.startsWith(needle, at);
      if (stands) yield at;
      from = at + (stands ? needle.length : 1);
    }
  };
}

/**
 * Where in a needle its quickest unit stands. V8 looks for a text by the greater byte of its first unit: that of 一 begins every twentieth
 * character of a report, and one above those of Han characters (4E to 9F) is the lower byte of few.
 */
function quickestUnit(needle: string): number {
  let [best, most] = [0, 0];
  for (let i = 0; i < needle.length; i++) {
    const unit = needle.charCodeAt(i);
    const byte = Math.max(unit >> 8, unit & 0xff);
    if (byte > most) [best, most] = [i, byte];
  }
  return best;
}

function inEitherCase(needle: string): (text: string) => Iterable<number> {
  const pattern = new RegExp(needle.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi');
  return function* (text) {
    for (const match of text.matchAll(pattern)) yield match.index;
  };
}

/** Words of so many Han characters are found astride two others: 村超 in 农村|超市, 人参 in 人|参加. */
const ASTRIDE = /^\p{Script=Han}{2}$/u;
/** How much of a text around an occurrence is cut into words. */
const AROUND = 5;
const HAN = /\p{Script=Han}/u;

/**
 * Whether an occurrence of a short word is one, and does not stand astride two others: of those that the text around it is cut into none begins or
 * ends within it, unless it is cut out itself. Undefined for words that are not looked at so.
 */
export function wordTest(
  needle: string,
  cut: (text: string) => string[],
): ((text: string, at: number) => boolean) | undefined {
  if (!ASTRIDE.test(needle)) return undefined;
  return (text, at) => {
    const end = at + needle.length;
    let from = at;
    while (from > 0 && at - from < AROUND && HAN.test(text[from - 1]!)) from--;
    let to = end;
    while (to < text.length && to - end < AROUND && HAN.test(text[to]!)) to++;
    if (from === at && to === end) return true;
    const bounds = new Set<number>();
    let position = from;
    for (const word of cut(text.slice(from, to))) {
      bounds.add(position);
      position += word.length;
    }
    bounds.add(position);
    return !bounds.has(at + 1) || (bounds.has(at) && bounds.has(end));
  };
}
