import { SOUGHT, type Sought, soughtWords } from '../lexicon/sought.js';

/** What a question seeks by its words: 组长是哪位 a person, 建在哪条路上 a place; several or none. */
export function soughtIn(question: string): Sought[] {
  const words = soughtWords();
  return SOUGHT.filter((kind) => words[kind].some((word) => question.includes(word)));
}
