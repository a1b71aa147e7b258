import { expect, it } from 'vitest';
import { yesNoWords } from '../../src/lexicon/yes-no.js';

it('config/language/yes-no.json says no word twice in a list, and nothing is both done and ahead', () => {
  const words = yesNoWords();
  for (const list of Object.values(words)) expect(list).toHaveLength(new Set(list).size);
  expect(words.nowDone.filter((w) => words.ahead.includes(w) || words.ongoing.includes(w))).toEqual([]);
});
