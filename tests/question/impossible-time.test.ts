import { describe, expect, it } from 'vitest';
import { impossibleTime } from '../../src/question/impossible-time.js';

describe('a time that there cannot be', () => {
  it.each([
    ['常德-1年GDP目标', '-1年'],
    ['负3年的财政收入', '负3年'],
    ['怀化0年GDP', '0年'],
    ['湖南3000年GDP目标', '3000年'],
    ['常德20222年GDP', '20222年'],
    ['202年邵阳投资', '202年'],
    ['常德2022年13月工业增速', '13月'],
    ['2021年0月的数', '0月'],
    ['2021年5月32日开了什么会', '5月32日'],
    ['2月30日开了什么会', '2月30日'],
    ['2021年第五季度GDP', '第五季度'],
    ['第6季度呢', '第6季度'],
  ])('%s', (text, time) => {
    expect(impossibleTime(text)).toBe(time);
  });
});

describe('what there is, or what is no time', () => {
  it.each([
    '2022年常德GDP',
    '社零年均增多少',
    '00年呢',
    '2019-21年GDP目标',
    '1921年',
    '到2060年碳中和怎么说',
    '这座3000年历史的古城修了什么',
    '500年以上古树有几棵',
    '近10年',
    '第3年',
    '2021年12月31日',
    '1-4月',
    '前三季度',
    '第四季度',
    '21年第二季度',
  ])('%s', (text) => {
    expect(impossibleTime(text)).toBeUndefined();
  });
});
