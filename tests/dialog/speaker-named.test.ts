import { describe, expect, it } from 'vitest';
import { createSpeakerNames } from '../../src/dialog/speaker-named.js';
import type { Store } from '../../src/retrieval/types.js';

/** Heads of reports as a store holds them, with what names a speaker. */
const heads = [
  { speaker: '张昌平', place: { short: '厦门' } },
  { speaker: '戴超', place: { short: '定西' } },
  { speaker: '咸辉', place: { short: '宁夏' } },
  { speaker: '李强', place: { short: '浙江' } },
  { speaker: '李强', place: { short: '江苏' } },
];
const named = createSpeakerNames({ heads } as unknown as Store);

describe('a report that is named by its speaker', () => {
  it.each([
    // The place stands for the name.
    ['张昌平2004年报告：审批事项累计砍了百分之几', '厦门2004年报告：审批事项累计砍了百分之几'],
    ['张昌平市长承认哪些问题', '厦门承认哪些问题'],
    ['咸辉2018年报告里讲的城镇化率', '宁夏2018年报告里讲的城镇化率'],
    // The place is named beside it.
    ['戴超市长承认定西“十三五”有哪些指标没完成', '承认定西“十三五”有哪些指标没完成'],
    // A name of two letters within other words, one of several places, and the speaker himself.
    ['常德戴超声设备的医院有几家', '常德戴超声设备的医院有几家'],
    ['李强2014年报告里的GDP目标', '李强2014年报告里的GDP目标'],
    ['张昌平是谁', '张昌平是谁'],
  ])('%s', (text, read) => {
    expect(named(text)).toBe(read);
  });
});
