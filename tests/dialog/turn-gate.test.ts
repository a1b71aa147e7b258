import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2013,
    reached: '过去一年，全市地区生产总值增长8.5%左右，固定资产投资增长30%。改造老旧小区130个。新增学位9000个。',
    aimed: '地区生产总值增长12%，固定资产投资增长20%。改造老旧小区118个。新增学位1万个。',
  },
  {
    place: '湘潭市',
    year: 2013,
    reached: '过去一年，全市地区生产总值增长9%。建设充电桩300个。高新技术企业达到320家，新增高新技术企业45家。',
    aimed: '地区生产总值增长11%。新建充电桩800个，改造老旧小区56个，新建标准化菜市场12个，高新技术企业达到400家。',
  },
]);

/** Turns, and what the last answer must say. */
const TOLD: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'two figures, one of them asked beside the other',
    ['株洲2012年改造了几个老旧小区', '13年计划改的比这个多还是少'],
    ['130个', '118个', '12个'],
  ],
  [
    'the same thing in another place, of which the turn says what is done alone',
    ['株洲2013年要改造几个老旧小区', '湘潭2013年打算改造多少'],
    ['56个'],
  ],
  [
    'the aim of a year whose outcome was told, in whatever words',
    ['株洲2012年改造老旧小区多少个', '2013年目标呢', '上一年实际改了几个'],
    ['130个'],
  ],
  [
    'the whole again, behind a part of it',
    ['湘潭2012年有多少家高新技术企业', '其中新增了几家', '2013年目标？'],
    ['400家'],
  ],
  ['the year before by its outcome, behind an aim', ['株洲2013年新增学位多少', '前一年实际加了'], ['9000个']],
];

/** Turns of which nothing is told. */
const UNTOLD: readonly (readonly [string, readonly string[]])[] = [
  ['the outcome of an aim that was told, whose report is not held', ['株洲2013年GDP目标', '最后完成了吗']],
  ['a remark', ['株洲2013年要改造几个老旧小区', '可以啊，这力度']],
];

describe('a turn that leans on the one before', () => {
  it.each(TOLD)('is told %s', async (_, turns, says) => {
    const { kind, headline } = await ask(...turns);
    expect({ kind, headline }).not.toMatchObject({ kind: 'refusal' });
    for (const words of says) expect(headline).toContain(words);
  });

  it.each(UNTOLD)('is not told %s', async (_, turns) => {
    const { kind, headline } = await ask(...turns);
    expect(['refusal', 'notice'], headline).toContain(kind);
  });

  it('stays with the place behind its rank, with whatever it is asked together', async () => {
    const { understood } = await ask('湘潭2012年有多少家高新技术企业', '全国排第几，十五之前呢', '2013年目标？');
    expect(understood.places.map(({ value }) => value)).toEqual(['湘潭市']);
  });

  it('is told no yes where it asks whether one may', async () => {
    const { headline } = await ask('湘潭2013年要改造几个老旧小区', '能不能跟着改');
    expect(headline).not.toMatch(/^是的/u);
  });

  it('leaves the talk as it was where it only remarks', async () => {
    const { headline } = await ask('株洲2013年要改造几个老旧小区', '可以啊，这力度', '湘潭呢');
    expect(headline).toContain('56个');
  });
});
