import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '通化市',
    year: 2020,
    reached:
      '地区生产总值增长6.1%。机场旅客吞吐量38万人次。城市和农村低保标准分别提高到每月610元、395元。速滑世界级金牌由169枚增至172枚。市级权力事项由4516项压缩到1822项。' +
      '优良天数230天，比上年增加53天。新增公办园学位3000个。城镇化率达到52%，提高1.1个百分点。' +
      '高速公路里程达到475公里，是2014年的2倍。五年来，累计实际利用外资39.5亿美元。2019年实际利用外资6.8亿美元。' +
      '外出打工挣回劳务收入12亿元。支线铁路提前9个月建成通车。在全省县域发展综合考评排序中，梅河口市位列第1，集安市、辉南县分列第11、18位。',
    aimed: '地区生产总值增长5%左右，固定资产投资增长8%左右。出台人才计划，未来五年安排100亿元人才发展经费。',
  },
  {
    place: '通化市',
    year: 2021,
    reached: '固定资产投资增长37.2%。',
    aimed:
      '地区生产总值增长6%以上。确定这样一个速度，主要是考虑经济进入了稳定增长期。初步提出“十四五”时期地区生产总值年均增长6.5%。' +
      '主要基于两个方面考虑：一是要为转方式留出空间，二是与全省的发展水平相衔接。',
  },
  {
    place: '白山市',
    year: 2020,
    reached: '地区生产总值增长2%。与通化合作共建年产30万台小家电项目。',
    aimed: '增长3%。',
  },
]);

describe('what is said around the place that is meant', () => {
  it.each([
    ['a mountain that holds the name of another place', '长白山边上的通化2019年GDP增长多少', '增长6.1%'],
    ['where somebody comes from', '白山人跑到通化，2019年机场旅客吞吐量多少', '38万人次'],
    ['where the asker comes from', '作为吉林白山人，想问通化2019年GDP增长多少', '增长6.1%'],
    ['people of the place who are what is asked about', '出去打工的通化老乡2019年挣回多少亿', '12亿元'],
  ])('%s: %s', async (_, question, told) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('figure');
    expect(headline).toContain(told);
  });
});

describe('a place within that of the report that is named', () => {
  it('is the one that is asked about', async () => {
    const { headline } = await ask('集安2019年县域考评排第几？见通化2020年的报告');
    expect(headline).toContain('集安市、辉南县分列第11、18位');
  });
});

describe('a change against the year before', () => {
  it.each([
    ['优良天数比上年增加多少'],
    ['优良天数比头一年多出多少天'],
    ['优良天数增加了多少'],
    ['优良天数较上年变化多大'],
    ['优良天数是多少，比上年多多少'],
  ])('通化2019年%s is no 230 days alone', async (question) => {
    expect((await ask(`通化2019年${question}`)).headline).toContain('53天');
  });
  it.each([['比上年高几个点'], ['提高了多少'], ['比上年多几个点'], ['变了几个点'], ['较上年变化几个百分点']])(
    '通化2019年城镇化率%s is no 52%% alone',
    async (question) => {
      const { headline } = await ask(`通化2019年城镇化率${question}`);
      expect(headline).toContain('1.1个百分点');
    },
  );
  it('跟上年比 may stand before it', async () => {
    expect((await ask('跟上年比，通化2019年优良天数多了多少')).headline).toContain('53天');
  });
  it('a number of things added is one', async () => {
    expect((await ask('通化2019年公办园学位增加了多少')).headline).toContain('3000个');
  });
});

describe('what a report tells of several years', () => {
  it.each([
    ['翻了几番', '通化2019年高速公路里程翻了几番', '2倍'],
    ['the multiple of a year', '通化2019年高速公路里程是2014年的几倍', '2倍'],
    ['a sum', '通化2015到2019年实际利用外资一共多少', '39.5亿美元'],
    ['合计', '通化2015年到2019年这几年实际利用外资合计', '39.5亿美元'],
  ])('%s is told as it stands', async (_, question, told) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('figure');
    expect(headline).toContain(told);
  });
  it('one year of several makes no sum', async () => {
    const { headline } = await ask('通化2017到2019年实际利用外资合计');
    expect(headline).toContain('加不出合计');
  });
});

describe('why an aim was set as it is', () => {
  it.each([
    ['of a year', '通化2021年GDP增速为啥只定6%', '主要是考虑经济进入了稳定增长期'],
    ['of a plan', '通化“十四五”GDP增速为什么定6.5%', '主要基于两个方面考虑'],
  ])('%s is told by the sentence behind it', async (_, question, told) => {
    expect((await ask(question)).headline).toContain(told);
  });
});

describe('what a plan comes to', () => {
  it('is not denied where an earlier report names it', async () => {
    expect(await ask('通化“十四五”末机场旅客吞吐量多少')).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
  });
});

describe('the words of the asking', () => {
  it.each([
    ['townspeople are those of a city', '通化城里人的低保2019年提到一个月多少钱了', '610元'],
    ['块 that counts medals is no money', '通化2019年速滑的世界级金牌从多少块变多少块', '由169枚（2018年）到172枚'],
    ['a change is told from end to end', '通化2019年市级权力事项从多少压到多少', '由4516项（2018年）压缩到1822项'],
    ['earlier than planned is no aim', '通化那条支线铁路比计划早了几个月通车（看2020年报告）', '9个月'],
    ['five years by themselves may be those ahead', '通化2020年报告里，人才计划五年备了多少钱', '100亿元'],
    ['what is only chatted beside it says no more', '通化2020年GDP目标定得挺高吧，多少？', '目标：增长5%左右'],
    ['an aim is heard in words of no list', '煤城不好干，通化2020年固投只敢定增长多少', '目标：增长8%左右'],
  ])('%s: %s', async (_, question, told) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('figure');
    expect(headline).toContain(told);
  });
});
