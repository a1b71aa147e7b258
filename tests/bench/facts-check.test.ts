import { describe, expect, it } from 'vitest';
import { checkFile, type Golden } from '../../bench/facts-check.js';
import { lexicon } from '../facts/small-report.js';

const REPORT = `2022年常德市人民政府工作报告

一、2021年工作回顾

过去一年，全市改造老旧小区120个。

二、2022年工作安排

今年的主要预期目标是：地区生产总值增长7%以上，城镇新增就业3万人。
`;
const at = (words: string): number => REPORT.indexOf(words);
const file = '常德市/2022.md';
const sentence = at('今年的主要');

/** What a person read, and what of it is read otherwise. */
const CASES: readonly (readonly [string, Golden, readonly string[] | undefined])[] = [
  [
    'a fact as it was read',
    { file, start: at('120个'), fact: '改造老旧小区 - 430700 2021 outcome count 120个' },
    undefined,
  ],
  [
    'a fact of another year',
    { file, start: at('120个'), fact: '改造老旧小区 - 430700 2022 target count 120个' },
    ['改造老旧小区 - 430700 2021 outcome count 120个'],
  ],
  ['a fact where there is none', { file, start: 0, fact: '改造老旧小区 - 430700 2021 outcome count 120个' }, []],
  [
    'all targets of a sentence',
    { file, start: sentence, targets: ['gdp 2022 target growth >=7%', 'new-urban-jobs 2022 target count 3万人'] },
    undefined,
  ],
  [
    'a target too few',
    { file, start: sentence, targets: ['gdp 2022 target growth >=7%'] },
    ['gdp 2022 target growth >=7%', 'new-urban-jobs 2022 target count 3万人'],
  ],
  [
    'a stretch with one of them',
    { file, start: sentence, end: at('，城镇'), targets: ['gdp 2022 target growth >=7%'] },
    undefined,
  ],
  ['no targets', { file, start: null, end: 9, targets: [] }, undefined],
];

describe('facts-check', () => {
  it.each(CASES)('%s', (_, golden, read) => {
    const wrong = checkFile({ file, entries: [{ set: 'a', golden }] }, REPORT, lexicon);
    expect(wrong.map((one) => one.read)).toEqual(read === undefined ? [] : [read]);
  });
});
