import { rarity } from '../../lexicon/rarity.js';
import { thesaurus } from '../../lexicon/thesaurus.js';
import { fromWords } from '../words.js';

/** Topics of the thesaurus that hold word classes rather than things. */
const CLASSES = new Set(['问法', '量词和问法', '量词', '时间说法', '程度和界限', '状态', '动作']);
/** The longest word that is looked up. */
const LONGEST = 8;

/** What the dictionaries say of a character: 0 nothing; else the kind and length of the longest known word that it stands in. */
export type WordSigns = Uint8Array;

const KIND = { thing: 1, class: 2, asking: 3 } as const;
/** The kind of a word of asking; the kind of a sign is `sign >> 4`. */
export const ASKING = KIND.asking;

let classes: Set<string> | undefined;

function classWords(): Set<string> {
  classes ??= new Set(
    thesaurus()
      .ofTopics(CLASSES)
      .flatMap((g) => [...g.reports, ...g.people]),
  );
  return classes;
}

const askingWords = fromWords(({ facets, operations, measures, stop, frame }) => {
  const words = new Set([facets, operations, measures].flatMap((g) => Object.values(g).flat()).concat(stop, frame));
  const pairs = new Set([...words].map((w) => w.slice(0, 2)));
  /** Whether any of the words may begin at an offset: a look at the first two units spares slicing the rest. */
  return { words, starts: (text: string, from: number): boolean => pairs.has(text.slice(from, from + 2)) };
});

/** Marks each character with the longest word of the dictionaries that covers it: `kind * 16 + length * 2`, plus 1 where the word begins. */
export function wordSigns(text: string): WordSigns {
  const out = new Uint8Array(text.length);
  const known = thesaurus();
  const asking = askingWords();
  const word = classWords();
  for (let from = 0; from < text.length; from++) {
    const things = known.lengthsAt(text, from);
    const starts = asking.starts(text, from);
    if (things.length === 0 && !starts) continue;
    for (let size = Math.min(LONGEST, text.length - from); size >= 2; size--) {
      const thing = things.includes(size);
      if (!thing && !starts) continue;
      const part = text.slice(from, from + size);
      const kind = asking.words.has(part)
        ? KIND.asking
        : thing
          ? word.has(part)
            ? KIND.class
            : KIND.thing
          : undefined;
      if (kind === undefined) continue;
      mark(out, from, size, kind);
      break;
    }
  }
  return out;
}

function mark(out: Uint8Array, from: number, size: number, kind: number): void {
  const length = Math.min(size, 5);
  for (let i = from; i < from + size; i++)
    if (((out[i]! >> 1) & 7) < length) out[i] = kind * 16 + length * 2 + (i === from ? 1 : 0);
}

/** How rare in reports the pair that begins at each character is: 0 for a pair that hardly any report holds, then 1 (everywhere) to 4. */
export function pairSigns(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  const rare = rarity();
  for (let i = 0; i + 1 < text.length; i++) {
    const value = rare.of(text.slice(i, i + 2));
    if (value !== undefined) out[i] = 1 + Math.min(3, Math.max(0, Math.floor((value - 3) / 1.75)));
  }
  return out;
}
