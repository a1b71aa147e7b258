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
    '新增社会融资规模450亿元，各项贷款增长13%。社会融资规模达到3200亿元。社会融资规模增长11%。',
    '物流业规模达到350亿元，物流企业营业收入增长12%，物流业规模增长9%。数字经济规模突破900亿元，占地区生产总值的26%。',
    '软件产业规模达到96亿元。电子信息制造业增长25%。高新技术产业总量占地区生产总值的26%，高新技术产业增加值增长19%。',
    '进出口总额260亿元，占全省的4.1%。快递业务量增长21%。旅游总收入610亿元，接待游客5200万人次。',
  ].join(''),
  '二、2022年工作安排',
  '今年的主要预期目标是：地区生产总值增长7.5%，固定资产投资增长10%，社会消费品零售总额增长9%以上，空气质量完成省定目标。',
].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(join(corpus, '株洲市2022.txt'), REPORT);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const ask = (question: string) => assistant.ask(question, question);

describe('a total and its growth', () => {
  it.each([
    // A second growth stands nearer, or in the same sentence.
    ['株洲2021年物流业规模和增幅', ['350亿元', '9%']],
    ['株洲2021年社会融资规模和增幅', ['3200亿元', '11%']],
    ['株洲2021年社零总额和增幅', ['1160亿元', '14.9%']],
    // In the order of the question.
    ['株洲2021年GDP总量和增速', ['3420亿元', '8.3%']],
    ['株洲2021年GDP增速和总量', ['8.3%', '3420亿元']],
  ])('are those of one subject: %s', async (question, figures) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('figure');
    expect(answer.figures.map((f) => f.text)).toEqual(figures);
    // The second is told without a subject of its own.
    expect(answer.headline).not.toContain('；');
  });

  it.each([
    ['no share is its growth', '株洲2021年数字经济规模和增速', '株洲市2021年数字经济规模：突破900亿元；增速没有找到'],
    ['no share of an indicator is', '株洲2021年进出口总额和增速', '株洲市2021年进出口总额：260亿元；增速没有找到'],
    [
      'no share is its total',
      '株洲2021年高新技术产业总量和增速',
      '株洲市2021年高新技术产业增加值：增长19%；高新技术产业数额没有找到',
    ],
    ['no growth of another is', '株洲2021年软件产业规模和增幅', '株洲市2021年软件产业规模：96亿元；增速没有找到'],
  ])('%s: %s', async (_, question, says) => {
    expect((await ask(question)).headline).toBe(says);
  });

  it('no share is the growth that is asked for alone', async () => {
    const { kind, headline } = await ask('株洲2021年进出口增速');
    expect(kind).toBe('refusal');
    expect(headline).toContain('没有找到株洲市2021年“进出口总额”的增速');
  });
});

describe('a count that no figure tells', () => {
  it('is told by no words that stand beside the other figure', async () => {
    const { headline } = await ask('株洲2022年打算添多少个岗位、社零涨几个点');
    expect(headline).toContain('9%以上');
    expect(headline).not.toContain('省定目标');
  });
});

describe('what is not found', () => {
  it.each([
    ['株洲2021年快递业务规模和增幅', '株洲市2021年快递业务量：增长21%；快递业务数额没有找到'],
    ['株洲2021年快递业务量多少件、旅游收入多少亿元', '株洲市2021年旅游总收入：610亿元；快递业务量（件）没有找到'],
  ])('stands last, though it was asked for first: %s', async (question, says) => {
    expect((await ask(question)).headline).toBe(says);
  });
});

describe('two things named side by side', () => {
  it('are told both, where one of them is no indicator by name', async () => {
    const { kind, headline } = await ask('株洲2021年旅游总收入和游客数');
    expect(kind).toBe('figure');
    expect(headline).toBe('株洲市2021年旅游总收入：610亿元；接待游客人次：5200万人次');
  });

  it.each([
    ['株洲2021年旅游总收入和接待人次', ['610亿元', '5200万人次']],
    ['株洲2022年投资和消费目标', ['10%', '9%以上']],
    ['株洲2022年投资、消费增长目标各多少', ['10%', '9%以上']],
  ])('are a list where both are indicators: %s', async (question, figures) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('list');
    expect(answer.figures.map((f) => f.text)).toEqual(figures);
  });

  it('are not made up for one another: what the report does not tell is said so', async () => {
    const { items, figures } = await ask('株洲2021年粮食产量和GDP');
    expect(items).toEqual(['粮食产量：没有找到数字', '地区生产总值：3420亿元（2021年）']);
    expect(figures).toHaveLength(1);
  });

  it('are refused by name where neither is told', async () => {
    const { kind, headline } = await ask('株洲2021年财政收入和失业率');
    expect(kind).toBe('refusal');
    expect(headline).toBe('没有把握：没有找到与株洲市2021年地方一般公共预算收入、失业率对得上的数字');
  });
});

describe('a growth of nothing that is named', () => {
  it.each([
    ['株洲2021年增速', '株洲市2021年地区生产总值：增长8.3%'],
    ['株洲2022年增速', '株洲市2022年地区生产总值目标：增长7.5%'],
  ])('is told of the economy: %s', async (question, says) => {
    expect((await ask(question)).headline).toBe(says);
  });
});
