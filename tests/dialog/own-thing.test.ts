import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2020,
    reached: '过去一年，全市地区生产总值增长8%。实际利用外资10亿美元。',
    aimed: '地区生产总值增长7.5%，固定资产投资增长9%，城镇居民人均可支配收入增长8%，农村居民人均可支配收入增长8.5%。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长4.1%，固定资产投资增长3%。',
    aimed: '地区生产总值增长6%，固定资产投资增长7%，进出口总额320亿元。',
  },
  {
    place: '湘潭市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长5%。进出口总额450亿元。',
    aimed: '地区生产总值增长6.5%，固定资产投资增长8%，进出口总额增长11%。',
  },
]);

/** Turns, and what the last answer must not be: the figure of the thing, the place or the year that was spoken of before. */
const OTHER: readonly (readonly [string, readonly string[]])[] = [
  ['a thing that no report tells', ['株洲2020年固定资产投资目标是多少', '养老床位呢']],
  ['the same with its asking', ['株洲2020年固定资产投资目标是多少', '养老床位目标定多少']],
  ['the same with another year', ['株洲2020年固定资产投资目标是多少', '发明专利呢，2021年的']],
  ['a thing that holds the word of a sibling', ['株洲2020年城镇居民收入目标', '农村公路目标定多少']],
  ['another year of a thing that was not told', ['株洲2020年GDP目标', '养老床位呢', '2021年的呢']],
  ['another place of a thing that was not told', ['株洲2021年GDP目标', '养老床位呢', '湘潭呢']],
  ['the side of a year that was not told', ['株洲2020年GDP目标', '2021年的实际呢', '湘潭呢']],
];

describe('a turn that names a thing of its own', () => {
  it.each(OTHER)('%s is answered by no other', async (_, turns) => {
    const answer = await ask(...turns);
    expect({ kind: answer.kind, headline: answer.headline }).toMatchObject({ kind: 'refusal' });
  });

  it('is answered behind a refusal, of the place and year that this named', async () => {
    const { headline } = await ask('株洲2020年GDP目标', '湘潭2021年养老床位呢', '固定资产投资呢');
    expect(headline).toContain('湘潭市2021年固定资产投资目标：增长8%');
  });
});

describe('the measure of the answer before', () => {
  it('gives way to the figure that is told, and to no words', async () => {
    const { kind, headline } = await ask('株洲2021年进出口总额目标', '湘潭呢');
    expect({ kind, headline }).toMatchObject({
      kind: 'figure',
      headline: expect.stringContaining('湘潭市2021年进出口总额目标：增长11%'),
    });
  });

  it('gives way two turns later too', async () => {
    const { headline } = await ask('株洲2021年GDP目标', '湘潭进出口总额目标呢', '2020年实际呢');
    expect(headline).toContain('湘潭市2020年进出口总额：450亿元');
  });
});

it('a no that showed a figure has not told it', async () => {
  const { headline } = await ask('湘潭2021年固定资产投资实际多少', '我要的是目标');
  expect(headline).toContain('湘潭市2021年固定资产投资目标：增长8%');
});
