import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** Things side by side that nothing announces are no list of what they are called themselves. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached:
      '过去一年，地区生产总值增长8%。推动国企在打造“七大都市”中发挥作用。\n\n着力打造创新引领之都、先进制造之都、现代农业之都、向北开放之都、创意设计之都、冰雪文化之都、宜居幸福之都。\n\n为民办实事、“暖心”民生工程让市民倍感温暖，安全底板更加巩固。\n\n建成了三个口岸：株洲口岸、醴陵口岸、攸县口岸。',
    aimed: '地区生产总值增长7%，城镇新增就业2万人。',
  },
]);

describe('a list that nothing announces', () => {
  it('is none of what its own items are called', async () => {
    const { kind, headline } = await ask('株洲2021年民生实事有哪些');
    expect(kind).not.toBe('list');
    expect(headline).not.toContain('共2项');
  });

  it('is that of a name elsewhere whose count it has and of whose class each item carries a unit', async () => {
    const { kind, headline, text } = await ask('株洲2022年提的“七大都市”是哪七个都');
    expect(kind).toBe('list');
    expect(headline).toContain('共7项');
    expect(text).toContain('宜居幸福之都');
  });

  it('one that is announced still is', async () => {
    const { kind, headline } = await ask('株洲2021年建成了哪三个口岸');
    expect(kind).toBe('list');
    expect(headline).toContain('3项');
  });
});
