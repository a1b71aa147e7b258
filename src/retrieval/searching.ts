import type { Report } from '../corpus/types.js';
import { foldText } from '../text/view.js';
import type { Derived } from './derived.js';
import { readChecked, writeChecked } from './disk.js';
import { exactFinder } from './exact.js';
import { lru } from './lru.js';
import { buildPassageIndex, openPassageIndex, type PassageIndex } from './passages.js';
import { byScore, type CorpusFrequencies, scorePassage, weigh } from './ranking.js';
import { jiebaSegmenter, type Segmenter } from './segmenter.js';
import { passagesPath, type StoredReport } from './snapshot.js';
import type { ExactHit, PassageHit, PassageQuery, Store } from './types.js';

/** Indexes kept open: about 0.3 MB each. */
const INDEXES_KEPT = 64;
/**
 * In so few reports every passage is looked at: reading an index costs more, and making one (17 ms a report) far more. What holds
 * none of the words scores nothing either way.
 */
const REPORTS_SCANNED = 6;
/** A search over more reports than this looks only into those that hold most of its words, rare ones first... */
const REPORTS_SEARCHED = 24;
/** ...and into no more than these: a report that is searched for the first time is indexed then, in about 10 ms. */
const REPORTS_CHOSEN = 12;
/** Spans of one report that an exact search keeps unless told otherwise. */
const SPANS_KEPT = 20;

/** What searching needs of a store. */
export interface SearchedStore {
  readonly reports: readonly StoredReport[];
  readonly derived: Derived;
  /** The snapshot's folder, null where there is none. */
  readonly folder: string | null;
  readonly warnings: string[];
  report(id: string): Report;
  text(report: StoredReport): string;
}

export type Searching = Pick<Store, 'segmenter' | 'frequency' | 'search' | 'findExact'>;

/** Passage search and exact search over a store. Nothing is loaded before the first search. */
export function createSearching(store: SearchedStore): Searching {
  const { reports, derived } = store;
  const ordinals = new Map(reports.map(({ head }, ordinal) => [head.id, ordinal]));
  const answering = reports.flatMap(({ head }) => (head.duplicateOf === undefined ? [head.id] : []));
  const passages = reports.reduce((sum, { head }) => sum + head.passages, 0);
  const characters = reports.reduce((sum, { head }) => sum + head.length, 0);
  const indexes = lru<PassageIndex>(INDEXES_KEPT);
  let jieba: Segmenter | undefined;
  const segmenter = (): Segmenter => {
    jieba ??= jiebaSegmenter(derived.dictionary());
    return jieba;
  };
  const corpus: CorpusFrequencies = {
    passages,
    meanLength: characters / Math.max(1, passages),
    frequency: (word) => derived.vocabulary().frequency(word) || rarestPart(word),
  };
  /** For a word that no dictionary has: it is at most as frequent as the rarest word within it. */
  function rarestPart(word: string): number {
    const parts = substrings(word)
      .map((part) => derived.vocabulary().frequency(part))
      .filter((frequency) => frequency > 0);
    return parts.length > 0 ? Math.min(...parts) / 2 : 0;
  }

  const open = (id: string): PassageIndex =>
    indexes.get(id, () => {
      const { shard, ordinal, head } = reports[ordinals.get(id)!]!;
      const path = store.folder === null ? undefined : passagesPath(store.folder, shard, ordinal);
      const { body, damaged } = path === undefined ? { damaged: false } : readChecked(path);
      if (body) return openPassageIndex(body, head.passages, segmenter());
      if (damaged) store.warnings.push(`快照中 ${head.title} 的段落索引已损坏，已重建`);
      const bytes = buildPassageIndex(store.report(id), segmenter());
      try {
        if (path !== undefined) writeChecked(path, bytes);
      } catch {
        // A full disk: it is made again the next time.
      }
      return openPassageIndex(bytes, head.passages, segmenter());
    });

  /** The reports worth looking into, in the order given: those that hold the rarest words, or the most of them. */
  const narrowed = (ids: readonly string[], words: readonly { text: string; weight: number }[]): readonly string[] => {
    if (ids.length <= REPORTS_SEARCHED) return ids;
    const weights = new Map<number, number>();
    for (const { text, weight } of words) {
      for (const ordinal of derived.vocabulary().reports(text) ?? fewestReports(text) ?? []) {
        weights.set(ordinal, (weights.get(ordinal) ?? 0) + weight);
      }
    }
    const weightOf = (id: string): number => weights.get(ordinals.get(id)!) ?? 0;
    const yearOf = (id: string): number => reports[ordinals.get(id)!]!.head.year ?? 0;
    return [...ids]
      .sort((a, b) => weightOf(b) - weightOf(a) || yearOf(b) - yearOf(a))
      .slice(0, REPORTS_CHOSEN)
      .filter((id) => weightOf(id) > 0);
  };

  const findExact: Store['findExact'] = (text, { reports: ids = answering, limit = SPANS_KEPT } = {}) => {
    const needle = foldText(text).trim();
    if (needle === '') return [];
    const finder = exactFinder(needle);
    // Reports that cannot hold it need not be read; for a few that is not worth loading the vocabulary.
    const rarest = ids.length > REPORTS_SEARCHED ? fewestReports(needle) : undefined;
    const held = rarest && new Set(rarest);
    const hits: ExactHit[] = [];
    for (const id of ids) {
      const ordinal = ordinals.get(id);
      if (ordinal === undefined || (held && !held.has(ordinal))) continue;
      const found = finder.find(store.text(reports[ordinal]!), limit);
      if (found.count > 0) hits.push({ report: id, ...found });
    }
    return hits.sort((a, b) => b.count - a.count);
  };

  return {
    segmenter,
    frequency(word) {
      const known = derived.vocabulary().frequency(word);
      return known > 0 ? known : findExact(word, { limit: 0 }).reduce((sum, { count }) => sum + count, 0);
    },
    search(query: PassageQuery): PassageHit[] {
      const weighted = weigh(query, corpus, (text) => segmenter().cut(text));
      if (weighted.total === 0) return [];
      const ids = (query.reports ?? answering).filter((id) => ordinals.has(id));
      const terms = [...weighted.words, ...weighted.phrases.flatMap(({ text, weight }) => partsOf(text, weight))];
      const words = [...terms.map(({ text }) => text), ...Object.values(query.alternatives ?? {}).flat()];
      const chosen = narrowed(ids, terms);
      const hits = chosen.flatMap((id) => {
        const report = store.report(id);
        const candidates =
          chosen.length <= REPORTS_SCANNED ? report.passages.map(({ index }) => index) : open(id).candidates(words);
        return (
          candidates
            .map((passage) => scorePassage(report, passage, weighted, corpus))
            // The index also finds parts of long words, which alone are nothing that was asked for.
            .filter(({ score }) => score > 0)
        );
      });
      return hits.sort(byScore(ordinals)).slice(0, query.limit);
    },
    findExact,
  };

  /** Words of a phrase, each with an equal share of its weight. */
  function partsOf(phrase: string, weight: number): { text: string; weight: number }[] {
    const parts = segmenter().cut(phrase);
    return parts.map((text) => ({ text, weight: weight / parts.length }));
  }

  /** The reports that hold the rarest dictionary word within a text: no other can hold the text. */
  function fewestReports(text: string): Uint32Array | undefined {
    let fewest: Uint32Array | undefined;
    for (const part of substrings(text)) {
      // Latin letters are searched for in either case; the dictionary knows one.
      const found = /[A-Za-z]/.test(part) ? undefined : derived.vocabulary().reports(part);
      if (found && (!fewest || found.length < fewest.length)) fewest = found;
    }
    return fewest;
  }
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
