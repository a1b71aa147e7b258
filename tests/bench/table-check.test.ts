import { describe, expect, it } from 'vitest';
import { judge, questionOf, readTable } from '../../bench/table-check.js';

const said = (headline: string, kind = 'figure') => ({ kind, headline, text: headline });

describe('table-check', () => {
  it.each([
    ['6%以上', said('甲市2022年地区生产总值目标：增长6%以上'), 'right'],
    ['5.0%-5.5%', said('目标：增长5.0%—5.5%'), 'right'],
    ['11.8%', said('1994年地区生产总值：增长百分之十一点八'), 'right'],
    ['6%', said('目标：增长6.5%'), 'wrong'],
    ['6%', said('目标：增长16%'), 'wrong'],
    ['6%', said('没有说', 'refusal'), 'refused'],
    ['与全国同步', said('没有说', 'refusal'), 'right'],
    ['无增长率(恢复到上年95%以上)', said('2020年地区生产总值：相当于2019年的95%以上'), 'right'],
    ['无增长率(恢复到上年95%以上)', said('2020年地区生产总值：增长6%'), 'wrong'],
    ['无增长率(10243.3亿元)', said('没有找到增速', 'refusal'), 'right'],
    ['8%—9%', said('1995年地区生产总值目标：百分之八至九'), 'right'],
    ['高于全省平均水平（无数字）', said('目标：高于全省平均水平'), 'right'],
  ])('%s of %o is %s', (figure, answer, result) => {
    expect(judge(figure, answer)).toBe(result);
  });

  it('asks for the year before where the report looks back', () => {
    const [row] = readTable('place\tyear\tindicator\tfacet\tfigure\n甲市\t2022\tGDP\t上年实绩\t6%');
    expect(questionOf(row!)).toBe('甲市2021年GDP实际增长多少');
  });
});
