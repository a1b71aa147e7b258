import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { createAssistant } from '../../src/assistant.js';

/** Turns behind two indicators told side by side, over two reports made for them: the targets of 2021 and what came of them. */
const root = mkdtempSync(join(tmpdir(), 'two-indicators-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2021.txt': [
    '2021年株洲市人民政府工作报告',
    '一、2020年工作回顾',
    '过去一年，全市地区生产总值3100亿元，增长4.1%。',
    '二、2021年工作安排',
    '今年的主要预期目标是：地区生产总值增长7.5%，固定资产投资增长11%，城镇居民人均可支配收入增长8%，农村居民人均可支配收入增长9%。',
  ].join('\n\n'),
  '株洲市2022.txt': [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，全市地区生产总值3420亿元，增长8.3%。固定资产投资增长10.1%。粮食产量186万吨。',
    '城镇居民人均可支配收入增长7.6%，农村居民人均可支配收入增长10.2%。',
    '二、2022年工作安排',
    '今年的主要预期目标是：地区生产总值增长7.5%。',
  ].join('\n\n'),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

const URBAN = '株洲市2021年城镇居民人均可支配收入：目标增长8%，实际增长7.6%，未达到目标（低0.4个百分点）';
const RURAL = '株洲市2021年农村居民人均可支配收入：目标增长9%，实际增长10.2%，超过目标（高1.2个百分点）';

describe('whether it was reached, behind two indicators', () => {
  it.each([
    ['株洲2021年城乡居民收入目标', '最后做到了吗'],
    ['株洲2021年城乡居民收入目标', '达标了没'],
    ['株洲2021年城乡居民收入增长多少', '目标达到没有'],
    // In words that only the learned reader knows.
    ['株洲2021年城乡居民收入目标', '到头来兑现了没有啊'],
  ])('is told of each: %s … %s', async (question, turn) => {
    const answer = await talk(question, turn);
    expect(answer.kind).toBe('outcome');
    expect(answer.headline).toBe(`${URBAN}；${RURAL}`);
    expect(answer.figures.map((f) => f.text)).toEqual(['8%', '7.6%', '9%', '10.2%']);
  });

  it('is told of two indicators that the question names', async () => {
    const { headline } = await talk('株洲2021年GDP目标和固投目标', '最后做到了吗');
    expect(headline).toContain('地区生产总值：目标增长7.5%，实际增长8.3%，超过目标');
    expect(headline).toContain('固定资产投资：目标增长11%，实际增长10.1%，未达到目标');
  });

  it('quotes each figure from its report', async () => {
    const { figures, citations } = await talk('株洲2021年城乡居民收入目标', '最后做到了吗');
    for (const figure of figures) expect(citations[figure.citation]!.quote).toContain(figure.text);
    expect(figures.map((f) => citations[f.citation]!.document.year)).toEqual([2021, 2022, 2021, 2022]);
  });

  it('is told of the one alone that was asked about last', async () => {
    const { headline } = await talk('株洲2021年城乡居民收入目标', '株洲2021年GDP目标', '最后做到了吗');
    expect(headline).toContain('地区生产总值');
    expect(headline).not.toContain('居民人均可支配收入');
  });
});
