import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2021,
    reached:
      '过去一年，全市一般公共预算收入180.1亿元、增长6.1%；进出口总额56.2亿美元、增长18.9%；实际使用外资增长91.2%。',
    aimed: '地区生产总值增长7%。',
  },
]);

describe('what is said to be meant, beside what is not', () => {
  it.each([
    ['株洲2020年财政收入多少，要金额不要增幅', '180.1亿元'],
    ['株洲2020年财政收入不要百分比，要数', '180.1亿元'],
    ['我要的是总额不是增长率，株洲2020年财政收入', '180.1亿元'],
    ['株洲2020年财政收入具体数额，增速就不用了', '180.1亿元'],
    ['株洲2020年财政收入涨了多少，要百分比不要金额', '6.1%'],
    ['株洲2020年财政收入增幅，别给我总量', '6.1%'],
    ['株洲2020年进出口多少，别给我增速', '56.2亿美元'],
  ])('%s is %s', async (question, figure) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('figure');
    expect(headline).toContain(figure);
  });

  it.each(['株洲2020年实际使用外资的总量是多少', '株洲2020年实际使用外资多少，要金额不要增幅'])(
    'an amount is not told by a growth alone: %s',
    async (question) => {
      const { kind, headline } = await ask(question);
      expect(kind).toBe('refusal');
      expect(headline).not.toContain('91.2');
    },
  );
});
