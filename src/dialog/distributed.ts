import type { Answer } from '../answer/schema.js';

/** True where an answer tells as many figures as were asked for: then the question need not be taken apart. */
export function isWhole({ kind, figures }: Answer, asked: number): boolean {
  return kind !== 'refusal' && kind !== 'clarification' && figures.length >= asked;
}

/**
 * True where each part of a question is answered, and as many different figures are told as were asked for.
 * @param inWords whether a sentence is as good as a figure: where the whole question was told nothing.
 */
export function eachTold(answers: readonly Answer[], asked: number, inWords: boolean): boolean {
  const told = answers.map((answer) => toldBy(answer, inWords));
  // Each by its own: a target beside a figure (另有目标) is no second answer.
  const firsts = new Set(told.map(([figure]) => figure));
  return (
    told.every((figures) => figures.length > 0) && firsts.size === told.length && new Set(told.flat()).size >= asked
  );
}

/** True where a part of a question is answered, by a figure or where that will do in words. */
export function isTold(answer: Answer, inWords: boolean): boolean {
  return toldBy(answer, inWords).length > 0;
}

function toldBy(answer: Answer, inWords: boolean): string[] {
  return inWords || answer.figures.length > 0 ? figuresOf(answer) : [];
}

/** How many parts of a question are told by a figure. */
export function partsTold(answers: readonly Answer[]): number {
  return answers.filter(({ kind, figures }) => kind !== 'refusal' && figures.length > 0).length;
}

/** What an answer tells by where it stands: its figures, else the sentence that answers in words; nothing of one that answers nothing. */
function figuresOf({ kind, figures, citations }: Answer): string[] {
  if (kind === 'refusal' || kind === 'clarification' || kind === 'notice') return [];
  const at = (citation: number): string => `${citations[citation]?.seed} ${citations[citation]?.start}`;
  if (figures.length === 0) return citations.length > 0 ? [at(0)] : [];
  return figures.map(({ place, indicator, period, text }) => `${place} ${indicator} ${period} ${text}`);
}
