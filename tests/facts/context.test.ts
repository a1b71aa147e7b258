import { describe, expect, test } from 'vitest';
import { factsOf, lexicon, line, type SmallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const FIVE_YEARS: SmallReport = { role: 'review5' };
const OUTLOOK: SmallReport = { role: 'outlook' };

describe('the time of a figure', () => {
  test.each<[string, SmallReport, readonly string[]]>([
    // a review of five years: levels are of its last year, what was done is of all of them
    [
      '地区生产总值达到3750亿元，比2016年增加1000亿元以上',
      FIVE_YEARS,
      ['地区生产总值 2021 outcome level 3750亿元', '地区生产总值 2017-2021<2016 outcome difference >=1000亿元'],
    ],
    [
      '城镇化率由49.3%提高到58%',
      FIVE_YEARS,
      ['城镇化率 2016 outcome share 49.3%', '城镇化率 2021<2016 outcome share 58%'],
    ],
    // a paragraph says of what years it tells
    [
      '回顾过去，成绩来之不易。\n这是民生福祉持续改善的五年。城镇新增就业累计21万人，改造老旧小区96个',
      REVIEW,
      ['城镇新增就业 2017-2021 cumulative count 21万人', '改造老旧小区 2017-2021 cumulative count 96个'],
    ],
    // the base of a comparison is not its time
    ['城乡居民收入与2012年相比实现翻番', REVIEW, ['城乡居民收入 2021<2012 outcome multiple 1番']],
    [
      '地区生产总值增长6.2%，两年平均增长4.8%，固定资产投资增长11.6%',
      REVIEW,
      [
        '地区生产总值 2021 outcome growth 6.2%',
        '地区生产总值 2020-2021 cumulative average 4.8%',
        '固定资产投资 2021 outcome growth 11.6%',
      ],
    ],
    // a plan as a document tells no time
    [
      '推进“十四五”规划重大项目，完成投资120亿元',
      { role: 'tasks' },
      ['“十四五”规划重大项目投资 2022 target level 120亿元'],
    ],
    // what is to change starts from where the report stands
    [
      '到2026年，服务业增加值占比由48%提高到53%',
      OUTLOOK,
      ['服务业增加值占比 2021 outcome share 48%', '服务业增加值占比 2026<2021 plan-target share 53%'],
    ],
    ['存贷比提高26.2个百分点', FIVE_YEARS, ['存贷比 2017-2021 outcome difference 26.2个百分点']],
    ['改造老旧小区822个', FIVE_YEARS, ['改造老旧小区 2017-2021 cumulative count 822个']],
    ['城镇新增就业超过150万人', FIVE_YEARS, ['城镇新增就业 2017-2021 cumulative count >=150万人']],
    ['固定资产投资累计突破1万亿元', FIVE_YEARS, ['固定资产投资 2017-2021 cumulative level >=1万亿元']],
    ['旅游总收入达到540亿元', FIVE_YEARS, ['旅游总收入 2021 outcome level 540亿元']],
    [
      '地区生产总值年均增长6.8%，其中前四年年均增长8%',
      FIVE_YEARS,
      ['地区生产总值 2017-2021 cumulative average 6.8%', '地区生产总值 2017-2020 cumulative average 8%'],
    ],
    ['2017至2020年期间，旅游总收入年均增长19.55%', FIVE_YEARS, ['旅游总收入 2017-2020 cumulative average 19.55%']],
    ['预计社会消费品零售总额增长8%', FIVE_YEARS, ['社会消费品零售总额 2021 outcome growth 8%']],
    [
      '小康总体实现程度由2017年初的88.1%提高到2020年底的97.5%',
      FIVE_YEARS,
      ['小康总体实现程度 2017 outcome share 88.1%', '小康总体实现程度 2020<2017 outcome share 97.5%'],
    ],
    [
      '生产总值由2012年的2704亿元增加到5569亿元，比2016年增长71%',
      FIVE_YEARS,
      [
        '生产总值 2012 outcome level 2704亿元',
        '生产总值 2021<2012 outcome level 5569亿元',
        '生产总值 2017-2021<2016 outcome growth 71%',
      ],
    ],
    [
      '五年全社会固定资产投资2.8万亿元，去年达到8740亿元',
      { role: 'review' },
      ['全社会固定资产投资 2017-2021 cumulative level 2.8万亿元', '全社会固定资产投资 2021 outcome level 8740亿元'],
    ],
    // a section that looks ahead
    ['城镇化率达到63%', OUTLOOK, ['城镇化率 2022-2026 plan-target share 63%']],
    ['“十四五”末，市城区空气质量优良率达到90%', OUTLOOK, ['市城区空气质量优良率 2025 plan-target share 90%']],
    [
      '力争到2026年，人均地区生产总值超过7万元；全社会研发经费投入年均增长12%以上',
      OUTLOOK,
      ['人均地区生产总值 2026 plan-target level >=7万元', '全社会研发经费投入 2022-2026 plan-target average >=12%'],
    ],
    ['五年来，城镇新增就业441.8万人', OUTLOOK, ['城镇新增就业 2017-2021 cumulative count 441.8万人']],
    // the year's tasks
    ['到2025年，城镇化率达到60%', {}, ['城镇化率 2025 plan-target share 60%']],
    ['去年全市城镇新增就业5万人', {}, ['城镇新增就业 2021 outcome count 5万人']],
    ['重大水利工程已开工的57个项目要加快建设', {}, ['重大水利工程已开工项目要加快建设 2021 outcome count 57个']],
    // parts of a year, and clauses that go on with them
    [
      '2022年1至4月，湖南省进出口总值达1656.9亿元，同比增长2.2%，其中出口1115.9亿元',
      { kind: 'news', role: 'other', place: '湖南省' },
      [
        '进出口总值 20221-4月 outcome level 1656.9亿元',
        '进出口总值 20221-4月 outcome growth 2.2%',
        '出口 20221-4月 outcome level 1115.9亿元',
      ],
    ],
    [
      '2022年1至4月，进出口总值1656.9亿元。4月当月，全省进出口总值512.1亿元。1至4月，对东盟进出口330.8亿元。对欧盟进出口30亿元',
      { kind: 'news', role: 'other', place: '湖南省' },
      [
        '进出口总值 20221-4月 outcome level 1656.9亿元',
        '进出口总值 20224月 outcome level 512.1亿元',
        '对东盟进出口 20221-4月 outcome level 330.8亿元',
        '对欧盟进出口 20221-4月 outcome level 30亿元',
      ],
    ],
    ['前三季度国控断面水质综合排名全国第7位', REVIEW, ['国控断面水质综合排名 2021前三季度 outcome rank 7位']],
  ])('%s', (text, options, expected) => {
    expect(factsOf(`${text}。`, options).map(line)).toEqual(expected);
  });

  test('a lead-in holds for its paragraph', () => {
    const text = '五年来，我们坚持城乡统筹。改造棚户区48515户。\n新建农贸市场38个。';
    expect(factsOf(text, REVIEW).map(line)).toEqual([
      '改造棚户区 2017-2021 cumulative count 48515户',
      '新建农贸市场 2021 outcome count 38个',
    ]);
  });

  test('a year that a review turns to holds until the next', () => {
    const text = '过去五年，建成学校10所。\n2021年喜迎建党百年。\n新建学校3所。';
    expect(factsOf(text, FIVE_YEARS).map(line)).toEqual([
      '建成学校 2017-2021 cumulative count 10所',
      '新建学校 2021 outcome count 3所',
    ]);
  });

  test('明年 of a report delivered in the December before is the report’s year', () => {
    const text = '明年的主要预期目标是：地区生产总值增长7.5%以上。';
    expect(factsOf(text, { delivered: '2021-12-30' }).map(line)).toEqual(['地区生产总值 2022 target growth >=7.5%']);
  });
});

describe('estimates', () => {
  test('预计 marks its clause', () => {
    expect(factsOf('预计地区生产总值增长4.2%。', REVIEW).map((fact) => fact.estimated)).toEqual([true]);
  });

  test('（预计数，下同） governs the rest of the review', () => {
    const text = '粮食产量100万吨。地区生产总值增长8%（预计数，下同）。财政收入增长9%。\n进出口总额增长18%。';
    expect(factsOf(text, REVIEW).map((fact) => fact.estimated)).toEqual([false, true, true, true]);
  });

  test('a target is never an estimate', () => {
    expect(factsOf('预计全年进出口总额增长15%。').map((fact) => fact.estimated)).toEqual([false]);
  });
});

describe('the place of a figure', () => {
  const placeOf = (text: string, options: SmallReport = REVIEW): string[] =>
    factsOf(`${text}。`, options).map((fact) =>
      `${lexicon.gazetteer.get(fact.place)?.short} ${fact.scope ?? ''}`.trim(),
    );

  test.each([
    ['地区生产总值增长8%', ['常德']],
    ['常德地区生产总值增长8%', ['常德']],
    ['武陵区挺进全国百强区50强', ['武陵']],
    ['桃源县地区生产总值增长9%', ['桃源']],
    ['6批次83名医务工作者驰援湖北', ['常德', '常德']],
    ['市城区空气质量优良率达83%', ['常德 市城区']],
    ['13个县市区全部摘帽', ['常德']],
    ['旅游总收入居全省第3位', ['常德']],
    ['石门电厂三期投资30亿元', ['常德']],
    ['柳叶湖旅游度假区建设提速，全市地区生产总值增长8%', ['常德']],
    ['桃源县以工业为主导，建设产业强县，确保生产总值达到120亿元以上', ['桃源']],
    ['桃源县、石门县创建示范县，全年地区生产总值增长8%', ['常德']],
    ['桃源县地区生产总值增长9%，固定资产投资增长12%', ['桃源', '桃源']],
    ['桃源县地区生产总值增长9%；固定资产投资增长12%', ['桃源', '桃源']],
    ['桃源县地区生产总值增长9%。固定资产投资增长12%', ['桃源', '常德']],
    ['桃源县地区生产总值增长9%，全市固定资产投资增长12%', ['桃源', '常德']],
    ['桃源县、石门县综合贫困发生率分别下降到0.76%和0.61%', ['桃源', '石门']],
    ['新建桃源县等5座城市污水处理厂', ['常德']],
    ['去年我国国内生产总值增长8.1%', ['全国']],
    ['全省地区生产总值增长7.7%', ['湖南']],
    ['全市地区生产总值增长8%', ['常德']],
    ['地区生产总值增速高于全国1.2个百分点', ['常德']],
  ])('%s', (text, expected) => {
    expect(placeOf(text)).toEqual(expected);
  });
});

describe('areas and namesakes', () => {
  test('an indicator in a sentence that speaks of an area is the area’s', () => {
    const text = '沅澧经济带提质升级，实现固定资产投资43亿元，生产总值增长13%；全市固定资产投资增长10%。';
    expect(factsOf(text, REVIEW).map((fact) => [fact.subject, fact.indicator])).toEqual([
      ['沅澧经济带固定资产投资', undefined],
      ['沅澧经济带生产总值', undefined],
      ['固定资产投资', 'fixed-investment'],
    ]);
  });

  test('what is said further of an area’s figure is the area’s too', () => {
    const text = '四县完成固定资产投资76.8亿元，增长95.9%；财政收入4.2亿元。';
    expect(factsOf(text, REVIEW).map((fact) => [fact.subject, fact.indicator])).toEqual([
      ['四县完成固定资产投资', undefined],
      ['四县完成固定资产投资', undefined],
      ['四县财政收入', undefined],
    ]);
  });

  test('a sum beside the year’s figure is a sum', () => {
    const text = '城镇新增就业40.9万人。\n城镇新增就业累计达165.9万人。';
    expect(factsOf(text, REVIEW).map((fact) => fact.facet)).toEqual(['outcome', 'cumulative']);
  });

  test('财政收入 beside 一般公共预算收入 is the total', () => {
    const text = '财政收入403.8亿元；一般公共预算收入179.8亿元。';
    expect(factsOf(text, REVIEW).map((fact) => fact.indicator)).toEqual(['total-revenue', 'local-revenue']);
    expect(factsOf('财政收入403.8亿元。', REVIEW).map((fact) => fact.indicator)).toEqual(['local-revenue']);
  });

  test.each([
    ['规模工业增加值增长7%', 'above-scale-industry-value-added'],
    ['园区规模工业增加值增长7%', 'park-industry-value-added'],
    ['制造业增加值增长7%', 'manufacturing-value-added'],
    ['非烟工业增加值增长7%', undefined],
    ['工业增加值能耗下降7%', undefined],
    ['经济增长7%', 'gdp'],
    ['2022年人均地区生产总值达到7万元', 'gdp-per-capita'],
    ['地区生产总值高于全国1.2个百分点', 'gdp'],
  ])('%s is of %s', (text, indicator) => {
    expect(factsOf(`${text}。`, REVIEW).map((fact) => fact.indicator)).toEqual([indicator]);
  });
});

describe('lost per cent signs', () => {
  const report =
    '地区生产总值增长8以上，固定资产投资增长10以上，城镇化率达57，城镇调查失业率控制在5.5以内，引进博士65名。';

  test('are put back where a rate is meant, and said to be', () => {
    expect(factsOf(report).map((fact) => [line(fact), fact.repaired])).toEqual([
      ['地区生产总值 2022 target growth >=8%', 'percent'],
      ['固定资产投资 2022 target growth >=10%', 'percent'],
      ['城镇化率 2022 target share 57%', 'percent'],
      ['城镇调查失业率 2022 target level <=5.5%', 'percent'],
      ['引进博士 2022 target count 65名', undefined],
    ]);
  });

  test('are not put back in a report that has them elsewhere', () => {
    expect(factsOf(`${report}居民收入增长8%。`)[0]).toMatchObject({ quantity: { unit: '' } });
  });
});

describe('main expected targets', () => {
  const headline = (text: string, options: SmallReport = {}): string[] =>
    factsOf(text, options)
      .filter((fact) => fact.headline)
      .map((fact) => fact.subject);

  test.each([
    '今年经济社会发展的主要预期目标是：地区生产总值增长7%',
    '主要目标：地区生产总值增长7%',
    '建议2022年全市经济社会发展的主要预期目标为：地区生产总值增长7%',
    '经济社会发展预期目标和约束性指标是：地区生产总值增长7%',
    '国民经济和社会发展计划目标为：地区生产总值增长7%',
    '主要预期指标是，地区生产总值增长7%',
  ])('are announced by: %s', (text) => {
    expect(headline(`${text}。新建公厕5座。`)).toEqual(['地区生产总值']);
  });

  test('go on over semicolons and into sentences that open with an indicator', () => {
    const text =
      '主要预期目标是：地区生产总值增长7%；进出口总额增长15%。居民消费价格涨幅3%左右。重点抓好以下工作：规模工业增加值增长8%。';
    expect(headline(text)).toEqual(['地区生产总值', '进出口总额', '居民消费价格']);
  });

  test('go on over a sentence without a figure, a list of two, and a ‰ that was read as %。', () => {
    const text =
      '主要预期目标是：地区生产总值增长6%。居民收入稳步提高。城镇、农村居民人均可支配收入分别增长6%、8%。人口自然增长率控制在6.5%。以内；城镇调查失业率5.5%左右。加快建设固定资产投资项目100个。';
    expect(headline(text)).toEqual([
      '地区生产总值',
      '城镇居民人均可支配收入',
      '农村居民人均可支配收入',
      '人口自然增长率',
      '城镇调查失业率',
    ]);
  });

  test('hold phrases without a figure, each of its own subject', () => {
    const text = '主要预期目标是：地区生产总值增长7%，居民收入增长与经济增长同步，完成省下达的节能减排任务。';
    expect(factsOf(text).map(line)).toEqual([
      '地区生产总值 2022 target growth 7%',
      '居民收入 2022 target growth 与经济增长同步',
      '节能减排 2022 target level 完成省下达的节能减排任务',
    ]);
  });

  test('are none in a review', () => {
    expect(headline('去年确定的主要预期目标是：地区生产总值增长7%。', REVIEW)).toEqual([]);
  });
});

test('a clause span holds subject and figure, and the figure span is as written', () => {
  const text = '净增市场主体22.5万户、总量38万户，分别居全省第三、第四；城乡居民收入分别增长8%、9%以上。';
  for (const fact of factsOf(text, REVIEW)) {
    expect(text.slice(fact.span.start, fact.span.end)).toBe(fact.quantity.text);
    expect(fact.clause.start).toBeLessThanOrEqual(fact.span.start);
    expect(fact.clause.end).toBeGreaterThanOrEqual(fact.span.end);
  }
});
