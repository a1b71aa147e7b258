import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPages } from '../../adapters/discord/render.js';
import { renderAnswer as renderForTerminal } from '../../adapters/repl/render.js';
import { answerBlocks } from '../../adapters/shared/blocks.js';
import { renderAnswer } from '../../adapters/telegram/render.js';
import { sayHeads, unitedHeads } from '../../src/answer/heads.js';
import { type Answer, answerSchema, type CellHead } from '../../src/answer/schema.js';
import { type Assistant, createAssistant } from '../../src/assistant.js';
import { convert } from '../../src/corpus/import/convert.js';
import { exportAnswer } from '../../src/exports/index.js';
import { docx, placedPdf } from '../corpus/import/fixtures.js';

const ROWS = [
  ['指标', '2022年完成', '同比（%）', '2023年目标'],
  ['地区生产总值（亿元）', '4274.5', '4.5', '7.3%左右'],
  ['粮食产量（万吨）', '312.4', '1.2', '310.6'],
] as const;
const MARKDOWN = [ROWS[0], ROWS[0].map(() => '---'), ...ROWS.slice(1)]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');
const HTML = `<table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`;

const SAID = [
  '一、2022年工作回顾',
  '过去一年，全市上下坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，经济社会保持平稳健康发展，各项工作取得新的成效，改造老旧小区36个。',
  '二、2023年工作安排',
  '要推动产业发展，改善人民生活，办好民生实事，新增城镇就业5.5万人，让全市人民过上更好的日子，为建设现代化新城而努力奋斗。',
];
const LINES = (place: string): string[] => [
  `2023年${place}人民政府工作报告`,
  ...SAID,
  `让${place}人民满意。`,
  '附件：主要指标',
];

/** Texts and lines of a PDF: what is said above, the table in a frame below. */
function pdfOf(place: string): Buffer {
  const xs = [40, 200, 300, 400, 520];
  const ys = ROWS.map((_, row) => 480 - row * 24);
  const texts = [
    ...LINES(place).flatMap((text, i) => ({ text, x: 40, y: 800 - 24 * i, size: 6 })),
    ...ROWS.flatMap((cells, row) => cells.map((text, i) => ({ text, x: xs[i]! + 4, y: ys[row]! - 16, size: 10 }))),
  ];
  const bottom = 480 - ROWS.length * 24;
  const rules = [
    ...[...ys, bottom].map((y) => [xs[0]!, y, xs.at(-1)!, y] as const),
    ...xs.map((x) => [x, 480, x, bottom] as const),
  ];
  return placedPdf([{ texts, rules }]);
}

const PLACES = { Markdown: '株洲市', HTML: '湘潭市', 'a web page': '常德市', docx: '衡阳市', PDF: '岳阳市' } as const;
let assistant: Assistant;
const root = mkdtempSync(join(tmpdir(), 'heads-'));
const folder = join(root, 'reports');
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  const converted = async (bytes: Buffer, kind: 'html' | 'docx' | 'pdf') => (await convert(bytes, kind)).text;
  const plain = (place: string, table: string) => `${LINES(place).join('\n\n')}\n\n${table}\n`;
  const page = (place: string) =>
    `<html><body>${LINES(place)
      .map((said) => `<p>${said}</p>`)
      .join('')}${HTML}</body></html>`;
  const files = {
    'a.md': plain(PLACES.Markdown, MARKDOWN),
    'b.md': plain(PLACES.HTML, HTML),
    'c.md': await converted(Buffer.from(page(PLACES['a web page'])), 'html'),
    'd.md': await converted(docx(LINES(PLACES.docx), ROWS), 'docx'),
    'e.md': await converted(pdfOf(PLACES.PDF), 'pdf'),
  };
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  assistant = await createAssistant({ corpus: [folder], cacheDir: join(root, 'cache') });
});

let session = 0;
const ask = (question: string): Promise<Answer> => assistant.ask(`heads-${session++}`, question);
const HEADS = '行：地区生产总值（亿元）；列：2023年目标';

describe.each(Object.entries(PLACES))('a figure of a table in %s', (_, place) => {
  test('is cited with its heads, to the character', async () => {
    const answer = await ask(`2023年${place}地区生产总值目标是多少`);
    expect(() => answerSchema.parse(answer)).not.toThrow();
    expect(answer.headline).toContain('7.3%左右');
    const [citation] = answer.citations;
    const text = readFileSync(join(folder, citation!.seed), 'utf8');
    expect(text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
    expect(citation!.quote).toContain('7.3%左右');
    expect(citation!.quote).not.toMatch(/[<>]/);
    expect(citation!.heads?.map(({ axis, text: said }) => [axis, said])).toEqual([
      ['row', '地区生产总值（亿元）'],
      ['column', '2023年目标'],
    ]);
    for (const { start, end, text: said, cell } of citation!.heads!) {
      expect(text.slice(start, end)).toBe(said);
      expect(text.slice(cell.start, cell.end)).toBe('7.3%左右');
    }
    expect(answer.text).toContain(`」（${HEADS}）`);
  });
});

describe('heads are shown', () => {
  const asked = () => ask('2023年湘潭市地区生产总值目标是多少');

  test('on every platform', async () => {
    const answer = await asked();
    expect(answerBlocks(answer).find(({ kind }) => kind === 'quote')).toMatchObject({ text: '7.3%左右', heads: HEADS });
    expect(renderAnswer(answer, 'html').join('')).toContain(`</blockquote>\n（${HEADS}）`);
    expect(renderAnswer(answer, 'rich').join('')).toContain(`（${HEADS}）</blockquote>`);
    expect(JSON.stringify(renderPages(answer))).toContain(HEADS);
    const style = { strong: String, dim: String, mark: (text: string) => `[${text}]` };
    expect(await renderForTerminal(answer, { style: style as never, width: 200 })).toContain(
      `「[7.3%左右]」（${HEADS}）`,
    );
  });

  test('in files', async () => {
    const answer = await asked();
    expect(exportAnswer(answer, 'csv').body).toContain(`结束,行列\r\n`);
    expect(exportAnswer(answer, 'csv').body).toContain(HEADS);
    expect(exportAnswer(answer, 'md').body).toContain(`」（${HEADS}）——`);
    expect(JSON.parse(exportAnswer(answer, 'json').body).figures[0].heads).toHaveLength(2);
  });

  test('when the source is asked for', async () => {
    await assistant.ask('source', '2023年湘潭市地区生产总值目标是多少');
    expect((await assistant.ask('source', '原文')).text).toContain(`（${HEADS}）`);
  });
});

describe('the heads of several cells', () => {
  const head = (axis: CellHead['axis'], text: string, start: number, cell: number): CellHead => ({
    axis,
    text,
    start,
    end: start + text.length,
    cell: { start: cell, end: cell + 1 },
  });
  const a = [head('row', '粮食产量', 50, 60), head('column', '2022年', 10, 60), head('column', '完成', 20, 60)];
  const b = [head('row', '粮食产量', 50, 70), head('column', '2023年目标', 30, 70)];

  test('of a row are said once for the row, by column', () => {
    const { heads } = unitedHeads({ heads: b } as never, { heads: a } as never);
    expect(sayHeads({ heads })).toBe('行：粮食产量；列：2022年·完成、2023年目标');
    expect(unitedHeads({ heads } as never, { heads: a } as never).heads).toHaveLength(5);
  });

  test.each<[string, readonly CellHead[], string]>([
    ['none', [], ''],
    [
      'the line above',
      [head('caption', '2021年主要指标', 1, 9), head('row', '出口', 5, 9)],
      '表：2021年主要指标；行：出口',
    ],
    ['marks of the file', [head('column', '2023年<br/>\n目标', 5, 9)], '列：2023年目标'],
    ['a whole sentence', [head('row', '甲'.repeat(60), 5, 99)], `行：${'甲'.repeat(48)}…`],
  ])('%s', (_, heads, said) => expect(sayHeads({ heads })).toBe(said));
});
