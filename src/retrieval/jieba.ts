import { readFileSync } from 'node:fs';

/**
 * The segmentation of cppjieba (MixSegment and QuerySegment) over the same files, so that words are cut the same way where the
 * native library is not to be had: the likeliest way through the dictionary's words, and, for characters that it leaves alone,
 * the likeliest way through the states of a hidden Markov model. Both are linear in the length of the text.
 */

/** A dictionary ready for cutting: how often each word occurs, 0 for what only begins words. */
interface WordWeights {
  readonly counts: ReadonlyMap<string, number>;
  readonly sum: number;
  /** The logarithm of the rarest word's share. */
  readonly least: number;
}

/** Begin, end, middle, single. */
const STATES = 4;
const [END, SINGLE] = [1, 3] as const;
/** What cppjieba takes for the logarithm of nothing. */
const NEVER = -3.14e100;

interface Model {
  readonly start: readonly number[];
  /** From state to state. */
  readonly step: readonly (readonly number[])[];
  /** Of a character in each state. */
  readonly emit: readonly ReadonlyMap<string, number>[];
}

export interface Jieba {
  cut(text: string): string[];
  cutForSearch(text: string): string[];
}

/** Reads a dictionary (word, frequency, tag a line) and a model. Throws where a file cannot be read or has not that form. */
export function openJieba(files: { readonly dict: string; readonly hmm: string }): Jieba {
  const words = readWeights(readFileSync(files.dict, 'utf8'));
  const model = readModel(readFileSync(files.hmm, 'utf8'));
  // Halves of surrogate pairs become U+FFFD, as they do on the way into the native library.
  const cut = (text: string): string[] =>
    piecesOf(text.replace(/\p{Surrogate}/gu, '\ufffd')).flatMap((piece) => cutPiece(piece, words, model));
  return {
    cut,
    cutForSearch: (text) => cut(text).flatMap((word) => [...innerWords(word, words), word]),
  };
}

/** One pass over the text, and one map: a dictionary is read before the first sentence can be found. */
function readWeights(text: string): WordWeights {
  const counts = new Map<string, number>();
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end === start) continue;
    const [word, count] = readLine(text, start, end);
    counts.set(word, count);
    sum += count;
    least = Math.min(least, count);
    // With each entry all its heads are there, so that the longest one that is there ends the search.
    for (let size = word.length - 1; size > 0; size -= 1) {
      const head = word.slice(0, size);
      if (counts.has(head)) break;
      counts.set(head, 0);
    }
  }
  return { counts, sum, least: Math.log(least / sum) };
}

function readLine(text: string, start: number, end: number): [word: string, count: number] {
  const blank = text.indexOf(' ', start);
  const next = text.indexOf(' ', blank + 1);
  const count = blank > start && blank < end ? Number(text.slice(blank + 1, next < 0 ? end : Math.min(next, end))) : 0;
  if (!(count > 0)) throw new Error(`not a line of a dictionary: ${text.slice(start, Math.min(end, start + 40))}`);
  return [text.slice(start, blank), count];
}

function readModel(text: string): Model {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const numbers = (line = ''): number[] => line.trim().split(' ').map(Number);
  const [start, ...rest] = lines;
  const step = rest.slice(0, STATES).map(numbers);
  const emit = rest.slice(STATES, 2 * STATES).map((line) => {
    const pairs = line.trim().split(',');
    return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), Number(pair.slice(pair.indexOf(':') + 1))]));
  });
  if (step.length < STATES || emit.length < STATES) throw new Error('not a model for unknown words');
  return { start: numbers(start), step, emit };
}

/** Blanks, commas and stops are words of their own, and nothing goes over them. */
const SEPARATORS = /[ \t\n，。]/u;

function piecesOf(text: string): string[] {
  return text.split(/([ \t\n，。])/u).filter((piece) => piece !== '');
}

function cutPiece(piece: string, words: WordWeights, model: Model): string[] {
  if (SEPARATORS.test(piece)) return [piece];
  const letters = Array.from(piece);
  const ends = likeliestWords(letters, piece, words);
  const result: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const end = ends[at]!;
    if (end > at + 1) {
      result.push(letters.slice(at, end).join(''));
      at = end;
      continue;
    }
    let stop = at + 1;
    while (stop < letters.length && ends[stop] === stop + 1) stop += 1;
    cutUnknown(letters, at, stop, model, result);
    at = stop;
  }
  return result;
}

/** For each character where the word ends that begins there on the likeliest way (exclusive). From the end to the beginning. */
function likeliestWords(letters: readonly string[], piece: string, { counts, sum, least }: WordWeights): Int32Array {
  const { length } = letters;
  const plain = piece.length === length;
  const ends = new Int32Array(length);
  const ways = new Float64Array(length + 1);
  for (let at = length - 1; at >= 0; at -= 1) {
    let best = NEVER;
    let bestEnd = at + 1;
    let word = letters[at]!;
    for (let end = at + 1; ; ) {
      const count = counts.get(word);
      const known = count !== undefined && count > 0;
      if (known || end === at + 1) {
        const way = (known ? Math.log(count / sum) : least) + ways[end]!;
        if (way > best) {
          best = way;
          bestEnd = known ? end : at + 1;
        }
      }
      if (count === undefined || end >= length) break;
      end += 1;
      word = plain ? piece.slice(at, end) : word + letters[end - 1]!;
    }
    ways[at] = best;
    ends[at] = bestEnd;
  }
  return ends;
}

/** Characters between `from` and `to` that are no part of a longer word: Latin words and numbers whole, the rest by the model. */
function cutUnknown(letters: readonly string[], from: number, to: number, model: Model, result: string[]): void {
  let left = from;
  for (let at = from; at < to; ) {
    if (letters[at]! >= '\u0080') {
      at += 1;
      continue;
    }
    if (left < at) cutByModel(letters, left, at, model, result);
    const end = runEnd(letters, at, to);
    result.push(letters.slice(at, end).join(''));
    at = end;
    left = end;
  }
  if (left < to) cutByModel(letters, left, to, model, result);
}

/** The end of a run of letters (with digits behind them) or of digits (with dots among them); else of one character. */
function runEnd(letters: readonly string[], from: number, to: number): number {
  const goesOn = /^[A-Za-z]$/.test(letters[from]!)
    ? /^[A-Za-z\d]$/
    : /^\d$/.test(letters[from]!)
      ? /^[\d.]$/
      : undefined;
  let end = from + 1;
  if (goesOn) while (end < to && goesOn.test(letters[end]!)) end += 1;
  return end;
}

/** Viterbi over the four states; a word ends where the state is END or SINGLE. */
function cutByModel(
  letters: readonly string[],
  from: number,
  to: number,
  { start, step, emit }: Model,
  result: string[],
): void {
  const length = to - from;
  const came = new Int8Array(length * STATES);
  let before = new Float64Array(STATES);
  for (let state = 0; state < STATES; state += 1)
    before[state] = start[state]! + (emit[state]!.get(letters[from]!) ?? NEVER);
  for (let x = 1; x < length; x += 1) {
    const now = new Float64Array(STATES);
    for (let state = 0; state < STATES; state += 1) {
      const emission = emit[state]!.get(letters[from + x]!) ?? NEVER;
      let best = NEVER;
      let bestFrom: number = END;
      for (let old = 0; old < STATES; old += 1) {
        const way = before[old]! + step[old]![state]! + emission;
        if (way > best) {
          best = way;
          bestFrom = old;
        }
      }
      now[state] = best;
      came[x * STATES + state] = bestFrom;
    }
    before = now;
  }
  let state: number = before[END]! >= before[SINGLE]! ? END : SINGLE;
  const ends: number[] = [];
  for (let x = length - 1; x >= 0; x -= 1) {
    if (state === END || state === SINGLE) ends.push(from + x + 1);
    state = came[x * STATES + state]!;
  }
  let left = from;
  for (const end of ends.reverse()) {
    result.push(letters.slice(left, end).join(''));
    left = end;
  }
}

/** The words of two, then of three characters that stand within a longer one. */
function innerWords(word: string, { counts }: WordWeights): string[] {
  const letters = Array.from(word);
  const inner: string[] = [];
  for (const size of [2, 3]) {
    for (let at = 0; letters.length > size && at + size <= letters.length; at += 1) {
      const part = letters.slice(at, at + size).join('');
      if ((counts.get(part) ?? 0) > 0) inner.push(part);
    }
  }
  return inner;
}
