import { expect, it } from 'vitest';
import { turnWords } from '../../src/question/turn-words.js';
import { namesNothing } from '../../src/question/turns.js';

it.each(['那项又定', '还想再做', '控制得', '接下来'])('%s names nothing', (words) => {
  expect(namesNothing(words)).toBe(true);
});

it.each(['能耗', '就业', '会展业', '生猪'])('%s names a thing, though a word of leaning stands in it', (words) => {
  expect(namesNothing(words)).toBe(false);
});

it.each(turnWords().holding)('%s is held to be a thing', (words) => {
  expect(namesNothing(words)).toBe(false);
});
