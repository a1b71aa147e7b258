import { describe, expect, it } from 'vitest';
import { createTables } from '../../src/dialog/analysis.js';
import type { Analysis } from '../../src/frame/analysis.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { parseQuestion } from '../../src/question/parse.js';
import { openStore } from '../../src/retrieval/store.js';

const lexicon = loadLexicon();
const store = await openStore({ folders: [SEEDS_DIR], lexicon });
const held = new Set(store.heads.flatMap((h) => (h.place ? [h.place.id] : [])));
const tables = createTables(
  store,
  lexicon,
  (text) => parseQuestion(text, text, { lexicon, held }),
  (text) => store.holds(text),
);
const read = (text: string): Analysis | undefined => tables.read({ shown: 0 }, text);
const placesOf = (text: string) => {
  const places = read(text)?.places;
  return {
    label: places?.label,
    within: places?.within?.map((p) => p.short),
    without: places?.without?.map((p) => p.short),
    also: places?.also?.map((p) => p.short),
    example: places?.example?.short,
  };
};

describe('which places are meant', () => {
  it.each([
    // A group of cities behind provinces is of those that lie in them.
    ['江西的普通地级市2024年GDP目标谁最高', { label: '江西普通地级市', within: ['江西'] }],
    ['华中省会2022年GDP目标谁最高', { label: '华中省会城市', within: ['河南', '湖北', '湖南'] }],
    ['川渝哪个城市2023年GDP目标最高', { label: '川渝各市', within: ['四川', '重庆'] }],
    ['湖北和武汉都市圈2021年GDP目标谁高', { label: '武汉都市圈、湖北省', within: undefined }],
    // Those that are left out, one behind another.
    ['福建的普通地级市（厦门、泉州不算）2023年GDP目标谁最低', { within: ['福建'], without: ['厦门', '泉州'] }],
    ['湖南各市2022年GDP目标，长沙株洲除外', { within: ['湖南'], without: ['长沙', '株洲'] }],
    // The municipalities are cities, and no 地级市.
    ['2022年哪个城市GDP目标最高', { label: '各市', also: ['北京', '天津', '上海', '重庆'] }],
    ['2022年哪个地级市GDP目标最高', { label: '各市', also: undefined }],
    ['湖南哪个城市2022年GDP目标最高', { label: '湖南各市', also: undefined }],
    ['2018年哪些省（自治区）GDP目标低于7%', { label: '省和自治区' }],
    // A place that may stand alone narrows nothing.
    ['2020年提到“方舱医院”的就湖北一家吗', { label: '各省区市', example: '湖北' }],
    ['2022年只有常德一个市提到“直播电商”吗', { label: '各市', example: '常德' }],
    ['2020年只有湖南提到“乡村振兴”吗', { label: '各省区市', example: '湖南' }],
    ['2022年城市里提到“直播电商”的只有常德吗', { label: '各市', example: '常德' }],
    ['2021年省里只有湖南没完成GDP目标吗', { label: '各省、自治区', example: '湖南' }],
    ['像湖南这样提到“乡村振兴”的省还有哪些', { example: '湖南' }],
  ])('%s', (text, places) => {
    expect(placesOf(text)).toMatchObject(places);
  });

  it('takes the province that the cities lie in for the yardstick: 比省里定的高', () => {
    expect(read('湖南哪些市2022年GDP目标比省里定的高')).toMatchObject({
      places: { label: '湖南各市' },
      conditions: [{ kind: 'against', op: '>', place: { short: '湖南' } }],
    });
  });

  it.each([
    ['总理的报告里哪几年GDP目标是7%左右', '全国'],
    ['全国人大会上的报告，历年GDP目标各多少', '全国'],
    // Though the name of the indicator begins with it.
    ['全国城镇调查失业率目标历年都是多少', '全国'],
  ])('%s', (text, place) => {
    expect(read(text)?.places.members?.map((p) => p.short)).toEqual([place]);
  });

  it('leaves out the groups that are named behind one another', () => {
    const set = read('2021年地级市（不算省会和那些计划单列市）GDP目标谁最高')?.places;
    const out = set?.without?.map((p) => p.short) ?? [];
    expect(out).toEqual(expect.arrayContaining(['长沙', '青岛']));
  });
});

describe('whether something is so in all years', () => {
  it.each([
    ['常德2019到2022年GDP目标一直是8%吗', [{ kind: 'written', bound: 'any', value: 8, unit: '%' }]],
    ['常德2019到2022年GDP目标每年都在7%以上吗', [{ kind: 'number', op: '>=', value: 7, unit: '%' }]],
    ['常德GDP目标是不是年年都写8%左右', [{ kind: 'written', bound: '~', value: 8, unit: '%' }]],
  ])('%s', (text, conditions) => {
    expect(read(text)).toMatchObject({ all: true, conditions });
  });

  it('is a claim of many rows', () => {
    expect(tables.claimed({ shown: 0 }, '常德2019到2022年GDP目标，一直8%')).toMatchObject({ all: true, yesNo: true });
    expect(tables.claimed({ shown: 0 }, '湖南各市2022年GDP目标没有一个超过9%')).toMatchObject({ yesNo: true });
    expect(tables.claimed({ shown: 0 }, '常德2022年GDP目标8%')).toBeUndefined();
  });

  it.each(['常德2019到2022年GDP目标是不是一直没动过', '常德2019、2020、2021年GDP目标没变吧'])(
    'asks for the way where nothing but sameness is asked: %s',
    (text) => {
      expect(read(text)).toMatchObject({ over: ['direction'], same: true, conditions: [] });
    },
  );
});

describe('what is said of years and reports', () => {
  it.each([
    ['2021年哪些市超额完成了GDP目标', [{ kind: 'verdict', met: true, beyond: true }]],
    [
      '2019年GDP目标6.5%以上的市里，谁没完成',
      [
        { kind: 'number', op: '>=', value: 6.5, aim: true },
        { kind: 'verdict', met: false },
      ],
    ],
    // What came of aims of so much, though nothing is asked of the verdict.
    ['2014年哪些市喊出了两位数的GDP目标，后来做到几个', [{ kind: 'form', form: 'two-digit', aim: true }]],
    ['2016年各市CPI目标都定3%左右吗，有例外没', [{ kind: 'written', bound: '~', value: 3, unit: '%' }]],
    ['2022年哪几个市没完成GDP目标且差距超过2个点', [{ kind: 'verdict', met: false, by: 2 }]],
    ['常德GDP目标从10%以上掉到个位数是在哪年', [{ kind: 'form', form: 'one-digit' }]],
    ['2020年有没有市把GDP目标定到了5%以下', [{ kind: 'number', op: '<', value: 5, unit: '%' }]],
    ['2024年GDP目标没写“左右”的市有哪些', [{ kind: 'form', form: 'not-about' }]],
    ['2025年报告GDP目标比2024年报告低的市有哪些', [{ kind: 'moved', way: ['down'] }]],
    ['2021年哪些市完成了GDP目标', [{ kind: 'verdict', met: true }]],
    ['2021年哪些市没完成自己定的GDP目标', [{ kind: 'verdict', met: false }]],
    ['常德2019到2022年GDP目标都没超过8%吗', [{ kind: 'number', op: '<=', value: 8, unit: '%' }]],
    // Whether, in both ways, denies and says nothing.
    ['2021年常德、怀化GDP超没超目标，超多少', []],
    ['2022年长沙、株洲谁的GDP目标完成了谁没完成', []],
    ['常德哪年开始GDP目标不再是两位数', [{ kind: 'form', form: 'one-digit' }]],
  ])('%s', (text, conditions) => {
    expect(read(text)).toMatchObject({ conditions });
  });

  it.each([
    ['常德GDP目标2018到2022年一共降了几个点', { change: true, aggregates: [] }],
    ['常德2019到2022年新增就业目标总共多少', { change: false, aggregates: ['sum'] }],
    // An aim that the question states is no condition.
    ['常德2021年说GDP增8%以上，后来实际差了几个点', { facet: 'both', conditions: [] }],
    ['常德2021年定的新增就业5万人，结果呢，多出来多少万', { facet: 'both', conditions: [] }],
    ['常德2021年GDP定的8%以上，2022年报告里说干成多少', { facet: 'both' }],
    // Words that noise took a part of stay whole.
    ['常德地铁里程2019到2022年每年多少', { subject: { residue: ['地铁里程'] } }],
    // A thing without a table is looked for in each of the reports that are named.
    [
      '常德2021到2023年报告里高铁里程分别写的多少公里',
      { form: 'amount', times: [{ reportYear: 2021 }, { reportYear: 2022 }, { reportYear: 2023 }] },
    ],
  ])('%s', (text, plan) => {
    expect(read(text)).toMatchObject(plan);
  });

  it.each([
    // From when on something holds, and in which years.
    ['常德GDP目标是从哪年掉到8%以下的', { over: ['first'], conditions: [{ kind: 'number', op: '<', value: 8 }] }],
    ['常德粮食产量哪年上的70亿斤', { over: ['first'], conditions: [{ kind: 'number', op: '>=', value: 70 }] }],
    ['常德城镇化率历年怎么变的，涨了几个点', { change: true }],
    ['常德失业率目标各年都是4.5%以内吗', { all: true, conditions: [{ kind: 'number', op: '<=', value: 4.5 }] }],
    ['2016年GDP目标正好7%的有几家', { places: { assumed: true } }],
    ['哪些省2018年没完成GDP目标又没完成财政目标', { conditions: [{ of: 'gdp' }, { of: 'local-revenue' }] }],
  ])('%s', (text, plan) => {
    expect(read(text)).toMatchObject(plan);
  });

  it('takes no word that sets figures side by side for a thing', () => {
    expect(read('2016年的省份里有几个高于全国')).not.toMatchObject({ kind: 'mentions' });
  });

  it.each([
    ['常德和怀化谁的报告先提到“数字经济”', { ask: 'first' }],
    ['2022年湖南各市没提“数字经济”的是哪几个', { absent: true }],
    ['没有在2022年报告里写“数字经济”的湖南各市有谁', { absent: true }],
    ['2022年湖南各市有没有在报告里写“数字经济”', { absent: false }],
    ['湖南历年报告有几份写了“岳阳港”', { term: '岳阳港', places: { label: '湖南省' } }],
    ['“营商环境”在湖南报告里出现最多的一年', { most: true }],
    ['湖南近五年报告里“乡村振兴”提了几次', { latest: 5 }],
    ['“放管服”哪年开始出现在湖南报告，哪年以后没了', { ask: 'first', untilWhen: true }],
    ['湖南历年提“旅游”最多的是哪一年', { most: true }],
  ])('%s', (text, plan) => {
    expect(read(text)).toMatchObject({ kind: 'mentions', ...plan });
  });

  it.each([
    ['常德历年GDP目标和湖南省比，哪年高', [{ kind: 'against', op: '>', place: { short: '湖南' } }]],
    ['常德2018到2022年GDP目标有哪年比上一年低', [{ kind: 'moved', way: ['down'] }]],
    ['常德哪年的报告没写GDP目标数', [{ kind: 'form', form: 'words' }]],
  ])('asks of each year and for no end of the figures: %s', (text, conditions) => {
    expect(read(text)).toMatchObject({ conditions, over: [], change: false });
  });

  it('counts 上一年 from the report that is named, which is no year itself', () => {
    expect(read('看2023年的报告，上一年GDP过3000亿的是哪几个市')).toMatchObject({ years: { years: [2022] } });
  });

  it.each([
    ['湖南报告哪年之后就不提“小康社会”了', { ask: 'last', absent: false }],
    ['常德的报告从哪年开始不再提“棚户区”', { ask: 'last', absent: false }],
    ['湖南历年报告里哪几份一次都没提“洞庭湖”', { absent: true }],
    ['湖南哪些年的报告从头到尾没提“洞庭湖”', { absent: true }],
  ])('%s', (text, plan) => {
    expect(read(text)).toMatchObject({ kind: 'mentions', ...plan });
  });
});
