import { expect, it } from 'vitest';
import type { EvidenceRun } from '../../src/frame/types.js';
import { reportPartOf } from '../../src/question/report-part.js';

/** A question all of whose characters are content to the reader. */
const partOf = (text: string) => {
  const roles = Array.from(text, () => 'content' as const);
  const run: EvidenceRun = { text, roles, content: Array.from(text, () => 1), start: 0 };
  return reportPartOf(text, [text], [run]);
};

it.each([
  ['政府自己承认短板', 'problems'],
  ['存在的困难和问题', 'problems'],
  ['自己没干好', 'problems'],
  ['重点工作', 'tasks'],
  ['总结一下', 'summary'],
  ['有什么亮点', 'summary'],
  ['新提法', 'fresh'],
  // A thing of its own is asked for.
  ['工业短板', undefined],
  ['停车难问题', undefined],
  ['工业有什么亮点', undefined],
  ['楼市有啥新提法', undefined],
  ['承诺办好学校', undefined],
])('%s is %s', (text, part) => {
  expect(partOf(text)).toBe(part);
});
