import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** What every report counts under a name of its own (实事) is asked for without the count and by another name. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached: '过去一年，地区生产总值增长8%。办实事说一件、干一件、成一件，老百姓更有盼头。',
    aimed:
      '地区生产总值增长7%，城镇新增就业2万人。\n\n集中力量办好五件惠民实事：一是新建公办幼儿园六所。二是改造老旧小区三十个。三是新增停车泊位两千个。四是建成社区食堂十二家。五是免费筛查两癌八万人。',
  },
]);

describe('a thing that reports count', () => {
  it.each([
    '株洲2022年五件惠民实事有哪些',
    '株洲2022年要办的民生实事帮我列一下',
    '株洲2022年给老百姓办的是哪几件实事',
    '求株洲2022年度民生实事清单，一条一条的',
  ])('%s', async (question) => {
    const { kind, items } = await ask(question);
    expect(kind).toBe('list');
    expect(items).toHaveLength(5);
    expect(items?.[3]).toContain('社区食堂');
  });
});
