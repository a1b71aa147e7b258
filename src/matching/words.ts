import type { Indicator } from '../lexicon/types.js';
import { numbersOf, sameNumbers } from './numbers.js';
import { type Piece, pairs, splitPieces } from './pieces.js';

/** The texts in which a question's words are looked for. */
export interface FactTexts {
  readonly subject: string;
  readonly clause: string;
  readonly sentence: string;
  /** Section headings and the sentence before. */
  readonly around: string;
  readonly headline?: boolean;
}

/** Where words of a question were met, and how much that counts. */
const IN_SUBJECT = 1;
const IN_CLAUSE = 0.9;
const IN_SENTENCE = 0.6;
/** A sentence of targets strings many things together: what stands elsewhere in it says little. */
const IN_HEADLINE_SENTENCE = 0.2;
const IN_HEADING = 0.4;
/** A single character of a run that stands in the subject though no pair of it does: 床 in 床位. */
const SINGLE_IN_SUBJECT = 0.6;
/** What a pair of characters that no candidate holds weighs, in units of ln(sentences / sentences with it). */
const MISSING_WEIGHT = 2;
/** How much background words count (铁腕治旅之后). */
const BACKGROUND = 0.25;
/** What the indicator weighs against words left over: two or three words that are missing outweigh it. */
const INDICATOR_WEIGHT = 6;
/** What is left of a fit where a number of the question (过100亿元企业) is another one in the fact (过10亿元企业). */
const OTHER_NUMBER = 0.5;
/** What a missing single verb of coming, going and doing weighs (去, 派, 拆). */
const LIGHT_WEIGHT = 0.5;
const LIGHT = /[去来到给派拆掉让把帮弄搞做打造成出入用办开设建添装要想新现在共各比还就个所种次占值额量数率]/u;

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  两: '2',
};

/** The content of a question, prepared once and set against many facts. */
export interface WordMatcher {
  /** True where the question holds no content besides its slots. */
  readonly empty: boolean;
  /** Pairs and words by which sentences that hold nothing of the question are passed over. */
  touches(sentence: string): boolean;
  match(texts: FactTexts): { words: number; precision: number };
}

/**
 * @param residue runs of the question's text that no slot used.
 * @param background runs that say when or amid what; they help but are not needed.
 * @param sentences the sentences of all candidates: how many hold a pair of characters decides its weight.
 * @param indicator the indicator asked for, which all candidates carry or go by the name of: its names count as met.
 */
export function wordMatcher(
  residue: readonly string[],
  background: readonly string[],
  sentences: readonly string[],
  indicator: Indicator | undefined,
): WordMatcher {
  const pieces = [
    ...residue.flatMap(splitPieces).map((piece) => ({ piece, share: 1 })),
    ...background.flatMap(splitPieces).map((piece) => ({ piece, share: BACKGROUND })),
  ];
  const weightOf = weights(sentences);
  const runs = residue.join(' ');
  const numbers = numbersOf(runs);
  const acronyms = runs.match(/[A-Za-z]{2,}/gu) ?? [];
  const asked = residue.flatMap(pairs);
  const keys = [...new Set(pieces.flatMap(({ piece }) => [...piece.alternatives, ...pairs(piece.text)]))];
  return {
    empty: residue.length === 0,
    touches: (sentence) => keys.some((k) => sentence.includes(k)),
    match(texts) {
      let total = 0;
      let met = 0;
      const covered = new Set<string>();
      if (indicator) {
        total += INDICATOR_WEIGHT;
        met += INDICATOR_WEIGHT;
        for (const name of indicator.aliases) for (const pair of pairs(name)) covered.add(pair);
      }
      for (const { piece, share } of pieces) {
        const { weight, level, hits } = matchPiece(piece, texts, weightOf);
        total += weight * share;
        met += weight * share * level;
        for (const hit of hits) covered.add(hit);
      }
      for (const pair of asked) if (texts.subject.includes(pair)) covered.add(pair);
      for (const pair of longForms(acronyms, texts.clause)) covered.add(pair);
      const words = total === 0 ? 1 : met / total;
      return {
        words: sameNumbers(numbers, texts, runs) ? words : words * OTHER_NUMBER,
        precision: precisionOf(texts.subject, covered),
      };
    },
  };
}

/** Share of the subject's pairs of characters that the question holds; 1 for a subject of one character. */
function precisionOf(subject: string, covered: ReadonlySet<string>): number {
  const own = pairs(subject);
  if (own.length === 0) return 1;
  return own.filter((pair) => covered.has(pair)).length / own.length;
}

/** The pairs of the long form before an acronym in brackets: 区域全面经济伙伴关系协定（RCEP）. */
function longForms(acronyms: readonly string[], clause: string): string[] {
  return acronyms.flatMap((acronym) => {
    const at = clause.search(new RegExp(`[(（]${acronym}[)）]`, 'iu'));
    const long = at < 0 ? undefined : /[\p{Script=Han}]+$/u.exec(clause.slice(0, at))?.[0];
    return long ? pairs(long) : [];
  });
}

function matchPiece(
  piece: Piece,
  texts: FactTexts,
  weightOf: (pair: string) => number,
): { weight: number; level: number; hits: string[] } {
  const hits: string[] = [];
  let wordLevel = 0;
  for (const word of piece.alternatives) {
    const level = levelOf(word, texts);
    if (level > 0) hits.push(...(word.length > 1 ? pairs(word) : [word]));
    wordLevel = Math.max(wordLevel, level * (word === piece.text ? 1 : 0.9));
  }
  if (piece.text.length === 1) return { weight: 0.8, level: wordLevel, hits };
  const units = [...piece.text];
  let weight = 0;
  let met = 0;
  const levels = units.map(() => 0);
  const unitWeights = units.map(() => 0);
  for (let i = 0; i + 1 < units.length; i++) {
    const pair = units[i]! + units[i + 1]!;
    const level = levelOf(pair, texts) || levelOf(inDigits(pair), texts);
    if (level === 0) continue;
    hits.push(pair);
    const w = weightOf(pair);
    for (const k of [i, i + 1]) {
      levels[k] = Math.max(levels[k]!, level);
      unitWeights[k] = Math.max(unitWeights[k]!, w);
    }
  }
  for (let i = 0; i < units.length; i++) {
    if (levels[i] === 0) {
      unitWeights[i] = LIGHT.test(units[i]!) ? LIGHT_WEIGHT : MISSING_WEIGHT;
      if (texts.subject.includes(units[i]!)) levels[i] = SINGLE_IN_SUBJECT;
    }
    weight += unitWeights[i]!;
    met += unitWeights[i]! * Math.max(levels[i]!, wordLevel);
  }
  return { weight, level: weight === 0 ? 0 : met / weight, hits };
}

function levelOf(word: string, texts: FactTexts): number {
  if (texts.subject.includes(word)) return IN_SUBJECT;
  if (texts.clause.includes(word)) return IN_CLAUSE;
  if (texts.sentence.includes(word)) return texts.headline ? IN_HEADLINE_SENTENCE : IN_SENTENCE;
  if (texts.around.includes(word)) return IN_HEADING;
  return 0;
}

function inDigits(pair: string): string {
  return [...pair].map((c) => DIGITS[c] ?? c).join('');
}

/** ln(sentences / sentences that hold the pair), computed once for each pair. */
function weights(sentences: readonly string[]): (pair: string) => number {
  const known = new Map<string, number>();
  return (pair) => {
    const kept = known.get(pair);
    if (kept !== undefined) return kept;
    let count = 0;
    for (const s of sentences) if (s.includes(pair)) count++;
    const weight = Math.max(0.3, Math.log((sentences.length + 1) / (count + 0.5)));
    known.set(pair, weight);
    return weight;
  };
}
