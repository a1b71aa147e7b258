import { describe, expect, it } from 'vitest';
import { type OwnReport, overOwn } from '../support/own-reports.js';

/** A report whose aims are of the economy, of incomes and of industry. */
function report(place: string, year: number, gdp: string, more = '', reached = ''): OwnReport {
  return {
    place,
    year,
    reached: `过去一年，${reached === '' ? '地区生产总值增长6%' : reached}。`,
    aimed: `地区生产总值增长${gdp}${more}。`,
  };
}

const INCOME = (rate: string): string => `，居民人均可支配收入增长${rate}`;

const talk = await overOwn([
  report('江苏省', 2021, '6%以上', '，规模以上工业增加值增长7%'),
  report('浙江省', 2021, '6.5%以上', '，规模以上工业增加值增长6%。推进长三角一体化发展'),
  report('安徽省', 2021, '8%', '，工业增加值增长9%'),
  report('上海市', 2021, '6%'),
  report('安徽省', 2022, '7%以上', '，规模以上工业增加值增长8%。积极培育预制菜产业'),
  report('江苏省', 2022, '5.5%以上'),
  report('安徽省', 2023, '6.5%左右', '', '地区生产总值增长3.5%'),
  report('南京市', 2021, '7%', INCOME('6%')),
  report('苏州市', 2021, '6%', INCOME('7%')),
  report('南通市', 2021, '6.5%', INCOME('6.5%')),
  report('南京市', 2022, '6%', INCOME('7%'), '地区生产总值增长7.5%'),
  report('苏州市', 2022, '6.5%', INCOME('6%'), '地区生产总值增长5%'),
  report('南通市', 2022, '6.5%', INCOME('6%'), '地区生产总值增长8%'),
  report('杭州市', 2021, '6.5%', INCOME('8%')),
  report('宁波市', 2021, '6%', INCOME('7.5%')),
]);

describe('a turn behind a table of the cities of one province stays with them', () => {
  const FIRST = '2021年江苏各市GDP目标谁最高';
  it.each([
    ['another indicator, in short', [FIRST, '那收入呢'], '江苏各市', '最高的是苏州市：增长7%'],
    ['the cities of another province', [FIRST, '那收入呢', '那浙江的呢'], '浙江各市', '最高的是杭州市：增长8%'],
    ['another year', [FIRST, '换成2022年'], '江苏各市', '苏州市'],
    ['some of them', [FIRST, '只看省会'], '江苏各市里的省会城市', '南京市'],
    ['the other way round', [FIRST, '倒过来排'], '江苏各市', '最低的是苏州市：增长6%'],
    ['the other end', [FIRST, '那最低的呢'], '江苏各市', '最低的是苏州市：增长6%'],
    ['their mean', [FIRST, '平均呢'], '江苏各市', '简单平均6.5%（3个'],
    ['how many missed it', [FIRST, '平均呢', '几个没达标'], '江苏各市', '没有完成目标的有1个'],
    ['who raised it', [FIRST, '几个没达标', '换成2022年', '谁上调了'], '江苏各市', '苏州市（增长6%→增长6.5%'],
    [
      'who raised it, said with the year',
      [FIRST, '换成2022年', '哪些比上年上调了'],
      '江苏各市',
      '苏州市（增长6%→增长6.5%',
    ],
    [
      'who raised it, behind an end',
      [FIRST, '换成2022年', '第一是谁', '谁调高了'],
      '江苏各市',
      '苏州市（增长6%→增长6.5%',
    ],
    ['the year before, of what moved', [FIRST, '谁上调了', '2022年呢'], '江苏各市', '苏州市（增长6%→增长6.5%'],
  ])('%s', async (_, turns, places, says) => {
    const { headline, understood } = await talk(...turns);
    expect(understood.line).toContain(`${places} ·`);
    expect(headline).toContain(says);
  });

  it('keeps the condition that picked some of them', async () => {
    const { headline, understood } = await talk('2021年江苏各市GDP目标高于6%的有哪些', '那收入呢');
    expect(understood.line).toContain('筛选：高于6%');
    expect(headline).toContain('高于6%的有2个：苏州市增长7%、南通市增长6.5%');
  });

  it('is asked of those alone that a number picked, of what came of their aims too', async () => {
    const turns = ['2021年江苏各市GDP目标高于6%的有哪些', '其中谁没完成'];
    const { headline, understood } = await talk(...turns);
    expect(understood.line).toContain('筛选：目标高于6% · 筛选：没有完成目标');
    expect(headline).not.toContain('苏州市');
  });

  it.each([
    ['完成了吗', '苏州市2021年地区生产总值：目标增长6%，实际增长5%，未达到目标'],
    ['完成情况呢', '苏州市2021年地区生产总值：目标增长6%，实际增长5%，未达到目标'],
    ['谁完成得最好', '超过目标最多的是南通市'],
  ])('sets their aims against what came of them: %s', async (turn, says) => {
    expect((await talk('2021年江苏各市GDP目标', turn)).headline).toContain(says);
  });

  it('looks for a thing of no list in their reports alone', async () => {
    const { understood } = await talk(FIRST, '那充电桩呢');
    expect(understood.line).toContain('江苏各市');
  });
});

describe('short names of groups, with what stands beside them', () => {
  it.each([
    ['2021年长三角这几家GDP目标谁高', '最高的是安徽省：增长8%'],
    ['2021年长三角那边GDP目标谁定得低', '最低的是上海市增长6%、江苏省增长6%以上（并列）'],
    ['2021年这几个长三角省市GDP目标谁最高', '最高的是安徽省：增长8%'],
    ['长三角三省一市，2021年各自打算增长多少', '安徽省增长8%'],
  ])('%s', async (question, says) => {
    const { headline, understood } = await talk(question);
    expect(understood.line).toContain('长三角 · 2021年');
    expect(understood.line).not.toContain('计数');
    expect(headline).toContain(says);
  });
});

describe('a group without a year', () => {
  it('is told of the newest year in which most of it tell the figure, and the reading says so', async () => {
    const { headline, understood } = await talk('长三角GDP目标');
    expect(understood.line).toContain('长三角 · 2021年');
    expect(understood.line).toContain('没有说年份');
    expect(headline).toContain('安徽省增长8%');
  });

  it('names those that tell nothing beside the others', async () => {
    const { headline } = await talk('2022年长三角GDP目标');
    expect(headline).toContain('没有收录报告');
    expect(headline).toContain('上海市');
  });
});

describe('工业增速 is told by 规模以上工业增加值 and by 工业增加值', () => {
  it.each(['长三角工业目标', '2021年长三角工业增速目标谁最高'])('%s', async (question) => {
    const { headline } = await talk(question);
    expect(headline).toContain('安徽省');
    expect(headline).toContain('9%');
  });

  it('and is denied of none that tells either', async () => {
    expect((await talk('2021年长三角工业增速目标')).figures).toHaveLength(3);
  });
});

describe('how boldly an aim is set, without the name of an indicator', () => {
  it.each([
    ['2021年长三角谁最保守', '最低'],
    ['2021年长三角哪家定得最低调', '最低'],
    ['2021年长三角哪家定得最猛', '最高的是安徽省'],
    ['2021年长三角谁最大胆', '最高的是安徽省'],
  ])('%s', async (question, says) => {
    const { headline, understood } = await talk(question);
    expect(understood.line).toContain('没有说哪项指标，按地区生产总值目标看');
    expect(headline).toContain(says);
  });
});

describe('one place over years, in short', () => {
  it.each([
    ['安徽GDP目标连降几年', '从2022年开始连续2年（2022—2023年）下调'],
    ['安徽哪年GDP目标开始低于7%', '第一次低于7%的是2023年'],
    ['安徽GDP目标最近一次下调是哪年', '最近一次下调的是2023年'],
  ])('%s', async (question, says) => {
    expect((await talk(question)).headline).toContain(says);
  });
});

describe('a number that a filter is of', () => {
  it.each([
    ['2021年长三角GDP目标过6%的有谁', '高于6%的有2个：安徽省增长8%、浙江省增长6.5%以上'],
    ['2021年长三角谁GDP目标没定到6.5%', '低于6.5%的有2个'],
    ['2021年长三角谁GDP目标敢上8', '不低于8的有1个：安徽省增长8%'],
    ['2021年长三角里面GDP目标破7%的有几家', '高于7%的有1个'],
    ['2021年大多数省GDP目标定多少', '6'],
    ['2021年长三角GDP目标6%以上的占多少', '中占100%'],
  ])('%s', async (question, says) => {
    expect((await talk(question)).headline).toContain(says);
  });

  it('names below those that are just on the mark', async () => {
    const { text } = await talk('2021年长三角GDP目标超6%的有谁');
    expect(text).toContain('写的正好是这个数、没有算在内的：');
    expect(text).toContain('上海市增长6%');
  });
});

describe('two groups, and two places over years', () => {
  it('are set side by side behind a table of one', async () => {
    const { headline } = await talk('2021年江苏、浙江GDP目标', '和上海比呢');
    expect(headline).toContain('上海市');
    expect(headline).toContain('江苏省');
  });

  it('are told in how many years each is ahead', async () => {
    const { headline } = await talk('江苏和安徽这几年GDP目标谁高');
    expect(headline).toContain('两地都有数字的2年里，安徽省高的有2年');
  });
});

describe('whether a series goes one way', () => {
  it.each([
    ['安徽GDP目标是不是越来越低', '是，有数字的年份逐次走低'],
    ['安徽GDP目标是不是越来越高', '不是，有数字的年份逐次走低'],
    ['安徽这几年GDP目标有没有回升', '没有哪一年上调'],
    ['安徽近三年GDP目标是涨是跌', '有数字的年份逐次走低'],
    ['安徽GDP目标哪几年下调了', '下调的有2年：2022年'],
  ])('%s', async (question, says) => {
    expect((await talk(question)).headline).toContain(says);
  });
});

describe('what is asked besides an end', () => {
  it('is told with it: each figure', async () => {
    const { headline } = await talk('2021年长三角GDP目标分别多少，谁最低');
    expect(headline).toContain('最低的是');
    expect(headline).toContain('安徽省增长8%');
  });

  it('is a mean, and no sum of rates', async () => {
    const { headline } = await talk('2021年长三角GDP目标加起来平均多少');
    expect(headline).toContain('简单平均');
    expect(headline).not.toContain('不能相加');
  });
});

describe('a thing whose name a verb parts', () => {
  it.each(['2022年哪些省预制菜提到了产业'])('is looked for as one: %s', async (question) => {
    const { headline } = await talk(question);
    expect(headline).toContain('“预制菜产业”');
    expect(headline).toContain('安徽');
  });
});

describe('a group of places that a thing is called by', () => {
  it('is no place that is asked about', async () => {
    const { headline, understood } = await talk('哪些省提到长三角一体化');
    expect(understood.line).toContain('“长三角一体化”');
    expect(headline).toContain('浙江');
  });

  it('that nobody has heard of is asked back for, and never taken for all provinces', async () => {
    expect((await talk('2021年泛长江联盟GDP目标谁高')).kind).not.toBe('comparison');
  });
});

describe('searches over several years of each place', () => {
  it('name the places that are asked for, each once', async () => {
    const { headline } = await talk('江苏各市谁提过居民人均可支配收入');
    expect(headline).toContain('有3个地区：南京（2021、2022年）');
  });

  it('tell the year in which most say it', async () => {
    expect((await talk('“居民人均可支配收入”这个词哪年最热')).headline).toContain('最多的是2021年（5份）');
  });
});

describe('a turn behind a search', () => {
  const FIRST = '2022年哪些省提到预制菜';
  it.each([
    ['the other side', [FIRST, '没提的呢'], '没有提到“预制菜”的有1份：江苏'],
    ['a sentence of each', [FIRST, '各摘一句'], '提到“预制菜”的报告有1份'],
    ['who says it most', [FIRST, '谁提得最多'], '最多的是安徽'],
  ])('%s', async (_, turns, says) => {
    expect((await talk(...turns)).headline).toContain(says);
  });
});

describe('since when reports say a thing', () => {
  it.each(['头一回提预制菜是哪年', '啥时候开始提预制菜', '哪年开始提的预制菜', '第一次提预制菜是什么时候'])(
    '%s',
    async (question) => {
      expect((await talk(question)).headline).toContain('“预制菜”最早出现在2022年（安徽');
    },
  );

  it('and which say nothing of it', async () => {
    const { headline } = await talk('2022年各省报告里没有预制菜的有哪些');
    expect(headline).toContain('没有提到“预制菜”的有1份：江苏');
  });
});
