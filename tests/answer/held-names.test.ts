import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** What a report calls something by is a name: no figure of anything else is told for it. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached:
      '过去一年，全市地区生产总值增长8%。三坊七巷获评国家级夜间消费集聚区，新增4A级景区2家，全市接待游客9010万人次。藏青工业园招商项目近100个，入园企业103家。推动ZEPA二期项目落地，全年签约项目129个、总投资509亿元。完成工业总产值482亿元。',
    aimed: '地区生产总值增长7%。支持万绿湖创建国家级旅游度假区。',
  },
]);

describe('a name that the report holds', () => {
  it.each([
    // Its sentence names it, but the clause of the figure speaks of all.
    ['株洲2021年三坊七巷接待了多少游客', '9010'],
    // It stands elsewhere in the report.
    ['株洲2021年万绿湖来了多少游客', '9010'],
    ['株洲2021年万绿湖那边工业总产值是多少', '482'],
  ])('is told no figure of the whole: %s', async (question, figure) => {
    const { kind, refusal, headline, text } = await ask(question);
    expect(kind).toBe('refusal');
    // The report speaks of it, so that nobody says that it does not.
    expect(refusal).toBe('not-sure');
    expect(headline).not.toContain(figure);
    expect(text).not.toContain('报告没有说');
  });

  it('is told what its sentence goes on to tell of it', async () => {
    expect((await ask('株洲2021年藏青工业园进驻了几家企业')).headline).toContain('103家');
  });

  it.each([
    ['株洲2021年接待了多少游客', '9010'],
    // People's own words stand in no report.
    ['株洲2021年一年到头来耍的游客有多少人次', '9010'],
  ])('is none where none is named: %s', async (question, figure) => {
    expect((await ask(question)).headline).toContain(figure);
  });
});
