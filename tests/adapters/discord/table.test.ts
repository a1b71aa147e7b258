import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutTable, PHONE_COLUMNS } from '../../../adapters/discord/table.js';
import { displayWidth } from '../../../src/charts/width.js';

function table(columns: string[], ...rows: string[][]) {
  return { title: '表', columns, rows: rows.map((cells) => ({ cells, figures: [] })) };
}

/** Full-width and half-width characters before the last column: equal in every row where the columns stand in line. */
function lead(line: string, last: string): [wide: number, narrow: number] {
  const before = line.slice(0, line.lastIndexOf(last));
  const wide = displayWidth(before) - [...before].length;
  return [wide, [...before].length - wide];
}

describe('tables on a phone', () => {
  test('columns stand in line whatever the width of a Chinese character', () => {
    const { form, head, rows } = layOutTable(
      table(['指标', '目标'], ['GDP', '7%以上'], ['城镇调查失业率', '5.5%以内'], ['地区生产总值', '未提及']),
    );
    expect(form).toBe('block');
    const leads = [lead(head, '目标'), lead(rows[0]!, '7%以上'), lead(rows[1]!, '5.5%以内'), lead(rows[2]!, '未提及')];
    expect(new Set(leads.map(String)).size).toBe(1);
  });

  test('a long cell goes on in the next line of its column', () => {
    const long = '全市园区规模工业产值和高新技术产业增加值以及战略性新兴产业增加值';
    const { form, rows } = layOutTable(table(['指标', '目标'], [long, '增长10%以上']));
    expect(form).toBe('block');
    const lines = rows[0]!.split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.split(/\s{2}/)[0]!.replace(/\u3000/g, '')).join('')).toContain(long.slice(0, 20));
  });

  test('more columns than fit become cards that name them', () => {
    const { form, rows } = layOutTable(
      table(
        ['地区', '2020年', '2021年', '2022年', '2023年', '2024年'],
        ['常德市', '8%', '8%以上', '7%以上', '未收录', '未收录'],
      ),
    );
    expect(form).toBe('cards');
    expect(rows[0]).toBe('**常德市**\n2020年：8%\n2021年：8%以上\n2022年：7%以上\n2023年：未收录\n2024年：未收录');
  });

  test('no cell is lost and no line wider than the phone, for any table', () => {
    const cell = fc.string({ unit: fc.constantFrom('常', '德', '7', '%', 'A', '以'), maxLength: 20 });
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(rows, (cells) => {
        const made = layOutTable(
          table(
            cells[0]!.map((_, index) => `列${index}`),
            ...cells,
          ),
        );
        for (const [index, row] of made.rows.entries()) {
          const letters = (text: string) => [...text.replace(/[\s\u3000]/g, '')].sort().join('');
          if (made.form === 'block') expect(letters(row)).toBe(letters(cells[index]!.join('')));
          else for (const text of cells[index]!) expect(row).toContain(text);
        }
      }),
    );
    expect(PHONE_COLUMNS).toBeLessThanOrEqual(40);
  });
});
