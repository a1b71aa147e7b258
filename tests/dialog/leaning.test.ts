import { beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../src/assistant.js';
import { loadSeeds } from '../support/seed-assistant.js';

/** Turns that lean on the figure before, and what the last answer says. */
const TURNS: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    'a doubt with a figure checks it',
    ['2022年怀化GDP目标', '你确定吗，不是7%？'],
    'check',
    '不符：报告说的是怀化市2022年',
  ],
  ['a figure alone is checked', ['2022年怀化GDP目标', '是8%以上吧'], 'check', '相符'],
  [
    'a check takes its place from before',
    ['2022年怀化GDP目标', '固投是11%以上，没错吧'],
    'check',
    '相符：怀化市2022年固定',
  ],
  [
    'a sibling by its short name',
    ['2022年怀化农村居民收入目标', '城里的呢'],
    'figure',
    '城镇居民人均可支配收入目标：增长8.5%',
  ],
  ['a thing of its own in words', ['2022年怀化GDP目标', '脱贫搞得咋样'], 'passages', '脱贫'],
  ['who gave a report, by office', ['2022年怀化GDP目标', '2022那份报告的市长叫啥'], 'passages', '黎春秋'],
  ['how something is done', ['2022年邵阳GDP目标', '怎么发展数字经济'], 'passages', '数字经济'],
  [
    'a table goes on from no complete question',
    ['2022年各市GDP目标排名', '2022年娄底和怀化固投目标哪个高'],
    'comparison',
    '怀化市',
  ],
];

describe('a turn that leans on the one before', () => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await loadSeeds();
  });

  it.each(TURNS)('%s', async (form, turns, kind, says) => {
    let answer = await assistant.ask(form, turns[0]!);
    for (const turn of turns.slice(1)) answer = await assistant.ask(form, turn);
    expect({ kind: answer.kind, headline: answer.headline }).toMatchObject({
      kind,
      headline: expect.stringContaining(says),
    });
  });
});

it('a time that there cannot be is named, and the next turn may name another', async () => {
  const assistant = await loadSeeds();
  const answer = await assistant.ask('no such time', '常德3000年GDP目标');
  expect(answer).toMatchObject({ kind: 'refusal', refusal: 'not-understood', figures: [] });
  expect(answer.headline).toContain('“3000年”');
  expect((await assistant.ask('no such time', '2022年呢')).headline).toContain('常德市2022年地区生产总值目标');
});

describe('a year that is meant by its distance from the one spoken of', () => {
  it.each([
    ['behind 今年, which the newest report tells', ['常德今年GDP目标', '前一年呢'], '常德市2021年地区生产总值目标'],
    ['once more', ['常德2022年GDP目标', '前一年呢', '第二年呢'], '常德市2022年地区生产总值目标'],
    ['around the one that the talk began with', ['常德2021年GDP目标', '后一年呢', '前一年呢'], '常德市2020年'],
    ['of a table', ['2021年各市GDP目标', '一年后呢'], '2022年地区生产总值目标'],
  ])('%s', async (_, turns, says) => {
    const assistant = await loadSeeds();
    let headline = '';
    for (const turn of turns) headline = (await assistant.ask(`beside: ${turns.join()}`, turn)).headline;
    expect(headline).toContain(says);
  });
});
