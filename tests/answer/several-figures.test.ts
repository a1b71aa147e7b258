import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Several figures asked for at once, over a report made for them. */
const root = mkdtempSync(join(tmpdir(), 'several-figures-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORT = [
  '2022年株洲市人民政府工作报告',
  '一、2021年工作回顾',
  [
    '过去一年，全市地区生产总值3420亿元，增长8.3%。社会消费品零售总额1160亿元，增长14.9%。',
    '电子商务交易规模达到480亿元。物流业规模达到350亿元。数字经济规模突破900亿元，占地区生产总值的26%。',
    '进出口总额260亿元，占全省的4.1%。快递业务量增长21%。旅游总收入610亿元，接待游客5200万人次。',
    '电子商务交易额增长17%，电子商务企业增长35%。',
  ].join(''),
  '二、2022年工作安排',
  '今年的主要预期目标是：地区生产总值增长7.5%，固定资产投资增长10%，社会消费品零售总额增长9%以上。',
].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(join(corpus, '株洲市2022.txt'), REPORT);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const ask = (question: string) => assistant.ask(question, question);

for (const q of process.env.PROBE?.split('|') ?? []) {
  const a = await ask(q);
  console.log(q, a.kind, a.headline, a.confidence);
}
