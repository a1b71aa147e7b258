import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2020,
    reached: '过去一年，全市地区生产总值达到9201.16亿元，增长7.9%。',
    aimed: '地区生产总值增长7.5%。',
  },
]);

describe('yes or no of an amount that is passed', () => {
  it.each([
    ['株洲2019年GDP破万亿没有', 'check', '没有：株洲市2019年地区生产总值：9201.16亿元'],
    ['株洲2019年GDP是不是已经上九千亿了', 'check', '相符：株洲市2019年地区生产总值：9201.16亿元'],
    ['株洲2019年GDP是不是上万亿了', 'check', '不符：报告说的是株洲市2019年地区生产总值：9201.16亿元'],
    ['株洲2019年GDP上9000亿了吗', 'check', '是的：株洲市2019年地区生产总值：9201.16亿元'],
  ])('%s', async (question, kind, headline) => {
    expect(await ask(question)).toMatchObject({ kind, headline });
  });

  it('is not known where the report is not held that looks back on the year', async () => {
    expect(await ask('株洲2020年GDP是不是超过1万亿了')).toMatchObject({
      kind: 'refusal',
      refusal: 'not-held',
      headline: '没有收录株洲市2021年（回顾2020年）的政府工作报告',
    });
  });
});

describe('what is not found of a year', () => {
  it('is not denied where the report is not held that looks back on it', async () => {
    expect(await ask('株洲2020年港口货物吞吐量干到多少吨了')).toMatchObject({
      kind: 'refusal',
      refusal: 'not-held',
      headline: '没有收录株洲市2021年（回顾2020年）的政府工作报告',
    });
  });

  it.each(['株洲2020年港口货物吞吐量目标多少吨', '株洲2019年港口货物吞吐量多少吨'])(
    'is not said where it is: %s',
    async (question) => {
      expect(await ask(question)).toMatchObject({ kind: 'refusal', refusal: 'not-said' });
    },
  );
});

describe('an aim beside what came of it', () => {
  it('is not known where the report of its year is not held', async () => {
    expect((await ask('株洲2019年GDP目标定了多少，最后干到多少')).headline).toBe(
      '株洲市2019年地区生产总值：实际增长7.9%；没有收录2019年的报告，不知道目标',
    );
  });
});
