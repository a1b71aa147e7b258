import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { distributedReadings, yearReadings } from '../../src/question/distributed.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const held = new Set(['常德市', '怀化市'].map((name) => lexicon.gazetteer.byName(name)[0]!.id));
const parse = (text: string) => parseQuestion(text, text, { lexicon, held });

/** The ways to take a question apart, as the texts of its parts. */
function ways(question: string): string[][] {
  return distributedReadings(parse(question), parse).map(({ questions }) => [...questions]);
}

describe('a row before one word that asks', () => {
  it.each([
    [
      'siblings whose noun stands behind the last',
      '常德2021年城里、农村居民收入分别涨了几个点',
      ['常德2021年城里居民收入涨了几个点', '常德2021年农村居民收入涨了几个点'],
    ],
    ['siblings side by side', '常德2021年一产二产各多少亿', ['常德2021年一产多少亿', '常德2021年二产多少亿']],
    [
      'things with a noun each',
      '常德2021年职工医保和居民医保最高报多少万',
      ['常德2021年职工医保最高报多少万', '常德2021年居民医保最高报多少万'],
    ],
    [
      'a noun that is as long as the first stands for both',
      '常德2021年空气、水源改善幅度排第几',
      ['常德2021年空气改善幅度排第几', '常德2021年水源改善幅度排第几'],
    ],
  ])('%s: %s', (_, question, parts) => {
    expect(ways(question)).toContainEqual(parts);
  });
});

describe('clauses that ask one after another', () => {
  it.each([
    ['the place and the thing of the first', '常德2021年高铁有几条、花了多少钱', '常德2021年高铁花了多少钱'],
    ['no year where it names its own', '常德农民收入2017年多少，2021年多少', '常德农民收入2021年多少'],
    ['the thing where it names another', '常德2021年修路多少公里，建桥几座', '常德2021年建桥几座'],
    ['yes or no asked first', '常德2021年外贸过千亿没，涨了多少', '常德2021年外贸涨了多少'],
    ['the year that the later names', '常德收入破万了没，2014年到底多少', '2014年常德收入破万了没'],
  ])('%s is taken over: %s', (_, question, part) => {
    expect(ways(question).flat()).toContain(part);
  });
});

describe('a row that is asked for twice', () => {
  it('is asked for as it is, and once more member by member', () => {
    expect(ways('常德2021年外贸、社零分别多少，涨了几个点')).toContainEqual([
      expect.stringMatching(/^常德2021年.*分别多少$/u),
      expect.stringMatching(/^常德2021年进出口总额涨了几个点$/u),
      expect.stringMatching(/^常德2021年社会消费品零售总额涨了几个点$/u),
    ]);
  });
});

describe('what is asked of the year that is asked for', () => {
  it.each([
    ['常德哪年GDP过的千亿，增速多少', ['常德哪年GDP过的千亿', '那年增速多少']],
    ['常德哪年通的高铁，花了多少钱', ['常德哪年通的高铁', '那年花了多少钱']],
    ['常德GDP多少，哪年过的千亿', []],
    ['常德哪年GDP最高，哪年最低', []],
  ])('%s', (question, parts) => {
    expect(yearReadings(question)).toEqual(parts);
  });
});

describe('one thing at two times', () => {
  it('is a change up to the later time', () => {
    expect(ways('常德农民收入2017年多少，2021年又是多少')).toContainEqual(['常德2021年农民收入从多少到多少']);
  });

  it('asks for two figures', () => {
    const figures = distributedReadings(parse('常德农民收入2017年多少，2021年又是多少'), parse).map((w) => w.figures);
    expect(new Set(figures)).toEqual(new Set([2]));
  });
});

describe('a question that is simple itself', () => {
  it.each(['常德2021年GDP目标', '常德2021年修了多少公里路', '各市2021年城乡收入分别多少', '为什么常德没完成目标'])(
    '%s is not taken apart',
    (question) => {
      expect(ways(question)).toEqual([]);
    },
  );
});
