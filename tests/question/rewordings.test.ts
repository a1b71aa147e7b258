import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainlyWorded } from '../../src/question/rewordings.js';

describe('a question in the plain wording', () => {
  it.each([
    // Lists.
    ['娄底2022年民生实事里属于养老托育的有3项，逐条列给我', '娄底2022年民生实事里养老托育方面的是哪3项，逐条列给我'],
    ['怀化实事里归到交通一类的一共有五件', '怀化实事里交通方面的是哪五件'],
    ['邵阳靠哪三块，文旅算一个吧，另外呢', '邵阳靠哪三块，文旅等分别是哪些'],
    ['常德的六有，学有所教、……后面几个是啥', '常德的六有，学有所教等分别是哪些'],
    // A time that is asked for by a noun.
    ['动车几几年通', '动车哪年通'],
    ['地铁2号线的试运营日期', '地铁2号线的什么时候试运营'],
    ['大桥通车时间，几几年', '大桥哪年通车'],
    ['机场恢复通航的日子是哪天', '机场恢复哪天通航'],
    // Both ends of a change.
    ['四年间GDP起点和终点各是多少亿', '四年间GDP从多少亿到多少亿'],
    ['求两个数字，常德经济总量的头和尾', '常德经济总量从多少到多少'],
    // Two figures.
    ['常德2021年商家数和交易规模，两个数都要', '常德2021年商家数和交易规模各多少'],
    ['常德2021年商品房销售的两个数，面积+金额', '常德2021年商品房销售面积多少、金额多少'],
    ['常德2021年商品房销售面积+销售额', '常德2021年商品房销售面积多少、销售额多少'],
    ['常德2021年新签约项目个数和金额', '常德2021年新签约项目个数多少、金额多少'],
    ['合作社和家庭农场，常德21年各添了几家？', '常德21年合作社和家庭农场各添了几家？'],
    // Orders.
    ['常德GDP在全省排到什么名次了', '常德GDP在全省排第几'],
    ['常德GDP在全国的城市里头排第几', '常德GDP在全国排第几'],
    // Capitals, and the province of a place in brackets.
    ['湖南省会2021年GDP', '长沙2021年GDP'],
    ['湖南的省会长沙2021年GDP', '长沙2021年GDP'],
    ['宁夏回族自治区首府2021年GDP', '银川2021年GDP'],
    ['朝阳市（辽宁那个）2018年GDP', '朝阳市2018年GDP'],
    // Who asks is from the place that is asked about.
    ['常德人问，2021年GDP多少', '常德，2021年GDP多少'],
    ['我老家常德乡下的，21年GDP多少', '常德，21年GDP多少'],
    // What asks once more, or for any number at all.
    ['常德2021年GDP多少，具体是多少来着', '常德2021年GDP多少'],
    ['常德2021年GDP有没有个数？', '常德2021年GDP是多少？'],
    ['常德2021年存栏奶牛到什么数了', '常德2021年存栏奶牛到多少'],
    ['常德2021年空气优良天数', '常德2021年空气优良天数是多少'],
  ])('%s', (said, means) => {
    expect(plainlyWorded(said)).toBe(means);
  });

  it.each([
    '2022年怀化GDP目标',
    '属于全省第一方阵的有谁',
    '湖南省会计人员有多少',
    '湖南省会是哪个城市',
    '外地人问，2021年常德GDP多少',
    '“互联网+政务服务”怎么推进',
    '审批时间压缩到几天',
    '常德历年粮食播种面积和产量',
    '长沙和株洲，2022年GDP各多少',
    '在全国城市里排老几？',
    '长三角省会城市有哪些',
  ])('stays: %s', (said) => {
    expect(plainlyWorded(said)).toBe(said);
  });

  it('never throws, and is done at once', () => {
    const parts = [
      '湖南',
      '省会',
      '通车',
      '时间',
      '，',
      '两个数',
      '都要',
      '和',
      '面积',
      '+',
      '多少',
      '全国',
      '里',
      '排',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (list) => {
        const begun = performance.now();
        plainlyWorded(list.join(''));
        expect(performance.now() - begun).toBeLessThan(500);
      }),
    );
  });
});
