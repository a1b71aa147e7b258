import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '湖南省',
    year: 2021,
    reached: [
      '过去一年，全省地区生产总值增长3.8%。',
      '湘西灾后重建取得重大成果。受灾的校舍和卫生院全部重建完工，受灾群众如期搬进新居。',
      '交通建设加快推进。高速公路网更加完善。',
    ].join('\n\n'),
    aimed: '地区生产总值增长7%。',
  },
]);

describe('what the report of a larger place says of one without reports', () => {
  it.each([
    ['湘西灾后重建2020年进展怎么样', '湘西灾后重建取得重大成果'],
    ['湘西受灾的校舍和卫生院2020年重建得怎么样', '校舍和卫生院全部重建完工'],
  ])('%s', async (question, says) => {
    const { kind, citations, text } = await ask(question);
    expect(kind).toBe('passages');
    expect(text).toContain(says);
    expect(citations[0]?.document.id).toBeDefined();
  });

  it.each([
    ['what it says of itself', '湘西2020年高速公路网建设怎么样'],
    ['its figures', '湘西2020年GDP增长多少'],
    ['what it says of another place', '张家界灾后重建2020年进展怎么样'],
  ])('is not %s', async (_, question) => {
    expect(await ask(question)).toMatchObject({ kind: 'refusal', refusal: 'not-held' });
  });
});

const city = await overOwn([
  {
    place: '常德市',
    year: 2021,
    reached: [
      '过去一年，全市地区生产总值增长3.9%。',
      '行政区划调整顺利完成，石门实现撤县设区，城区面积由98平方公里扩大到236平方公里。',
      '全市粮食产量340万吨。累计向桃源供水420万立方米。居民人均期望寿命提高到79.2岁。',
    ].join('\n\n'),
    aimed: '地区生产总值增长7%。',
  },
]);

describe('what the report of a city says of a county that the question names as well', () => {
  it.each([
    ['石门撤县设区以后常德城区面积从多大变成多大了，2021年报告', ['由98平方公里', '236平方公里']],
    ['给桃源送水，2020年常德一共送了多少方', ['420万立方米']],
  ])('%s', async (question, says) => {
    const { kind, headline } = await city(question);
    expect(kind).toBe('figure');
    for (const figure of says) expect(headline).toContain(figure);
  });

  it('is not a figure of the whole city', async () => {
    expect(await city('石门2020年粮食产量多少万吨')).toMatchObject({ kind: 'refusal' });
  });

  it('a figure whose report spells its indicator otherwise is among those that are looked at', async () => {
    expect((await city('2020年常德人平均能活多少岁')).headline).toContain('79.2岁');
  });
});
