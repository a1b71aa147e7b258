import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2013,
    reached: '过去一年，全市地区生产总值增长8.5%，固定资产投资增长30%，城镇新增就业4.8万人。',
    aimed: '地区生产总值增长12%，固定资产投资增长20%，城镇新增就业5万人。',
  },
  {
    place: '株洲市',
    year: 2014,
    reached: '过去一年，全市地区生产总值增长9%，固定资产投资增长32%，城镇新增就业5.1万人。',
    aimed:
      '地区生产总值增长8.5%，固定资产投资增长26%。办好十件民生实事：一是新建公办幼儿园47所。二是改造农村公路120公里。三是新建公厕60座。',
  },
  {
    place: '湘潭市',
    year: 2014,
    reached: '过去一年，全市地区生产总值增长7.8%。',
    aimed: '地区生产总值增长9.5%。',
  },
  { place: '郴州市', year: 2013, reached: '过去一年，全市地区生产总值增长8%。', aimed: '改造老旧小区20个。' },
  { place: '郴州市', year: 2015, reached: '过去一年，改造老旧小区53个。', aimed: '地区生产总值增长9%。' },
  {
    place: '赤峰市',
    year: 2014,
    reached:
      '过去一年，肉牛存栏总数30万头，羊存栏210万只。全市地区生产总值一季度增长6%，全年增长3.5%。PM2.5平均浓度34微克/立方米，下降17%。',
    aimed: '地区生产总值增长7%，城镇登记失业率控制在4%以内。牛存栏突破37万头。',
  },
]);

describe('turns as people put them', () => {
  it.each([
    // What a first clause only names is asked for by the next one.
    [['株洲2013年经济增长多少', '固投呢，今年目标多少'], '26%', '32%'],
    [['株洲2013年经济增长多少', '固投呢，明年打算增几个点'], '26%', '32%'],
    // Particles of the regions.
    [['株洲2013年经济增长多少', '湘潭嘞'], '7.8%', '9%'],
    [['株洲2013年经济增长多少', '湘潭咧，也看2013年的'], '7.8%', '9%'],
    [['株洲2013年GDP目标', '真正做到多少'], '9%', '12%'],
    // A year with the words that point at it.
    [['13那年株洲固投目标多少'], '20%', '26%'],
    [['株洲2014这一年固投目标多少'], '26%', '20%'],
    // Set against a year by its number.
    [['株洲2013年新增了多少城镇就业', '跟2012年比是增是减'], '4.8万人', '目标'],
    [['株洲2013年新增了多少城镇就业', '比2012年增加了还是减少了'], '多了', '目标'],
    [['株洲2013年新增了多少城镇就业', '比上年呢'], '多了', '目标'],
    // Things of one character, which are no praise.
    [['赤峰2013年肉牛存栏多少头', '羊呢'], '210万只', '30万头'],
    [['赤峰2013年羊存栏多少', '那牛呢'], '30万头', '210万只'],
    [['赤峰2013年肉牛存栏多少头', '羊呢', '牛14年想搞到多少头'], '37万头', '30万头'],
    // The whole year, where a part of it is told too; the year before, whatever was asked of this one.
    [['赤峰2014年GDP目标', '上一年干到多少'], '3.5%', '6%'],
    // The thing itself behind by how much it fell.
    [['赤峰2013年PM2.5降了多少', '那年的浓度呢'], '34微克', '17%'],
    // Another place set beside, however it is put.
    [['株洲2014年GDP目标', '湘潭呢', '是不是比株洲高'], '1个百分点', '没有'],
    [['株洲2014年GDP目标', '湘潭的比它高吗'], '1个百分点', '没有'],
    // An item by its rank.
    [['株洲2014年的民生实事，排第二的是哪件'], '120公里', '47所'],
    [['株洲2014年民生实事有哪些', '排第三的又是哪件'], '60座', '120公里'],
  ])('%j is told %s and no %s', async (turns, told, other) => {
    const { kind, headline } = await ask(...turns);
    expect(kind).not.toBe('refusal');
    expect(headline).toContain(told);
    expect(headline).not.toContain(other);
  });

  it('what was reached is set against no aim of the year before', async () => {
    const { kind, headline } = await ask('郴州2014年改造老旧小区多少个', '比上年呢');
    expect(kind).toBe('refusal');
    expect(headline).not.toContain('多了');
  });
});
