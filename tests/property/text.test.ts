import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD } from '../../src/text/fold.js';
import { toChineseNumeral } from '../../src/text/numerals.js';
import { findPeriods } from '../../src/text/periods.js';
import { findQuantities } from '../../src/text/quantities.js';
import { splitClauses, splitSentences } from '../../src/text/sentences.js';
import type { Span } from '../../src/text/types.js';
import { foldText, makeView, toSource } from '../../src/text/view.js';
import { anyCharacter } from '../support/any-text.js';

/** Pieces of reports and of their damage, so that random texts are near to real ones. */
const PIECES = [
  ...'0123456789一二三十百千万亿零〇两年月日第前％%‰.．·,，。；：:（）“”《》—-~至到 　\n\r\t#*>|[]<!-&\\',
  ...[
    '增长',
    '突破',
    '以上',
    '左右',
    '以内',
    '控制在',
    '个百分点',
    '亿元',
    '万户',
    '个',
    '分之',
    '百分之',
    '翻一番',
    '位',
    '强',
    '全省',
  ],
  ...[
    '2021年',
    '“十四五”',
    '五年来',
    '前三季度',
    '今年',
    '比上年',
    '到2025年',
    '1-11月',
    '12.6：39.4：48',
    '800 1000 亩',
    '[5]',
  ],
  ...[
    '\ud800',
    '\udc00',
    '😀',
    '\u200b',
    '\ufeff',
    '<!--',
    '-->',
    '<br>',
    '&nbsp;',
    '**',
    '①',
    '㎡',
    'GDP',
    '一、',
    '（一）',
  ],
];
const reportLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  reportLike,
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
};

/** True where a view's character is the fold of the source's unit that it stands for. */
function standsFor(char: string, unit: string): boolean {
  const folded = String.fromCharCode(FOLD[unit.charCodeAt(0)]!);
  if (char === folded || HALF_WIDTH[char] === folded || (char === ':' && folded === '：')) return true;
  if (char === '.') return '·。'.includes(folded);
  if (char === '。') return folded === '.';
  // What could not be read between two digits: a lost sign, or a footnote mark.
  if (char === '\ufffd') return folded === '\u0000' || '[【〔<'.includes(folded) || /[\ud800-\udfff]/.test(unit);
  // A blank or a line end may stand for an entity or a tag, and a line end for a cut.
  return char === '\n' || char === ' ' || unit === '&';
}

/** Checked in one expectation: an `expect` for each of 100,000 spans takes seconds. */
function inOrder(spans: readonly Span[], length: number): void {
  let last = 0;
  const wrong = spans.find(({ start, end }) => {
    const fits = start >= last && end > start && end <= length;
    last = end;
    return !fits;
  });
  expect(wrong).toBeUndefined();
}

describe('a view', () => {
  it('leads every character to the unit of the source it stands for, in order', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, offsets } = makeView(source);
        expect(offsets.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          if (i > 0) expect(offsets.at(i)!).toBeGreaterThan(offsets.at(i - 1)!);
          expect(standsFor(text[i]!, source[offsets.at(i)!]!)).toBe(true);
        }
      }),
    );
  });

  it('takes every span back to a span of the source within the extent', () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(80), fc.nat(80), (source, from, a, b) => {
        const start = Math.min(from, source.length);
        const view = makeView(source, { start, end: source.length });
        const [low, high] = [a % (view.text.length + 1), b % (view.text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const span = toSource(view, { start: low, end: high });
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
        if (high > low) {
          expect(span.start).toBeGreaterThanOrEqual(start);
          expect(standsFor(view.text[low]!, source[span.start]!)).toBe(true);
          expect(standsFor(view.text[high - 1]!, source[span.end - 1]!)).toBe(true);
        }
      }),
    );
  });

  it('holds nothing of its cuts but a line end, or the mark of something lost between digits', () => {
    fc.assert(
      fc.property(reportLike, fc.nat(60), fc.nat(60), (source, a, b) => {
        const cut = { start: Math.min(a, b), end: Math.max(a, b) };
        const { text, offsets } = makeView(source, undefined, [cut]);
        for (let i = 0; i < text.length; i++) {
          if (offsets.at(i)! >= cut.start && offsets.at(i)! < cut.end) expect(text[i]).toMatch(/[\n\ufffd]/);
        }
      }),
    );
  });

  it('holds no control characters but line ends, and no lone surrogates', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text } = makeView(source);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\ufeff]/);
      }),
    );
  });
});

describe('sentences and clauses', () => {
  it('are in order, within the text, and lose nothing but marks and blanks', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const text = foldText(source);
        const sentences = splitSentences(text);
        inOrder(sentences, text.length);
        const kept = sentences.map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const sentence of sentences) inOrder(splitClauses(text, sentence), sentence.end);
      }),
    );
  });
});

describe('figures and periods', () => {
  it('are in order, without overlaps, and carry the slice of the text that they stand in', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (source, fold) => {
        const text = fold ? foldText(source) : source;
        const quantities = findQuantities(text);
        inOrder(
          quantities.map(({ span }) => span),
          text.length,
        );
        for (const { span, core, text: slice, kind, low, high, bound } of quantities) {
          expect(text.slice(span.start, span.end)).toBe(slice);
          expect(core.start).toBeGreaterThanOrEqual(span.start);
          expect(core.end).toBeLessThanOrEqual(span.end);
          if (kind === 'number') {
            expect(Number.isFinite(low ?? high)).toBe(true);
            if (bound === 'range') expect(low!).toBeLessThan(high!);
          }
        }
        const periods = findPeriods(text, { short: fold });
        inOrder(
          periods.map(({ span }) => span),
          text.length,
        );
        for (const { span, text: slice, from, to } of periods) {
          expect(text.slice(span.start, span.end)).toBe(slice);
          if (from !== undefined && to !== undefined) expect(from).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  it('reads back the figures that are written', () => {
    const bounds = { '=': ['', ''], '>=': ['突破', ''], '<=': ['', '以内'], '~': ['', '左右'] } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom('%', '亿元', '万户', '个', '公里', '个百分点', '万亿斤'),
        fc.constantFrom<keyof typeof bounds>('=', '>=', '<=', '~'),
        (digits, decimals, unit, bound) => {
          const value = unit === '个' ? digits : Number((digits / 10 ** decimals).toFixed(decimals));
          const [before, after] = bounds[bound];
          const [quantity, ...more] = findQuantities(`共计${before}${value}${unit}${after}，`);
          expect(more).toEqual([]);
          expect(quantity).toMatchObject({ bound, unit, kind: 'number' });
          expect(quantity!.low ?? quantity!.high).toBe(value);
        },
      ),
    );
  });

  it('reads Chinese and Arabic figures alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 9999 }), fc.constantFrom('亿元', '户', '公里', '万人'), (value, unit) => {
        const [arabic] = findQuantities(`完成${value}${unit}`);
        const [chinese] = findQuantities(`完成${toChineseNumeral(value)}${unit}`);
        expect(chinese).toMatchObject({ low: arabic!.low, high: arabic!.high, unit: arabic!.unit });
      }),
    );
  });

  it('stay linear on long and hostile texts', () => {
    const hostile = [
      '1',
      '一',
      '“',
      '《',
      '1、',
      '1-',
      '1:',
      '2021年',
      '第',
      '<!--',
      '[1',
      '（',
      '十五',
      '与全省',
      '800 ',
      '前',
      '*',
      '|-',
    ];
    // One of 100,000 characters, and for each piece one long enough to show what is not linear.
    const texts = [
      hostile.join('').repeat(2000),
      ...hostile.map((piece) => piece.repeat(Math.ceil(20_000 / piece.length))),
    ];
    for (const text of texts) {
      const view = makeView(text);
      expect(view.text.length).toBeLessThanOrEqual(text.length);
      inOrder(
        findQuantities(text).map(({ span }) => span),
        text.length,
      );
      inOrder(
        findPeriods(text, { short: true }).map(({ span }) => span),
        text.length,
      );
      inOrder(splitSentences(text), text.length);
      inOrder(splitClauses(text, { start: 0, end: text.length }), text.length);
    }
  });
});
