import type { Report } from '../corpus/types.js';
import { mayHold, pairsIn } from '../text/pairs.js';
import type { PassageHit, PassageQuery } from './types.js';

/** What ranking needs to know of the whole corpus. */
export interface CorpusFrequencies {
  /** Passages in all reports. */
  readonly passages: number;
  /** Mean length of a passage, in UTF-16 units. */
  readonly meanLength: number;
  /** Passages that hold the word. */
  frequency(word: string): number;
}

/** How fast further occurrences of a word count less, and how much length counts (BM25's k1 and b). */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;
/** A word in the heading path, as a share of what it weighs: where the passage lacks it, and on top where it has it. */
const HEADING_ONLY = 0.7;
const HEADING_TOO = 0.35;
/** Two words of the question that stand side by side, as a share of what they weigh together. */
const ADJACENT = 0.35;
/** A phrase as a whole, as a share of what its words weigh together. */
const PHRASE = 1.5;

/** A word or phrase of the query with its weight: rare ones weigh more. */
interface Term {
  readonly text: string;
  /** `text` and its other names, any of which counts. */
  readonly names: readonly string[];
  readonly weight: number;
}

/** A query with the weights of its words and phrases. */
export interface WeightedQuery {
  readonly words: readonly Term[];
  readonly phrases: readonly Term[];
  readonly total: number;
}

/** Weighs the words of a query by how rare they are; `cut` parts a phrase into words. */
export function weigh(
  query: Pick<PassageQuery, 'words' | 'phrases' | 'alternatives'>,
  corpus: CorpusFrequencies,
  cut: (text: string) => string[],
): WeightedQuery {
  const rarity = (word: string): number => {
    const holding = Math.min(corpus.frequency(word), corpus.passages);
    return Math.log(1 + (corpus.passages - holding + 0.5) / (holding + 0.5));
  };
  const words = [...new Set(query.words)].filter(Boolean).map((text) => {
    const names = [text, ...(query.alternatives?.[text] ?? [])];
    return { text, names, weight: rarity(text) };
  });
  const phrases = [...new Set(query.phrases ?? [])].filter(Boolean).map((text) => ({
    text,
    names: [text],
    weight: PHRASE * Math.max(...cut(text).map(rarity), 1),
  }));
  const total = [...words, ...phrases].reduce((sum, term) => sum + term.weight, 0);
  return { words, phrases, total };
}

/** Scores the passages of a report that hold any word of the query: BM25, with a bonus for phrases, for words side by side and for headings. */
export function scoredPassages(report: Report, query: WeightedQuery, corpus: CorpusFrequencies): PassageHit[] {
  const terms = [...query.words, ...query.phrases];
  const { text: whole } = report.view;
  /** For each section which terms stand in its headings: most passages of a report share a few sections. */
  const headed = new Map<number, readonly boolean[]>();
  const inHeadingOf = (section: number): readonly boolean[] => {
    let known = headed.get(section);
    if (!known) {
      const heading = report.sections[section]?.path.join('\n') ?? '';
      known = terms.map(({ names }) => names.some((name) => heading.includes(name)));
      headed.set(section, known);
    }
    return known;
  };
  return report.passages.flatMap(({ start, end, section, index }) => {
    const text = whole.slice(start, end);
    const counts = countsIn(text, terms);
    const headings = inHeadingOf(section);
    const holds = counts.some((count) => count > 0) || headings.includes(true);
    return holds ? [scorePassage({ report: report.id, passage: index, text }, query, counts, headings, corpus)] : [];
  });
}

/** How often a text holds each term, by whichever of its names it holds most. */
function countsIn(text: string, terms: readonly Term[]): number[] {
  const pairs = pairsIn(text);
  return terms.map(({ names }) => {
    let most = 0;
    for (const name of names) if (mayHold(pairs, name)) most = Math.max(most, occurrences(text, name));
    return most;
  });
}

/** @param counts for each word, then each phrase, how often the passage holds it. @param headings likewise whether its headings do. */
function scorePassage(
  { text, ...at }: { readonly report: string; readonly passage: number; readonly text: string },
  { words, phrases, total }: WeightedQuery,
  counts: readonly number[],
  headings: readonly boolean[],
  { meanLength }: CorpusFrequencies,
): PassageHit {
  const length = 1 - LENGTH_SHARE + LENGTH_SHARE * (text.length / (meanLength || 1));
  const matched: string[] = [];
  const inHeading: string[] = [];
  const missing: string[] = [];
  let score = 0;
  let covered = 0;
  for (const [i, { text: term, weight }] of [...words, ...phrases].entries()) {
    const count = counts[i]!;
    if (count > 0) {
      matched.push(term);
      score += (weight * (count * (SATURATION + 1))) / (count + SATURATION * length);
      if (headings[i]) score += weight * HEADING_TOO;
    } else if (headings[i]) {
      inHeading.push(term);
      score += weight * HEADING_ONLY;
    } else {
      missing.push(term);
      continue;
    }
    covered += weight;
  }
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next && text.includes(word.text + next.text)) score += ADJACENT * (word.weight + next.weight);
  });
  // A passage that covers little of the question ranks behind one that covers most of it, however often it says so.
  if (total > 0) score *= 0.5 + (0.5 * covered) / total;
  return { ...at, score, matched, inHeading, missing };
}

/** Best first; equal scores in the order of reports (as given) and of the text. */
export function byScore(order: ReadonlyMap<string, number>): (a: PassageHit, b: PassageHit) => number {
  return (a, b) =>
    b.score - a.score || (order.get(a.report) ?? 0) - (order.get(b.report) ?? 0) || a.passage - b.passage;
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
