import { describe, expect, it } from 'vitest';
import { exportAnswer, exportFacts } from '../../src/exports/index.js';
import { answer, citation, factRow, figure } from './answers.js';
import { readCsv } from './csv-reader.js';

const outcome = answer({
  kind: 'outcome',
  headline: '甲州市2034年目标完成情况',
  figures: [
    figure('8%以上', { low: 8, period: '2034' }),
    figure('7.9%', { facet: 'outcome', bound: '=', low: 7.9, high: 7.9, period: '2034', citation: 1 }),
    figure('5.5', { bound: '<=', low: null, high: 5.5, indicator: '城镇调查失业率', repair: '原文缺“%”，按比率理解' }),
  ],
  citations: [citation('增长8%以上'), citation('增长7.9%', { seed: 'b.txt' })],
  table: {
    title: '甲州市2034年目标完成情况',
    columns: ['指标', '目标', '实际', '结论'],
    rows: [
      { cells: ['地区生产总值', '8%以上', '7.9%', '未达到'], figures: [0, 1] },
      { cells: ['城镇调查失业率', '5.5', '没有说', '—'], figures: [2] },
      { cells: ['财政收入', '没有说', '没有说', '—'], figures: [] },
    ],
  },
  notes: ['一条注'],
});

/** Records of a CSV body as objects by column. */
function records(body: string): Record<string, string>[] {
  const [head, ...rest] = readCsv(body.slice(1));
  expect(new Set(head).size).toBe(head!.length);
  return rest.map((fields) => Object.fromEntries(fields.map((field, i) => [head![i]!, field])));
}

describe('exportAnswer', () => {
  it('gives a record to each figure of a table, with quote, report, file and offsets', () => {
    const { name, mime, body } = exportAnswer(outcome, 'csv');
    expect([name, mime]).toEqual(['甲州市2034年目标完成情况.csv', 'text/csv; charset=utf-8']);
    const rows = records(body);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      指标: '地区生产总值',
      目标: '8%以上',
      实际: '7.9%',
      结论: '未达到',
      地区: '甲州市',
      数字·指标: '地区生产总值',
      时期: '2034',
      类型: '目标',
      数字: '8%以上',
      下限: '8',
      上限: '',
      界限: '不低于',
      单位: '%',
      备注: '',
      引文: '增长8%以上',
      报告: '2035年甲州市政府工作报告',
      文件: 'hunan/甲州.txt',
      起始: '100',
      结束: '106',
    });
    expect(rows[1]).toMatchObject({
      类型: '结果',
      数字: '7.9%',
      下限: '7.9',
      上限: '7.9',
      界限: '等于',
      文件: 'b.txt',
    });
    expect(rows[2]).toMatchObject({ 备注: '原文缺“%”，按比率理解', 下限: '', 上限: '5.5', 界限: '不高于' });
    expect(rows[3]).toMatchObject({ 指标: '财政收入', 数字: '', 引文: '', 文件: '' });
  });

  it('gives the figures where there is no table', () => {
    const rows = records(exportAnswer({ ...outcome, table: undefined }, 'csv').body);
    expect(rows.map((row) => [row.数字, row.引文])).toEqual([
      ['8%以上', '增长8%以上'],
      ['7.9%', '增长7.9%'],
      ['5.5', '增长8%以上'],
    ]);
  });

  it('gives the items of a list with the quote that holds them', () => {
    const list = answer({
      headline: '十大民生实事',
      items: ['改造老旧小区', '新建学校', '别处所说'],
      citations: [citation('1.改造老 旧小区。'), citation('2.新建学校。')],
    });
    const rows = records(exportAnswer(list, 'csv').body);
    expect(rows.map((row) => [row.序号, row.内容, row.引文])).toEqual([
      ['1', '改造老旧小区', '1.改造老 旧小区。'],
      ['2', '新建学校', '2.新建学校。'],
      ['3', '别处所说', ''],
    ]);
  });

  it('gives what is cited where there is nothing else', () => {
    const rows = records(exportAnswer(answer({ citations: [citation('发展低空经济')] }), 'csv').body);
    expect(rows).toEqual([
      expect.objectContaining({
        序号: '1',
        引文: '发展低空经济',
        报告: '2035年甲州市政府工作报告',
        起始: '100',
        结束: '106',
      }),
    ]);
  });

  it('finds the quote of a row that names its report', () => {
    const title = '2035年甲州市政府工作报告';
    const mentions = answer({
      citations: [citation('发展低空经济')],
      table: { title: '提到的报告', columns: ['次数', '报告'], rows: [{ cells: ['2', title], figures: [] }] },
    });
    expect(records(exportAnswer(mentions, 'csv').body)[0]).toMatchObject({
      次数: '2',
      报告: title,
      引文: '发展低空经济',
      出处·报告: title,
    });
  });

  it('writes JSON with its metadata', () => {
    const { name, mime, body } = exportAnswer(outcome, 'json');
    expect([name, mime]).toEqual(['甲州市2034年目标完成情况.json', 'application/json; charset=utf-8']);
    const written = JSON.parse(body);
    expect(written).toMatchObject({
      title: '甲州市2034年目标完成情况',
      kind: 'outcome',
      understood: '甲州市 · 2035年 · 地区生产总值 · 目标',
      notes: ['一条注'],
      table: { columns: ['指标', '目标', '实际', '结论'] },
    });
    expect(written.table.rows[0].figures[1]).toEqual({
      place: '甲州市',
      indicator: '地区生产总值',
      period: '2034',
      facet: 'outcome',
      text: '7.9%',
      low: 7.9,
      high: 7.9,
      bound: '=',
      unit: '%',
      quote: '增长7.9%',
      report: '2035年甲州市政府工作报告',
      file: 'b.txt',
      start: 100,
      end: 106,
    });
    expect(written.citations[0]).toMatchObject({ quote: '增长8%以上', section: ['三、2035年工作安排'] });
  });

  it('writes Markdown with the reading, the notes and numbered sources', () => {
    const { name, mime, body } = exportAnswer(outcome, 'md');
    expect([name, mime]).toEqual(['甲州市2034年目标完成情况.md', 'text/markdown; charset=utf-8']);
    expect(body).toContain('- 理解为：甲州市 · 2035年 · 地区生产总值 · 目标\n- 一条注');
    expect(body).toContain('| 地区生产总值 | 8%以上 | 7.9% | 未达到 | [1][2] |\n');
    expect(body).toContain('2. 「增长7.9%」——《2035年甲州市政府工作报告》 `b.txt:100–106`');
  });

  it.each(['csv', 'json', 'md'] as const)('gives a %s file also for an answer with nothing in it', (format) => {
    expect(exportAnswer(answer(), format).name).toBe(
      `甲州市2035年地区生产总值目标 增长7%以上.${format}`.replace(' ', '：'),
    );
  });
});

describe('exportFacts', () => {
  const rows = [factRow(), factRow({ text: '=1+1', bound: '=', low: -1.5, high: -1.5, quote: '一,"二"\n三' })];

  it('writes CSV that a strict reader reads', () => {
    const { name, body } = exportFacts(rows, 'csv', '甲州2035数字');
    expect(name).toBe('甲州2035数字.csv');
    expect(records(body)[1]).toEqual({
      地区: '甲州市',
      指标: '地区生产总值',
      时期: '2035',
      类型: '目标',
      数字: "'=1+1",
      下限: '-1.5',
      上限: '-1.5',
      界限: '等于',
      单位: '%',
      备注: '',
      引文: '一,"二"\n三',
      报告: '2035年甲州市政府工作报告',
      文件: 'hunan/甲州.txt',
      起始: '100',
      结束: '112',
    });
  });

  it('writes JSON that gives the rows back', () => {
    const { body } = exportFacts(rows, 'json', '甲州2035数字');
    expect(JSON.parse(body)).toMatchObject({ title: '甲州2035数字', count: 2, rows });
  });

  it('writes Markdown', () => {
    expect(exportFacts(rows, 'md').body).toContain(
      '| 甲州市 | 地区生产总值 | 2035 | 目标 | 7%以上 | 7 |  | 不低于 | % |  | [1] |',
    );
  });
});
