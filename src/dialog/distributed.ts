import type { Answer } from '../answer/schema.js';
import type { Distributed } from '../question/distributed.js';

/** True where an answer tells as many figures as were asked for: then the question need not be taken apart. */
export function isWhole({ kind, figures }: Answer, asked: number): boolean {
  return kind !== 'refusal' && kind !== 'clarification' && figures.length >= asked;
}

/**
 * True where each part of a question is answered, and as many different figures are told as were asked for.
 * @param inWords whether a sentence is as good as a figure: where the whole question was told nothing.
 */
export function eachTold(answers: readonly Answer[], asked: number, inWords: boolean): boolean {
  const told = answers.map((answer) => (inWords || answer.figures.length > 0 ? figuresOf(answer) : []));
  // Each by its own: a target beside a figure (另有目标) is no second answer.
  const firsts = new Set(told.map(([figure]) => figure));
  return (
    told.every((figures) => figures.length > 0) && firsts.size === told.length && new Set(told.flat()).size >= asked
  );
}

/** How many parts of a question are told by a figure. */
export function partsTold(answers: readonly Answer[]): number {
  return answers.filter(({ kind, figures }) => kind !== 'refusal' && figures.length > 0).length;
}

/**
 * How many parts of a question must be told for them to be worth more than its answer: of one that told nothing any; of a row of which
 * fewer are told than are asked for as many as it told, since the parts name the members that are not. Undefined for any other.
 */
export function leastOfParts({ kind, figures }: Answer, way: Distributed['kind']): number | undefined {
  if (kind === 'refusal') return 1;
  return way !== 'clauses' && (kind === 'figure' || kind === 'list')
    ? Math.max(2, new Set(figures.map(keyOf)).size)
    : undefined;
}

/** True where the members of a row are told in one unit: 2000公里 of one and 26个 of another tell two things. */
export function isOfOneKind(answers: readonly Answer[]): boolean {
  return new Set(answers.filter(({ kind }) => kind === 'figure').map(({ figures }) => figures[0]?.unit)).size <= 1;
}

/** The parts that say something which none before them says, by their place. */
export function toldAnew(answers: readonly Answer[]): number[] {
  const before = new Set<string>();
  return answers.flatMap(({ figures, kind }, i) => {
    const keys = figures.slice(0, kind === 'figure' ? 1 : figures.length).map(keyOf);
    const again = keys.length > 0 && keys.every((key) => before.has(key));
    for (const key of keys) before.add(key);
    return again ? [] : [i];
  });
}

function keyOf({ place, indicator, period, text }: Answer['figures'][number]): string {
  return `${place} ${indicator} ${period} ${text}`;
}

/** What an answer tells by where it stands: its figures, else the sentence that answers in words; nothing of one that answers nothing. */
function figuresOf({ kind, figures, citations }: Answer): string[] {
  if (kind === 'refusal' || kind === 'clarification' || kind === 'notice') return [];
  const at = (citation: number): string => `${citations[citation]?.seed} ${citations[citation]?.start}`;
  if (figures.length === 0) return citations.length > 0 ? [at(0)] : [];
  return figures.map(keyOf);
}
