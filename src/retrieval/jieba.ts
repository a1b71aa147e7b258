/**
 * The segmentation of cppjieba (MixSegment and QuerySegment) over the same files, so that words are cut the same way where the
 * native library is not to be had: the likeliest way through the dictionary's words, and, for characters that it leaves alone,
 * the likeliest way through the states of a hidden Markov model. Both are linear in the length of the text.
 */

/** How often each word of one first unit occurs, 0 for what only begins words. */
type WordCounts = ReadonlyMap<string, number>;

/** A dictionary ready for cutting. */
interface WordWeights {
  /** The words that begin with a unit. */
  countsOf(first: number): WordCounts;
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
  /** Of a character: the four states, NEVER where the model does not know it. */
  emissionsOf(letter: string): readonly number[];
}

export interface Jieba {
  cut(text: string): string[];
  cutForSearch(text: string): string[];
}

/** What a segmentation is opened with. */
export interface JiebaFiles {
  /** The dictionary as UTF-8: word, frequency, tag a line. */
  readonly dict: Uint8Array;
  /** Reads the model for unknown words, with the first of them. */
  readonly hmm: () => string;
}

/** Opens a segmentation. Throws where the dictionary has not its form, and, with the first unknown word, where the model has not. */
export function openJieba({ dict, hmm }: JiebaFiles): Jieba {
  // A plain view: a Buffer's own search costs ten times as much for each line.
  const words = readWeights(new Uint8Array(dict.buffer, dict.byteOffset, dict.byteLength));
  let read: Model | undefined;
  const model = (): Model => {
    read ??= readModel(hmm());
    return read;
  };
  // Halves of surrogate pairs become U+FFFD, as they do on the way into the native library.
  const cut = (text: string): string[] =>
    piecesOf(text.replace(/\p{Surrogate}/gu, '\ufffd')).flatMap((piece) => cutPiece(piece, words, model));
  return {
    cut,
    cutForSearch: (text) => cut(text).flatMap((word) => [...innerWords(word, words), word]),
  };
}

/** Lines of a dictionary that stand together, as offsets: from the first to behind the last. */
type Run = readonly [from: number, to: number];

/**
 * A question is cut by the words of a dozen characters, and a dictionary has a hundred thousand: it stays the bytes that it is stored as, with the
 * runs of lines whose words begin alike; those of a character are read when it is first met.
 */
function readWeights(lines: Uint8Array): WordWeights {
  const { runs, sum, least } = indexLines(lines);
  const made = new Map<number, WordCounts>();
  return {
    sum,
    least: Math.log(least / sum),
    countsOf(first) {
      let counts = made.get(first);
      if (!counts) {
        counts = readRuns(lines, runs.get(first) ?? []);
        made.set(first, counts);
      }
      return counts;
    },
  };
}

/** One pass over the lines: where the words of each first unit stand, and what all of them count. */
function indexLines(lines: Uint8Array): {
  readonly runs: ReadonlyMap<number, readonly Run[]>;
  readonly sum: number;
  readonly least: number;
} {
  const runs = new Map<number, Run[]>();
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let from = 0;
  for (let start = 0, end = 0; start < lines.length; start = end + 1) {
    end = endOfLine(lines, start);
    if (end === start) continue;
    const count = countIn(lines, nextOf(BLANK, lines, start), start, end);
    sum += count;
    least = Math.min(least, count);
    const first = firstUnit(lines, start);
    if (end + 1 < lines.length && firstUnit(lines, end + 1) === first) continue;
    const own = runs.get(first);
    if (own) own.push([from, end]);
    else runs.set(first, [[from, end]]);
    from = end + 1;
  }
  return { runs, sum, least };
}

function readRuns(lines: Uint8Array, runs: readonly Run[]): WordCounts {
  const counts = new Map<string, number>();
  for (const [from, to] of runs)
    for (let start = from, end = 0; start < to; start = end + 1) {
      end = endOfLine(lines, start);
      if (end === start) continue;
      const blank = nextOf(BLANK, lines, start);
      const word = utf8.decode(lines.subarray(start, blank));
      counts.set(word, countIn(lines, blank, start, end));
      // With each entry all its heads are there, so that the longest one that is there ends the search.
      for (let size = word.length - 1; size > 0; size -= 1) {
        const head = word.slice(0, size);
        if (counts.has(head)) break;
        counts.set(head, 0);
      }
    }
  return counts;
}

/** The first UTF-16 unit of what stands in UTF-8 from `at` on. */
function firstUnit(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const rest = (i: number): number => bytes[at + i]! & 0x3f;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | rest(1);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (rest(1) << 6) | rest(2);
  // Beyond the basic plane a character is two units: the first holds all but its last ten bits.
  return 0xd7c0 + (((lead & 0x07) << 8) | (rest(1) << 2) | (rest(2) >> 4));
}

/** Where a byte stands next, else the end. Lines are short: to step over them costs less than a call of a search for each. */
function nextOf(byte: number, lines: Uint8Array, start: number): number {
  let at = start;
  while (at < lines.length && lines[at] !== byte) at += 1;
  return at;
}

function endOfLine(lines: Uint8Array, start: number): number {
  return nextOf(LINE_END, lines, start);
}

/** What a line's word counts. @param blank where the blank behind its word stands. */
function countIn(lines: Uint8Array, blank: number, start: number, end: number): number {
  let count = 0;
  if (blank > start && blank < end)
    for (let at = blank + 1; at < end; at += 1) {
      const digit = lines[at]! - ZERO;
      if (digit < 0 || digit > 9) break;
      count = count * 10 + digit;
    }
  if (!(count > 0))
    throw new Error(`not a line of a dictionary: ${utf8.decode(lines.subarray(start, end)).slice(0, 40)}`);
  return count;
}

const [LINE_END, BLANK, ZERO] = [10, 32, 48] as const;

const utf8 = new TextDecoder();

/** Characters are looked up in the text when they are first met: of thirty thousand a question meets a dozen. */
function readModel(text: string): Model {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const numbers = (line = ''): number[] => line.trim().split(' ').map(Number);
  const [start, ...rest] = lines;
  const step = rest.slice(0, STATES).map(numbers);
  const emit = rest.slice(STATES, 2 * STATES).map((line) => `,${line.trim()},`);
  if (step.length < STATES || emit.length < STATES) throw new Error('not a model for unknown words');
  const known = new Map<string, readonly number[]>();
  return {
    start: numbers(start),
    step,
    emissionsOf(letter) {
      let emissions = known.get(letter);
      if (!emissions) {
        emissions = emit.map((line) => emissionIn(line, letter));
        known.set(letter, emissions);
      }
      return emissions;
    },
  };
}

/** @param line of `,letter:logarithm,letter:logarithm,` */
function emissionIn(line: string, letter: string): number {
  const at = line.indexOf(`,${letter}:`);
  if (at < 0) return NEVER;
  const from = at + letter.length + 2;
  return Number(line.slice(from, line.indexOf(',', from)));
}

/** Blanks, commas and stops are words of their own, and nothing goes over them. */
const SEPARATORS = /[ \t\n，。]/u;

function piecesOf(text: string): string[] {
  return text.split(/([ \t\n，。])/u).filter((piece) => piece !== '');
}

function cutPiece(piece: string, words: WordWeights, model: () => Model): string[] {
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
function likeliestWords(letters: readonly string[], piece: string, words: WordWeights): Int32Array {
  const { length } = letters;
  const { sum, least } = words;
  const plain = piece.length === length;
  const ends = new Int32Array(length);
  const ways = new Float64Array(length + 1);
  for (let at = length - 1; at >= 0; at -= 1) {
    let best = NEVER;
    let bestEnd = at + 1;
    let word = letters[at]!;
    const counts = words.countsOf(word.charCodeAt(0));
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
function cutUnknown(letters: readonly string[], from: number, to: number, model: () => Model, result: string[]): void {
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
function cutByModel(letters: readonly string[], from: number, to: number, model: () => Model, result: string[]): void {
  const length = to - from;
  // Alone it is a word, whatever its state.
  if (length === 1) {
    result.push(letters[from]!);
    return;
  }
  const { start, step, emissionsOf } = model();
  const came = new Int8Array(length * STATES);
  let before = new Float64Array(STATES);
  const first = emissionsOf(letters[from]!);
  for (let state = 0; state < STATES; state += 1) before[state] = start[state]! + first[state]!;
  for (let x = 1; x < length; x += 1) {
    const now = new Float64Array(STATES);
    const emissions = emissionsOf(letters[from + x]!);
    for (let state = 0; state < STATES; state += 1) {
      const emission = emissions[state]!;
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
function innerWords(word: string, { countsOf }: WordWeights): string[] {
  const letters = Array.from(word);
  const inner: string[] = [];
  for (const size of [2, 3]) {
    for (let at = 0; letters.length > size && at + size <= letters.length; at += 1) {
      const part = letters.slice(at, at + size).join('');
      if ((countsOf(part.charCodeAt(0)).get(part) ?? 0) > 0) inner.push(part);
    }
  }
  return inner;
}
