import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repairNote } from '../../../src/answer/wording.js';
import { filesOf, importAll } from '../../../src/corpus/import/import.js';
import { boxesOf, leanOf } from '../../../src/corpus/import/ocr/boxes.js';
import { loadRecogniser } from '../../../src/corpus/import/ocr/engine.js';
import { doubtsOf, lettersOf, sureness } from '../../../src/corpus/import/ocr/letters.js';
import { pageOf, textOfRecognised, unmarked } from '../../../src/corpus/import/ocr/recognise.js';
import { readDocuments } from '../../../src/corpus/read.js';
import { extractFacts } from '../../../src/facts/extract.js';
import { lexicon, line } from '../../facts/small-report.js';
import { pdfOfPictures, type Scan, scanOf } from './scans.js';

/** The packages come by an extra install (docs/ADDING-REPORTS.md). */
const INSTALLED = (await loadRecogniser()) !== undefined;

const REPORT = `2022年常德市政府工作报告
各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。
一、2021年工作回顾
过去一年，全市上下齐心协力，地区生产总值增长8.1%，固定资产投资增长9.4%，城镇新增就业4.2万人。
二、2022年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长7%以上，地方一般公共预算收入增长6.5%以上，规模工业增加值增长7.5%以上，固定资产投资增长8%以上，社会消费品零售总额增长8.5%以上，城镇调查失业率控制在5.5%以内。改造老旧小区172个，新建农村公路335公里。
各位代表，让我们团结奋斗，为建设现代化新常德作出新的更大贡献！`;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'recognition-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('where lines stand', () => {
  /** A map with bars of text: [left, top, width, height, fall over the width]. */
  const mapOf = (bars: readonly (readonly [number, number, number, number, number])[]) => {
    const [width, height] = [400, 200];
    const data = new Float32Array(width * height);
    for (const [left, top, wide, high, fall] of bars)
      for (let x = 0; x < wide; x++)
        for (let y = 0; y < high; y++) data[(top + y + Math.round((fall * x) / wide)) * width + left + x] = 0.9;
    return { width, height, data };
  };

  test('each bar is a box, grown on all sides; a stain is none', () => {
    const boxes = boxesOf(mapOf([[20, 30, 300, 10, 0], [40, 100, 120, 10, 0], [5, 180, 3, 3, 0]])); // biome-ignore format: a map
    expect(boxes).toHaveLength(2);
    expect(boxes[0]!.y).toBeLessThan(26);
    expect(boxes[0]!.y + boxes[0]!.height).toBeGreaterThan(44);
    expect(boxes[0]!.x).toBeLessThan(16);
  });

  test('how the page leans is what its long lines say', () => {
    expect(leanOf(boxesOf(mapOf([[20, 30, 300, 10, 6], [20, 80, 300, 10, 6], [20, 150, 20, 10, 9]])))).toBeCloseTo(0.02, 2); // biome-ignore format: a map
    expect(leanOf([])).toBe(0);
  });
});

test('letters: the same one in neighbouring steps is one; a gap parts two', () => {
  const letters = ['增', '7', '%'];
  const step = (best: number, sure: number): number[] => [0, 1, 2, 3].map((i) => (i === best ? sure : (1 - sure) / 3));
  const output = Float32Array.from(
    [step(1, 0.9), step(1, 0.95), step(0, 0.99), step(2, 0.6), step(0, 1), step(2, 0.9), step(3, 1)].flat(),
  );
  const read = lettersOf(output, 7, letters);
  expect(read.map(({ text }) => text).join('')).toBe('增77%');
  expect(sureness(read)).toBeCloseTo((0.9 + 0.6 + 0.9 + 1) / 4);
  expect(doubtsOf(read)).toEqual([false, true, false, false]);
  expect(doubtsOf(read.map((letter) => ({ ...letter, sure: 0.7 })))).toEqual([false, true, true, true]);
});

test('doubtful letters are named by line and column', () => {
  expect(unmarked('增长\u00027%\n改造1\u000272\u0002个')).toEqual({
    text: '增长7%\n改造172个',
    doubtful: ['1:3', '2:4', '2:6'],
  });
});

test.each([
  ['letters that are unsure', 0.6, /没有把握/],
  ['no letters', undefined, /没有识别出文字/],
])('a page of %s is refused', (_, sure, reason) => {
  const letters = sure === undefined ? [] : [...'地区生产总值增长7%'].map((text) => ({ text, sure }));
  const page = {
    width: 600,
    height: 800,
    lines: letters.length === 0 ? [] : [{ letters, x: 50, y: 90, width: 300, height: 20 }],
  };
  expect(() => textOfRecognised([page], [pageOf(page)], '1 张图片')).toThrow(reason);
});

test('a figure with a doubtful letter says so in the answer', () => {
  const text = `---\nplace: 常德市\nyear: 2022\nrecognised: 1 页，平均把握 95%\ndoubtful: 2:8\n---\n\n今年主要预期目标是：地区生产总值增长7%。\n改造老旧小区172个。\n`;
  const [report] = readDocuments('a.md', text, lexicon);
  const facts = extractFacts(report!, lexicon);
  expect(facts.map(({ quantity, repaired }) => [quantity.text, repaired])).toEqual([
    ['7%', undefined],
    ['172个', 'recognised'],
  ]);
  expect(repairNote(facts[1]!)).toBe('“172个”由扫描件识别，没有把握，请核对原件');
});

test.skipIf(INSTALLED)('without the packages the way to them is told', async () => {
  const at = folder();
  writeFileSync(join(at, 'a.jpg'), await scanOf(REPORT));
  writeFileSync(join(at, 'a.pdf'), await pdfOfPictures([readFileSync(join(at, 'a.jpg'))]));
  for (const name of ['a.jpg', 'a.pdf']) {
    const [result] = await importAll(join(at, name), join(at, 'to'), lexicon);
    expect(result).toMatchObject({ status: 'refused', message: expect.stringContaining('npm install') });
  }
});

describe.skipIf(!INSTALLED)('scans and photos', { timeout: 300_000 }, () => {
  const factsIn = (file: string, text: string): string[] =>
    readDocuments(file, text, lexicon).flatMap((report) => extractFacts(report, lexicon).map(line));
  const expected = factsIn('whole.md', REPORT);
  const kinds: readonly (readonly [string, Scan])[] = [
    ['a clean scan', { lean: 0, noise: 10 }],
    ['one that leans and has noise', { lean: 1.1, noise: 60 }],
    ['one that is pale', { lean: -0.7, noise: 30, ink: 0x88 }],
  ];

  test.each(kinds)('%s gives the figures of the text', async (_, scan) => {
    const at = folder();
    writeFileSync(join(at, 'page.jpg'), await scanOf(REPORT, scan));
    const [result] = await importAll(join(at, 'page.jpg'), join(at, 'to'), lexicon);
    expect(result).toMatchObject({ status: 'doubtful', message: expect.stringContaining('识别') });
    const text = readFileSync(join(at, 'to', result!.output!), 'utf8');
    expect(text).toMatch(/^---\n[\s\S]*recognised: 1 页，平均把握 9\d%/);
    // A letter may be misread (老日小区): time, facet and figure of each fact are compared.
    const told = (facts: readonly string[]): string[] => facts.map((fact) => fact.slice(fact.indexOf(' ')));
    expect(told(factsIn('page.md', text))).toEqual(told(expected));
  });

  test('a PDF of pictures, and a folder of photos, are one document each', async () => {
    const at = folder();
    const half = REPORT.indexOf('二、');
    const pages = [await scanOf(REPORT.slice(0, half)), await scanOf(REPORT.slice(half))];
    writeFileSync(join(at, 'scan.pdf'), await pdfOfPictures(pages));
    mkdirSync(join(at, 'photos'));
    for (const [i, page] of pages.entries()) writeFileSync(join(at, 'photos', `p${i + 9}.jpg`), page);
    expect(filesOf([at])).toEqual([join(at, 'photos'), join(at, 'scan.pdf')]);
    for (const name of ['scan.pdf', 'photos']) {
      const [result] = await importAll(join(at, name), join(at, 'to'), lexicon);
      expect(result!.message).toContain('2 页图片识别');
      expect(factsIn('x.md', readFileSync(join(at, 'to', result!.output!), 'utf8'))).toEqual(expected);
    }
  });

  test('a page that can hardly be seen is refused, or its figures are marked', async () => {
    const at = folder();
    writeFileSync(join(at, 'page.jpg'), await scanOf(REPORT, { noise: 150, ink: 0xc8 }));
    const [result] = await importAll(join(at, 'page.jpg'), join(at, 'to'), lexicon);
    const text = result!.output === undefined ? '' : readFileSync(join(at, 'to', result!.output), 'utf8');
    expect(result!.status === 'refused' || /^doubtful: /m.test(text)).toBe(true);
  });

  test('what is no picture is refused with the reason', async () => {
    const at = folder();
    writeFileSync(join(at, 'page.png'), Buffer.from('no picture at all'));
    expect((await importAll(join(at, 'page.png'), join(at, 'to'), lexicon))[0]).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('图片已损坏'),
    });
  });
});
