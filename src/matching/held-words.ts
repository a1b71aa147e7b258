import type { EvidenceRun } from '../frame/types.js';
import { rarity } from '../lexicon/rarity.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { ReportHead, Store } from '../retrieval/types.js';
import { coverOf, shareOf, type Terms } from './terms.js';
import { unmetWords } from './unmet.js';

/**
 * The words of a question that none of the reports holds, neither themselves nor by a word that may stand for them: only for these
 * may it be said that the reports do not speak of them.
 */
export function unheldWords(
  store: Store,
  reports: readonly ReportHead[],
  runs: readonly EvidenceRun[],
  terms: Terms,
): string[] {
  const covered = new Uint8Array(terms.weights.length);
  let left = unmetWords(runs, terms, covered);
  for (const { id } of reports) {
    if (left.length === 0) return left;
    const { wide } = coverOf(terms, store.report(id).view.text);
    for (let i = 0; i < covered.length; i++) covered[i] = covered[i]! | wide[i]!;
    left = unmetWords(runs, terms, covered);
  }
  return left;
}

/** How much of what a question looks for stands in none of the reports, as a share of its weight: 1 where they hold nothing of it. */
export function unheldShare(store: Store, reports: readonly ReportHead[], terms: Terms): number {
  const covered = new Uint8Array(terms.weights.length);
  for (const { id } of reports) {
    const { wide } = coverOf(terms, store.report(id).view.text);
    for (let i = 0; i < covered.length; i++) covered[i] = covered[i]! | wide[i]!;
  }
  return 1 - shareOf(terms, covered);
}

/**
 * True for words that reports use somewhere, or that hold one of theirs (地铁里程): only what is missing of these tells that reports are
 * silent. People's own words (新房卖价) stand in no report, whatever it says of the thing.
 */
export function isTerm(words: string, store: Store): boolean {
  const known = thesaurus();
  const parts = [...words].flatMap((_, at) => known.lengthsAt(words, at).map((size) => words.slice(at, at + size)));
  return parts.some((part) => part.length > 1 && known.isWritten(part)) || store.holds(words);
}

/** True for a word that nobody knows: Latin letters, or characters of which no two stand together in reports or the thesaurus. */
export function isUnreadable(word: string, store: Store): boolean {
  const pairs = [...word].slice(1).map((_, i) => word.slice(i, i + 2));
  const latin = /[A-Za-z]/.test(word);
  if (!latin && pairs.some((pair) => rarity().of(pair) !== undefined || thesaurus().has(pair))) return false;
  return !thesaurus().has(word) && !store.holds(word);
}
