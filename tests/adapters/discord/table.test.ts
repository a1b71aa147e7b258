import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTable } from '../../../adapters/discord/table.js';
import { displayWidth } from '../../../src/charts/width.js';

function table(columns: string[], ...rows: string[][]) {
  return { title: '表', columns, rows: rows.map((cells) => ({ cells, figures: [] })) };
}

/** Full-width and half-width characters before a cell: equal in every row where the columns stand in line. */
function lead(line: string, cell: string): string {
  const before = line.slice(0, line.lastIndexOf(cell));
  const wide = displayWidth(before) - [...before].length;
  return `${wide} ${[...before].length - wide}`;
}

describe('tables on a phone', () => {
  test('columns stand in line whatever the width of a Chinese character', () => {
    const cells = [
      ['GDP', '7%以上'],
      ['城镇调查失业率', '5.5%以内'],
      ['地区生产总值', '未提及'],
    ];
    const lines = renderTable(table(['指标', '目标'], ...cells))
      .split('\n')
      .slice(1, -1);
    expect(
      new Set([lead(lines[0]!, '目标'), ...cells.map(([, cell], index) => lead(lines[index + 1]!, cell!))]).size,
    ).toBe(1);
  });

  test('a cell too long goes on in a second line of about the same length', () => {
    const lines = renderTable(table(['指标', '目标'], ['全体居民人均可支配收入', '控制在5.5%以内'])).split('\n');
    expect(lines[2]!.startsWith('全体居民人均')).toBe(true);
    expect(lines[3]!.startsWith('可支配收入')).toBe(true);
  });

  test('a figure is not parted between lines', () => {
    const text = renderTable(
      table(['指标', '目标'], ['全社会研发经费投入强度与高新技术产业', '比上年提高0.15个百分点以上']),
    );
    expect(text).toContain('0.15');
  });

  test('what is the same in every row is said once, where the table is too wide with it', () => {
    const text = renderTable(
      table(
        ['名次', '对象', '数值', '时间', '口径'],
        ['1', '怀化市', '增长8%以上', '2022年', '目标'],
        ['2', '常德市', '增长7%以上', '2022年', '目标'],
      ),
    );
    expect(text.split('\n').at(-1)).toBe('-# 时间：2022年 · 口径：目标');
    expect(text).toContain('1　　  怀化市  增长8%以上');
  });

  test('more columns than fit become cards that name them', () => {
    const text = renderTable(
      table(
        ['地区', '2020年', '2021年', '2022年', '2023年', '2024年'],
        ['常德市', '8%', '8%以上', '7%以上', '未收录', ''],
        ['怀化市', '7%', '7%以上', '8%以上', '未提及', ''],
      ),
    );
    expect(text.split('\n')).toEqual([
      '**常德市**',
      '2020年 8% · 2021年 8%以上',
      '2022年 7%以上 · 2023年 未收录',
      '**怀化市**',
      '2020年 7% · 2021年 7%以上',
      '2022年 8%以上 · 2023年 未提及',
    ]);
  });

  test('no cell is lost and no line of a block is wider than the phone, for any table', () => {
    const cell = fc.string({ unit: fc.constantFrom('常', '德', '7', '%', 'A', '以'), maxLength: 20 });
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((count) =>
        fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 6 }),
      );
    const letters = (text: string) => [...text].filter((letter) => '常德7%A以'.includes(letter)).sort();
    fc.assert(
      fc.property(rows, (cells) => {
        const names = cells[0]!.map((_, index) => `列${index}`);
        const text = renderTable(table(names, ...cells));
        const said = letters(text);
        for (const row of cells) for (const letter of letters(row.join(''))) expect(said).toContain(letter);
        if (!text.startsWith('```')) return;
        const inside = text.split('\n```')[0]!.split('\n').slice(1);
        const constant = text.split('\n').at(-1)!.startsWith('-#');
        if (!constant) expect(letters(inside.slice(1).join(''))).toEqual(letters(cells.flat().join('')));
      }),
    );
  });
});
