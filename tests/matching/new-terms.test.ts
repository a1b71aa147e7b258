import { expect, it } from 'vitest';
import { newTerms } from '../../src/matching/new-terms.js';

it.each([
  ['实施“海链计划”，推进“双减”。落实“海链计划”。', '推进“双减”。', ['海链计划×2']],
  // Words that the older text has without quotation marks are not new.
  ['推进“一网通办”。', '推行一网通办。', []],
  ['增加“床位”，实施“千百十工程”。', '', ['千百十工程×1', '床位×1']],
  ['没有引号的新词。', '', []],
])('%s against %s', (text, older, expected) => {
  expect(newTerms(text, older).map(({ term, times }) => `${term}×${times}`)).toEqual(expected);
});

it('leads to where the term stands first', () => {
  const text = '实施“海链计划”。落实“海链计划”。';
  const [found] = newTerms(text, '');
  expect(text.slice(found!.first.start, found!.first.end)).toBe('海链计划');
  expect(found!.first.start).toBe(3);
});
