import { expect, it } from 'vitest';
import { inlineLists } from '../../src/matching/inline-lists.js';

const listsIn = (text: string): string[][] =>
  inlineLists(text, { start: 0, end: text.length }).map((items) =>
    items.map(({ start, end }) => text.slice(start, end)),
  );

it.each([
  // What follows 等 is said of all items, and is no item.
  [
    '加快工业升级、商业物流、文化博览、城市更新等体现导向性、引领性的“四大工程”建设',
    [['工业升级', '商业物流', '文化博览', '城市更新']],
  ],
  ['发展油茶、白茶等产业', [['油茶', '白茶']]],
  // A counted name may be an item itself, or close the list.
  ['增强“四个意识”、坚定“四个自信”、做到“两个维护”', [['增强“四个意识”', '坚定“四个自信”', '做到“两个维护”']]],
  ['推进工业企业等领域、服务业等行业改革', [['工业企业等领域', '服务业']]],
])('%s', (text, lists) => {
  expect(listsIn(text)).toEqual(lists);
});
