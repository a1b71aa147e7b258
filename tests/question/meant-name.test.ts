import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const frameOf = (text: string) => parseQuestion(text, text, { lexicon, held: new Set() });
const named = (text: string): string =>
  frameOf(text)
    .indicators.map(({ value }) => value.name)
    .join('、');

describe('a short name that is all that is asked for', () => {
  it.each([
    ['2024年滨州经济要涨百分之几', '地区生产总值'],
    ['湘潭2021经济目标定了多少', '地区生产总值'],
    ['泰安2019年全市经济一下子增长了百分之几', '地区生产总值'],
    ['长沙2022年经济表现咋样', '地区生产总值'],
    ['随州2019财政到底涨了多少', '地方一般公共预算收入'],
    ['常德2022年工业增长多少', '工业增速'],
    ['广州25年消费拟增长多少', '社会消费品零售总额'],
    ['昆明2026就业目标定了多少', '城镇新增就业'],
    ['那财政呢', '地方一般公共预算收入'],
  ])('%s asks for %s', (text, name) => {
    expect(named(text)).toBe(name);
  });

  it.each([
    ['a part of it', '常德2022年林下经济要涨多少'],
    ['another thing that is called by it', '常德2022年财政拨付多少亿'],
    ['no figure by name', '长沙2022年工业怎么样'],
    ['an amount of what is told as a growth', '常德2022年工业多少亿'],
    ['a multiple, which may be of any', '“十五”常德投资是“九五”的几倍'],
  ])('%s is no indicator: %s', (_, text) => {
    expect(named(text)).toBe('');
  });
});

describe('what only lays stress on the asking', () => {
  it.each([
    ['青岛2014经济增速到底想涨几个点', 'target'],
    ['湘潭2021经济最后目标定了多少', 'target'],
    ['常德2022年GDP到底涨了多少', 'outcome'],
  ])('%s is of the %s', (text, facet) => {
    expect(frameOf(text).facet?.value).toBe(facet);
  });

  it('a target with what came of it stays one', () => {
    expect(frameOf('2021年常德的GDP目标，最后呢').operation).toBe('outcome');
  });
});

describe('an amount that the question says was passed', () => {
  it('is no word of what is asked for', () => {
    expect(frameOf('郑州2018年GDP破万亿，具体多少亿').residue.join('')).toBe('');
  });
});
