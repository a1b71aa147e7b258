import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Why a figure is what it is, over a report made for it. */
const root = mkdtempSync(join(tmpdir(), 'why-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORT = [
  '2021年株洲市人民政府工作报告',
  '一、2020年工作回顾',
  '过去一年，全市地区生产总值3100亿元，增长4.1%。一般公共预算收入下降3.2%，剔除上年一次性土地收入后增长1.5%。粮食产量186万吨。进出口总额下降2%。',
  '同时，我们也要看到，受海运不畅影响，进出口增速下滑；一些干部担当不足。',
  '二、2021年工作安排',
  '今年的主要预期目标是：地区生产总值增长7.5%，固定资产投资增长11%，城镇新增就业5万人。居民收入与经济增长同步。节能减排完成省定任务。',
  '这样安排，主要考虑两个方面：一是，与“十四五”目标相衔接，留有余地，为转方式、调结构腾出空间，也给各县市区一个稳定的预期；二是，稳就业、保民生需要一定的增速。',
  '三、重点任务',
  '新增学位1.2万个，目的是让孩子就近上学。',
].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(join(corpus, '株洲市2021.txt'), REPORT);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

async function talk(...turns: readonly string[]) {
  let answer = await assistant.ask(turns.join('|'), turns[0]!);
  for (const turn of turns.slice(1)) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

describe('why a figure is what it is', () => {
  it.each([
    // Of an aim: the sentence on the aims, paragraphs further on.
    [['株洲2021年GDP目标', '为啥定这么低'], '这样安排，主要考虑两个方面'],
    [['株洲2021年GDP目标', '怎么这么保守'], '这样安排，主要考虑两个方面'],
    // Named in the question, with the figure itself.
    [['株洲2021年GDP目标为什么只定7.5%'], '这样安排，主要考虑两个方面'],
    [['为啥株洲2021年GDP目标才7.5%，报告给了什么理由'], '这样安排，主要考虑两个方面'],
    // In the figure's own sentence.
    [['株洲2020年一般公共预算收入增长多少', '为什么'], '剔除上年一次性土地收入后增长1.5%'],
    // Of what fell, wherever the report says that it did.
    [['株洲2020年进出口总额', '为啥跌了'], '受海运不畅影响，进出口增速下滑'],
    [['株洲2020年进出口总额', '怎么没涨上去，报告说了原因吗'], '受海运不畅影响，进出口增速下滑'],
    [['株洲2021年新增学位多少', '为啥要加这么多'], '目的是让孩子就近上学'],
  ])('%j', async (turns, headline) => {
    const answer = await talk(...turns);
    expect(answer.kind).toBe('passages');
    expect(answer.headline).toContain(headline);
  });

  it('leaves no number of a part that is cut off at the end of the headline', async () => {
    expect((await talk('株洲2021年GDP目标', '为啥定这么低')).headline).not.toMatch(/[一二三]是$/u);
  });

  it('is said not to be told where the report gives none', async () => {
    const answer = await talk('株洲2020年粮食产量', '为啥这么少');
    expect(answer).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
  });
});
