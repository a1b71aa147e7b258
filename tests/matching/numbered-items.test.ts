import { expect, it } from 'vitest';
import { numberedItems } from '../../src/matching/numbered-items.js';

const items = (text: string, wanted?: number): string[] =>
  numberedItems(text, { start: 0, end: 0 }, wanted).map((s) => text.slice(s.start, s.end));

it.each([
  ['一是抓项目。开工百个。二是促消费；三是稳外贸。', ['抓项目', '促消费', '稳外贸']],
  ['（1）建学校。（2）修公路。', ['建学校', '修公路']],
  ['①建学校；②修公路；③种树。', ['建学校', '修公路', '种树']],
  ['第一项是“建桩4万个”，实际9千个；第二项是市场改造。', ['“建桩4万个”，实际9千个', '市场改造']],
  // A short item may be of several parts; a number may follow upon ！.
  ['一是建学校1所；扩建食堂。二是修公路。', ['建学校1所；扩建食堂', '修公路']],
  ['1.抓项目，让企业满意！2.促消费。3.稳外贸。', ['抓项目，让企业满意', '促消费', '稳外贸']],
  // A numbering that begins again is another list.
  ['1.抓项目。2.促消费。又要：1.学文件。2.强作风。3.守纪律。', ['抓项目', '促消费']],
  // A decimal is no number of a list: 1.5 亿元.
  ['投资1.5亿元。2.6亿元到位。', []],
])('%s', (text, expected) => {
  expect(items(text)).toEqual(expected);
});

it('a numbering that goes on is longer than the list asked for', () => {
  const text = '一是抓项目。二是促消费。三是稳外贸。四是惠民生。';
  expect(items(text, 4)).toHaveLength(4);
  expect(items(text, 3)).not.toHaveLength(3);
});
