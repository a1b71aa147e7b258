import { describe, expect, it } from 'vitest';
import { listTopic } from '../../src/question/list-topic.js';

/** A question with the thing that it asks for in （）: what stands outside only asks. */
function marked(text: string): { text: string; evidence: Parameters<typeof listTopic>[1] } {
  let inside = false;
  let plain = '';
  const content: number[] = [];
  for (const unit of text) {
    if (unit === '（' || unit === '）') inside = unit === '（';
    else {
      plain += unit;
      content.push(inside ? 0.9 : 0.05);
    }
  }
  const runs = [...plain.matchAll(/[\p{Script=Han}\d]+/gu)].map((m) => ({
    text: m[0],
    start: m.index,
    roles: Array.from(m[0], () => 'content' as const),
    content: content.slice(m.index, m.index + m[0].length),
  }));
  return { text: plain, evidence: runs };
}

describe('what a list is of', () => {
  it.each([
    ['要办哪些（民生实事）？全都列出来', '民生实事'],
    ['有哪些（公路能通车）？力争的也给我', '公路能通车'],
    ['今年（支持）哪几个县（争园林县城）', '支持争园林县城'],
    ['（园区）的（道路）有哪些', '园区的道路'],
    ['都列一下', ''],
  ])('%s → %s', (question, topic) => {
    const { text, evidence } = marked(question);
    expect(listTopic(text, evidence)).toBe(topic);
  });
});
