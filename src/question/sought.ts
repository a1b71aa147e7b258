import { MUST, type Must, SOUGHT, type Sought, soughtWords } from '../lexicon/sought.js';

/** What a question seeks by its words: 组长是哪位 a person, 建在哪条路上 a place; several or none. */
export function soughtIn(question: string): Sought[] {
  const words = soughtWords();
  // 摘帽的是谁家: a household, a firm, a county, and hardly a person.
  const said = words.nobody.reduce((rest, word) => rest.replaceAll(word, ''), question);
  return SOUGHT.filter((kind) => words[kind].some((word) => (kind === 'person' ? said : question).includes(word)));
}

/** What a question asks for without fail: a sentence without it is no answer. */
export function mustTell(question: string): Must[] {
  const { must } = soughtWords();
  return MUST.filter((kind) => must[kind].some((word) => question.includes(word)));
}
