import { fromWords } from '../question/words.js';

/** Each word with the words that may stand for it, itself among them. */
export const synonyms = fromWords((words) => {
  const index = new Map<string, readonly string[]>();
  for (const group of words.synonyms)
    for (const word of group) index.set(word, [...new Set([...(index.get(word) ?? []), ...group])]);
  return index;
});
