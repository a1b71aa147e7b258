import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importAll } from '../../../src/corpus/import/import.js';
import type { Page } from '../../../src/corpus/import/lines.js';
import { textOfPages } from '../../../src/corpus/import/pages.js';
import { plainOfRaised } from '../../../src/corpus/import/raised.js';
import { lexicon } from '../../facts/small-report.js';
import { REPORT_LINES, REPORT_TEXT, zip } from './fixtures.js';

/** Imports one file of the given name; its results, and the text of each file that was written. */
async function imported(name: string, content: Buffer | string) {
  const folder = mkdtempSync(join(tmpdir(), 'import-formats-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  const to = join(folder, 'to');
  const results = await importAll(join(folder, name), to, lexicon);
  return { results, texts: results.map(({ output }) => (output ? readFileSync(join(to, output), 'utf8') : '')) };
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, raised = false): string =>
  `<w:r>${raised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t>${text}</w:t></w:r>`;
const numbered = (text: string, level: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const cell = (text: string, inner = ''): string => `<w:tc><w:p>${run(text)}</w:p>${inner}</w:tc>`;

function word(body: string): Buffer {
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  return zip([
    { name: 'word/document.xml', content: Buffer.from(`<w:document ${W}><w:body>${body}</w:body></w:document>`) },
    { name: 'word/numbering.xml', content: Buffer.from(numbering) },
  ]);
}

describe('Word documents', () => {
  test('Word’s own numbers, raised notes, tables, nested tables and tracked changes', async () => {
    const paragraphs = REPORT_LINES.map((line) => `<w:p>${run(line)}</w:p>`).join('');
    const inner = `<w:tbl><w:tr>${cell('内')}${cell('表')}</w:tr></w:tbl>`;
    const { results, texts } = await imported(
      'a.docx',
      word(
        `${paragraphs}${numbered('主要工作', 0)}${numbered('经济', 1)}${numbered('民生', 1)}${numbered('展望', 0)}` +
          `<w:p>${run('全社会研发投入强度')}${run('12', true)}${run('3.42%，绿地5km')}${run('2', true)}</w:p>` +
          `<w:p><w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">${run('补上')}</w:ins></w:p>` +
          `<w:tbl><w:tr>${cell('指标')}${cell('目标')}</w:tr><w:tr>${cell('粮食', inner)}${cell('7%')}</w:tr></w:tbl>`,
      ),
    );
    expect(results[0]!.message).toContain('修订');
    expect(texts[0]).toContain('一、主要工作\n\n（一）经济\n\n（二）民生\n\n二、展望');
    expect(texts[0]).toContain('全社会研发投入强度[12]3.42%，绿地5km²');
    expect(texts[0]).toContain('| 指标 | 目标 |\n\n| 粮食 内 表 | 7% |');
    expect(texts[0]).toContain('补上');
    expect(texts[0]).not.toContain('删去');
  });

  test('notes bear the numbers that readers see, whatever their ids are', async () => {
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string): string =>
      `<w:${kind} w:id="${id}"><w:p>${run(text)}</w:p></w:${kind}>`;
    const lines = REPORT_LINES.map((line) => `<w:p>${run(line)}</w:p>`).join('');
    const told = `${run('粮食产量60亿斤')}${refer('footnote', 21)}${run('，造林5万亩')}${refer('footnote', 20)}${run('，新增绿地3平方公里')}${refer('endnote', 20)}`;
    const { texts } = await imported(
      'd.docx',
      zip([
        {
          name: 'word/document.xml',
          content: Buffer.from(`<w:document ${W}><w:body>${lines}<w:p>${told}</w:p></w:body></w:document>`),
        },
        {
          name: 'word/footnotes.xml',
          content: Buffer.from(
            `<w:footnotes ${W}>${note('footnote', 20, '含封育。')}${note('footnote', 21, '含豆类。')}</w:footnotes>`,
          ),
        },
        {
          name: 'word/endnotes.xml',
          content: Buffer.from(`<w:endnotes ${W}>${note('endnote', 20, '含水面。')}</w:endnotes>`),
        },
      ]),
    );
    expect(texts[0]).toContain('粮食产量60亿斤[1]，造林5万亩[2]，新增绿地3平方公里[3]');
    expect(texts[0]).toContain('[1] 含豆类。\n\n[2] 含封育。\n\n[3] 含水面。');
  });

  test('a file with macros is read without them, one that is cut off is refused', async () => {
    const body = REPORT_LINES.map((line) => `<w:p>${run(line)}</w:p>`).join('');
    const whole = zip([
      { name: 'word/document.xml', content: Buffer.from(`<w:document ${W}><w:body>${body}</w:body></w:document>`) },
      { name: 'word/vbaProject.bin', content: Buffer.from('x') },
    ]);
    expect((await imported('m.docm', whole)).results[0]!.message).toContain('宏没有读取');
    expect((await imported('c.docx', whole.subarray(0, whole.length / 2))).results[0]).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('已损坏'),
    });
  });
});

test('OpenDocument texts', async () => {
  const body = REPORT_LINES.map((line) => `<text:p>${line}</text:p>`).join('');
  const content = `<office:document-content><office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles><office:body><office:text>${body}<text:p>研发投入强度<text:span text:style-name="T1">3</text:span>3.42%</text:p><table:table><table:table-row><table:table-cell><text:p>指标</text:p></table:table-cell><table:table-cell><text:p>目标</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`;
  const { results, texts } = await imported('a.odt', zip([{ name: 'content.xml', content: Buffer.from(content) }]));
  expect(results[0]!.output).toBe('a.md');
  expect(texts[0]).toContain('研发投入强度[3]3.42%');
  expect(texts[0]).toContain('| 指标 | 目标 |');
});

describe('RTF', () => {
  const uni = (text: string): string => [...text].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('');
  const gbk = (text: string): string =>
    [...iconv.encode(text, 'gb18030')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
  const head = '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}{\\*\\generator x;}\\uc1 ';

  test.each([
    ['letters by number', uni],
    ['letters of a code page', gbk],
  ])('%s, raised notes, rows of tables', async (_, written) => {
    const body = REPORT_LINES.map((line) => `${written(line)}\\par\n`).join('');
    const rest = `${written('研发投入强度')}{\\super 12}3.42%\\par ${written('指标')}\\cell ${written('目标')}\\cell\\row }`;
    const { results, texts } = await imported('a.rtf', `${head}${body}${rest}`);
    expect(results[0]!.output).toBe('a.md');
    expect(texts[0]).toContain(REPORT_LINES[6]);
    expect(texts[0]).toContain('研发投入强度[12]3.42%');
    expect(texts[0]).toContain('| 指标 | 目标 |');
    expect(texts[0]).not.toContain('SimSun');
  });

  test('a paragraph within a cell ends no row', async () => {
    const body = REPORT_LINES.map((line) => `${uni(line)}\\par\n`).join('');
    const row = `{\\trowd {\\pard\\intbl {${uni('指标')}\\par}\\cell}{\\pard\\intbl {${uni('目标')}\\par}\\cell}\\row}`;
    const { texts } = await imported('t.rtf', `${head}${body}${row}}`);
    expect(texts[0]).toContain('| 指标 | 目标 |');
  });

  test('one that is cut off is read and said so; one that is none is refused', async () => {
    const body = REPORT_LINES.map((line) => `${uni(line)}\\par\n`).join('');
    expect((await imported('c.rtf', head + body)).results[0]!.message).toContain('疑被截断');
    expect((await imported('n.rtf', 'PK')).results[0]!.message).toContain('不是 RTF');
    expect((await imported('d.rtf', `{\\rtf1${'{'.repeat(5000)}`)).results[0]!.message).toContain('嵌套太深');
  });
});

test('raised notes of a web page; radicals of a printed one', async () => {
  const html = `<html><body>${REPORT_LINES.map((line) => `<p>${line}</p>`).join('')}<p>研发投入强度<sup>12</sup>3.42%，增⻓5%，⼈⺠满意</p></body></html>`;
  const { texts } = await imported('a.html', html);
  expect(texts[0]).toContain('研发投入强度[12]3.42%，增长5%，人民满意');
});

describe('files that hold several reports', () => {
  const second = REPORT_TEXT.replaceAll('怀化', '邵阳');
  test('csv, quoted fields over several lines', async () => {
    const { results, texts } = await imported(
      'a.csv',
      `标题,地方,年份,正文\n怀化报告,怀化市,2019,"${REPORT_TEXT}"\n,邵阳市,2019,"${second}"\n空,,,短`,
    );
    expect(results.map(({ output }) => output)).toEqual(['怀化报告.md', '2019邵阳市.md', undefined]);
    expect(results[2]!.message).toContain('正文只有 1 字');
    expect(texts[1]).toMatch(/place: 邵阳市\nyear: 2019/);
  });
  test('jsonl', async () => {
    const { results } = await imported(
      'a.jsonl',
      `${JSON.stringify({ title: '甲', text: REPORT_TEXT })}\nno json\n${JSON.stringify({ title: '乙', content: second })}\n`,
    );
    expect(results.map(({ output }) => output)).toEqual(['甲.md', undefined, '乙.md']);
    expect(results[1]!.message).toContain('不是 JSON');
  });
  test.each([
    ['a.tsv', `标题\t年份\t正文\n怀化报告\t2019\t${REPORT_LINES.join(' ')}\n合计\t\t\n`],
    ['a.json', JSON.stringify([{ title: '怀化报告', content: REPORT_TEXT }])],
    ['b.json', JSON.stringify({ title: '怀化报告', content: REPORT_TEXT }, null, 2)],
  ])('%s', async (name, content) => {
    const { results } = await imported(name, content);
    expect(results.map(({ output }) => output)).toEqual(['怀化报告.md']);
  });
  test('zip, what is hidden passed over', async () => {
    const { results } = await imported(
      'a.zip',
      zip([
        { name: '报告/怀化.txt', content: Buffer.from(REPORT_TEXT) },
        { name: '__MACOSX/._怀化.txt', content: Buffer.from('x') },
        { name: '报告/~$怀化.docx', content: Buffer.from('lock') },
        { name: '邵阳.md', content: Buffer.from(second) },
      ]),
    );
    expect(results.map(({ output }) => output)).toEqual(['怀化.md', '邵阳.md']);
  });
  test.each([
    ['a.csv', '编号,数值\n1,2\n', '没有找到正文一列'],
    ['a.epub', 'PK', '请转成 .html 或 .docx'],
    ['a.xyz', 'x', '请另存为'],
    ['a.html', '<html><body><p>常德市政府网站首页，欢迎各位网友光临本网站</p></body></html>', '网页里只有'],
    ['a.zip', zip([{ name: 'a.exe', content: Buffer.from('x') }]), '没有能导入的文件'],
  ])('%s without a report says so', async (name, content, message) => {
    expect((await imported(name, content)).results[0]).toMatchObject({
      status: 'refused',
      message: expect.stringContaining(message),
    });
  });
});

describe('pages put together by position', () => {
  const piece = (text: string, y: number, x = 72, size = 12) => ({ text, x, y, size, width: text.length * size });
  const page = (number: number, ...texts: readonly string[]): Page => ({
    width: 600,
    height: 800,
    pieces: [
      piece('政府公报 2026年第3期', 770),
      ...texts.map((text, i) => piece(text, 700 - i * 20)),
      piece(`— ${number} —`, 40),
    ],
  });
  test('running heads and page numbers are left out', () => {
    expect(textOfPages([page(1, '地区生产总值增长'), page(2, '5%，'), page(3, '好于预期。')])).toBe(
      '地区生产总值增长5%，好于预期。',
    );
  });
  test('what a browser prints at the edges of two pages is left out', () => {
    const printed = (number: number, text: string): Page => ({
      width: 600,
      height: 800,
      pieces: [
        piece('11/30/26, 7:03 AM 政府工作报告', 780, 20, 8),
        piece(text, 700),
        piece(`file:///tmp/a.html ${number}/2`, 20, 20, 8),
      ],
    });
    expect(textOfPages([printed(1, '地区生产总值增长'), printed(2, '5%。')])).toBe('地区生产总值增长5%。');
  });
  test('a part begins its own line on the next page, with radicals for letters as well', () => {
    const two = [page(1, '各项工作取得新的成效。'), page(2, '⼆、明年工作安排', '继续努力，再创佳绩。')];
    expect(textOfPages(two)).toBe('各项工作取得新的成效。\n⼆、明年工作安排\n继续努力，再创佳绩。');
  });
  test('a title in larger letters runs over two lines', () => {
    const pieces = [
      piece('常德市二〇二三年政府工作报', 740, 72, 24),
      piece('告', 700, 72, 24),
      ...Array.from({ length: 6 }, (_, i) => piece(`第${i}段。`, 660 - i * 18)),
    ];
    expect(textOfPages([{ width: 600, height: 900, pieces }])).toMatch(/^常德市二〇二三年政府工作报告\n第0段/);
  });
  test('the number of a note that a browser makes hardly smaller', () => {
    const pieces = [piece('强度', 700), piece('2', 704.5, 96, 10), piece('3.42%，比重', 700, 106)];
    expect(textOfPages([{ width: 600, height: 800, pieces }])).toBe('强度[2]3.42%，比重');
  });
  test('a line that reaches the margin goes on; a short one, one behind a gap, an indented one and a row do not', () => {
    const full = '地区生产总值增长百分之八，一般公共预算收';
    const lines: readonly (readonly [string, number, number])[] = [
      [full, 700, 50],
      ['入增长5%。', 680, 50],
      ['（一）工业', 660, 50],
      [full, 640, 50],
      ['两段之间', 590, 50],
      [full, 570, 50],
      ['缩进的一段', 550, 74],
    ];
    const pieces = lines.map(([text, y, x]) => ({ text, x, y, width: text.length * 12, size: 12 }));
    expect(textOfPages([{ width: 600, height: 800, pieces }])).toBe(
      `${full}入增长5%。\n（一）工业\n${full}\n两段之间\n${full}\n缩进的一段`,
    );
  });
  test('quotation marks drawn by themselves stand in their blanks', () => {
    const text = { text: '作用明显， 川超 等 金牌球市 持续', x: 50, y: 500, width: 187, size: 12 };
    const mark = (letter: string, x: number) => ({ text: letter, x, y: 500, width: 5, size: 12 });
    const marks = [mark('“', 110), mark('”', 140), mark('“', 157), mark('”', 209)];
    expect(textOfPages([{ width: 600, height: 800, pieces: [text, ...marks] }])).toBe(
      '作用明显，“川超”等“金牌球市”持续',
    );
  });
  test('raised digits are notes', () => {
    const pieces = [piece('强度', 500), { ...piece('12', 505, 96, 6) }, piece('3.42%', 500, 110)];
    expect(textOfPages([{ width: 600, height: 800, pieces }])).toBe('强度[12]3.42%');
  });
  test('two columns are read one after the other, each with paragraphs of its own', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [
      piece(i === 4 ? '左。' : `左边第${i}行`, 700 - i * 20),
      piece(`右边第${i}行`, 700 - i * 20, 320),
    ]);
    const text = textOfPages([{ width: 600, height: 800, pieces: rows.flat() }]);
    expect(text).toMatch(/^左边第0行左边第1行.*左边第3行左。\n左边第5行.*左边第8行右边第0行右边第1行.*右边第8行$/);
  });
  test('a heading over both columns, lines at other heights, and what stands below them', () => {
    const lines = Array.from({ length: 6 }, (_, i) => [
      piece(`左边第${i}行`, 700 - i * 20),
      piece(`右边第${i}行`, 693 - i * 20, 320),
    ]);
    const pieces = [piece('题'.repeat(30), 740), ...lines.flat(), piece('后面一段', 540)];
    expect(textOfPages([{ width: 600, height: 800, pieces }])).toMatch(
      /^题+\n左边第0行.*左边第5行右边第0行.*右边第5行\n后面一段$/,
    );
  });
});

test.each([
  ['12', '强度', '[12]'],
  ['[3]', '强度', '[3]'],
  ['①', '强度', '[①]'],
  ['2', '5km', '²'],
  ['th', '5', 'th'],
])('%s raised behind %s', (raised, before, plain) => expect(plainOfRaised(raised, before)).toBe(plain));
