import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownText } from '../../src/exports/markdown.js';
import { anyText } from '../support/any-text.js';

const evidence = { quote: '增长7%以上', report: '2035年甲州市政府工作报告', file: 'a/甲.txt', start: 3, end: 9 };

describe('markdownText', () => {
  it('is a table with its sources as a list, each once', () => {
    const records = [
      { cells: ['甲州市', 7], evidence: [evidence, { ...evidence, start: 20, end: 26 }] },
      { cells: ['甲州市', 8], evidence: [evidence] },
      { cells: ['乙山州', null], evidence: [] },
    ];
    expect(markdownText('目标', { columns: ['地区', '数字'], records }, ['一条注'])).toBe(
      [
        '# 目标',
        '',
        '| 地区 | 数字 | 出处 |',
        '| --- | --- | --- |',
        '| 甲州市 | 7 | [1][2] |',
        '| 甲州市 | 8 | [1] |',
        '| 乙山州 |  |  |',
        '',
        '- 一条注',
        '',
        '## 出处',
        '',
        '1. 「增长7%以上」——《2035年甲州市政府工作报告》 `a/甲.txt:3–9`',
        '2. 「增长7%以上」——《2035年甲州市政府工作报告》 `a/甲.txt:20–26`',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a|b', 'a\\|b'],
    ['a\nb', 'a<br>b'],
    ['a\r\nb', 'a<br>b'],
    ['<script>', '&lt;script\\>'],
    ['[x](http://y)', '\\[x\\](http://y)'],
    ['**粗**', '\\*\\*粗\\*\\*'],
    ['`c`', '\\`c\\`'],
    ['\\|', '\\\\\\|'],
    ['&lt;', '&amp;lt;'],
  ])('shows %j as it is: %j', (cell, written) => {
    const text = markdownText('', { columns: ['甲'], records: [{ cells: [cell], evidence: [] }] }, []);
    expect(text).toContain(`| ${written} |  |\n`);
  });

  it('keeps every row on its line with its cells apart, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText)), (rows) => {
        const text = markdownText(
          '题',
          { columns: ['甲', '乙'], records: rows.map((cells) => ({ cells, evidence: [] })) },
          [],
        );
        const lines = text.split(/\r\n?|[\n\u2028\u2029]/).filter((line) => line.startsWith('|'));
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line.replace(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(4);
      }),
      { numRuns: 300 },
    );
  });
});
