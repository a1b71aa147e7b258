import { describe, expect, it } from 'vitest';
import { type OwnReport, overOwn } from '../support/own-reports.js';

/** Two years of a place: what was aimed at in the first, and what came of it. */
function years(place: string, aim: string, outcome: string): OwnReport[] {
  return [
    {
      place,
      year: 2020,
      reached: '过去一年，全市地区生产总值增长8%。',
      aimed: `地区生产总值增长${aim}，固定资产投资增长10%。`,
    },
    { place, year: 2021, reached: `过去一年，全市地区生产总值增长${outcome}。`, aimed: '地区生产总值增长7.5%。' },
  ];
}

const talk = await overOwn([...years('株洲市', '7.5%', '4.1%'), ...years('湘潭市', '7%', '3.9%')]);

describe('target against outcome goes on in the talk', () => {
  it.each([
    ['of another place', ['株洲2020年GDP目标完成了吗', '换成湘潭'], ['湘潭市', '目标增长7%', '实际增长3.9%']],
    [
      'of a place that was not held before',
      ['衡阳2020年GDP目标完成了吗', '换成湘潭'],
      ['湘潭市', '目标增长7%', '3.9%'],
    ],
    ['of another place behind both in turn', ['株洲2020年GDP目标', '完成了吗', '换成湘潭'], ['目标增长7%', '3.9%']],
    ['behind a table of aims', ['株洲、湘潭2020年GDP目标', '目标和实际差多少'], ['目标增长7.5%', '4.1%', '3.9%']],
    ['of several places in a talk of one thing', ['株洲2020年GDP目标', '株洲和湘潭目标和实际差多少'], ['4.1%', '3.9%']],
  ])('%s', async (_, turns, says) => {
    const { headline } = await talk(...turns);
    for (const word of says) expect(headline).toContain(word);
  });

  it('and takes the economy of several places where no thing is spoken of, and says so', async () => {
    const answer = await talk('株洲、湘潭2020年目标和实际差多少');
    expect(answer.kind).toBe('outcome');
    expect(answer.understood.line).toContain('没有说哪项指标，按地区生产总值看');
  });
});

describe('what was reached is compared behind aims, in their measure', () => {
  it.each([
    ['those two', ['株洲2020年GDP目标', '湘潭呢', '那两个城市实际的谁高']],
    ['the places of a table', ['株洲、湘潭2020年GDP目标谁高', '这两个市实际的谁高']],
  ])('%s', async (_, turns) => {
    const { headline } = await talk(...turns);
    expect(headline).toContain('4.1%');
    expect(headline).not.toContain('7.5%');
    expect(headline).toMatch(/株洲市/u);
  });

  it('and the aims themselves where no side is named', async () => {
    expect((await talk('株洲2020年GDP目标', '湘潭呢', '哪个高')).headline).toContain('7.5%');
  });
});

it.each([
  ['目标呢', '7.5%'],
  ['那目标各是多少', '7.5%'],
])('%s behind a table of what was reached is of its aims', async (turn, says) => {
  const { headline } = await talk('株洲、湘潭2020年GDP实际增长多少', turn);
  expect(headline).toContain('目标');
  expect(headline).toContain(says);
});
