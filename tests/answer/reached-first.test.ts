import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** What was reached stands before what was aimed at, also under another name of the same indicator; a part of the year is not the year. */
const root = mkdtempSync(join(tmpdir(), 'reached-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const report = (year: number, reached: string, aims: string): string =>
  [
    `${year}年株洲市人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，${reached}`,
    `二、${year}年工作安排`,
    `今年经济社会发展的主要预期目标是：${aims}。`,
  ].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(
  join(corpus, '1.txt'),
  report(2021, '地区生产总值增长4%。', '地区生产总值增长8%，全社会固定资产投资增长10%，PM2.5平均浓度40微克/立方米'),
);
writeFileSync(
  join(corpus, '2.txt'),
  report(
    2022,
    '固定资产投资增长9%。10月1日至12月31日，全市PM2.5平均浓度52微克/立方米。',
    '地区生产总值增长7%，城镇新增就业2万人',
  ),
);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

describe('what was reached', () => {
  it('stands first under another name of the indicator', async () => {
    const { headline, text } = await assistant.ask('a', '株洲2021年固定资产投资增长多少');
    expect(headline).toBe('株洲市2021年固定资产投资：增长9%');
    expect(text).toContain('另有目标：增长10%');
  });

  it('in a part of the year is not told for the year', async () => {
    const { headline, text } = await assistant.ask('b', '株洲2021年PM2.5平均浓度');
    expect(headline).toBe('株洲市2021年PM2.5平均浓度目标：40微克/立方米');
    expect(text).not.toContain('另有实际');
  });
});
