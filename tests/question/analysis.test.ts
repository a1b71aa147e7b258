import { describe, expect, it } from 'vitest';
import { createTables } from '../../src/dialog/analysis.js';
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
const read = (text: string) => tables.read({ shown: 0 }, text);
const figures = (text: string) => {
  const plan = read(text);
  return plan?.kind === 'figures' ? plan : undefined;
};

describe('the side of a figure that reports of a year tell', () => {
  it.each([
    ['2012年各省政府工作报告里，谁的物价涨幅最高', 'open'],
    ['2021年各市的报告里，谁家说的2020年GDP增速最低', 'open'],
    ['哪一年上的万亿，常德GDP', 'open'],
  ])('in %s is %s', (text, facet) => {
    expect(figures(text)?.facet).toBe(facet);
  });

  it.each([
    // What was reached is of the year before the reports.
    ['2022年各市报告里，谁家GDP已经过了2000亿', { facet: 'outcome', years: [2021], ofReports: undefined }],
    ['2022年各市政府工作报告中谁的GDP已经上2000亿', { facet: 'outcome', years: [2021], ofReports: undefined }],
    ['2022年市级报告写的GDP已经过了2000亿的有谁', { facet: 'outcome', years: [2021], ofReports: undefined }],
    ['二二年各市报告上写的GDP谁已经过了2000亿', { facet: 'outcome', years: [2021], ofReports: undefined }],
    // To be told is asked by 报, which people also say for aiming.
    ['2021年各市GDP实际增速分别报一下', { facet: 'outcome', years: [2021], ofReports: undefined }],
    // Aims are of their own year.
    ['2022年各市报告里谁的财政收入目标最高', { facet: 'target', years: [2022], ofReports: undefined }],
    // Nothing tells which of the two is meant.
    ['2022年各市报告里，谁的GDP最高', { facet: 'open', years: [2022], ofReports: true }],
    // No report is named, or one of another year.
    ['2022年各市谁的GDP已经过了2000亿', { facet: 'outcome', years: [2022], ofReports: undefined }],
    ['2021年各市GDP谁最高', { facet: 'open', years: [2021], ofReports: undefined }],
  ])('is of their own year or of the year before: %s', (text, { facet, years, ofReports }) => {
    const plan = figures(text);
    expect({ facet: plan?.facet, years: plan?.years.years, ofReports: plan?.ofReports }).toEqual({
      facet,
      years,
      ofReports,
    });
  });

  it.each([
    '2022年各市年初定的GDP数谁做到了',
    '2021年各市当初说好的GDP谁兑现了',
    '2021年各市年初喊的GDP数谁最后做到了',
  ])('is set against the other in words that no pattern knows: %s', (text) => {
    expect(figures(text)?.facet).toBe('both');
  });

  it.each(['2021年各市GDP增速谁最高', '2022年各市GDP目标谁定得最高'])('is no such pair: %s', (text) => {
    expect(figures(text)?.facet).not.toBe('both');
  });
});

describe('reading a question over many rows', () => {
  it.each([
    ['2024年哪些省的GDP目标高于6%', [{ kind: 'number', op: '>', value: 6, unit: '%' }]],
    ['2024年增速目标没到6%的省份有几个', [{ kind: 'number', op: '<', value: 6, unit: '%' }]],
    ['2024年各省GDP目标在5%到5.5%之间的', [{ kind: 'between', low: 5, high: 5.5, unit: '%' }]],
    ['2024年哪些省把GDP目标定在5%左右', [{ kind: 'written', bound: '~', value: 5, unit: '%' }]],
    ['2024年各省GDP目标写成区间的有谁', [{ kind: 'form', form: 'range' }]],
    ['2020年哪个省的GDP目标没写具体数字', [{ kind: 'form', form: 'words' }]],
    ['2021年GDP目标上了两位数的省有谁', [{ kind: 'form', form: 'two-digit' }]],
    ['2023年哪些省没完成GDP目标', [{ kind: 'verdict', met: false }]],
    ['哪些省2024年下调了GDP目标', [{ kind: 'moved', way: ['down'] }]],
    ['2022年比2021年下调GDP目标1个点以上的省', [{ kind: 'moved', way: ['down'], by: 1 }]],
    ['2018年实际GDP增速比目标低1个点以上的有谁', [{ kind: 'verdict', met: false, by: 1 }]],
    ['2021年哪几个省没写具体GDP增速', [{ kind: 'form', form: 'words' }]],
    ['2021年各省单位GDP能耗下降目标', []],
    ['常德GDP目标连续几年高于5%', [{ kind: 'number', op: '>', value: 5, unit: '%' }]],
    ['常德历年固投目标变没变', []],
    // Half, and a myriad without a digit.
    ['2021年哪些市的城镇化率过半', [{ kind: 'number', op: '>', value: 50, unit: '%' }]],
    ['2021年哪些市的城镇化率超过一半', [{ kind: 'number', op: '>', value: 50, unit: '%' }]],
    ['2021年哪些市GDP增速过半年', []],
    ['2021年哪些市新增企业过万家', [{ kind: 'number', op: '>', value: 1, unit: '万家' }]],
    ['2021年哪些市的新增就业过万人', [{ kind: 'number', op: '>', value: 1, unit: '万人' }]],
    ['常德哪几年GDP目标是7%', [{ kind: 'written', bound: 'any', value: 7, unit: '%' }]],
    ['湖南各市2021年GDP增速超过全省的有几个', [{ kind: 'against', op: '>' }]],
    ['2021年哪些市没定具体增速', [{ kind: 'form', form: 'words' }]],
    // The number itself counts: what is set, and what is kept within.
    ['2021年湖南哪些市GDP目标定了7%', [{ kind: 'written', bound: 'any', value: 7, unit: '%' }]],
    ['2021年哪些市GDP目标写的7%以上', [{ kind: 'written', bound: '>=', value: 7, unit: '%' }]],
    ['2021年哪些市只定了7%的GDP目标', [{ kind: 'number', op: '<=', value: 7, unit: '%' }]],
    ['2021年失业率目标，哪些市定到了5%以内', [{ kind: 'number', op: '<=', value: 5, unit: '%' }]],
    ['2021年失业率目标，哪些市定到了5%以下', [{ kind: 'number', op: '<', value: 5, unit: '%' }]],
    // Against another place, with those that are the same.
    ['2021年哪些市GDP目标比湖南低或者持平', [{ kind: 'against', op: '<=' }]],
    ['2021年哪些市GDP目标比湖南高或跟它一样', [{ kind: 'against', op: '>=' }]],
    ['2021年哪些市GDP目标不低于湖南', [{ kind: 'against', op: '>=' }]],
    ['2021年哪些市GDP目标比湖南低', [{ kind: 'against', op: '<' }]],
  ])('%s', (text, conditions) => {
    const plan = figures(text);
    expect(plan?.conditions).toHaveLength(conditions.length);
    expect(plan?.conditions).toMatchObject(conditions);
  });

  it.each([
    ['2019年长三角三省一市GDP目标分别多少', '长三角', 4],
    ['京沪津渝2021年失业率目标各多少', '北京、上海、天津、重庆', 4],
    ['2025年东中西部GDP目标平均各多少', '东部、中部六省、西部', 28],
  ])('%s is over %s', (text, label, members) => {
    expect(figures(text)?.places).toMatchObject({ label });
    expect(figures(text)?.places.members).toHaveLength(members);
  });

  it.each([
    ['江苏几个市2023年财政收入目标，谁最高', { label: '江苏各市', level: 'prefecture' }],
    ['新疆几个州2021年GDP目标', { level: 'prefecture' }],
    // A group behind the places only says what they are.
    ['2024年广东、四川两个经济大省GDP目标', { label: '广东省、四川省' }],
    ['2024年广东和经济大省GDP目标', { label: '经济大省、广东省' }],
    ['2022年31个省GDP目标列个表', { level: 'province', label: '各省区市' }],
    ['2024年两湖和两广GDP目标', { label: '两湖、两广' }],
    ['除了西藏谁的GDP目标最高，2024年', { assumed: true, named: false }],
    ['2024年最高和最低差多少，GDP目标', { assumed: true, named: false }],
    ['辽宁各市2025年GDP目标，包括沈阳', { level: 'prefecture', label: '辽宁各市' }],
    ['2024年长三角四个城市GDP目标：上海、杭州、南京、合肥', { label: '上海市、杭州市、南京市、合肥市' }],
  ])('%s is over the places that are meant', (text, places) => {
    expect(figures(text)?.places).toMatchObject(places);
  });

  it.each([
    ['常德GDP目标哪年最高哪年最低', { over: ['extreme'], orders: ['highest', 'lowest'] }],
    ['哪些省连续三年没完成GDP目标', { over: ['run'], least: 3, facet: 'both' }],
    ['吉林GDP增速什么时候由涨转跌的', { over: ['turn'] }],
    ['江苏财政收入哪年破千亿', { over: ['first'], conditions: [{ kind: 'number', op: '>', value: 1000, unit: '亿' }] }],
    ['2022年粮食产量目标最高的三个省', { orders: ['highest'], top: 3 }],
    ['2024年各省的GDP目标按从低到高排', { orders: ['lowest'] }],
    ['2024年GDP目标倒数前三的省', { orders: ['lowest'], top: 3 }],
    ['2024年GDP目标前三的省', { orders: ['highest'], top: 3 }],
    // As many of the newest years; years that are named are those meant.
    ['常德这三年GDP目标各是多少', { years: { kind: 'latest', count: 3, calendar: true } }],
    ['常德最近三份报告里GDP目标各是多少', { years: { kind: 'latest', count: 3 } }],
    ['常德2019、2021、2022这三年GDP目标各是多少', { years: { years: [2019, 2021, 2022] } }],
    ['常德2019、2021、2022这几年GDP目标各是多少', { years: { years: [2019, 2021, 2022] } }],
    ['深圳GDP哪年过的2万亿', { over: ['first'], conditions: [{ kind: 'number', op: '>', value: 2, unit: '万亿' }] }],
    ['江苏、浙江、广东谁的GDP先破万亿', { over: ['first'], years: { kind: 'all' } }],
    ['全国GDP目标2014到2016降了几个点', { change: true, years: { kind: 'range' } }],
    ['南京2023到2026连着四年GDP目标都是多少，有没有变', { over: ['direction'], conditions: [] }],
    [
      '2016年各省居民收入目标比GDP目标高的有谁',
      { conditions: [{ kind: 'column', op: '>', than: { id: 'gdp' }, of: 'resident-income' }] },
    ],
    ['2022年比2019年GDP目标降得最多的省', { change: true, moveEnd: 'down' }],
    ['全国GDP增速连续几年低于目标', { over: ['run'], facet: 'both', conditions: [{ kind: 'verdict', met: false }] }],
    ['2026年GDP目标区间写法的城市有哪些', { conditions: [{ kind: 'form', form: 'range' }] }],
    ['2019到2022年各省GDP目标平均每年是多少', { aggregates: ['mean'], places: { level: 'province' } }],
    ['2016年哪个省离GDP目标差得最远', { facet: 'both', gapEnd: 'missed' }],
    ['2016年哪个省超GDP目标最多', { facet: 'both', gapEnd: 'beaten' }],
    ['2022年各市GDP目标都高于7%吗', { all: true, conditions: [{ kind: 'number', op: '>', value: 7, unit: '%' }] }],
    ['鞍山2020年空气优良天数原来说要稳定在多少天，结果呢', { facet: 'both' }],
  ])('%s asks for an operation over years', (text, plan) => {
    expect(figures(text)).toMatchObject(plan);
  });

  it.each([
    ['常德2022年GDP目标和2021年实际', ['2021年实际', '2022年目标']],
    ['常德2021年GDP实际增速和22年目标', ['2021年实际', '2022年目标']],
    ['湖南各市2021年GDP实际增速和2022年目标对比', ['2021年实际', '2022年目标']],
    ['常德2020年财政收入目标、2021年实际', ['2020年目标', '2021年实际']],
  ])('%s asks of each year its own side', (text, labels) => {
    expect(figures(text)).toMatchObject({ facet: 'open', times: labels.map((label) => ({ label })) });
  });

  it.each(['常德2021年GDP目标和实际', '常德2021年和2022年GDP目标和实际各多少'])(
    '%s asks for both sides of a year',
    (text) => {
      expect(figures(text)?.times).toBeUndefined();
    },
  );

  it('sets a target whose place in the nation is asked for among the provinces', () => {
    expect(figures('湖北2024年GDP目标在全国排第几')?.places).toMatchObject({ level: 'province', named: false });
    expect(figures('湖北和全国2024年GDP目标各多少')?.places.members).toHaveLength(2);
  });

  it('takes a number beside places that are named for a claim, unless it asks which', () => {
    expect(figures('济南和潍坊2021年GDP都定了8%吗')?.conditions).toEqual([]);
    expect(figures('济南和潍坊2021年GDP目标高于6%的有几个')?.conditions).toHaveLength(1);
  });

  it('reads several indicators by the words that mean them, each next of the one before', () => {
    const columns = figures('2021年31省GDP、固投、财政、就业、CPI目标一张表')?.columns;
    expect(columns === 'main' ? [] : columns?.map((c) => c.indicator.id)).toEqual([
      'gdp',
      'fixed-investment',
      'local-revenue',
      'new-urban-jobs',
      'cpi',
    ]);
  });

  it.each([
    ['2021年湖南各市城镇、农村居民收入各涨多少', ['urban-income', 'rural-income']],
    ['2021年湖南各市城乡居民收入增速', ['urban-income', 'rural-income']],
    ['2021年湖南各市城乡居民收入增速，农村最高的是谁', ['rural-income']],
    ['2021年湖南各市居民收入增速', ['resident-income']],
  ])('tells both members of a thing apart: %s', (text, ids) => {
    const plan = figures(text);
    const columns = plan?.columns === 'main' ? [] : plan?.columns;
    expect(columns?.map((c) => c.indicator.id) ?? [plan?.indicator?.id]).toEqual(ids);
  });

  it.each([
    ['常德、怀化2021年实际涨了多少', { implied: true, facet: 'outcome' }],
    ['常德2021年GDP增速和目标各是多少', { facet: 'both' }],
    ['湖南各市2021年GDP目标和增速', { facet: 'both' }],
    ['处长要一张表：2021年湖南各市GDP、固投的实际增速', { facet: 'outcome' }],
    ['2022年湖南各市要完成多少固投目标', { facet: 'target' }],
    ['2021年湖南哪些市没完成目标', { implied: true, facet: 'both' }],
    ['常德GDP目标最高和最低各是哪年，差几个点', { aggregates: ['spread'], years: { kind: 'all' } }],
    ['常德GDP目标最高和最低相差多少', { aggregates: ['spread'], years: { kind: 'all' } }],
    ['五年来常德哪一年增长最快', { years: { kind: 'latest', count: 5 }, over: ['extreme'] }],
  ])('%s is read whole', (text, plan) => {
    expect(figures(text)).toMatchObject(plan);
  });

  it('names words that nothing was made of', () => {
    expect(figures('2024年各省GDP目标，我表哥想知道谁最高')?.unused.join('')).toContain('表哥');
  });

  it.each([
    '常德2022年GDP目标是多少',
    '2017到2021这五年邵阳经济年均增速是多少',
    '怀化国际陆港怎么建',
    '常德“六大专项行动”是什么',
    '火星市今年财政收入目标',
    // The nation behind a place is the field of the order that the report tells, and no place beside it.
    '江苏2020年GDP全国排第几',
    '2021年安徽进出口增速全国排名',
    '江西2022年粮食产量在全国位居第几位',
    '赣州2024年规上企业数在江西排第几',
    // How long a run is that the report tells itself.
    '黑龙江粮食产量连续几年全国第一',
  ])('leaves %s to others', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['哪些省提到低空经济', '低空经济', 'which', false],
    ['2024年没写“新质生产力”的省级报告有哪份', '新质生产力', 'which', true],
    ['“互联网+”最早出现在哪年的国务院报告', '互联网+', 'first', false],
    ['2024年哪些省提了比亚迪', '比亚迪', 'which', false],
    // A longer run that the learned reader takes for no content is not looked for.
    ['老师布置作业，哪些省的报告提到碳汇', '碳汇', 'which', false],
    ['帮朋友打听打听，哪些市提到陆港', '陆港', 'which', false],
    ['我表哥是开店的，哪些市提到夜市', '夜市', 'which', false],
    ['2024年有没哪个省没提低空经济', '低空经济', 'which', true],
    // Names of schools and firms with a place in them.
    ['哪些市提到北京大学', '北京大学', 'which', false],
    ['哪些市的报告提到蜜雪冰城', '蜜雪冰城', 'which', false],
    ['2022年哪些市的报告提到大学生', '大学生', 'which', false],
  ])('%s looks for %s', (text, term, ask, absent) => {
    expect(read(text)).toMatchObject({ kind: 'mentions', term, ask, absent });
  });

  it('looks for each of two schools', () => {
    expect(read('黄冈中学衡水中学在哪几个报告里提到')).toMatchObject({
      term: '黄冈中学',
      beside: { term: '衡水中学' },
    });
  });

  it.each(['常德报告里提到的主要问题是什么', '2022年常德报告里提到的主要问题', '2022年常德报告提到的困难和挑战有哪些'])(
    '%s asks for what is mentioned, and for no mention',
    (text) => {
      expect(read(text)).toBeUndefined();
      expect(parseQuestion(text, text, { lexicon, held }).operation).not.toBe('mentions');
    },
  );

  it('asks whether a report mentions a thing', () => {
    expect(read('2022年常德报告提到营商环境了吗')).toMatchObject({ term: '营商环境', ask: 'yesno' });
  });

  it.each([
    '31省40年GDP财政固投社零目标',
    '高于高于6%',
    '各省GDP目标高于6',
    '2024年各省2030到2010年GDP目标',
    '各省'.repeat(60),
  ])('bears %s', (text) => {
    expect(() => read(text)).not.toThrow();
  });
});

describe('the thing that reports are searched for', () => {
  const term = (text: string): string | undefined => {
    const plan = read(text);
    return plan?.kind === 'mentions' ? plan.term : undefined;
  };

  it.each([
    // What the learned reader takes for the thing, whatever stands around it.
    ['区块链火成那样，哪些市的报告把它写进去了', '区块链'],
    ['区块链被哪些市写进了报告', '区块链'],
    ['2022年哪些市的报告提到三聚氰胺了', '三聚氰胺'],
    // No part of a word in letters.
    ['哪些市2022年报告里写了ChatRCEP', 'ChatRCEP'],
    // By whatever verb, where some of many are asked for and no figure is.
    ['哪些市蹭过营商环境', '营商环境'],
    ['营商环境最早是哪年在哪份报告里冒出来的', '营商环境'],
    ['2021年哪些市报告提到营商环境的', '营商环境'],
    ['营商环境上过谁家的政府工作报告', '营商环境'],
    // A place at its head is part of a name that reports hold.
    ['怀化国际陆港哪些市的报告提过', '怀化国际陆港'],
    ['怀化国际陆港，常德之外的哪些市报告里也提过', '怀化国际陆港'],
  ])('%s', (text, thing) => {
    expect(term(text)).toBe(thing);
  });

  it.each([
    ['a year that one report tells', '怀化2022年报告说要进万亿城市，定的是哪一年'],
    ['a figure', '2022年哪些市GDP目标高于7%'],
    ['figures that are put forward', '2022年哪些市提出GDP增长7%以上'],
    ['what nothing makes a thing of', '2022年市里自己认了哪几个'],
    ['a person', '怀化2022年的市长是谁'],
  ])('is nothing in a question for %s', (_, text) => {
    expect(term(text)).toBeUndefined();
  });
});

describe('conditions that are none', () => {
  it('asks of each whether it did, where both verdicts are named', () => {
    expect(figures('2022年常德、怀化、邵阳谁完成了谁没完成GDP目标')?.conditions).toEqual([]);
    expect(figures('2022年常德、怀化、邵阳哪些没完成GDP目标')?.conditions).toEqual([{ kind: 'verdict', met: false }]);
  });

  it('takes the first against the last, named in whatever words', () => {
    const plan = figures('2022年各市GDP目标最猛的和最保守的，差几个点');
    expect(plan?.aggregates).toEqual(['spread']);
  });
});

describe('a question over several rows', () => {
  it.each([
    // How far the ends are apart, beside an end.
    ['2022年各市GDP目标谁最高，比最低的高多少', { orders: ['highest'], aggregates: ['spread'] }],
    ['2022年各市GDP目标最高的是哪个，跟最低的差几个点', { orders: ['highest'], aggregates: ['spread'] }],
    ['2022年各市GDP目标最快和最慢的差几个点', { orders: [], aggregates: ['spread'] }],
    ['2022年各市GDP目标最高和最低分别是谁，差多少', { aggregates: ['spread'] }],
    ['2022年常德、怀化、邵阳GDP目标，差距多大', { aggregates: ['spread'], facet: 'target' }],
    ['2021年底常德、怀化GDP各多少，最高最低差多少', { aggregates: ['spread'], years: { kind: 'list', years: [2021] } }],
    // What a condition says of setting is said of aims.
    ['2022年有几个市把GDP定在8%左右', { facet: 'target', conditions: [{ kind: 'written', bound: '~' }] }],
    ['2022年哪些市GDP目标是8%往上（含8%左右）', { conditions: [{ kind: 'number', op: '>=' }] }],
    ['常德2022年GDP目标在各市里是最高吗', { focus: { short: '常德' } }],
    ['常德2021年和2022年的GDP目标完成了吗', { facet: 'both', years: { years: [2021, 2022] } }],
    // The years of one place, each by itself; and the last against the first.
    ['常德2019到2021三年GDP各增长多少', { years: { kind: 'range', years: [2019, 2020, 2021] }, change: false }],
    ['常德PM2.5从2019年到2021年降了多少微克', { years: { kind: 'range', years: [2019, 2020, 2021] }, change: true }],
    ['常德2019到2022年GDP目标先升后降吗', { over: ['direction'] }],
  ])('%s', (text, plan) => {
    expect(figures(text)).toMatchObject(plan);
  });

  it.each([
    ['2022年谁把营商环境写进市里的政府工作报告了', '营商环境'],
    ['2022年各市基本都写了营商环境，谁没写', '营商环境'],
    ['2022年各市报告提到营商环境的是哪几家', '营商环境'],
    ['营商环境这东西2022年哪几个市写进报告了', '营商环境'],
  ])('is for reports that hold a word: %s', (text, term) => {
    expect(read(text)).toMatchObject({ kind: 'mentions', term });
  });
});

describe('an indicator by its short name over many places', () => {
  it.each([
    ['各市里2022年消费喊得最高的是哪家', '社会消费品零售总额', { facet: 'target', orders: ['highest'] }],
    ['2022年工业目标各市里最低的', '规模以上工业增加值', { facet: 'target', orders: ['lowest'] }],
    [
      '2022年有几个市工业没完成',
      '规模以上工业增加值',
      { facet: 'both', conditions: [{ kind: 'verdict', met: false }] },
    ],
    [
      '哪些市2022年财政没达标',
      '地方一般公共预算收入',
      { facet: 'both', conditions: [{ kind: 'verdict', met: false }] },
    ],
    ['2022年哪些市没完成投资目标', '固定资产投资', { facet: 'both', conditions: [{ kind: 'verdict', met: false }] }],
    ['消费2019到2021年各市谁一直没变', '社会消费品零售总额', { conditions: [{ kind: 'moved', way: ['same'] }] }],
    ['2022年各市谁的经济跑得最快', '地区生产总值', { orders: ['highest'] }],
    ['2022年各市就业平均定在多少', '城镇新增就业', { facet: 'target', aggregates: ['mean'] }],
  ])('is all that is asked for: %s', (text, name, plan) => {
    expect(figures(text)).toMatchObject({ indicator: { name }, ...plan });
  });

  it.each(['哪些市2022年财政紧张', '2022年哪些市提到消费'])('is part of another thing, or looked for: %s', (text) => {
    expect(figures(text)).toBeUndefined();
  });
});

describe('numbers and what is said of them', () => {
  it.each([
    // What was not reached is below.
    ['2022年哪些市GDP没达到7%', { conditions: [{ kind: 'number', op: '<', value: 7 }] }],
    ['2022年GDP目标定在7%及7%以上的市', { conditions: [{ kind: 'number', op: '>=', value: 7 }] }],
    ['2022年GDP目标定在7个点及更高的市', { conditions: [{ kind: 'number', op: '>=', value: 7 }] }],
    // A number without a unit behind a word that compares.
    ['2022年GDP目标超过7的市', { conditions: [{ kind: 'number', op: '>', value: 7 }] }],
    ['常德GDP目标啥时候跌破8的', { over: ['first'], conditions: [{ kind: 'number', op: '<', value: 8 }] }],
    // What is named only to be left out, or as it had been.
    ['2022年各市GDP目标，超过7%的有谁？刚好7的别算', { conditions: [{ kind: 'number', op: '>', value: 7 }] }],
    ['常德GDP目标以前都两位数，从哪年开始掉到个位数的', { over: ['first'], conditions: [{ form: 'one-digit' }] }],
    // What was not written is another number, and no missing one.
    ['2022年哪些市的GDP目标没写7%', { conditions: [{ kind: 'not-written' }] }],
    ['2022年哪些市的GDP目标没定7%以上', { conditions: [{ kind: 'number', op: '<', value: 7 }] }],
    ['2022年哪些市没写GDP目标', { conditions: [{ kind: 'form' }] }],
    // Those that are not as most are.
    ['2022年各市GDP目标是不是全是7%，谁不一样', { all: true, conditions: [{ kind: 'written' }] }],
    ['2022年各市GDP目标大多写7%，哪些市不是', { all: true, conditions: [{ kind: 'written' }] }],
    ['2022年各市GDP目标清一色8%？有谁例外', { all: true, conditions: [{ kind: 'written' }] }],
    ['2022年各市GDP目标多数是8%，不一样的是哪几家', { all: true, conditions: [{ kind: 'written' }] }],
    ['常德、怀化2022年GDP目标有没有全完成', { facet: 'both' }],
    // The place's own number is no condition on the others.
    ['常德2022年7%以上这个目标在各市里算第几高', { focus: { short: '常德' }, conditions: [] }],
    ['常德2022年GDP目标在各市里算高吗', { focus: { short: '常德' } }],
    ['湖南2022年GDP目标排第几', { places: { level: 'province' }, focus: { short: '湖南' } }],
    // A condition and its opposite are one question for both sides.
    [
      '2022年各市GDP目标7%以上的有几个，不到7%的有谁',
      { all: true, conditions: [{ op: '>=', value: 7, others: true }] },
    ],
    ['2022年各市GDP目标写8%的几家，没写8%的是谁', { all: true, conditions: [{ kind: 'written', others: true }] }],
    // How many is no sum.
    [
      '2022年各市把GDP目标定成8%（左右、以上都算8）的一共几个',
      { counts: true, aggregates: [], conditions: [{ value: 8 }] },
    ],
    ['2022年各市各打算改造多少个老旧小区，合计几个', { aggregates: ['sum'] }],
    // Numbers in words.
    ['2022年GDP目标定了七点五左右的市', { conditions: [{ kind: 'written', bound: '~', value: 7.5 }] }],
    ['2022年GDP目标比2021年低了半个点的市', { conditions: [{ kind: 'moved', way: ['down'], by: 0.5 }] }],
    // So many of an end.
    ['2022年湖南哪三个市GDP目标最高', { orders: ['highest'], top: 3 }],
    ['2022年各市GDP目标倒数第一第二是谁', { orders: ['lowest'], top: 2 }],
    ['2022年各市GDP目标从快到慢', { orders: ['highest'] }],
    // Places in brackets are those that are asked about.
    [
      '2022年湖南各市（常德 怀化 娄底）GDP目标是不是都在7%以上',
      { all: true, places: { named: true }, conditions: [{ op: '>=' }] },
    ],
    ['广西南宁北海，2022年GDP目标高于5%的是哪个市', { places: { members: [{ short: '南宁' }, { short: '北海' }] } }],
    // What a question says of another place is no condition.
    ['湖南省22年定7左右，常德、怀化、娄底的目标是不是都比省里高', { conditions: [{ kind: 'against' }] }],
    // Years of one place.
    ['张家界2021到2024年固投目标，头两年一样吗', { same: true, years: { years: [2021, 2022] } }],
    ['常德2019年、20、21、22各年GDP目标哪年最低', { years: { years: [2019, 2020, 2021, 2022] } }],
    ['常德PM2.5浓度从2021年报告到2022年报告', { years: { years: [2021, 2022] } }],
    ['常德19、20、21、22增速目标是步步走低吗', { over: ['direction'], years: { years: [2019, 2020, 2021, 2022] } }],
    ['常德GDP目标，2019、20、21，一年年怎么走的', { years: { years: [2019, 2020, 2021] } }],
    ['常德高新技术企业总数从2021年报告到2022年报告', { facet: 'outcome', years: { years: [2020, 2021] } }],
    ['常德GDP目标，2019一直列到2022', { years: { kind: 'range', years: [2019, 2020, 2021, 2022] } }],
    ['常德粮食产量2019年二百多万吨，这些年一直在涨吗', { over: ['direction'], years: { kind: 'range' } }],
    ['常德GDP目标有几年没完成', { years: { kind: 'all' }, conditions: [{ kind: 'verdict', met: false }] }],
    ['常德GDP目标，从19年说到22年', { years: { kind: 'range', years: [2019, 2020, 2021, 2022] } }],
    ['常德每年定的新增就业，2019年以来有变化吗', { over: ['direction'] }],
  ])('%s', (text, plan) => {
    expect(figures(text)).toMatchObject(plan);
  });
});

describe('how aims moved, and whether they were met, without the name of an indicator', () => {
  it.each([
    ['2021和2022，常德怀化邵阳娄底，谁调高了谁调低了', { conditions: [{ kind: 'moved', way: ['up', 'down'] }] }],
    ['2021到2022：常德 怀化 邵阳，别人都往下调，就一个没往下调的是谁', { conditions: [{ way: ['up', 'same'] }] }],
    ['2021、2022两年，常德怀化谁没往下调目标', { conditions: [{ way: ['up', 'same'] }] }],
    ['2022年常德怀化邵阳谁的目标动了', { conditions: [{ way: ['up', 'down'] }], years: { years: [2021, 2022] } }],
    ['常德怀化2022年比2021年谁砍得多', { moveEnd: 'down' }],
    ['常德2021、2022定的都是七点五，哪年做到的', { facet: 'both', conditions: [{ kind: 'written' }, { met: true }] }],
    ['常德近两年（21 22）哪年达标', { facet: 'both', years: { years: [2021, 2022] } }],
    ['常德2021跟2022两年的GDP目标，一年砸了一年超了', { facet: 'both', conditions: [] }],
    ['2021年常德、怀化、邵阳三家，没达标的是谁', { facet: 'both', conditions: [{ kind: 'verdict', met: false }] }],
    ['常德2020、2021年目标和实际差多少，哪年差得最小', { facet: 'both', gapEnd: 'closest' }],
    ['常德2021、2022年GDP，年初说几年底是几', { facet: 'both' }],
    ['2022年各市GDP想长多少', { facet: 'target' }],
  ])('%s', (text, plan) => {
    expect(figures(text)).toMatchObject({ indicator: { id: 'gdp' }, ...plan });
  });

  it('is left open where the place alone and another thing are named', () => {
    expect(figures('2021到2022，常德怀化谁降得最少')).toBeUndefined();
  });
});

describe('a search by a verb of its own', () => {
  it.each([
    ['常德2021提营商环境，到2022年还提不提了', { term: '营商环境', years: [2021, 2022] }],
    ['常德2021跟2022哪年讲营商环境讲得多', { term: '营商环境', most: true }],
    ['营商环境2022年各市里就常德提了吧', { term: '营商环境', places: { example: { short: '常德' } } }],
    // A place at the head of what is looked for is none that is asked about, where others are left out.
    ['怀化国际陆港，湖南以外谁的报告写了', { term: '怀化国际陆港', places: { without: [{ short: '湖南' }] } }],
  ])('%s', (text, plan) => {
    expect(read(text)).toMatchObject({ kind: 'mentions', ...plan });
  });
});
