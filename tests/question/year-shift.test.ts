import { describe, expect, it } from 'vitest';
import { writtenOut, type YearOfTalk } from '../../src/question/analysis/following.js';
import { yearShiftIn } from '../../src/question/year-shift.js';

describe('a year by how far it lies from the one spoken of', () => {
  it.each([
    ['前一年呢', -1],
    ['再往前一年', -1],
    ['那头一年实际才多少', -1],
    ['两年前呢', -2],
    ['再往前推3年呢', -3],
    ['次年呢', 1],
    ['一年后呢', 1],
    ['那三年以后呢', 3],
    ['再过两年', 2],
    ['往后两年呢', 2],
  ])('%s: %i', (text, shift) => {
    expect(yearShiftIn(text)?.shift).toBe(shift);
  });

  it.each(['那怀化呢', '高铁修三年后通没通车', '今年的呢', '五年规划怎么定的'])('%s names none', (text) => {
    expect(yearShiftIn(text)).toBeUndefined();
  });
});

describe('a turn with its words for a year written out', () => {
  const aim: YearOfTalk = { year: 2021, aimed: true };
  const reached: YearOfTalk = { year: 2021, aimed: false };
  it.each([
    ['第二年呢', aim, '2022年目标呢'],
    ['第二年呢', reached, '2022年呢'],
    ['次年的目标呢', reached, '2022年目标呢'],
    ['前一年呢', aim, '2020年目标呢'],
    ['三年后呢', reached, '2024年呢'],
    ['两年前实际是多少', aim, '2019年实际是多少'],
    ['2020年的前一年呢', aim, '2020年的前一年呢'],
    ['那怀化呢', aim, '那怀化呢'],
    ['前一年呢', { year: undefined, aimed: true }, '前一年呢'],
  ])('%s of %j is %s', (text, talk, as) => {
    expect(writtenOut(text, talk)).toBe(as);
  });
});
