import { expect, test } from 'vitest';
import { yesNoAsked } from '../../src/question/yes-no.js';

/** A question and of what yes or no is asked; undefined where it asks for something else. */
test.each([
  ['海滨有没有建机场的打算', 'has'],
  ['海滨2031年有建机场的计划没', 'has'],
  ['海滨2031年有建机场的计划没？叫啥名字', 'has'],
  ['海滨2031年会不会建机场，是哪一个', 'is'],
  ['海滨申报文明城市，最后评上没', 'done'],
  ['海滨2031年茶叶产量够着当年目标没有', 'done'],
  ['海滨哪个机场建成了', undefined],
  ['海滨2031年建了什么，在哪', undefined],
])('%s: %s', (text, asked) => {
  expect(yesNoAsked(text)?.asked).toBe(asked);
});
