import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Why what was aimed at was not reached, over two reports made for it. */
const root = mkdtempSync(join(tmpdir(), 'why-missed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const corpus = join(root, 'corpus');
mkdirSync(corpus);
const report = (place: string, year: number, owns: string): string =>
  [
    `${year}年${place}人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    '过去一年，全市地区生产总值1800亿元，增长3.1%。新建学校12所，改造老旧小区230个。',
    owns,
    `二、${year}年工作安排`,
    '今年的主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%。',
  ].join('\n\n');
writeFileSync(
  join(corpus, '岳阳市2020.txt'),
  report('岳阳市', 2020, '受石化装置检修和外贸订单减少等因素影响，部分指标没有达到年初预期。群众出行还有不便。'),
);
writeFileSync(
  join(corpus, '益阳市2020.txt'),
  report('益阳市', 2020, '地区生产总值、固定资产投资等指标未完成年初目标。主要原因是大项目储备不足，产业链条偏短。'),
);
writeFileSync(join(corpus, '永州市2020.txt'), report('永州市', 2020, '部分指标没有达到年初预期。我们将认真改进。'));
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

describe('why a target was missed', () => {
  it.each([
    ['岳阳2019年有的指标没达到预期，归因于什么', '石化装置检修'],
    ['益阳2019年GDP目标为什么没完成', '大项目储备不足'],
    ['益阳2020年报告怎么解释去年目标没完成的', '大项目储备不足'],
  ])('%s', async (question, reason) => {
    const answer = await assistant.ask(question, question);
    expect(answer.kind).toBe('passages');
    expect(answer.headline).toContain(reason);
    expect(answer.citations[0]?.quote).toMatch(/没有达到|未完成/u);
  });

  it('is not told where the report owns to the miss and gives no reason', async () => {
    const answer = await assistant.ask('永州', '永州2019年为什么有指标没达到预期');
    expect(answer.kind).toBe('refusal');
  });
});
