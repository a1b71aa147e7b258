import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportAnswer } from '../../src/exports/index.js';
import { loadSeeds } from '../support/seed-assistant.js';

const answer = await (await loadSeeds()).ask('x', '2022年各市固投目标排名');
const file = exportAnswer(answer, 'xlsx');
const parts = unzipSync(Buffer.from(file.body, 'base64'));
const sheet = (n: number): string => strFromU8(parts[`xl/worksheets/sheet${n}.xml`]!);

describe('a workbook', () => {
  it('says what it is', () => {
    expect(file).toMatchObject({ encoding: 'base64', mime: expect.stringContaining('spreadsheetml') });
    expect(file.name).toMatch(/\.xlsx$/u);
    expect(Object.keys(parts)).toContain('[Content_Types].xml');
  });

  it('holds numbers as numbers beside the text as written, and the quote', () => {
    expect(sheet(1)).toContain('<v>11</v>');
    expect(sheet(1)).toContain('11%以上');
    expect(sheet(1)).toContain('固定资产投资增长11%以上');
  });

  it('holds no formula and no cell that could be taken for one', () => {
    expect(sheet(1)).not.toContain('<f>');
    expect(sheet(1)).not.toMatch(/t="str"/u);
  });

  it('tells how it was made', () => {
    expect(sheet(2)).toContain('理解为');
    expect(sheet(2)).toContain('引文');
  });

  it('is the same bytes each time', () => {
    expect(exportAnswer(answer, 'xlsx').body).toBe(file.body);
  });
});
