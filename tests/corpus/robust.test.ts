import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/corpus/read.js';
import type { Report } from '../../src/corpus/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';

const lexicon = loadLexicon();

/** Pieces of which heads, headings, lead-ins and noise are made, in any disorder. */
const PIECES = [
  ...[
    '\n',
    '\n\n',
    '-\n',
    '---\n',
    '。',
    '；',
    '：',
    '，',
    ' ',
    '　',
    '\u200b',
    '\ud800',
    '\0',
    '<!--',
    '-->',
    '[5]',
    '**',
    '# ',
  ],
  ...[
    '一、',
    '二、',
    '（一）',
    '1.',
    '第一部分',
    '各位代表：',
    '现在，我代表市人民政府，向大会报告工作。',
    '——2021年12月30日在常德市第八届人民代表大会第一次会议上',
  ],
  ...[
    '2022年工作安排',
    '2021年工作回顾',
    '过去五年，',
    '刚刚过去的2021年，',
    '今后五年，',
    '“十四五”时期',
    '今年的主要预期目标是：',
    '名词解释',
    '附件',
  ],
  ...[
    '地区生产总值增长7%以上',
    '常德市',
    '市长 张三',
    '2025-07-02\n',
    '【更多公文素材，微信：x】',
    '##paidbegin##',
    '▶▶▶ (下转3版)',
    '（上接第一版）',
    '二〇二二年',
    '九十九年',
  ],
];

function expectSound(report: Report, text: string): void {
  const { view, sections, passages, extent } = report;
  expect(extent.start).toBeGreaterThanOrEqual(0);
  expect(extent.end).toBeLessThanOrEqual(text.length);
  let at = 0;
  for (const section of sections) {
    expect(section.start).toBe(at);
    expect(section.end).toBeGreaterThan(section.start);
    at = section.end;
  }
  expect(at).toBe(view.text.length);
  for (const passage of passages) {
    const section = sections[passage.section]!;
    expect(passage.start).toBeGreaterThanOrEqual(section.start);
    expect(passage.end).toBeLessThanOrEqual(section.end);
    expect(view.text.slice(passage.start, passage.end).trim()).not.toBe('');
  }
  for (let i = 1; i < view.offsets.length; i += 1) expect(view.offsets.at(i)!).toBeGreaterThan(view.offsets.at(i - 1)!);
}

test('any text is read into sections that cover it and passages inside them', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      for (const report of readDocuments('x/2022.txt', text, lexicon)) expectSound(report, text);
    }),
    { numRuns: 200 },
  );
});

test.each([
  '一、',
  '（一）',
  ' ',
  '\n',
  '。',
  '【',
  '2022年',
  '##paid',
  '过去五年，',
  '-\n',
  '各位代表',
  '(',
  '发展的',
])('a hundred thousand characters of %j are read', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  for (const report of readDocuments('x.txt', text, lexicon))
    expect(report.sections.at(-1)?.end ?? 0).toBe(report.view.text.length);
});

test('the same piece after 2022年 is read as well', () => {
  for (const piece of ['发展', '工作', '的', '一、']) {
    const [report] = readDocuments('x.txt', `2022年${piece.repeat(200_000)}`, lexicon);
    expect(report?.seed).toBe('x.txt');
  }
});
