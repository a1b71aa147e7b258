import type { Scratch } from './scratch.js';
import { turnWords } from './turn-words.js';

/** What the recognisers claimed of a question, one flag a UTF-16 unit, and what the learned reader makes of it. */
export interface ClauseEvidence {
  readonly places: ArrayLike<number>;
  /** Names of indicators. */
  readonly names: ArrayLike<number>;
  /** For each unit the probability that it is of the thing asked for, 0–1. */
  readonly content: ArrayLike<number>;
}

/** A clause ends at a mark or a bracket; a stop between digits is none. */
const CLAUSE = /(?:[^，,。？?！!；;：:…—()（）【】[\]]|(?<=\d)[.,](?=\d))+/gu;
const HAN = /\p{Script=Han}/u;
const QUOTED = /[“"「『‘《]/u;

/** From which probability on a character is content. */
const CONTENT = 0.5;
/** A thing that is named ahead of what is asked of it (老旧小区，长沙改了多少) is content nearly whole; what sets the scene (静默那段日子) is not. */
const MOST = 0.6;

/**
 * The clauses that set the scene for another one, which is a whole question by itself (with a place, a thing and an asking word): what a year was
 * like, why one asks, what one has heard. Their words are background.
 * @returns where each begins and ends, in UTF-16 units.
 */
export function asideClauses({ text, used }: Scratch, evidence: ClauseEvidence): (readonly [number, number])[] {
  const clauses = [...text.matchAll(CLAUSE)].map((match) => ({ said: match[0], from: match.index }));
  if (clauses.length < 2) return [];
  const { places, names, content } = evidence;
  const any = ({ said, from }: Clause, is: (i: number) => boolean): boolean =>
    Array.from({ length: said.length }, (_, i) => from + i).some(is);
  const asks = ({ said }: Clause): boolean => turnWords().messages.asks.some((word) => said.includes(word));
  const isContent = (i: number): boolean => !used[i] && HAN.test(text[i]!) && content[i]! >= CONTENT;
  const isWhole = (clause: Clause): boolean =>
    asks(clause) && any(clause, (i) => places[i] === 1) && any(clause, (i) => names[i] === 1 || isContent(i));
  if (!clauses.some(isWhole)) return [];
  return clauses.flatMap((clause) => {
    const { said, from } = clause;
    if (asks(clause) || QUOTED.test(said) || any(clause, (i) => places[i] === 1 || names[i] === 1)) return [];
    const free = Array.from({ length: said.length }, (_, i) => from + i).filter((i) => !used[i] && HAN.test(text[i]!));
    return free.filter(isContent).length < MOST * free.length ? [[from, from + said.length] as const] : [];
  });
}

interface Clause {
  readonly said: string;
  readonly from: number;
}
