import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAttachment } from '../../../adapters/repl/attachment.js';
import { renderAnswer } from '../../../adapters/repl/render.js';
import { styleFor } from '../../../adapters/repl/style.js';
import type { Answer } from '../../../src/answer/schema.js';

const HEADLINE = '常德市 2022 年地区生产总值目标：增长 7% 以上';
const answer: Answer = {
  kind: 'figure',
  headline: HEADLINE,
  text: `${HEADLINE}\n「地区生产总值增长7%以上,收入增长6.5%以上」\n——《2022年常德市政府工作报告》\n理解为：常德市 · 2022年`,
  understood: {
    places: [],
    years: [],
    indicator: null,
    facet: null,
    operation: { value: 'figure', source: 'default' },
    line: '常德市 · 2022年',
  },
  figures: [],
  citations: [
    {
      document: { id: 'changde-2022', title: '2022年常德市政府工作报告', place: '常德市', year: 2022 },
      seed: '004.txt',
      start: 10,
      end: 37,
      quote: '地区生产总值增长7%以上,收入增长6.5%以上',
      section: [],
      marks: [{ start: 8, end: 12 }],
    },
  ],
  suggestions: [],
  elapsedMs: 1,
};

const style = styleFor({ isTTY: true }, {});
/** Takes the terminal's codes off. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one.
const bare = (text: string) => text.replace(/\u001b\[\d+m/g, '');

describe('a reply in the terminal', () => {
  it('without colour is the answer’s text', async () => {
    expect(await renderAnswer(answer, { style: undefined, width: 80 })).toBe(answer.text);
  });

  it('with colour has a strong headline, a marked figure, and sources and reading dim', async () => {
    const lines = (await renderAnswer(answer, { style, width: 80 })).split('\n');
    expect(lines[0]).toBe(`\u001b[1m${HEADLINE}\u001b[22m`);
    expect(lines[1]).toBe('「地区生产总值增长\u001b[33m7%以上\u001b[39m,收入增长6.5%以上」');
    expect(lines[2]?.startsWith('\u001b[2m——')).toBe(true);
    expect(lines[3]?.startsWith('\u001b[2m理解为')).toBe(true);
  });

  it('with its colour taken off is the same text', async () => {
    expect(bare(await renderAnswer(answer, { style, width: 80 }))).toBe(answer.text);
  });

  it('cannot steer the terminal', async () => {
    const text = 'a\u001b]0;x\u0007b\u009b31m\u202ec\r\nd\ud800';
    for (const shown of [undefined, style])
      expect(bare(await renderAnswer({ ...answer, text }, { style: shown, width: 80 }))).toBe('a]0;xb31mc\nd\ufffd');
  });
});

describe('a table in the terminal', () => {
  const table = {
    title: 'GDP',
    columns: ['名次', '对象', '数值'],
    rows: [
      { cells: ['1', '怀化市', '增长8%以上'], figures: [] },
      { cells: ['2', '湘西土家族苗族自治州', '7%'], figures: [] },
    ],
  };
  const text = `${HEADLINE}\n1. 怀化市：增长8%以上\n2. 湘西土家族苗族自治州：7%\n注：名义`;

  it('takes the place of the lines that say it, in columns that count Chinese characters as two', async () => {
    expect(bare(await renderAnswer({ ...answer, text, table }, { style, width: 80 })).split('\n')).toEqual([
      HEADLINE,
      '名次  对象                  数值',
      '────  ────────────────────  ──────────',
      '1     怀化市                增长8%以上',
      '2     湘西土家族苗族自治州  7%',
      '注：名义',
    ]);
  });

  it('stays in lines where the terminal is too narrow for it, and where its rows are not said one by one', async () => {
    expect(bare(await renderAnswer({ ...answer, text, table }, { style, width: 30 }))).toBe(
      text.replace('目标', '目\n标'),
    );
    const short = `${HEADLINE}\n怀化市和湘西`;
    expect(bare(await renderAnswer({ ...answer, text: short, table }, { style, width: 80 }))).toBe(short);
  });
});

describe('colour', () => {
  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{ isTTY: false }, {}, false],
    [{}, {}, false],
  ])('%j with %j: %s', (stream, env, expected) => {
    expect(styleFor(stream, env) !== undefined).toBe(expected);
  });
});

describe('an export', () => {
  it('is written into the folder, never over a file and never outside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    const attachment = { name: '../目标.csv', mime: 'text/csv', body: '\ufeffa,b\n' };
    expect(await writeAttachment(attachment, folder)).toContain(join(folder, '目标.csv'));
    expect(await writeAttachment({ ...attachment, body: 'second' }, folder)).toContain(join(folder, '目标-2.csv'));
    expect(readFileSync(join(folder, '目标.csv'), 'utf8')).toBe('\ufeffa,b\n');
    rmSync(folder, { recursive: true });
  });

  it('that cannot be written is said so', async () => {
    expect(await writeAttachment({ name: 'a.csv', mime: 'text/csv', body: '' }, '/nonexistent/folder')).toContain(
      '未能写入',
    );
  });
});
