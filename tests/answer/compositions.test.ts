import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { overOwn } from '../support/own-reports.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();
const ask = (question: string): Promise<Answer> => assistant.ask(question, question);
const placesOf = (answer: Answer): string[] => answer.table!.rows.map((r) => r.cells[1]!).sort();

describe('a composition', () => {
  it.each([
    ['2022年各市固投目标排名', '只看高于9%的', '2022年各市固投目标高于9%的有哪些'],
    ['2022年各市固投目标排名', '去掉怀化', '除了怀化，2022年各市固投目标排名'],
    ['2022年各市GDP目标排名', '只看高于7%的', '2022年各市GDP目标高于7%的排名'],
  ])('is the same in two steps: %s → %s', async (first, then, whole) => {
    const session = `${first} ${then}`;
    await assistant.ask(session, first);
    expect(placesOf(await assistant.ask(session, then))).toEqual(placesOf(await ask(whole)));
  });

  it.each([
    ['2022年各市固投目标平均多少', (n: number[]) => n.reduce((a, b) => a + b, 0) / n.length],
    ['2022年各市社零目标平均多少', (n: number[]) => n.reduce((a, b) => a + b, 0) / n.length],
    ['2022年各市固投目标最高和最低差多少', (n: number[]) => Math.max(...n) - Math.min(...n)],
    ['2022年各市规模工业增加值目标中位数是多少', (n: number[]) => (n.sort((a, b) => a - b)[1]! + n[2]!) / 2],
  ])('computes what its exported rows give: %s', async (question, compute) => {
    const answer = await ask(question);
    const { attachment } = await assistant.ask(question, '/export json');
    const exported = JSON.parse(attachment!.body) as { table: { rows: { figures: { low: number }[] }[] } };
    const rows = exported.table.rows.flatMap((r) => r.figures);
    expect(rows.length).toBeGreaterThan(2);
    const said = /(?:平均|相差|中位数)([\d.]+)/u.exec(answer.headline);
    // What is said is rounded to two places.
    expect(Math.abs(Number(said![1]) - compute(rows.map((r) => r.low)))).toBeLessThan(0.00501);
  });

  it('parts the places: those above a number, those that are not, and those without a figure are all of them', async () => {
    const [above, below, all] = await Promise.all(
      ['2022年各市GDP目标高于7.5%的有哪些', '2022年各市GDP目标不高于7.5%的有哪些', '2022年各市GDP目标排名'].map(ask),
    );
    const parts = [...placesOf(above!), ...placesOf(below!)];
    const near = /换一种算法也算的[^：]*：(.*)/u.exec(above!.text)?.[1] ?? '';
    expect(near).toBe('');
    expect(parts.sort()).toEqual(placesOf(all!));
    for (const { text } of [above!, below!, all!]) expect(text).toContain('没有找到这个数的：张家界市');
  });
});

describe('what the reports of a year say', () => {
  it('was reached is of the year before', async () => {
    const answer = await ask('2022年各市报告里，谁家GDP已经过了2000亿');
    expect(answer.headline).toBe('2021年地区生产总值：高于2000亿的有1个：邵阳市2460亿元（预计）');
    expect(answer.citations.map((c) => c.document.year)).toEqual([2022]);
  });

  it.each([
    // Four reports tell an aim, three what was reached.
    ['2022年各市报告里，谁的GDP最高', '2022年地区生产总值目标：最高的是邵阳市增长8%、怀化市增长8%以上（并列）'],
    // Two tell what was reached, none an aim.
    ['2022年各市报告里，谁的城镇化率最高', '2021年城镇化率：最高的是常德市：58%'],
  ])('is what more of them tell, where nothing says which is meant: %s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });
});

describe('several indicators', () => {
  it.each([
    ['2022年各市GDP和固投目标', ['邵阳市', '增长8%', '增长10%']],
    ['2022年各市GDP目标高于7%而且固投目标高于9%的有哪些', ['怀化市', '增长8%以上', '增长11%以上']],
    ['常德2021年和2022年GDP、固投目标', ['2022年', '增长7%以上', '增长8%以上']],
    [
      '2021年常德、邵阳GDP和固投目标完成了吗',
      ['常德市', '目标增长8%以上，实际增长8%，达到目标', '目标增长10%以上，实际增长10%，达到目标'],
    ],
  ])('stand side by side: %s', async (question, row) => {
    const { table } = await ask(question);
    expect(table!.rows.map((r) => r.cells)).toContainEqual(row);
  });

  it('are each kept by its own condition', async () => {
    const { headline, table } = await ask('2022年各市GDP目标高于7.5%而且固投目标高于9%的有哪些');
    expect(headline).toContain('地区生产总值高于7.5%、固定资产投资高于9%的有2个：邵阳市、怀化市');
    expect(table!.rows).toHaveLength(2);
  });

  it('are set against each other, row by row', async () => {
    const { headline } = await ask('2022年各市固投目标比GDP目标高的有谁');
    expect(headline).toContain('固定资产投资高于地区生产总值的有4个：邵阳市、常德市、怀化市、娄底市');
  });

  it('are all kept by one condition behind 都', async () => {
    const { headline } = await ask('2022年各市GDP、固投目标哪个市都高于7.5%');
    expect(headline).toContain('地区生产总值高于7.5%、固定资产投资高于7.5%的有2个：邵阳市、怀化市');
  });

  it('that no place names are none twice: a wider name adds no column of what a narrower one has told', async () => {
    const { table } = await ask('各市2022年主要目标一览');
    expect(table!.columns).toContain('城镇调查失业率');
    expect(table!.columns).not.toContain('失业率');
  });
});

describe('mentions', () => {
  const without = '没有提到“数字经济”的有1份：张家界';
  it.each([
    ['2022年没有提到数字经济的市有哪些', without],
    ['2022年哪些市没有提到数字经济', without],
    ['没提数字经济的有哪几个市，2022年', without],
    ['数字经济2022年没写的市有谁', without],
    ['2022年报告中未提及数字经济的城市', without],
    ['2022年哪个市找不到数字经济', without],
    ['2022年只字未提数字经济的市', without],
    ['2022年各市提没提数字经济', '提到“数字经济”的报告有4份'],
    ['2022年有几个市提到数字经济，几个没提', '没有提到的有1份：张家界'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('of a place are of the word and not of its own reports', async () => {
    expect((await ask('2022年哪些市提到长沙')).understood.line).toContain('提到“长沙”');
  });

  it.each([
    ['2022年各市谁念叨过乡村振兴', '提到“乡村振兴”的报告有5份'],
    ['2022年各市谁拿“数字经济”当招牌', '提到“数字经济”的报告有4份'],
    ['2022年一字未提数字经济的市', without],
    ['2022年湖南各市谁提了“数字经济”，包括张家界', '提到“数字经济”的报告有4份'],
    ['邵阳2022年报告提没提“数字经济”', '提到了“数字经济”，共1次'],
    ['2022年提“乡村振兴”次数最多的市是哪个', '提到“乡村振兴”最多的是'],
  ])('by whatever verb: %s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('cite for each report without the word the sentence of its main targets, so that it is seen which one was read', async () => {
    const { citations } = await ask('2022年没有提到“一带一路”的市有哪些');
    const silent = new Set(citations.filter((c) => c.quote.includes('主要预期目标')).map((c) => c.document.place));
    expect([...silent]).toContain('邵阳市');
  });

  it('quote a sentence with figures where figures are asked for besides', async () => {
    const { citations } = await ask('2022年哪些市提到减税降费，减了多少');
    const shaoyang = citations.find((c) => c.document.place === '邵阳市');
    expect(shaoyang?.quote).toMatch(/减税降费[^。]*\d/u);
  });

  it('quote what a report without the word says instead', async () => {
    const answer = await ask('2022年各市哪个没提“数字经济”');
    const near = answer.citations.find((c) => c.document.title.includes('张家界'));
    expect(near?.quote).toContain('数字');
  });
});

describe('all of them', () => {
  it.each([
    ['2022年各市GDP目标都高于7%吗', '不都是：4个有数字的地区里，高于7%的有3个，其余1个不是：常德市增长7%以上'],
    ['2022年各市固投目标都在8%以上吗', '是，4个有数字的地区都不低于8%'],
    ['2022年有没有哪个市GDP目标低于5%', '没有。4个地区里没有低于5%的'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });
});

describe('figures over years', () => {
  it.each([
    ['常德GDP目标连续几年高于5%', '从2021年开始连续2年（2021—2022年）高于5%'],
    ['张家界2021年以来固投目标连续几年高于9%', '从2021年开始连续1年高于9%'],
    ['哪些市固投目标连续两年高于9%', '没有连续2年高于9%的（按收录的年份）'],
    ['哪些市GDP目标连续两年高于6%', '连续2年高于6%的有1个：常德市'],
    ['张家界固投目标哪年最高哪年最低', '最高的是2021年（增长10%以上）；最低的是2024年（增长8%左右）'],
    ['张家界历年固投目标是不是逐年走低', '是，有数字的年份逐次走低'],
    ['2021年和2022年各市固投目标一路走低的有谁', '只降不升的有1个：常德市'],
    ['2022年比2021年固投目标降得最多的市', '降得最多的是常德市（增长10%以上→增长8%以上，低2个百分点）'],
    ['2021到2022年各市固投目标平均每年多少', '各年简单平均：2021年10%（2个），2022年9.38%（4个）'],
    ['2022年各市固投目标前二后二', '前2名是1. 怀化市增长11%以上、2. 邵阳市增长10%'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('tell one year of two where the other is not held', async () => {
    const { headline } = await ask('常德2022年GDP目标比2019年低多少');
    expect(headline).toContain('2019年没有收录报告，2022年增长7%以上，比不出高低');
  });

  it.each(['常德2021年GDP打算增长多少，最后做到多少', '常德2021年GDP力争增长多少，年底做到多少'])(
    'tell target and outcome of one year: %s',
    async (question) => {
      expect((await ask(question)).headline).toContain('目标增长8%以上，实际增长8%');
    },
  );
});

describe('bad input', () => {
  it.each([
    ['31个省40年GDP、固投、社零、财政收入、进出口、就业、失业率、物价、粮食、城镇化率目标全列出来'],
    ['2022年火星圈各市GDP目标'],
    ['2022年各市GDP目标高于8'],
    ['2022年各市GDP目标高于高于6%'],
    ['2022年各市GDP和粮食产量目标平均多少'],
    ['2026年到2010年各市GDP目标'],
    ['2022年各市GDP目标在8%到5%之间的'],
    ['没提没提没提没提'],
    ['哪些市提到'],
    [`2022年各市${'GDP、'.repeat(60)}目标`],
  ])('gets an answer or a question back, bounded in size: %s', async (question) => {
    const answer = await ask(question);
    expect(answer.headline.length).toBeGreaterThan(0);
    expect(answer.headline.length).toBeLessThan(600);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  it('gives no average of mixed units', async () => {
    const { headline } = await ask('2022年各市GDP和粮食产量目标平均多少');
    expect(headline).toContain('地区生产总值平均7.63%（4个：');
    expect(headline).toMatch(/粮食产量平均[\d.]+万吨（/u);
  });

  it('reads a range that runs backwards as the one that is meant', async () => {
    const [back, forth] = await Promise.all(
      ['2022年各市GDP目标在8%到7%之间的有哪些', '2022年各市GDP目标在7%到8%之间的有哪些'].map(ask),
    );
    expect(placesOf(back!)).toEqual(placesOf(forth!));
  });
});

describe('an aim in words beside aims in numbers', async () => {
  const asked = await overOwn([
    {
      place: '常德市',
      year: 2021,
      reached: '全市生产总值增长5%。',
      aimed: '地区生产总值增长7%，地方财政收入与上年持平。',
    },
    {
      place: '怀化市',
      year: 2021,
      reached: '全市生产总值增长4%。',
      aimed: '地区生产总值增长8%，城镇新增就业4万人。',
    },
  ]);

  it.each([
    '2021年常德、怀化财政收入目标平均多少',
    '2021年常德、怀化财政收入目标加起来多少',
    '2021年常德、怀化财政收入目标最高和最低差多少',
    '2021年常德、怀化财政收入目标排名',
  ])('is told as it is, and nothing is computed of it: %s', async (question) => {
    const answer = await asked(question);
    expect(answer.text).not.toContain('NaN');
    expect(answer.headline).toContain('与上年持平');
  });

  it('is no aim that was met or missed', async () => {
    const answer = await asked('2021年各市哪些没完成财政收入目标');
    expect([answer.kind, answer.text.includes('NaN')]).toEqual(['comparison', false]);
  });

  it('leaves a question of who missed to aims beside what came of them', async () => {
    const answer = await asked('2021年各市哪些没完成GDP目标');
    expect(answer.kind).toBe('outcome');
    expect(answer.headline).toContain('没有目标和结果都有数字的，判断不了是否完成');
  });
});
