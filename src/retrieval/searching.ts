import type { Report } from '../corpus/types.js';
import type { CorpusStore } from '../store/types.js';
import { foldText } from '../text/view.js';
import { after, NotAtHand, type Reading, readThrough } from './at-hand.js';
import { storedDictionary } from './dictionary.js';
import { type Document, held } from './document.js';
import { exactFinder, wordTest } from './exact.js';
import { createPairFilter } from './pair-filter.js';
import { byScore, type CorpusFrequencies, hitOf, scoredPassages, weigh } from './ranking.js';
import { jiebaSegmenter, type Segmenter } from './segmenter.js';
import type { ExactHit, PassageHit, PassageQuery, Store } from './types.js';

/** A search over more reports than this looks only into those that hold most of its words, rare ones first... */
const REPORTS_SEARCHED = 24;
/** ...and into no more than these. */
const REPORTS_CHOSEN = 12;
/** Spans of one report that an exact search keeps unless told otherwise. */
const SPANS_KEPT = 20;
/** Documents of words kept, four bytes each. */
const POSTINGS_KEPT = 2_000_000;
/** From so many texts that are not at hand on, the store is asked first which of them can hold what is looked for. */
const TEXTS_FETCHED = 24;

/** What searching needs of a view. */
export interface SearchedStore {
  readonly corpus: CorpusStore;
  readonly version: number;
  readonly documents: readonly Document[];
  readonly texts: Reading<number, string>;
  readonly wholes: Reading<number, Report>;
  /** Where the segmenter's dictionary is written; null for a folder of this process. */
  readonly folder: string | null;
}

/** Words that `findExact` finds wherever they stand. */
const HAN = /^\p{Script=Han}+$/u;

export type Searching = Pick<Store, 'segmenter' | 'frequency' | 'search' | 'findExact' | 'holds' | 'hold'>;

/** A word over the documents of the version: passages that hold it, and the places of the documents, ascending. */
interface Word {
  readonly frequency: number;
  readonly ordinals: Uint32Array;
}

/** Passage search and exact search over a version. Nothing is loaded before the first search. */
export function createSearching(store: SearchedStore): Searching {
  const { corpus, documents, texts, wholes } = store;
  const ordinals = new Map(documents.map(({ head }, ordinal) => [head.id, ordinal]));
  const answering = documents.flatMap(({ head }) => (head.duplicateOf === undefined ? [head.id] : []));
  const passages = documents.reduce((sum, { head }) => sum + head.passages, 0);
  const characters = documents.reduce((sum, { head }) => sum + head.length, 0);
  const words = wordReading(corpus, documents);
  const dictionary = readThrough<number, Uint8Array>(
    (versions) => after(corpus.dictionary(versions[0]!), (body) => new Map([[versions[0]!, body]])),
    1,
  );
  let jieba: Segmenter | undefined;
  const segmenter = (): Segmenter => {
    jieba ??= jiebaSegmenter(held(dictionary.get(store.version)), (body) => storedDictionary(store.folder, body));
    return jieba;
  };
  const wanted = (texts_: readonly string[]): void => {
    const fetched = words.fetch(texts_);
    if (fetched) throw new NotAtHand(fetched);
  };
  const frequencyOf = (word: string): number => words.get(word)?.frequency ?? 0;
  const corpusFrequencies: CorpusFrequencies = {
    passages,
    meanLength: characters / Math.max(1, passages),
    frequency: (word) => frequencyOf(word) || rarestPart(word),
  };
  /** For a word that no dictionary has: it is at most as frequent as the rarest word within it. */
  function rarestPart(word: string): number {
    const within = substrings(word);
    wanted(within);
    const parts = within.map(frequencyOf).filter((frequency) => frequency > 0);
    return parts.length > 0 ? Math.min(...parts) / 2 : 0;
  }

  /** The reports worth looking into, in the order given: those that hold the rarest words, or the most of them. */
  const narrowed = (ids: readonly string[], terms: readonly { text: string; weight: number }[]): readonly string[] => {
    if (ids.length <= REPORTS_SEARCHED) return ids;
    wanted(terms.map(({ text }) => text));
    const weights = new Map<number, number>();
    for (const { text, weight } of terms) {
      for (const ordinal of words.get(text)?.ordinals ?? fewestReports(text) ?? []) {
        weights.set(ordinal, (weights.get(ordinal) ?? 0) + weight);
      }
    }
    const weighed = ids.flatMap((id) => {
      const ordinal = ordinals.get(id)!;
      const weight = weights.get(ordinal) ?? 0;
      return weight > 0 ? [{ id, weight, year: documents[ordinal]!.head.year ?? 0 }] : [];
    });
    weighed.sort((a, b) => b.weight - a.weight || b.year - a.year);
    return weighed.slice(0, REPORTS_CHOSEN).map(({ id }) => id);
  };

  const keyOf = (id: string): number => documents[ordinals.get(id)!]!.key;
  const wantAll = (of: Reading<number, unknown>, ids: readonly string[]): void => {
    const fetched = of.fetch(ids.map(keyOf));
    if (fetched) throw new NotAtHand(fetched);
  };
  /** Which of the documents can hold a text, where too many of them are not at hand to be read for it. */
  const holding = readThrough<string, ReadonlySet<number>>(([asked]) => {
    const [needle, keys] = JSON.parse(asked!) as [string, number[]];
    return after(corpus.holding(needle, keys), (found) => new Map([[asked!, new Set(found)]]));
  }, 64);

  const filter = createPairFilter();
  const textOf = (id: string): string => held(texts.get(keyOf(id)));
  const mayHold = (id: string, needle: string): boolean => filter.mayHold(keyOf(id), needle, () => textOf(id));
  /** The reports in which a text is to be looked for. */
  const searchedFor = (needle: string, ids: readonly string[]): readonly string[] => {
    // Reports that cannot hold it need not be read; for a few that is not worth looking up its words.
    const holders = ids.length > REPORTS_SEARCHED ? mayHoldAll(needle) : undefined;
    const searched = ids.filter((id) => {
      const ordinal = ordinals.get(id);
      return ordinal !== undefined && (!holders || holders[ordinal] === 1);
    });
    return corpus.engine === 'postgres' ? atHand(needle, searched) : searched;
  };

  const findExact: Store['findExact'] = (text, { reports: ids = answering, limit = SPANS_KEPT, wholeWords } = {}) => {
    const needle = foldText(text).trim();
    if (needle === '') return [];
    const finder = exactFinder(needle, wholeWords ? wordTest(needle, segmenter().cut) : undefined);
    const hits: ExactHit[] = [];
    for (const id of searchedFor(needle, ids)) {
      if (!mayHold(id, needle)) continue;
      const found = finder.find(textOf(id), limit);
      if (found.count > 0) hits.push({ report: id, ...found });
    }
    return hits.sort((a, b) => b.count - a.count);
  };

  /** Those of the reports that can hold the text, all of them at hand. Throws NotAtHand. */
  function atHand(needle: string, ids: readonly string[]): string[] {
    const away = ids.map(keyOf).filter((key) => !texts.has(key));
    const can = away.length > TEXTS_FETCHED ? holding.get(JSON.stringify([needle, away])) : undefined;
    const left = new Set(away);
    const searched = can ? ids.filter((id) => !left.has(keyOf(id)) || can.has(keyOf(id))) : [...ids];
    wantAll(texts, searched);
    return searched;
  }

  return {
    segmenter,
    hold() {
      const holds = [words.hold(), holding.hold(), dictionary.hold()];
      return () => {
        for (const release of holds) release();
      };
    },
    frequency(word) {
      const known = frequencyOf(word);
      return known > 0 ? known : findExact(word, { limit: 0 }).reduce((sum, { count }) => sum + count, 0);
    },
    search(query: PassageQuery): PassageHit[] {
      wanted([...query.words, ...(query.phrases ?? [])]);
      const weighted = weigh(query, corpusFrequencies, (text) => segmenter().cut(text));
      if (weighted.total === 0) return [];
      const ids = (query.reports ?? answering).filter((id) => ordinals.has(id));
      const terms = [...weighted.words, ...weighted.phrases.flatMap(({ text, weight }) => partsOf(text, weight))];
      const chosen = narrowed(ids, terms);
      wantAll(wholes, chosen);
      const scored = chosen.flatMap((id) => scoredPassages(held(wholes.get(keyOf(id))), weighted, corpusFrequencies));
      return scored
        .sort(byScore(ordinals))
        .slice(0, query.limit)
        .map((one) => hitOf(one, weighted));
    },
    findExact,
    holds(text) {
      const needle = foldText(text).trim();
      // Of a word that stands in passages it need not be looked where: most of what is asked for is one.
      const word = HAN.test(needle) ? words.get(needle) : undefined;
      const own = word?.ordinals.some((ordinal) => documents[ordinal]!.head.duplicateOf === undefined);
      if (own || needle === '') return own === true;
      const finder = exactFinder(needle);
      return searchedFor(needle, answering).some((id) => mayHold(id, needle) && finder.stands(textOf(id)));
    },
  };

  /** Words of a phrase, each with an equal share of its weight. */
  function partsOf(phrase: string, weight: number): { text: string; weight: number }[] {
    const parts = segmenter().cut(phrase);
    return parts.map((text) => ({ text, weight: weight / parts.length }));
  }

  /** The dictionary words within a text, with the reports that hold each: what lacks one of them cannot hold the text. */
  function wordsWithin(text: string): Uint32Array[] {
    // Latin letters are searched for in either case; the dictionary knows one.
    const parts = substrings(text).filter((part) => !/[A-Za-z]/.test(part));
    wanted(parts);
    return parts.flatMap((part) => words.get(part)?.ordinals ?? []);
  }

  /** The reports that hold the rarest dictionary word within a text. */
  function fewestReports(text: string): Uint32Array | undefined {
    let fewest: Uint32Array | undefined;
    for (const found of wordsWithin(text)) if (!fewest || found.length < fewest.length) fewest = found;
    return fewest;
  }

  /** For each report 1 where it holds every dictionary word within a text; undefined where there is none within it. */
  function mayHoldAll(text: string): Uint8Array | undefined {
    const lists = wordsWithin(text);
    if (lists.length === 0) return undefined;
    const counts = new Uint16Array(documents.length);
    for (const list of lists) for (const ordinal of list) counts[ordinal]!++;
    return Uint8Array.from(counts, (count) => (count === lists.length ? 1 : 0));
  }
}

function wordReading(corpus: CorpusStore, documents: readonly Document[]): Reading<string, Word> {
  const ordinalOf = new Map(documents.map(({ key }, ordinal) => [key, ordinal]));
  return readThrough<string, Word>(
    (asked) =>
      after(corpus.postings(asked), (postings) => {
        const found = new Map<string, Word>();
        for (const [word, posting] of postings) {
          const held: number[] = [];
          let frequency = 0;
          posting.documents.forEach((document, i) => {
            const ordinal = ordinalOf.get(document);
            // Documents of another version are none of this one's.
            if (ordinal === undefined) return;
            held.push(ordinal);
            frequency += posting.passages[i] as number;
          });
          if (held.length > 0) found.set(word, { frequency, ordinals: Uint32Array.from(held).sort() });
        }
        return found;
      }),
    POSTINGS_KEPT,
    { weigh: ({ ordinals }) => ordinals.length + 16, together: corpus.engine === 'postgres' },
  );
}

/** All runs of two to eight characters within a text, and the text itself: few, since questions are short. */
function substrings(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < Math.min(text.length, 64); from += 1) {
    for (let length = 2; length <= 8 && from + length <= text.length; length += 1) {
      found.push(text.slice(from, from + length));
    }
  }
  return found;
}
