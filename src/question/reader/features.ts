import { finish, mix, SEED } from './hash.js';
import { pairSigns, wordSigns } from './words.js';

/** How many features a character has. */
export const CHARACTER_FEATURES = 27;

const BEFORE = 0xfff1;
const BEHIND = 0xfff2;
const DIGIT = 0x30;
const PUNCTUATION = 0x2c;

/** One code a character: digits alike, marks of a pause alike, small letters. */
function codesOf(text: string): Uint16Array {
  const out = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) out[i] = DIGIT;
    else if (code >= 0x41 && code <= 0x5a) out[i] = code + 32;
    else if (isPause(code)) out[i] = PUNCTUATION;
    else out[i] = code;
  }
  return out;
}

const PAUSES = new Set([...'，,。；;：:？?！!…、 '].map((c) => c.charCodeAt(0)));
const isPause = (code: number): boolean => PAUSES.has(code);

/** Single characters that ask: a clause with one of them is rather the question than an aside. */
const ASKS = new Set([...'多几哪什么啥怎咋谁吗何'].map((c) => c.charCodeAt(0)));

/** A clause of the question: its place among them and whether it asks. */
function clauseSigns(codes: Uint16Array): Uint8Array {
  const out = new Uint8Array(codes.length);
  const bounds: number[] = [0];
  for (const [i, code] of codes.entries()) if (code === PUNCTUATION) bounds.push(i + 1);
  const all = bounds.length;
  for (const [n, from] of bounds.entries()) {
    const to = bounds[n + 1] ?? codes.length;
    let asks = 0;
    let digits = 0;
    for (let i = from; i < to; i++) {
      if (ASKS.has(codes[i]!)) asks = 1;
      if (codes[i] === DIGIT) digits = 1;
    }
    const place = all === 1 ? 0 : n === 0 ? 1 : n === all - 1 ? 2 : 3;
    const size = to - from <= 4 ? 0 : to - from <= 9 ? 1 : 2;
    out.fill(place * 12 + asks * 6 + digits * 3 + size, from, to);
  }
  return out;
}

/** Windows of characters around one: where each begins, as an offset from it, and how many characters it holds. */
const WINDOWS: readonly (readonly [from: number, length: number])[] = [
  [0, 1],
  [-1, 1],
  [1, 1],
  [-2, 1],
  [2, 1],
  [-1, 2],
  [0, 2],
  [-2, 2],
  [1, 2],
  [-2, 3],
  [-1, 3],
  [0, 3],
  [1, 3],
  [-3, 3],
  [-3, 4],
  [-2, 4],
  [-1, 4],
  [0, 4],
];
/** How many characters a window may reach beyond the ends of the question. */
const MARGIN = 3;

/**
 * The features of each character, CHARACTER_FEATURES a character, one after the other: windows of characters, what the dictionaries
 * and the rarity of its pairs say, and the clause it stands in.
 */
export function characterFeatures(text: string): Uint32Array {
  const codes = codesOf(text);
  const words = wordSigns(text);
  const pairs = pairSigns(text);
  const clauses = clauseSigns(codes);
  const n = codes.length;
  const out = new Uint32Array(n * CHARACTER_FEATURES);
  const wide = new Uint16Array(n + 2 * MARGIN).fill(BEFORE, 0, MARGIN).fill(BEHIND, n + MARGIN);
  wide.set(codes, MARGIN);
  for (let i = 0; i < n; i++) {
    let k = windowsInto(out, i * CHARACTER_FEATURES, wide, i + MARGIN);
    const word = words[i]!;
    const kind = word >> 4;
    const pair = (i > 0 ? pairs[i - 1]! : 5) * 8 + (i + 1 < n ? pairs[i]! : 5);
    const clause = clauses[i]!;
    const near = (i > 0 ? words[i - 1]! >> 4 : 7) * 8 + (i + 1 < n ? words[i + 1]! >> 4 : 7);
    out[k++] = sign(39, wide[i + MARGIN - 1]!, wide[i + MARGIN + 1]!);
    out[k++] = sign(40, word, 0);
    out[k++] = sign(41, pair, 0);
    out[k++] = sign(42, pair, word);
    out[k++] = sign(43, kind, near);
    out[k++] = sign(44, clause, kind);
    out[k++] = sign(45, clause, pair);
    out[k++] = sign(46, Math.min(i, 3), Math.min(n - 1 - i, 3));
    out[k++] = sign(47, codes[i]!, clause);
  }
  return out;
}

/** Writes the features of the windows around a character. Returns the place behind them. */
function windowsInto(out: Uint32Array, into: number, wide: Uint16Array, at: number): number {
  for (let w = 0; w < WINDOWS.length; w++) {
    const window = WINDOWS[w]!;
    const from = at + window[0];
    const to = from + window[1];
    let hash = mix(SEED, w + 1);
    for (let j = from; j < to; j++) hash = mix(hash, wide[j]!);
    out[into + w] = finish(hash);
  }
  return into + WINDOWS.length;
}

function sign(kind: number, a: number, b: number): number {
  return finish(mix(mix(mix(SEED, kind), a), b));
}

const CONTENT_RUN = 0xfff3;
const SLOT_RUN = 0xfff4;

/** The question with each run of content and each run of places and times as one code. */
function skeletonOf(codes: Uint16Array, labels: Uint8Array): number[] {
  const out: number[] = [BEFORE];
  for (const [i, code] of codes.entries()) {
    const label = labels[i]!;
    const token = label === 1 ? CONTENT_RUN : label === 2 ? SLOT_RUN : code;
    if (token !== out[out.length - 1] || label === 0) out.push(token);
  }
  out.push(BEHIND);
  return out;
}

/** The longest run of codes that is a feature of the whole question. */
const LONGEST_RUN = 5;

/** The features of a question as a whole. @param labels for each character the index of its label. */
export function wholeFeatures(text: string, labels: Uint8Array): Uint32Array {
  const codes = codesOf(text);
  const tokens = skeletonOf(codes, labels);
  const out = new Set<number>();
  for (let from = 0; from < tokens.length; from++) {
    let hash = mix(SEED, 60);
    for (let to = from; to < Math.min(tokens.length, from + LONGEST_RUN); to++) {
      hash = mix(hash, tokens[to]!);
      out.add(finish(hash));
    }
  }
  for (let from = 0; from < codes.length; from++) {
    let hash = mix(SEED, 61);
    for (let to = from; to < Math.min(codes.length, from + 3); to++) {
      hash = mix(hash, codes[to]!);
      if (to > from) out.add(finish(hash));
    }
  }
  const runs = (code: number): number => Math.min(4, tokens.filter((t) => t === code).length);
  out.add(sign(62, runs(CONTENT_RUN), runs(SLOT_RUN)));
  out.add(sign(63, Math.min(12, codes.length >> 1), 0));
  out.add(sign(64, 0, 0));
  return Uint32Array.from(out);
}
