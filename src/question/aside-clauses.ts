import { contrasts, membersIn } from '../lexicon/contrasts.js';
import type { Scratch } from './scratch.js';
import { turnWords } from './turn-words.js';
import { fromWords } from './words.js';

/** What the recognisers of slots claimed of a question, one flag a UTF-16 unit, and what the learned reader makes of it. */
export interface ClauseEvidence {
  readonly places: ArrayLike<number>;
  /** Names of indicators. */
  readonly names: ArrayLike<number>;
  /** For each unit the probability that it is of the thing asked for, 0–1. */
  readonly content: ArrayLike<number>;
}

/** A clause ends at a mark or a bracket; a stop between digits is none. */
export const CLAUSE = /(?:[^，,。？?！!；;：:…—()（）【】[\]]|(?<=\d)[.,](?=\d))+/gu;
const HAN = /\p{Script=Han}/u;
const QUOTED = /[“"「『‘《]/u;

/** From which probability on a character is content. */
const CONTENT = 0.5;
/** A thing that is named ahead of what is asked of it (老旧小区，长沙改了多少) is content nearly whole; what sets the scene (静默那段日子) is not. */
const MOST = 0.5;

/** True where a question has more than one clause. */
export function mayHaveScene(text: string): boolean {
  return (text.match(CLAUSE)?.length ?? 0) > 1;
}

/** A question whose scene is told apart: its words of asking are left blank, what it names is background. */
export interface Scened {
  readonly text: string;
  /** Where each clause that sets the scene begins and ends, in UTF-16 units. */
  readonly scenes: readonly (readonly [number, number])[];
}

/**
 * Tells apart the clauses that set the scene for another one, which is a whole question by itself (with a place and an indicator, or a thing and an asking word): what a
 * year was like, why one asks, what one has heard. None of their words asks for anything; the times that they name are meant.
 */
export function withSceneApart({ text, used }: Scratch, evidence: ClauseEvidence): Scened {
  const scenes = scenesOf({ text, used }, evidence);
  const isKept = (i: number): boolean => used[i] === 1 || evidence.content[i]! >= CONTENT;
  const left = scenes.reduce(
    (said, [from, to]) =>
      said.slice(0, from) +
      Array.from({ length: to - from }, (_, i) => (isKept(from + i) ? said[from + i]! : ' ')).join('') +
      said.slice(to),
    text,
  );
  return { text: left, scenes };
}

function scenesOf({ text, used }: Scratch, evidence: ClauseEvidence): (readonly [number, number])[] {
  const clauses = [...text.matchAll(CLAUSE)].map((match) => ({ said: match[0], from: match.index }));
  if (clauses.length < 2) return [];
  const { places, names, content } = evidence;
  const { asks, sources } = turnWords().messages;
  const any = ({ said, from }: Clause, is: (i: number) => boolean): boolean =>
    Array.from({ length: said.length }, (_, i) => from + i).some(is);
  const holds = ({ said }: Clause, words: readonly string[]): boolean => words.some((word) => said.includes(word));
  const isContent = (i: number): boolean => !used[i] && HAN.test(text[i]!) && content[i]! >= CONTENT;
  // 常德GDP目标 asks without a word of asking.
  const isWhole = (clause: Clause): boolean =>
    any(clause, (i) => places[i] === 1) &&
    (any(clause, (i) => names[i] === 1) || (holds(clause, asks) && any(clause, isContent)));
  if (!clauses.some(isWhole)) return [];
  return clauses.flatMap((clause) => {
    const { said, from } = clause;
    const isSource = holds(clause, sources) && any(clause, (i) => used[i] === 1);
    if (
      holds(clause, asks) ||
      isNarrowing(said) ||
      isSource ||
      QUOTED.test(said) ||
      any(clause, (i) => places[i] === 1 || names[i] === 1)
    )
      return [];
    const free = Array.from({ length: said.length }, (_, i) => from + i).filter((i) => !used[i] && HAN.test(text[i]!));
    return free.filter(isContent).length < MOST * free.length ? [[from, from + said.length] as const] : [];
  });
}

/** Words that say which figure is meant, wherever they stand: 要目标，别给完成数; 排名. */
const narrowing = fromWords(({ facets, measures }) =>
  [...facets.target, ...facets.outcome, ...Object.values(measures).flat()].filter((word) => word.length > 1),
);

/** True for words that say which figure is meant, and for those that tell siblings apart: 城里跟乡下分开说. */
function isNarrowing(said: string): boolean {
  return narrowing().some((word) => said.includes(word)) || membersIn(contrasts(), said).some((bits) => bits !== 0);
}

interface Clause {
  readonly said: string;
  readonly from: number;
}
