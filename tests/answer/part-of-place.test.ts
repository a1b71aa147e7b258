import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2021,
    reached:
      '过去一年，全市地区生产总值增长5.2%，拆除违法建筑415万平方米。全年完成造林12.5万亩（不含攸县，下同）。醴陵市新改建农村公路120公里。',
    aimed: '地区生产总值增长7%。',
  },
]);

describe('a figure of a place within the one whose report is asked', () => {
  it.each(['株洲2021年报告里醴陵拆了多少违法建筑', '醴陵2020年拆除违法建筑多少万平方米，株洲的报告写了吗'])(
    'is none of the whole: %s',
    async (question) => {
      const { kind, headline } = await ask(question);
      expect(kind).toBe('refusal');
      expect(headline).not.toContain('415');
    },
  );

  it('is none of what leaves it out', async () => {
    const { kind, headline } = await ask('株洲2021年报告里攸县造了多少万亩林');
    expect(kind).toBe('refusal');
    expect(headline).not.toContain('12.5');
  });

  it('is told where the report names it', async () => {
    expect((await ask('株洲2021年报告里醴陵新改建了多少公里农村公路')).headline).toContain('120公里');
  });
});
