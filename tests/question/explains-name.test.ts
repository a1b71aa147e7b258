import { expect, test } from 'vitest';
import { explainsName } from '../../src/question/explains-name.js';

test.each([
  ['海滨2031年的报告咋解释六稳的', true],
  ['海滨2031年报告怎么解释点状供地', true],
  ['契约精神，海滨31年报告里咋解释的', true],
  ['好几个指标没完成，报告怎么解释的', false],
  ['海滨的困难，作报告时官方自己是怎么解释的', false],
  ['海滨2031年报告怎么解释去年目标没完成的', false],
  ['海滨2031年工业掉下来了，报告怎么解释的', false],
])('%s', (text, expected) => {
  expect(explainsName(text)).toBe(expected);
});
