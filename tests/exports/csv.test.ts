import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/exports/csv.js';
import { anyText } from '../support/any-text.js';
import { readCsv } from './csv-reader.js';

const line = (...cells: (string | number | null)[]): string =>
  csvText({ columns: cells.map((_, i) => `列${i}`), records: [{ cells, evidence: [] }] })
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .replace(/,,,,,\r\n$/, '');

/** What a spreadsheet shows of a cell: without the apostrophe that says text. */
const shown = (cell: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

describe('csvText', () => {
  it('begins with a byte order mark and ends every record with CRLF', () => {
    const text = csvText({ columns: ['甲'], records: [{ cells: ['乙'], evidence: [] }] });
    expect(text).toBe('\ufeff甲,引文,报告,文件,起始,结束\r\n乙,,,,,\r\n');
  });

  it.each([
    ['7%以上', '7%以上'],
    ['一,二', '"一,二"'],
    ['他说"好"', '"他说""好"""'],
    ['两\n行', '"两\n行"'],
    [' 前空', '" 前空"'],
    ['', ''],
  ])('%j is written %j', (cell, written) => {
    expect(line(cell)).toBe(written);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd|calc', "'-cmd|calc"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('%j is no formula: %j', (cell, written) => {
    expect(line(cell)).toBe(written);
  });

  it.each([
    [-3.2, '-3.2'],
    ['-3.2', '-3.2'],
    ['-3.2%', '-3.2%'],
    [0, '0'],
    [null, ''],
  ])('%j stays a number: %s', (cell, written) => {
    expect(line(cell)).toBe(written);
  });

  it('gives any strings back to a strict reader', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 4 }), (table) => {
        const columns = ['甲', '乙', '丙'];
        const records = table.map((cells) => ({
          cells,
          evidence: [{ quote: cells[0], report: cells[1], file: cells[2], start: 1, end: 2 }],
        }));
        const read = readCsv(csvText({ columns, records }).slice(1));
        expect(read.slice(1).map((fields) => fields.map(shown))).toEqual(
          table.map((cells) => [...cells, ...cells, '1', '2']),
        );
      }),
      { numRuns: 300 },
    );
  });
});
