import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, smallReport } from './small-report.js';

const WORDS = [
  ...[
    '地区生产总值',
    '城乡居民人均可支配收入',
    '固定资产投资',
    '老旧小区',
    '危桥',
    '市场主体',
    '桃源县',
    '城镇化率',
    '我国',
  ],
  ...[
    '增长',
    '达到',
    '分别',
    '新增',
    '改造',
    '由',
    '增加到',
    '其中',
    '年均',
    '预计',
    '力争',
    '累计',
    '占',
    '居全省',
    '比上年',
    '均',
    '各',
  ],
  ...[
    '7%',
    '8%以上',
    '3750亿元',
    '172个',
    '第3位',
    '1.6倍',
    '12.6:39.4:48',
    '3个百分点',
    '19473元',
    '左右',
    '2025年',
    '五年来',
    '4月',
  ],
  ...['，', '、', '；', '。', '\n', '（', '）', '“', '”', '和', '的', '下同', '：'],
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));

test('any text is read without a fault, and every span lies where it belongs', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('tasks', 'review', 'review5', 'outlook', 'other'), (words, role) => {
      const source = smallReport(words, { role }).view.text;
      for (const fact of factsOf(words, { role })) {
        expect(source.slice(fact.span.start, fact.span.end)).toBe(fact.quantity.text);
        expect(fact.clause.start).toBeLessThanOrEqual(fact.span.start);
        expect(fact.clause.end).toBeGreaterThanOrEqual(fact.span.end);
        expect(fact.sentence.start).toBeLessThanOrEqual(fact.clause.start);
        expect(fact.sentence.end).toBeGreaterThanOrEqual(fact.clause.end);
        expect(fact.period.from).toBeLessThanOrEqual(fact.period.to);
        expect(fact.subject).not.toBe('');
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['figures without a mark between them', '增长7%'.repeat(20_000)],
  ['one long list', `改造${'危桥5座、'.repeat(20_000)}`],
  ['one long noun', `${'老旧小区'.repeat(25_000)}172个`],
  ['brackets that never close', `${'（'.repeat(50_000)}7%${'“'.repeat(50_000)}`],
  ['one value for thousands of subjects', `${'投资、'.repeat(30_000)}收入分别增长7%、8%`],
])('a hostile text of 100,000 characters ends: %s', (_, hostile) => {
  expect(factsOf(hostile).length).toBeGreaterThanOrEqual(0);
});
