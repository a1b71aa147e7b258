import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

describe('a turn about the answer before, in words that no pattern knows', () => {
  it.each<readonly [string, readonly string[], Answer['kind'], string]>([
    ['shows the source', ['2022年怀化GDP目标', '那句原话能不能贴给我'], 'passages', '第1条出处的原文'],
    ['shows what bears the answer out', ['2022年怀化GDP目标', '这数你没弄错吧'], 'passages', '依据是报告的这句原文'],
    ['names who gave the report', ['2022年怀化GDP目标', '谁上台作的这份报告'], 'passages', '报告人：黎春秋'],
    [
      'tells the higher',
      ['邵阳2022年GDP目标', '常德呢', '两边到底哪个更高啊'],
      'comparison',
      '邵阳市2022年地区生产总值目标增长8%，比常德市',
    ],
    [
      'tells the lower',
      ['邵阳2022年GDP目标', '常德呢', '两边到底哪个更低啊'],
      'comparison',
      '常德市2022年地区生产总值目标增长7%以上，比邵阳市',
    ],
    [
      'tells how far apart they are',
      ['邵阳2022年GDP目标', '常德呢', '那他俩相差多少个百分点'],
      'comparison',
      '相差1个百分点',
    ],
    ['tells what they come to', ['邵阳2021年GDP多少', '怀化呢', '合在一起一共是多少呢'], 'comparison', '合计4280亿元'],
    [
      'sets it against the year before',
      ['常德2021年GDP增长多少', '跟头一年比是升了还是降了'],
      'comparison',
      '比2020年增长4.2%高3.8个百分点',
    ],
    [
      'tells whether the target was reached',
      ['常德2021年固投目标是多少', '到头来兑现了没有啊'],
      'outcome',
      '目标增长10%以上，实际增长10%（预计），达到目标',
    ],
    [
      'tells the target',
      ['常德2021年GDP增长多少', '当初年初的时候说要多少来着'],
      'figure',
      '常德市2021年地区生产总值目标：增长8%以上',
    ],
    [
      'tells the target in the words of those who called it out',
      ['常德2021年固投增长多少', '那年年初喊的是多少来着'],
      'figure',
      '常德市2021年固定资产投资目标：增长10%以上',
    ],
    [
      'tells what came of it',
      ['常德2021年GDP目标是多少', '后来实打实完成多少'],
      'figure',
      '常德市2021年地区生产总值：增长8%（预计）',
    ],
  ])('%s', async (_, turns, kind, says) => {
    const answer = await talk(...turns);
    expect(answer.kind).toBe(kind);
    expect(answer.headline).toContain(says);
  });

  it('is none where nothing went before', async () => {
    for (const turn of ['两边到底哪个更高啊', '合在一起一共是多少呢', '后来实打实完成多少'])
      expect((await talk(turn)).figures).toEqual([]);
  });

  it('changes nothing where the answer before has nothing of it', async () => {
    const answer = await talk('邵阳2021年GDP多少', '合在一起一共是多少呢', '怀化呢');
    expect(answer.headline).toContain('怀化市2021年地区生产总值：1820亿元');
  });
});

describe('a learned turn behind a table', () => {
  it.each([
    [
      'tells what its rows come to',
      ['2021年各市GDP', '几个市全加到一块是多少'],
      'comparison',
      '合计6140亿元（3个地区）',
    ],
    [
      'tells what lies between its ends',
      ['2022年各市GDP目标', '高的跟低的究竟隔几个点呀'],
      'comparison',
      '最高与最低相差1个百分点',
    ],
    [
      'tells of one place by how much it met the target',
      ['2021年各市GDP目标完成了吗', '常德差了几个点呀'],
      'outcome',
      '常德市2021年地区生产总值：目标增长8%以上，实际增长8%（预计）',
    ],
  ])('%s', async (_, turns, kind, says) => {
    const answer = await talk(...turns);
    expect(answer.kind).toBe(kind);
    expect(answer.headline).toContain(says);
  });
});
