import { describe, expect, it } from 'vitest';
import { withNamesInFull } from '../../src/question/bare-names.js';

describe('a row of short names of indicators', () => {
  it.each([
    ['怀化2022年投资和消费目标', '怀化2022年固定资产投资和社会消费品零售总额目标'],
    ['投资、消费、出口增长目标各多少', '固定资产投资、社会消费品零售总额、出口总额增长目标各多少'],
    ['投资目标和消费目标', '固定资产投资目标和社会消费品零售总额目标'],
    ['外贸与固投预期', '进出口总额与固定资产投资预期'],
    ['投资和就业的目标', '固定资产投资和城镇新增就业的目标'],
    // The longer of two names that begin alike.
    ['财政收入、居民收入增速', '一般公共预算收入、居民人均可支配收入增速'],
    ['进出口和财政目标', '进出口总额和一般公共预算收入目标'],
  ])('%s is written out as %s', (text, full) => {
    expect(withNamesInFull(text)).toBe(full);
  });

  it.each([
    ['one name alone', '常德2022年投资目标'],
    ['a row of which no target and no growth is asked', '常德2021年投资、消费怎么样'],
    ['names that are part of others', '产业投资和消费品工业目标'],
    ['names of people', '消费者和投资者目标'],
    ['names with nothing between them', '消费投资目标'],
    ['a name beside another word', '招商引资和消费目标'],
  ])('%s stays as it is: %s', (_, text) => {
    expect(withNamesInFull(text)).toBe(text);
  });
});

describe('a row in one word', () => {
  it.each([
    ['怀化2022年一二三产各涨多少', '怀化2022年一产、二产、三产各涨多少'],
    ['怀化2022年一、二、三产业增加值分别多少', '怀化2022年一产、二产、三产增加值分别多少'],
    ['怀化2022年一二三产融合发展', '怀化2022年一二三产融合发展'],
    ['怀化2022年一二三产占比多少', '怀化2022年一二三产占比多少'],
  ])('%s is read as %s', (text, full) => {
    expect(withNamesInFull(text)).toBe(full);
  });
});
