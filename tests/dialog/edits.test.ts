import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(`edits: ${turns.join('|')}`, turn);
  return answer;
}

const periods = (answer: Answer): string[] => answer.figures.map((f) => f.period);

const TABLE = '2022年常德、怀化GDP和财政收入目标';

describe('a table loses what a turn takes out of it', () => {
  it('an indicator', async () => {
    const answer = await talk(TABLE, '去掉财政收入');
    expect(answer.headline).toContain('2022年地区生产总值目标');
    expect(answer.headline).not.toContain('财政');
    expect(new Set(answer.figures.map((f) => f.indicator))).toEqual(new Set(['地区生产总值']));
  });

  it('a year', async () => {
    const answer = await talk('2021、2022年常德GDP目标', '不要2021年');
    expect(periods(answer)).toEqual(['2022']);
  });

  it('a year of all that are held', async () => {
    const before = await talk('常德历年GDP目标');
    const answer = await talk('常德历年GDP目标', '把2022年删掉');
    expect(periods(before)).toContain('2022');
    expect(periods(answer)).toEqual(periods(before).filter((period) => period !== '2022'));
  });

  it('a place of a row, which is spoken of no more', async () => {
    const answer = await talk('2022年常德、怀化、邵阳GDP目标', '怀化不要');
    expect(answer.figures.map((f) => f.place).sort()).toEqual(['常德市', '邵阳市']);
    expect(answer.understood.line).not.toContain('怀化');
  });

  it('a place of a kind of places', async () => {
    const answer = await talk('2022年各市GDP目标', '不要娄底');
    expect(answer.kind).toBe('comparison');
    expect(answer.figures.map((f) => f.place)).not.toContain('娄底市');
  });

  it('a place, and is asked of the rest', async () => {
    const answer = await talk('2022年各市GDP目标', '去掉怀化、邵阳，谁最高');
    expect(answer.headline).toContain('最高的是');
    expect(answer.headline).not.toMatch(/怀化|邵阳/u);
  });

  it('an item of the list of main targets, which comes back', async () => {
    const list = await talk('常德2022年主要预期目标有哪些');
    const less = await talk('常德2022年主要预期目标有哪些', '去掉地区生产总值');
    expect(less.items).toEqual(list.items!.filter((item) => !item.startsWith('地区生产总值')));
    expect((await talk('常德2022年主要预期目标有哪些', '去掉地区生产总值', '再加上GDP')).items).toEqual(list.items);
  });
});

describe('a table gains what a turn adds to it', () => {
  it.each([
    ['an indicator to a table', [TABLE, '再加上社零'], 'comparison', ['社会消费品零售总额', '地区生产总值']],
    ['an indicator to a series', ['常德历年GDP目标', '加上财政收入'], 'comparison', ['地方一般公共预算收入', '2022年']],
    ['an indicator by 还有…呢', ['2022年各市GDP目标', '还有财政收入呢'], 'comparison', ['地方一般公共预算收入']],
    ['a year to a table', ['2022年常德、怀化GDP目标', '再加上2021年'], 'comparison', ['2021年', '2022年', '怀化']],
    ['a place to a series', ['常德历年GDP目标', '加上怀化'], 'comparison', ['常德市', '怀化市']],
    ['a place by 还有…呢', ['2022年常德、怀化GDP目标', '还有邵阳呢'], 'comparison', ['常德', '怀化', '邵阳']],
    ['an indicator to one figure', ['常德2022年GDP目标', '加上财政收入'], 'comparison', ['地区生产总值', '预算收入']],
    ['a year to one figure', ['常德2022年GDP目标', '加上2021年'], 'comparison', ['2021年', '2022年']],
    ['a year to the main targets', ['常德2022年主要预期目标有哪些', '加上2021年'], 'comparison', ['2021年', '2022年']],
  ])('%s', async (_, turns, kind, words) => {
    const answer = await talk(...turns);
    expect(answer.kind).toBe(kind);
    for (const word of words) expect(answer.text).toContain(word);
  });

  it('what it took out before', async () => {
    const answer = await talk('2022年常德、怀化GDP目标', '去掉常德', '加上常德');
    expect(answer.figures.map((f) => f.place)).toEqual(expect.arrayContaining(['常德市', '怀化市']));
  });
});

describe('what cannot be taken out or added is said in one line', () => {
  it.each([
    ['an indicator that is not there', [TABLE, '去掉CPI'], '没有居民消费价格涨幅'],
    ['the only one', ['2022年常德、怀化GDP目标', '去掉GDP'], '只有地区生产总值'],
    ['a year that is not there', [TABLE, '去掉2019年'], '没有2019年'],
    ['a place that is not there', [TABLE, '不要邵阳'], '没有邵阳市'],
    ['from one figure', ['常德2022年GDP目标', '去掉CPI'], '只有一个数'],
    ['one that is there', [TABLE, '再加上GDP'], '已经有地区生产总值'],
  ])('%s', async (_, turns, says) => {
    const answer = await talk(...turns);

    expect(answer.kind).toBe('notice');
    expect(answer.text.split('\n')).toHaveLength(1);
    expect(answer.headline).toContain(says);
  });

  it('and the table is still there', async () => {
    const answer = await talk(TABLE, '去掉CPI', '去掉财政收入');
    expect(answer.headline).toContain('2022年地区生产总值目标');
  });
});

it('a single figure asks anew by 还有…呢', async () => {
  expect((await talk('常德2022年GDP目标', '还有财政收入呢')).kind).toBe('figure');
});
