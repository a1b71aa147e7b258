import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/answer/schema.js';
import { glyphOf } from '../../src/charts/font.js';
import type { Picture } from '../../src/charts/frame.js';
import { textWidth } from '../../src/charts/lettering.js';
import { layOut, paintChart, pictureSvg } from '../../src/charts/picture.js';
import { renderChartPng } from '../../src/charts/png.js';
import type { TextMark } from '../../src/charts/shapes.js';
import { SCALE } from '../../src/charts/theme.js';
import { anyText } from '../support/any-text.js';
import { CASES, point } from './cases.js';

const cases = Object.entries(CASES);

function box({ text, x, y, size, align, weight }: TextMark) {
  const width = textWidth(text, size, weight);
  const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size * 0.44, bottom: y + size * 0.44 };
}

/** All lettering of a picture in one string, lines joined. */
function lettering(picture: Picture): string {
  return picture.texts.map((mark) => mark.text).join('');
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

function size(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('a picture', () => {
  it.each(cases)('of %s is a PNG of twice its logical size that the platforms take', async (_, chart) => {
    const picture = layOut(chart);
    const png = await renderChartPng(chart);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(size(png)).toEqual([picture.width * SCALE, picture.height * SCALE]);
    // A photo of Telegram: width and height together at most 10,000, at most 10 MB.
    expect(size(png)[0] + size(png)[1]).toBeLessThanOrEqual(10_000);
    expect(png.length).toBeLessThan(1_000_000);
  });

  it.each(['comparison', 'trend', 'outcome', 'wordy', 'lines'])(
    'of %s is the same, byte for byte, when drawn again',
    async (name) => {
      const chart = CASES[name]!;
      expect(Buffer.compare(await paintChart(chart), await paintChart(structuredClone(chart)))).toBe(0);
    },
  );

  it.each(['comparison', 'trend', 'outcome', 'map'])('of the %s is the golden one', async (name) => {
    const file = new URL(`../golden/charts/${name}.png`, import.meta.url);
    const png = await paintChart(CASES[name]!);
    // UPDATE_GOLDEN=1 writes them anew, for a person to look at.
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, png);
    expect(Buffer.compare(png, readFileSync(file))).toBe(0);
  });

  // A map's tiles hold figures without their unit: tiles.test.ts.
  it.each(cases.filter(([name]) => name !== 'map'))(
    'of %s shows title, labels, figures and the whole source line',
    (_, chart) => {
      const shown = squeezed(lettering(layOut(chart)));
      if (/[\u{1f600}\u{323af}]/u.test(JSON.stringify(chart))) return;
      expect(shown).toContain(squeezed(chart.title));
      expect(shown).toContain(squeezed(chart.source));
      if (chart.points.length > 20 && chart.type === 'line') return;
      for (const { label, text } of chart.points) {
        expect(shown).toContain(squeezed(label));
        expect(shown).toContain(text === '' ? '未收录' : squeezed(text));
      }
    },
  );

  it.each(cases)('of %s has ink of its own colour where each text stands, and every character a glyph', (_, chart) => {
    const picture = layOut(chart);
    const svg = pictureSvg(picture);
    expect(svg).not.toContain('<text');
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const { pixels, width } = image;
    for (const mark of picture.texts) {
      for (const character of mark.text) {
        expect(glyphOf(character.codePointAt(0)!, mark.weight ?? 'regular')?.id, character).toBeGreaterThan(0);
      }
      const area = box(mark);
      let ink = 0;
      for (let y = Math.floor(area.top); y < area.bottom; y++) {
        for (let x = Math.floor(area.left); x < area.right; x++) {
          const at = (y * width + x) * 4;
          if (Math.min(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) < 160) ink += 1;
        }
      }
      expect(ink, mark.text).toBeGreaterThan([...mark.text].length);
    }
  });

  it.each(cases)('of %s keeps its texts inside and apart', (_, chart) => {
    const picture = layOut(chart);
    const boxes = picture.texts.map((mark) => ({ text: mark.text, ...box(mark) }));
    for (const [i, a] of boxes.entries()) {
      expect(a.left, a.text).toBeGreaterThanOrEqual(0);
      expect(a.right, a.text).toBeLessThanOrEqual(picture.width);
      expect(a.bottom, a.text).toBeLessThanOrEqual(picture.height);
      for (const b of boxes.slice(i + 1)) {
        const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect(overlap, `${a.text} / ${b.text}`).toBe(false);
      }
    }
  });
});

describe('what a picture tells', () => {
  it('a trend breaks its line at a year that is not held', () => {
    const { option } = layOut(CASES.trend!);
    const line = (option.series as { type: string; data: unknown; connectNulls: boolean }[]).find(
      (s) => s.type === 'line',
    );
    expect(line).toMatchObject({ data: [8, 7.5, null, 6, 7, 6.5], connectNulls: false });
  });

  it.each([
    ['>=', '不低于此数'],
    ['<=', '不高于此数'],
    ['~', '约数'],
    ['range', '区间'],
  ] as const)('a bound %s has its sign, explained as %s', (bound, meaning) => {
    for (const type of ['bar', 'line', 'outcome'] as const) {
      const plain: Chart = { ...CASES.one!, type, points: [point('甲州市', 7, '7%'), point('乙山州', 6, '6%')] };
      const bounded: Chart = { ...plain, points: [{ ...plain.points[0]!, bound, high: 8 }, plain.points[1]!] };
      expect(lettering(layOut(plain))).not.toContain(meaning);
      expect(lettering(layOut(bounded))).toContain(meaning);
      const shapes = (chart: Chart): number => pictureSvg(layOut(chart)).match(/<(path|use)/g)!.length;
      expect(shapes(bounded)).toBeGreaterThan(shapes(plain) + meaning.length);
    }
  });

  it('a range has both its ends labelled', () => {
    for (const type of ['bar', 'line'] as const) {
      const range = point('甲州市', 6.5, '6.5%—7%', { bound: 'range', high: 7 });
      const texts = layOut({ ...CASES.one!, type, points: [range] }).texts.map((mark) => mark.text);
      expect(texts).toEqual(expect.arrayContaining(['6.5', '7', '6.5%—7%']));
    }
  });

  it('an outcome says of each bar whether it is target or result', () => {
    const texts = layOut(CASES.outcome!).texts.map((mark) => mark.text);
    expect(texts.filter((text) => text === '目标')).toHaveLength(4);
    expect(texts.filter((text) => text === '结果')).toHaveLength(4);
  });

  it('labels that tell target from result are not told so again', () => {
    const points = [point('目标', 8, '8%', { series: 'target' }), point('完成', 9, '9%', { series: 'outcome' })];
    const texts = layOut({ ...CASES.outcome!, points }).texts.map((mark) => mark.text);
    expect(texts.filter((text) => text === '目标' || text === '结果')).toEqual(['目标']);
  });

  it('a figure of nothing has no bar, a small one beside a huge one has', () => {
    const bars = (value: number): string =>
      pictureSvg(layOut({ ...CASES.one!, points: [point('甲', 1e9, '大'), point('乙', value, '小')] }));
    expect(bars(1).match(/fill="#0072b2"/g)).toHaveLength(2);
    expect(bars(0).match(/fill="#0072b2"/g)).toHaveLength(1);
  });

  it('characters that the font lacks are replaced, and the picture says which', () => {
    const shown = lettering(layOut(CASES.wordy!));
    expect(shown).toContain('〓 市〓');
    expect(shown).toContain('〓 代替图片字库所缺的字（U+1F600、U+323AF）');
    expect(lettering(layOut(CASES.one!))).not.toContain('〓');
  });

  it('what is too much for a picture is counted under it', () => {
    const many = Array.from({ length: 500 }, (_, i) => point(`第${i}地`, i, `${i}家`));
    for (const type of ['bar', 'line', 'outcome'] as const) {
      const picture = layOut({ ...CASES.one!, type, points: many });
      expect(lettering(picture)).toMatch(/另有 \d{3} 项未画出。/);
      expect((picture.width + picture.height) * SCALE).toBeLessThanOrEqual(10_000);
    }
  });

  it('any chart at all is drawn with its texts inside the picture', () => {
    const text = fc.oneof(anyText, fc.constant('7%以上'), fc.constant('湘西土家族苗族自治州👨‍👩‍👧'));
    const value = fc.option(
      fc.oneof(
        fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => value / 1000),
      ),
    );
    const chart = fc.record<Chart>({
      type: fc.constantFrom('bar', 'line', 'outcome'),
      title: text,
      unit: text,
      source: text,
      points: fc.array(
        fc.record({
          label: text,
          value,
          high: value,
          bound: fc.constantFrom('=', '>=', '<=', '~', 'range', null),
          text,
          series: fc.constantFrom('target', 'outcome', undefined),
        }),
        { maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(chart, (any) => {
        const picture = layOut(any);
        for (const mark of picture.texts) {
          expect(box(mark).left).toBeGreaterThanOrEqual(-1);
          expect(box(mark).right).toBeLessThanOrEqual(picture.width + 1);
        }
        const svg = pictureSvg(picture);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBe(picture.width);
      }),
      // Shrinking a failure would take minutes: the seed is enough.
      { numRuns: 20, endOnFailure: true },
    );
  });
});

describe('renderChartPng', () => {
  it('draws equal charts once', async () => {
    const [first, second] = [renderChartPng(CASES.one!), renderChartPng(structuredClone(CASES.one!))];
    expect(second).toBe(first);
    expect(await renderChartPng({ ...CASES.one!, title: '另一张' })).not.toBe(await first);
  });

  it('forgets the chart that was longest unused once there are too many', async () => {
    const first = renderChartPng(CASES.nothing!);
    for (let i = 0; i < 31; i++) void renderChartPng({ ...CASES.nothing!, title: `第${i}张` });
    expect(renderChartPng(CASES.nothing!)).toBe(first);
    for (let i = 31; i < 63; i++) void renderChartPng({ ...CASES.nothing!, title: `第${i}张` });
    const again = renderChartPng(CASES.nothing!);
    expect(again).not.toBe(first);
    expect(Buffer.compare(await again, await first)).toBe(0);
  });
});
