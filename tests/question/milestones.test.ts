import { describe, expect, it } from 'vitest';
import { checkAsked } from '../../src/question/checks.js';
import { milestonesIn } from '../../src/question/milestones.js';

describe('a round amount in words that is passed or reached', () => {
  it.each<[string, (readonly [low: number, unit: string])[]]>([
    ['GDP破万亿没', [[1, '万亿']]],
    ['是不是已经上万亿了', [[1, '万亿']]],
    ['财政收入过了三百亿没', [[300, '亿']]],
    ['产值突破千亿了吗', [[1000, '亿']]],
    ['站上两万亿了，游客超过千万', [[2, '万亿']]],
    ['进出口达到百亿', [[100, '亿']]],
    ['千亿产业集群有几个', []],
    ['GDP增长8%', []],
  ])('%s', (clause, expected) => {
    expect(milestonesIn(clause).map(({ low, unit }) => [low, unit])).toEqual(expected);
  });

  it('is claimed where yes or no is asked of it', () => {
    expect(checkAsked('佛山2019年GDP是不是已经上万亿了')).toMatchObject({ claims: expect.stringContaining('上万亿') });
    expect(checkAsked('佛山是不是有千亿产业集群')).toBeUndefined();
  });
});
