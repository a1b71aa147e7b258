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
