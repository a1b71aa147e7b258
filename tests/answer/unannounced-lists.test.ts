import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** Things side by side that nothing announces are no list of what they are called themselves. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached:
      '过去一年，地区生产总值增长8%。为民办实事、“暖心”民生工程让市民倍感温暖，安全底板更加巩固。\n\n建成了三个口岸：株洲口岸、醴陵口岸、攸县口岸。',
    aimed: '地区生产总值增长7%，城镇新增就业2万人。',
  },
]);

describe('a list that nothing announces', () => {
  it('is none of what its own items are called', async () => {
    const { kind, headline } = await ask('株洲2021年民生实事有哪些');
    expect(kind).not.toBe('list');
    expect(headline).not.toContain('共2项');
  });

  it('one that is announced still is', async () => {
    const { kind, headline } = await ask('株洲2021年建成了哪三个口岸');
    expect(kind).toBe('list');
    expect(headline).toContain('3项');
  });
});
