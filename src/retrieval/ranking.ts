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

/** A passage with what it is worth. */
export interface ScoredPassage {
  readonly report: Report;
  /** Index into `report.passages`. */
  readonly passage: number;
  readonly score: number;
}

/** What the passages of a report are worth that hold any word of the query: BM25, with a bonus for phrases, for words side by side and for headings. */
export function scoredPassages(report: Report, query: WeightedQuery, corpus: CorpusFrequencies): ScoredPassage[] {
  const terms = [...query.words, ...query.phrases];
  const counts = new Int32Array(terms.length);
  const headings = headingsOf(report, terms);
  const { text: whole } = report.view;
  const scored: ScoredPassage[] = [];
  for (const { start, end, section, index } of report.passages) {
    const text = whole.slice(start, end);
    countInto(counts, text, terms);
    const score = scoreOf(text, query, terms, counts, headings(section), corpus.meanLength);
    if (score > 0) scored.push({ report, passage: index, score });
  }
  return scored;
}

/** A passage that is shown, with the words and phrases that it holds. */
export function hitOf({ report, passage, score }: ScoredPassage, query: WeightedQuery): PassageHit {
  const terms = [...query.words, ...query.phrases];
  const { start, end, section } = report.passages[passage]!;
  const counts = new Int32Array(terms.length);
  countInto(counts, report.view.text.slice(start, end), terms);
  const headed = headingsOf(report, terms)(section);
  const textsWhere = (holds: (i: number) => boolean): string[] =>
    terms.flatMap(({ text }, i) => (holds(i) ? [text] : []));
  return {
    report: report.id,
    passage,
    score,
    matched: textsWhere((i) => counts[i]! > 0),
    inHeading: textsWhere((i) => counts[i] === 0 && headed[i]!),
    missing: textsWhere((i) => counts[i] === 0 && !headed[i]!),
  };
}

/** For a section which terms stand in its headings, looked up once: the passages of a report share a few sections. */
function headingsOf(report: Report, terms: readonly Term[]): (section: number) => readonly boolean[] {
  const known = new Map<number, readonly boolean[]>();
  return (section) => {
    let headed = known.get(section);
    if (!headed) {
      const heading = report.sections[section]?.path.join('\n') ?? '';
      headed = terms.map(({ names }) => names.some((name) => heading.includes(name)));
      known.set(section, headed);
    }
    return headed;
  };
}

/** How often a text holds each term, by whichever of its names it holds most. */
function countInto(counts: Int32Array, text: string, terms: readonly Term[]): void {
  const pairs = pairsIn(text);
  for (let i = 0; i < terms.length; i++) {
    let most = 0;
    for (const name of terms[i]!.names)
      if (mayHold(pairs, name) && text.includes(name)) most = Math.max(most, occurrences(text, name));
    counts[i] = most;
  }
}

/** What a passage is worth; 0 for one that holds no term, itself or in its headings. */
function scoreOf(
  text: string,
  { words, total }: WeightedQuery,
  terms: readonly Term[],
  counts: Int32Array,
  headed: readonly boolean[],
  meanLength: number,
): number {
  const length = 1 - LENGTH_SHARE + LENGTH_SHARE * (text.length / (meanLength || 1));
  let score = 0;
  let covered = 0;
  for (let i = 0; i < terms.length; i++) {
    const { weight } = terms[i]!;
    const count = counts[i]!;
    if (count > 0) {
      score += (weight * (count * (SATURATION + 1))) / (count + SATURATION * length);
      if (headed[i]) score += weight * HEADING_TOO;
    } else if (headed[i]) score += weight * HEADING_ONLY;
    else continue;
    covered += weight;
  }
  for (let i = 0; i + 1 < words.length; i++) {
    const [word, next] = [words[i]!, words[i + 1]!];
    // Side by side they can only stand where either stands, by the name that is asked.
    if (counts[i]! > 0 && counts[i + 1]! > 0 && text.includes(word.text + next.text))
      score += ADJACENT * (word.weight + next.weight);
  }
  // A passage that covers little of the question ranks behind one that covers most of it, however often it says so.
  return total > 0 ? score * (0.5 + (0.5 * covered) / total) : score;
}

/** Best first; equal scores in the order of reports (as given) and of the text. */
export function byScore(order: ReadonlyMap<string, number>): (a: ScoredPassage, b: ScoredPassage) => number {
  return (a, b) =>
    b.score - a.score || (order.get(a.report.id) ?? 0) - (order.get(b.report.id) ?? 0) || a.passage - b.passage;
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
