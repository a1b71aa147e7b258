import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

/** The headlines of the turns of one conversation. */
async function talk(...turns: string[]): Promise<string[]> {
  const session = turns.join('|');
  const headlines: string[] = [];
  for (const turn of turns) headlines.push((await assistant.ask(session, turn)).headline);
  return headlines;
}

describe('a follow-up', () => {
  it.each([
    ['replaces the place', ['2022年怀化社零目标', '常德呢'], '常德市2022年社会消费品零售总额目标：增长8.5%以上'],
    ['replaces the place with 那', ['2022年娄底GDP目标', '那邵阳呢？'], '邵阳市2022年地区生产总值目标：增长8%'],
    ['replaces the year', ['2022年常德GDP目标', '2021年的呢'], '常德市2021年地区生产总值目标：增长8%以上'],
    ['replaces the facet', ['2021年常德固投目标', '实际呢'], '常德市2021年固定资产投资：增长10%（预计）'],
    [
      'replaces the indicator',
      ['2022年常德GDP目标', '财政收入呢'],
      '常德市2022年地方一般公共预算收入目标：增长6.5%以上',
    ],
    [
      'replaces the indicator with 换成',
      ['张家界2024年城镇居民收入目标', '换成农村居民收入'],
      '张家界市2024年农村居民人均可支配收入目标：增长7.5%左右',
    ],
    [
      'replaces 城镇 by 农村',
      ['怀化2022年城镇居民收入目标', '农村呢'],
      '怀化市2022年农村居民人均可支配收入目标：增长10.5%以上',
    ],
    [
      'keeps what was asked of a report',
      ['谁作的2022年常德政府工作报告', '怀化呢'],
      '怀化市2022年政府工作报告的报告人：黎春秋',
    ],
    [
      'adds a place',
      ['2022年常德和邵阳GDP目标对比', '加上怀化'],
      '地区生产总值目标：邵阳市增长8%，怀化市增长8%以上，常德市增长7%以上',
    ],
    ['replaces the indicator of a comparison', ['2022年常德和邵阳GDP目标对比', '换成固投'], '固定资产投资目标：'],
    ['is read in Traditional characters', ['2022年怀化GDP目标', '婁底呢'], '娄底市2022年地区生产总值目标'],
    ['keeps the operation of a list', ['常德2022年主要预期目标有哪些', '那怀化呢'], '怀化市2022年主要预期目标'],
    [
      'keeps the place where only a subject is new',
      ['2022年常德GDP目标', '那2021年的新增高新技术企业呢'],
      '常德市2021年新增高新技术企业',
    ],
  ])('%s', async (_, turns, expected) => {
    expect((await talk(...turns)).at(-1)).toContain(expected);
  });

  it('shows what it took from the turn before', async () => {
    await assistant.ask('shown', '2022年常德GDP目标');
    const { understood } = await assistant.ask('shown', '那怀化呢');
    expect(understood.places).toEqual([{ value: '怀化市', source: 'question' }]);
    expect(understood.years[0]).toEqual({ value: '2022年', source: 'earlier' });
  });

  it('inherits nothing where the question is complete', async () => {
    await assistant.ask('complete', '2022年常德GDP目标');
    const answer = await assistant.ask('complete', '怀化固定资产投资目标');
    expect(answer.understood.years.every((y) => y.source !== 'earlier')).toBe(true);
  });

  it('with nothing before it is met honestly', async () => {
    for (const turn of ['那怀化呢', '实际呢', '为什么', '第二条原文', '更多']) {
      const answer = await assistant.ask(`nothing before ${turn}`, turn);
      expect(['notice', 'refusal', 'clarification']).toContain(answer.kind);
    }
  });
});

describe('turns about the answer before', () => {
  it('shows the text around the quote', async () => {
    await assistant.ask('source', '2022年常德GDP目标');
    const answer = await assistant.ask('source', '原文');
    expect(answer.headline).toBe('第1条出处的原文（共1条）');
    expect(answer.text).toContain('【');
  });

  it('says how many quotes there are when a further one is asked for', async () => {
    await assistant.ask('source 9', '2022年常德GDP目标');
    expect((await assistant.ask('source 9', '第九条原文')).headline).toContain('只有1条出处');
  });

  it('gives what was left out, until nothing is', async () => {
    await assistant.ask('more', '各市2022年GDP目标对比');
    await assistant.ask('more', '更多');
    expect((await assistant.ask('more', '还有吗')).headline).toBe('没有更多了');
  });

  it('says why', async () => {
    await assistant.ask('why', '2022年常德GDP目标');
    expect((await assistant.ask('why', '为什么')).text).toContain('常德市：问题里写明');
  });
});

describe('a picture', () => {
  it('is asked for by 画图 before the question', async () => {
    const answer = await assistant.ask('draw', '画图 2022年常德、怀化谁的GDP目标最高');
    expect(answer).toMatchObject({ kind: 'comparison', wantsChart: true });
  });

  it('is the last answer drawn', async () => {
    await assistant.ask('draw last', '张家界历年GDP目标');
    expect(await assistant.ask('draw last', '/chart')).toMatchObject({ kind: 'trend', wantsChart: true });
  });
});

describe('a clarification', () => {
  it.each([['2'], ['常德'], ['常德市'], ['第二个']])('is answered by %s', async (choice) => {
    const session = `choice ${choice}`;
    const asked = await assistant.ask(session, '2022年GDP目标');
    expect(asked.kind).toBe('clarification');
    expect(asked.choices!.length).toBeGreaterThan(1);
    const second = asked.choices![1]!.label;
    const expected = /常德/u.test(choice) ? '常德市' : second;
    expect((await assistant.ask(session, choice)).headline).toContain(`${expected}2022年地区生产总值目标`);
  });

  it('is not made where the newest report answers, which the answer names', async () => {
    const answer = await assistant.ask('years', '常德GDP目标');
    expect(answer.headline).toBe('常德市2022年地区生产总值目标：增长7%以上');
    expect(answer.understood.line).toContain('2022年');
  });
});

describe('sessions', () => {
  it('are not shared', async () => {
    await assistant.ask('one', '2022年常德GDP目标');
    expect((await assistant.ask('two', '那怀化呢')).kind).not.toBe('figure');
  });

  it('can be forgotten', async () => {
    await assistant.ask('forget', '2022年常德GDP目标');
    await assistant.forget('forget');
    expect(await assistant.last('forget')).toBeUndefined();
  });
});
