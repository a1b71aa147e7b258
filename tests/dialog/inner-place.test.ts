import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '天津市',
    year: 2023,
    reached: '过去一年，全市地区生产总值增长1%。滨海新区改革开放走在前列。',
    aimed: '地区生产总值增长4%，滨海新区地区生产总值增长5%。',
  },
]);

describe('a place within the one whose figure was told', () => {
  it.each(['其中滨海新区呢', '滨海新区', '那滨海新区呢'])('%s asks that figure of it', async (turn) => {
    const { kind, headline } = await ask('天津2023年GDP目标', turn);
    expect({ kind, headline }).toMatchObject({
      kind: 'figure',
      headline: expect.stringContaining('滨海新区2023年地区生产总值目标：增长5%'),
    });
  });

  it('is answered by no sentence that only names another of the same kind', async () => {
    expect(await ask('天津2023年GDP目标', '河西区呢')).toMatchObject({ kind: 'refusal', figures: [] });
  });
});
