import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2013,
    reached:
      '过去一年，全市地区生产总值增长8.5%左右，固定资产投资增长30%。新扩建公办幼儿园52所，城镇居民人均可支配收入18000元，增长12.1%，农村居民人均纯收入9800元，增长14.3%。',
    aimed:
      '地区生产总值增长12%，固定资产投资增长20%。在芦淞路、建设大道上建成4座人行天桥。新扩建50所公办幼儿园，规划建设面积10万平方米，新增入园幼儿8000人。肉牛饲养量达到125万头，集中养殖率达到25%。完成公共财政预算总收入600亿元，其中地方公共财政预算收入400亿元。',
  },
  {
    place: '株洲市',
    year: 2014,
    reached:
      '过去一年，全市地区生产总值增长9%左右，固定资产投资增长32%。完成新扩建公办幼儿园47所。肉牛饲养量达到100.8万头，集中养殖率达到20%。',
    aimed: '地区生产总值增长8.5%，固定资产投资增长26%。肉牛饲养量达到110万头。',
  },
]);

/** Turns, and what the last answer must say, told from what stands before it. */
const TOLD: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'what came of an aim of the beginning of a year, in that year',
    ['2013年初株洲给GDP定的几个点', '实际呢'],
    ['9%左右'],
  ],
  ['what came of it, by 最后 alone', ['株洲2013年打算新扩建多少所公办幼儿园', '最后建起来几所'], ['47所']],
  ['both sides of another thing', ['株洲2013年GDP目标', '固定资产投资呢，定多少、干到多少'], ['20%', '32%']],
  ['the year before in a talk of another time', ['株洲2013年打算新扩建多少所公办幼儿园', '去年建了几所'], ['52所']],
  ['people beside what was told', ['株洲2013年打算新扩建多少所公办幼儿园', '能多收多少娃'], ['8000人']],
  ['another figure of its sentence', ['株洲2013年打算新扩建多少所公办幼儿园', '建设面积呢'], ['10万平方米']],
  [
    'what was told before in the unit that is asked',
    ['株洲2013年肉牛饲养量目标', '那集中养殖率呢', '行，那14年又定了养多少头'],
    ['110万头'],
  ],
  [
    'the year of the turn that is put right',
    ['株洲2013年打算新扩建多少所公办幼儿园', '前一年弄成几所', '哦不对，我要的是前一年的农村居民收入'],
    ['9800元'],
  ],
  ['a slip said twice', ['株洲2013年GDP实际增长多少', '不对不对，我要的是2014年的目标数'], ['8.5%']],
  ['where it stands', ['株洲2013年要建几座人行天桥', '建在哪儿'], ['芦淞路', '建设大道']],
  ['each of two things that were told', ['株洲2012年城镇居民收入多少', '农村的呢', '各涨了多少'], ['12.1%', '14.3%']],
];

/** Turns of which the reports tell nothing: what was told before is no answer. */
const UNTOLD: readonly (readonly [string, readonly string[]])[] = [
  ['money for what was counted', ['株洲2013年要建几座人行天桥', '这几座天桥总共花多少钱']],
  ['whether something is so', ['株洲2013年要建几座人行天桥', '过桥收不收费，报告里写没写']],
  ['whether something is so, in few words', ['株洲2013年要建几座人行天桥', '收不收费']],
  ['who did it', ['株洲2013年打算新扩建多少所公办幼儿园', '哪家公司承建的']],
  ['when it is done', ['株洲2013年要建几座人行天桥', '什么时候完工']],
  ['where, which no clause tells', ['株洲2013年肉牛饲养量目标', '养在哪儿']],
  ['who sees to it', ['株洲2013年要建几座人行天桥', '谁负责这个']],
];

describe('a turn that takes what it lacks from the one before', () => {
  it.each(TOLD)('tells %s', async (_, turns, says) => {
    const { kind, headline } = await ask(...turns);
    expect(kind).not.toBe('refusal');
    for (const words of says) expect(headline).toContain(words);
  });
});

describe('a turn of whose kind of value nothing is told', () => {
  it.each(UNTOLD)('is not told %s', async (_, turns) => {
    const { kind, refusal, headline } = await ask(...turns);
    expect({ kind, refusal, headline }).toMatchObject({ kind: 'refusal' });
    expect(refusal).not.toBe('not-said');
  });
});

describe('the words of what was told', () => {
  it('are those of both sides, where two reports told them', async () => {
    const { text, citations } = await ask('株洲2013年GDP目标', '完成了没', '原话是？');
    expect(citations.length).toBe(2);
    expect(text).toContain('增长12%');
    expect(text).toContain('增长9%左右');
  });

  it('are those of the last figure behind a no without any', async () => {
    const { citations } = await ask('株洲2013年要建几座人行天桥', '收不收费', '原话给我');
    expect(citations[0]?.quote).toContain('4座人行天桥');
  });
});
