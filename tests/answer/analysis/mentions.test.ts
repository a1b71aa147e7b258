import { describe, expect, it } from 'vitest';
import { overOwn } from '../../support/own-reports.js';

const said = (place: string, year: number, words: string) => ({
  place,
  year,
  reached: `过去一年，${words}。`,
  aimed: '地区生产总值增长7%。',
});

const ask = await overOwn([
  said('湖南省', 2018, '湖湘茶产业壮大，低空经济起步'),
  said('株洲市', 2018, '航空动力产业集群壮大'),
  said('株洲市', 2019, '低空经济破题'),
  said('株洲市', 2020, '低空经济提速'),
  said('株洲市', 2021, '服饰产业转型'),
  said('衡阳市', 2019, '低空经济试点获批，油茶产业壮大'),
  said('上海市', 2019, '低空经济示范区建设启动'),
  said('湖北省', 2019, '低空经济写入规划'),
]);

describe('since when one place says a thing', () => {
  it.each([
    '株洲报告最早哪年提低空经济的',
    '株洲哪年起报告里才有低空经济这说法',
    '株洲2018年到现在的报告，“低空经济”第一次出现是哪年？后面还年年提吗',
  ])('%s', async (question) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('mentions');
    expect(headline).toContain('“低空经济”最早出现在2019年（株洲');
    // Which of the later reports go on is told with it.
    expect(headline).toContain('之后收录的2份里没有提到的：2021年');
  });
});

it('what stands in quotation marks is the thing, and a place behind the verb whose reports are meant', async () => {
  const { headline } = await ask('“低空经济”最早是哪年写进株洲的报告的');
  expect(headline).toContain('“低空经济”最早出现在2019年（株洲');
});

describe('whose reports are looked through', () => {
  it.each([
    ['how many of them', '2019年写了“低空经济”的市占多少', ['株洲', '衡阳']],
    ['reports by what they say', '湖南的市州里，2019年说到“低空经济”的是哪几个', ['株洲', '衡阳']],
    ['ranks of provinces beside their kind', '2019年省级报告（省、自治区、直辖市）里提“低空经济”的', ['上海', '湖北']],
    ['provinces and cities, where both are asked for', '2018年各地报告第一次出现“低空经济”，是哪一省哪一市', ['湖南']],
    [
      'the cities, beside a province that is left out',
      '低空经济，湖南省报告之外，还有哪些市的报告写了',
      ['株洲', '衡阳'],
    ],
  ])('%s: %s', async (_, question, places) => {
    const { headline } = await ask(question);
    for (const place of places) expect(headline).toContain(place);
  });

  it('what those say that are left out is told behind the others', async () => {
    const { headline, text } = await ask('谁的政府工作报告写了低空经济？除了株洲还有谁');
    expect(headline).not.toContain('株洲');
    expect(text).toContain('除外的株洲也提到：');
    expect(text).toContain('低空经济破题');
  });
});

it('a turn that names no thing is of the thing before: 同一年的城市报告呢，有谁提了', async () => {
  const { headline } = await ask('2019年各省报告有谁提了低空经济', '同一年的城市报告呢，有谁提了');
  expect(headline).toContain('提到“低空经济”');
  expect(headline).toContain('衡阳');
});
