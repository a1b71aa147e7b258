import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached: '过去一年，全市地区生产总值达到3420亿元，增长8%。',
    aimed: [
      '地区生产总值增长7.5%左右，固定资产投资增长10%。',
      '三、今后五年的奋斗目标',
      '到2026年，地区生产总值达到6000亿元，研发经费投入占地区生产总值比重达到3.5%。',
    ].join('\n\n'),
  },
]);

describe('a target of a report that is named', () => {
  it.each([
    [
      'is that of its own year',
      '株洲2022年政府工作报告，GDP目标定的多少',
      '株洲市2022年地区生产总值目标：增长7.5%左右',
    ],
    ['however the report is named', '株洲2022年的报告里GDP目标是多少', '株洲市2022年地区生产总值目标：增长7.5%左右'],
    [
      'is that of the plan where the year has none',
      '株洲2022年政府工作报告，研发投入强度目标是多少',
      '株洲市2026年研发经费投入占地区生产总值比重规划目标：达到3.5%',
    ],
  ])('%s', async (_, question, headline) => {
    expect((await ask(question)).headline).toContain(headline);
  });
});

describe('要 and 打算 with a growth', () => {
  it.each([
    ['株洲2022年GDP要涨百分之几', '株洲市2022年地区生产总值目标：增长7.5%左右'],
    ['株洲2022年经济打算增长几个点', '株洲市2022年地区生产总值目标：增长7.5%左右'],
  ])('%s asks what is aimed at', async (question, headline) => {
    expect((await ask(question)).headline).toBe(headline);
  });
});

describe('whether it grew, and by how much', () => {
  it.each(['株洲2021年GDP增了还是减了，幅度多大', '株洲2021年GDP是升是降，多少', '株洲2021年GDP涨得猛不，多少'])(
    '%s',
    async (question) => {
      expect((await ask(question)).headline).toContain('增长8%');
    },
  );
});
