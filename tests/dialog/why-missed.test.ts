import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2020,
    reached: '过去一年，全市地区生产总值增长8%。',
    aimed: '地区生产总值增长7.5%。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached:
      '过去一年，全市地区生产总值增长4.1%。地区生产总值等指标未完成年初目标。主要原因是大项目储备不足，产业链条偏短。',
    aimed: '地区生产总值增长6%。',
  },
]);

describe('为什么 behind an aim that was not reached', () => {
  it('asks why it was missed', async () => {
    const { kind, headline } = await ask('株洲2020年GDP目标完成了吗', '为什么');
    expect(kind).toBe('passages');
    expect(headline).toContain('大项目储备不足');
  });

  it('and behind any other answer how that came about', async () => {
    const { headline } = await ask('株洲2021年政府工作报告是谁作的', '为什么');
    expect(headline).not.toContain('大项目储备不足');
  });
});
