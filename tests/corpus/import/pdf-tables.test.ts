import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/corpus/import/convert.js';
import type { Rule } from '../../../src/corpus/import/grid/rules.js';
import type { Piece } from '../../../src/corpus/import/lines.js';
import { textOfPages } from '../../../src/corpus/import/pages.js';
import { headedLines } from '../../facts/small-report.js';
import { type PlacedPage, type PlacedText, placedPdf } from './fixtures.js';

/** A cell: its words, line ends where they are written over several lines, and over how many columns and rows it reaches. */
type Cell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

interface Shape {
  /** Where the columns begin, and where the last ends. */
  readonly xs: readonly number[];
  readonly ruled: boolean;
  readonly top?: number;
  /** Words stand in the middle of their cells, not at the left. */
  readonly centred?: boolean;
}

const SIZE = 10;
const LEADING = 14;
const PADDING = 5;

const cellOf = (cell: Cell) => ({ columns: 1, rows: 1, ...(typeof cell === 'string' ? { text: cell } : cell) });

/** The cells of a table by where they stand: those that reach over rows leave no room below them. */
function placedCells(rows: readonly (readonly Cell[])[]) {
  const held = new Map<string, true>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((each) => {
      const cell = cellOf(each);
      while (held.has(`${row} ${column}`)) column++;
      const at = { ...cell, row, column };
      for (let i = row; i < row + cell.rows; i++)
        for (let k = column; k < column + cell.columns; k++) held.set(`${i} ${k}`, true);
      return at;
    });
  });
}

/** A table on a page: words in the middle of their cells from top to bottom, at their left. */
function drawn(rows: readonly (readonly Cell[])[], { xs, ruled, top = 500, centred = false }: Shape): PlacedPage {
  const cells = placedCells(rows);
  const heights = rows.map((_, i) => {
    const own = cells.filter(({ row, rows: high }) => row === i && high === 1);
    return Math.max(...own.map(({ text }) => text.split('\n').length)) * LEADING + 2 * PADDING;
  });
  const ys = [top];
  for (const height of heights) ys.push(ys.at(-1)! - height);
  const texts = cells.flatMap(({ text, row, column, rows: high, columns }): PlacedText[] => {
    const lines = text.split('\n');
    const middle = (ys[row]! + ys[row + high]!) / 2;
    const first = middle + (lines.length / 2) * LEADING - SIZE;
    const within = (words: string): number =>
      centred ? (xs[column]! + xs[column + columns]! - words.length * SIZE) / 2 : xs[column]! + 4;
    return lines.map((words, i) => ({ text: words, x: within(words), y: first - i * LEADING, size: SIZE }));
  });
  const rules = cells.flatMap(({ row, column, rows: high, columns }) => {
    const [left, right, above, below] = [xs[column]!, xs[column + columns]!, ys[row]!, ys[row + high]!];
    return [
      [left, above, right, above],
      [left, below, right, below],
      [left, below, left, above],
      [right, below, right, above],
    ] as const;
  });
  return { texts: texts.filter(({ text }) => text !== ''), rules: ruled ? rules : [] };
}

function htmlOf(rows: readonly (readonly Cell[])[]): string {
  const cells = (row: readonly Cell[]): string =>
    row
      .map(cellOf)
      .map(
        ({ text, columns, rows: high }) =>
          `<td colspan="${columns}" rowspan="${high}">${text.replaceAll('\n', '')}</td>`,
      )
      .join('');
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

const PARAGRAPH = '全市上下坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，经济社会保持平稳健康发展，';
/** Lines of text around what stands between, so that the file is long enough for a report. */
function around(...pages: readonly PlacedPage[]): Buffer {
  const lines = (from: number): PlacedText[] =>
    Array.from({ length: 4 }, (_, i) => ({ text: PARAGRAPH, x: 60, y: from - i * 18, size: SIZE }));
  return placedPdf(
    pages.map((page, i) => ({
      ...page,
      texts: [
        ...(i === 0 ? lines(780) : []),
        ...page.texts,
        ...(i === pages.length - 1
          ? [...lines(120), { text: '各项工作取得新的成效。', x: 60, y: 48, size: SIZE }]
          : []),
      ],
    })),
  );
}

const textOf = async (bytes: Buffer): Promise<string> => (await convert(bytes, 'pdf')).text;
const rowsIn = (text: string): string[] => text.split('\n').filter((words) => words.startsWith('|'));
const read = (text: string): string[] => headedLines(text, { year: 2023, role: 'annex' });

/** The facts of a table in a PDF, and of the same table in a web page. */
async function both(rows: readonly (readonly Cell[])[], shape: Shape) {
  const page = `<html><body><p>${PARAGRAPH.repeat(6)}</p>${htmlOf(rows)}</body></html>`;
  const html = (await convert(Buffer.from(page), 'html')).text;
  const tableOf = (text: string): string => rowsIn(text).join('\n');
  return { pdf: read(tableOf(await textOf(around(drawn(rows, shape))))), html: read(tableOf(html)) };
}

const INDICATORS: readonly (readonly Cell[])[] = [
  ['指标', '2022年完成', '同比（%）', '2023年目标'],
  ['地区生产总值（亿元）', '4274.5', '4.5', '7%左右'],
  ['城镇新增就业（万人）', '6.2', '', '5.5以上'],
  ['居民消费价格涨幅', '1.8%', '—', '3%左右'],
];
const PROMISES: readonly (readonly Cell[])[] = [
  ['序号', '项目', '责任单位', '数量'],
  ['1', '改造老旧小区，完善水电\n气路信等配套设施', '市住建局', '36个'],
  ['2', '新建农村公路', '市交通局', '120公里'],
  ['3', '新增公办幼儿园学位，扩\n大普惠教育资源供给，让\n孩子就近入园', '市教育局、市\n财政局', '5000个'],
];
const SPANNING: readonly (readonly Cell[])[] = [
  [
    { text: '指标', rows: 2 },
    { text: '2022年', columns: 2 },
    { text: '2023年目标', rows: 2 },
  ],
  ['完成', '同比（%）'],
  ['固定资产投资（亿元）', '2120.5', '8.1', '9%'],
  ['地区生产总值（亿元）', '4274.5', '4.5', '7%'],
];
const GROUPED: readonly (readonly Cell[])[] = [
  ['类别', '指标', '2022年完成', '2023年目标'],
  [{ text: '经济', rows: 2 }, '固定资产投资（亿元）', '2120.5', '9%'],
  ['地区生产总值（亿元）', '4274.5', '7%'],
  [{ text: '民生', rows: 2 }, '城镇新增就业（万人）', '6.2', '5.5'],
  ['居民消费价格涨幅', '1.8%', '3%左右'],
];
const PARTS: readonly (readonly Cell[])[] = [
  ['指标', '2022年完成', '2023年目标'],
  [{ text: '一、经济发展', columns: 3 }],
  ['地区生产总值（亿元）', '4274.5', '7%'],
  ['固定资产投资（亿元）', '2120.5', '9%'],
  [{ text: '二、民生', columns: 3 }],
  ['城镇新增就业（万人）', '6.2', '5.5'],
  ['居民消费价格涨幅', '1.8%', '3%左右'],
];
const FOUR = [60, 200, 300, 400, 500];
const WIDE_NAME = [60, 100, 270, 380, 500];

describe('a table gives the facts that it gives in a web page', () => {
  test.each<[string, readonly (readonly Cell[])[], readonly number[], number, boolean?]>([
    ['indicators with targets and outcomes', INDICATORS, FOUR, 7],
    ['promises, cells over several lines', PROMISES, WIDE_NAME, 3],
    ['heads over columns', SPANNING, FOUR, 6, true],
    ['groups over rows', GROUPED, WIDE_NAME, 8],
    ['names of parts over columns', PARTS, [60, 250, 350, 450], 8],
  ])('%s', async (_, rows, xs, count, centred = false) => {
    for (const ruled of [true, false]) {
      const { pdf, html } = await both(rows, { xs, ruled, centred });
      expect(pdf, ruled ? 'with lines' : 'without lines').toEqual(html);
      expect(pdf).toHaveLength(count);
    }
  });

  test.each(['turned', 'sideways'] as const)('on a page that is %s', async (lies) => {
    const page = drawn(INDICATORS, { xs: FOUR, ruled: true, top: 460 });
    const texts = [
      ...page.texts,
      ...Array.from({ length: 6 }, (_, i) => ({ text: PARAGRAPH, x: 60, y: 560 - i * 16, size: SIZE })),
    ];
    const text = await textOf(placedPdf([{ ...page, texts, lies }]));
    expect(rowsIn(text)[1]).toBe('| 地区生产总值（亿元） | 4274.5 | 4.5 | 7%左右 |');
    expect(text).toMatch(/^全市上下坚持.*，\n\| 指标/);
  });

  test('between paragraphs, in its place', async () => {
    const text = await textOf(around(drawn(INDICATORS, { xs: FOUR, ruled: false })));
    expect(text).toMatch(/^全市上下.*，\n(?:\|.*\|\n){4}全市上下.*成效。$/);
  });
});

describe('a table over the end of a page', () => {
  const [head, ...body] = INDICATORS;
  const expected = INDICATORS.map((cells) => `| ${cells.join(' | ')} |`);
  test.each([true, false])('its heads repeated (with lines: %s)', async (ruled) => {
    const more = [head!, ['进出口总额（亿元）', '120.5', '3.1', '5%'], ['粮食产量（万吨）', '312.4', '1.2', '310']];
    const pages = [drawn([head!, ...body], { xs: FOUR, ruled, top: 160 }), drawn(more, { xs: FOUR, ruled, top: 800 })];
    const text = await textOf(around(...pages));
    expect(rowsIn(text)).toEqual([...expected, ...more.slice(1).map((cells) => `| ${cells.join(' | ')} |`)]);
  });
  test.each([true, false])('its heads said once (with lines: %s)', async (ruled) => {
    const pages = [INDICATORS.slice(0, 3), INDICATORS.slice(1)].map((rows, i) =>
      drawn(rows, { xs: FOUR, ruled, top: i === 0 ? 160 : 800 }),
    );
    expect(rowsIn(await textOf(around(...pages)))).toEqual([...expected.slice(0, 3), ...expected.slice(1)]);
  });
  test.each([true, false])('its heads alone at the end of the first page (with lines: %s)', async (ruled) => {
    const pages = [drawn([head!], { xs: FOUR, ruled, top: 120 }), drawn(body, { xs: FOUR, ruled, top: 800 })];
    const text = await textOf(around(...pages));
    expect(rowsIn(text)).toEqual(expected);
    expect(text.match(/同比/g)).toHaveLength(1);
  });
  test('a row that the page cuts is one', async () => {
    const shape = { xs: FOUR, ruled: true };
    const pages = [
      drawn([head!, ['1', '新增公办幼儿园学', '市教育局', '50个']], { ...shape, top: 160 }),
      drawn(
        [
          ['', '位', '', ''],
          ['2', '新建公路', '市交通局', '8公里'],
        ],
        { ...shape, top: 800 },
      ),
    ];
    expect(rowsIn(await textOf(around(...pages))).slice(1)).toEqual([
      '| 1 | 新增公办幼儿园学位 | 市教育局 | 50个 |',
      '| 2 | 新建公路 | 市交通局 | 8公里 |',
    ]);
  });
});

describe('what is no sure table stays text', () => {
  test('paragraphs in two columns', async () => {
    const column = (x: number, what: string): PlacedText[] =>
      Array.from({ length: 12 }, (_, i) => ({
        text: `${what}增长${i + 1}%，全市一般公共预算收入增${i}个点`,
        x,
        y: 700 - i * 18,
        size: SIZE,
      }));
    const text = await textOf(placedPdf([{ texts: [...column(50, '左'), ...column(320, '右')] }]));
    expect(text).not.toContain('|');
    expect(text.indexOf('左增长12%')).toBeLessThan(text.indexOf('右增长1%'));
  });
  test.each<[string, readonly (readonly Cell[])[]]>([
    [
      'figures without heads: a list of contents',
      [
        ['一、工作回顾', '3'],
        ['二、工作安排', '12'],
        ['三、政府建设', '25'],
      ],
    ],
    [
      'one row',
      [
        ['指标', '目标'],
        ['地区生产总值', '7%'],
      ],
    ],
    [
      'a head that may reach over two columns or not',
      [
        ['指标', '2022年', ''],
        ['', '目标', '完成'],
        ['出口', '5%', '6%'],
        ['进口', '7%', '8%'],
      ],
    ],
  ])('%s', async (_, rows) => {
    expect(await textOf(around(drawn(rows, { xs: [60, 200, 300, 400], ruled: false })))).not.toContain('|');
  });
  test('a frame around text', async () => {
    const rules = [
      [50, 400, 500, 400],
      [50, 550, 500, 550],
      [50, 400, 50, 550],
      [500, 400, 500, 550],
    ] as const;
    expect(await textOf(around({ texts: [{ text: '一行 两栏', x: 60, y: 500, size: SIZE }], rules }))).not.toContain(
      '|',
    );
  });

  test('no letter is lost, wherever pieces and lines stand', () => {
    const place = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
    const words = fc.constantFrom(
      '地区生产总值',
      '7%左右',
      '4.5',
      '指标',
      '2022年完成',
      '—',
      '1',
      '改造老旧小区',
      '“',
      '单位：亿元',
    );
    const near = (values: readonly number[]) =>
      fc.tuple(fc.constantFrom(...values), place(4)).map(([at, by]) => at + by);
    const piece = fc.record({
      text: words,
      x: near([50, 150, 250, 350]),
      y: near([600, 615, 630, 645, 660, 690]),
      size: fc.constantFrom(10, 10, 6),
    });
    const rule = fc.oneof(
      fc
        .tuple(near([45, 145]), near([595, 611, 641, 700]), near([245, 445]))
        .map(([x1, y, x2]): Rule => ({ x1, y1: y, x2, y2: y })),
      fc.tuple(near([45, 145, 245, 445]), near([595, 641])).map(([x, y1]): Rule => ({ x1: x, y1, x2: x, y2: 700 })),
    );
    const letters = (text: string): string => [...text.replace(/[\s|[\]]/g, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(rule, { maxLength: 16 }), (placed, rules) => {
        const pieces: Piece[] = placed.map((each) => ({ ...each, width: each.text.length * each.size }));
        const page = { width: 600, height: 800, pieces };
        expect(letters(textOfPages([{ ...page, rules }]))).toBe(letters(textOfPages([page])));
      }),
      { numRuns: 1500 },
    );
  });
});
