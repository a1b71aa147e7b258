import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const talk = await overOwn([
  {
    place: '湖南省',
    year: 2021,
    reached: '过去一年，全省地区生产总值41781亿元，增长3.8%。',
    aimed: '地区生产总值增长7%以上。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，全市地区生产总值3105亿元，增长4.1%。新建公厕90座。',
    aimed: '地区生产总值增长7.5%。',
  },
]);

describe('where one half is not held the other is told, and both are named', () => {
  it.each([
    ['another place behind a question', '株洲2020年GDP多少，湘潭呢', ['3105亿元', '没有收录湘潭市']],
    ['another place by a word that joins', '株洲2021年GDP目标是多少，那湘潭呢', ['7.5%', '没有收录湘潭市']],
    ['two places side by side', '株洲、湘潭2020年GDP各多少', ['株洲市3105亿元', '湘潭市没有收录报告']],
    ['one set against another', '株洲2021年GDP目标比湘潭高多少', ['株洲市增长7.5%', '湘潭市没有收录报告', '比不出']],
    ['the lacking one first', '湘潭2021年GDP目标比株洲高多少', ['株洲市增长7.5%', '湘潭市没有收录报告', '比不出']],
    [
      'a province in a row with a city of it',
      '湖南、湘潭、株洲2021年GDP目标',
      ['湖南省', '株洲市', '湘潭市没有收录报告'],
    ],
    ['a thing of no list', '株洲2020年新建公厕多少座，湘潭呢', ['90座', '没有收录湘潭市']],
  ])('%s: %s', async (_, question, says) => {
    const { headline, kind } = await talk(question);
    expect(kind).not.toBe('refusal');
    for (const word of says) expect(headline).toContain(word);
  });
});
