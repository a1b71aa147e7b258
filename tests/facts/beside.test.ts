import { describe, expect, it } from 'vitest';
import { comparesFigures, isSetBeside } from '../../src/facts/beside.js';
import { factsOf, line } from './small-report.js';

const review = (text: string): string[] => factsOf(text, { role: 'review', year: 2020 }).map(line);

/** How a rate stands to another's is said of what the sentence is about, and is no growth. */
describe('rates set beside others', () => {
  it.each([
    [
      '农村居民人均可支配收入16000元，增速较城镇居民高2.1个百分点。',
      [
        '农村居民人均可支配收入 2019 outcome level 16000元',
        '农村居民人均可支配收入增速较城镇居民 2019 outcome difference 2.1个百分点',
      ],
    ],
    [
      '地区生产总值900亿元，增长6%，增幅分别高于全国、全省0.3和1.2个百分点。',
      [
        '地区生产总值 2019 outcome level 900亿元',
        '地区生产总值 2019 outcome growth 6%',
        '地区生产总值高于全国 2019 outcome difference 0.3个百分点',
        '地区生产总值高于全省 2019 outcome difference 1.2个百分点',
      ],
    ],
    [
      '固定资产投资增长9%；规模以上工业增加值增长7%，分别高于全国全省1.5个、2个百分点。',
      [
        '固定资产投资 2019 outcome growth 9%',
        '规模以上工业增加值 2019 outcome growth 7%',
        '规模以上工业增加值高于全国 2019 outcome difference 1.5个百分点',
        '规模以上工业增加值高于全省 2019 outcome difference 2个百分点',
      ],
    ],
    // What follows is of the thing itself again.
    [
      '固定资产投资增长9%，高于全省2个百分点，居全省第3位。',
      [
        '固定资产投资 2019 outcome growth 9%',
        '固定资产投资高于全省 2019 outcome difference 2个百分点',
        '固定资产投资 2019 outcome rank 3位',
      ],
    ],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });

  it.each([
    ['农村居民收入达到15000元，增速较城镇居民高2.1个百分点', true],
    ['固定资产投资增长9%，高于全省2个百分点', true],
    ['规模以上工业增加值增长9%，增速回升2个百分点', true],
    ['城镇化率达到60%，提高1.2个百分点', false],
    ['城镇化率达到60%，比上年提高1.2个百分点', false],
  ])('%s', (text, beside) => {
    const fact = factsOf(text, { role: 'review', year: 2020 }).at(-1)!;
    expect(isSetBeside(fact, text.slice(fact.clause.start, fact.clause.end))).toBe(beside);
  });

  it('a question that compares may be told by one', () => {
    expect(comparesFigures('农民收入比城镇多')).toBe(true);
    expect(comparesFigures('农民收入涨')).toBe(false);
  });
});

describe('what a parenthesis says is not leant on', () => {
  it.each([
    [
      '地区生产总值增长5%（按老口径计算增长5.5%），总量达800亿元，人均达5万元。',
      [
        '地区生产总值 2019 outcome growth 5%',
        '按老口径计算 2019 outcome growth 5.5%',
        '地区生产总值总量 2019 outcome level 800亿元',
        '人均地区生产总值 2019 outcome level 5万元',
      ],
    ],
    [
      '财政收入80亿元（老口径95亿元），增长7%。',
      ['财政收入 2019 outcome level 80亿元', '老口径 2019 outcome level 95亿元', '财政收入 2019 outcome growth 7%'],
    ],
    // The same things, counted in two units.
    [
      '开工安置房3000套（30万平方米），竣工12万平方米。',
      [
        '开工安置房 2019 outcome count 3000套',
        '开工安置房 2019 outcome level 30万平方米',
        '竣工安置房 2019 outcome level 12万平方米',
      ],
    ],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });
});

describe('the total of the economy', () => {
  it.each([
    ['全市经济保持平稳增长，总量突破700亿元。', ['经济总量 2019 outcome level >=700亿元']],
    [
      '地区生产总值增长6%，总量连续跨越600亿元、700亿元大关。',
      ['地区生产总值 2019 outcome growth 6%', '地区生产总值总量 2019 outcome level >=700亿元'],
    ],
    ['经济林建设加快，总量达到30万元。', ['总量 2019 outcome level 30万元']],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });
});
