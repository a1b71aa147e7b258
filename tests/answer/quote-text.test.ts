import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownQuote } from '../../src/answer/quote-text.js';

const LONG =
  '经济社会发展的主要预期目标是：地区生产总值增长7%以上，一般公共预算收入增长6.5%以上，\n　　固定资产投资1,234亿元,增长8%以上，社会消费品零售总额增长8.5%以上，进出口总额（含保税，按人民币计）增长9%。';

const at = (quote: string, ...words: string[]) =>
  words.map((word) => ({ start: quote.indexOf(word), end: quote.indexOf(word) + word.length }));
const shown = (quote: string, words: readonly string[], most: number) => {
  const { text, marks } = shownQuote({ quote, marks: at(quote, ...words) }, most);
  return { text, marked: marks.map(({ start, end }) => text.slice(start, end)) };
};

describe('a long quote is cut round what is marked, at borders of clauses', () => {
  test.each<[string, readonly string[], number, string]>([
    ['short: whole, in one line', ['8%'], 400, LONG.replace('\n　　', '')],
    ['in the middle', ['8%'], 40, '……固定资产投资1,234亿元,增长8%以上，社会消费品零售总额增长8.5%以上……'],
    ['at the beginning', ['7%'], 30, '经济社会发展的主要预期目标是：地区生产总值增长7%以上……'],
    ['at the end', ['9%'], 30, '……进出口总额（含保税，按人民币计）增长9%。'],
    ['no comma of a number is a border', ['1,234'], 10, '……固定资产投资1,234亿元……'],
    ['two places', ['7%', '9%'], 20, '……地区生产总值增长7%以上……进出口总额（含保税，按人民币计）增长9%。'],
    ['nothing marked', [], 20, '经济社会发展的主要预期目标是……'],
    ['no border in reach', [], 6, '经济社会发展……'],
  ])('%s', (_what, words, most, wanted) => {
    const { text, marked } = shown(LONG, words, most);
    expect(text).toBe(wanted);
    expect(marked).toEqual(words);
  });
});

test('marks in commas that are left out before …… end with the text that is shown', () => {
  const { text, marks } = shownQuote({ quote: '1（,,增长', marks: [{ start: 0, end: 4 }] }, 1);
  expect(marks.map(({ start, end }) => text.slice(start, end)).join('')).toBe('1（');
});

test('whatever is marked is shown, and every piece stands in the quote', () => {
  const words = fc.constantFrom('增长', '7%', '，', '。', '\n', '（', '）', '项目', ',', '1');
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 80 }),
      fc.nat(100),
      fc.nat(100),
      fc.integer({ min: 1, max: 60 }),
      (parts, a, b, most) => {
        const quote = parts.join('');
        const [start, end] = [Math.min(a, b, quote.length), Math.min(Math.max(a, b), quote.length)];
        const { text, marks } = shownQuote({ quote, marks: [{ start, end }] }, most);
        const flat = quote.replace(/\s*[\r\n]+\s*/gu, '');
        // A comma before …… is left out, marked or not.
        expect(
          marks
            .map((mark) => text.slice(mark.start, mark.end))
            .join('')
            .replace(/[，,]/gu, ''),
        ).toBe(quote.slice(start, end).replace(/[，,\s]/gu, ''));
        for (const piece of text.split('……')) expect(flat).toContain(piece);
      },
    ),
  );
});
