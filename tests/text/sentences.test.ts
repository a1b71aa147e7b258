import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/text/sentences.js';

const texts = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['甲增长8%；乙增长7%。丙！', ['甲增长8%；乙增长7%。', '丙！']],
  ['标题\n正文。', ['标题', '正文。']],
  ['坚持“绿水青山就是金山银山。”加快发展。', ['坚持“绿水青山就是金山银山。”', '加快发展。']],
  ['达到3750亿元（预计数。下同），增长8%。', ['达到3750亿元（预计数。下同），增长8%。']],
  ['怎么办？？干！', ['怎么办？？', '干！']],
  ['增长8.5%。', ['增长8.5%。']],
  ['控制在6.5%。以内；甲增长3%。乙。', ['控制在6.5%。以内；甲增长3%。', '乙。']],
  ['丢失（半边。后面。', ['丢失（半边。', '后面。']],
  ['', []],
  ['\n \n', []],
];

const CLAUSES: readonly (readonly [string, readonly string[]])[] = [
  ['主要预期目标是：甲增长7%以上，乙增长8%；丙5%以内。', ['主要预期目标是', '甲增长7%以上', '乙增长8%', '丙5%以内']],
  ['增加1000亿元（预计数，下同），结构为12:40:48。', ['增加1000亿元（预计数，下同）', '结构为12:40:48']],
  ['打造“一带一路，五通”节点，扩大开放。', ['打造“一带一路，五通”节点', '扩大开放']],
  ['——地区生产总值增长7%。', ['地区生产总值增长7%']],
  ['|GDP|增长7%|', ['GDP', '增长7%']],
];

describe('splitSentences', () => {
  it.each(SENTENCES)('splits %j', (text, sentences) => {
    expect(texts(text, splitSentences(text))).toEqual(sentences);
  });

  it('keeps within the given span', () => {
    const text = '一。二二。三。';
    expect(texts(text, splitSentences(text, { start: 2, end: 5 }))).toEqual(['二二。']);
  });
});

describe('splitClauses', () => {
  it.each(CLAUSES)('splits %j', (text, clauses) => {
    expect(texts(text, splitClauses(text, { start: 0, end: text.length }))).toEqual(clauses);
  });
});
