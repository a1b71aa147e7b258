import { fromWords } from '../question/words.js';

/** The words that may stand for a word with this end of two characters: 改造 is the end of 老旧小区改造. */
const namesByEnd = fromWords((words) => {
  const index = new Map<string, readonly string[]>();
  for (const group of words.synonyms)
    for (const word of group) {
      const end = word.slice(-2);
      index.set(end, [...(index.get(end) ?? []), ...group]);
    }
  return index;
});

/** True where a text holds the head word or one that may stand for it. */
export function holdsHead(head: string, text: string): boolean {
  return text.includes(head) || (namesByEnd().get(head) ?? []).some((name) => text.includes(name));
}

/** Each word with the words that may stand for it, itself among them. */
export const synonyms = fromWords((words) => {
  const index = new Map<string, readonly string[]>();
  for (const group of words.synonyms)
    for (const word of group) index.set(word, [...new Set([...(index.get(word) ?? []), ...group])]);
  return index;
});

/** The words that may stand for a word of a question, itself among them. */
export function alternativesOf(word: string): readonly string[] {
  return synonyms().get(word) ?? [word];
}
