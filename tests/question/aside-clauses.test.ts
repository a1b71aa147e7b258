import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const frameOf = (text: string) => parseQuestion(text, text, { lexicon, held: new Set() });

describe('a clause that sets the scene of a whole question', () => {
  it.each([
    ['形势那么差，平凉2022年财政完成多少亿', '地方一般公共预算收入'],
    ['静默的那段日子，鸡西22年消费计划增长多少', '社会消费品零售总额'],
    ['电视一晃而过没听清，吴忠2021年财政计划增长多少', '地方一般公共预算收入'],
  ])('%s asks for the %s alone', (text, name) => {
    const { indicators, residue } = frameOf(text);
    expect(indicators.map(({ value }) => value.name)).toEqual([name]);
    expect(residue).toEqual([]);
  });

  it('tells a time all the same', () => {
    expect(frameOf('2021年大家都难，江门投资计划增长多少').periods[0]?.value).toMatchObject({ from: 2021, to: 2021 });
  });

  it('needs no word of asking in the other one, which names an indicator', () => {
    const { evidence } = frameOf('手机打字慢见谅，2022年常德GDP目标');
    expect(evidence.filter(({ roles }) => roles.includes('content')).map(({ text }) => text)).toEqual([]);
  });

  it('asks for nothing by its own words', () => {
    expect(frameOf('辽阳2013年农村居民收入增长多少，要原文口径').facet).toBeUndefined();
  });
});

describe('a clause that is of the question', () => {
  it.each([
    ['the thing that is asked of', '老旧小区，长沙2022年改造多少个', '老旧小区'],
    ['what a question in words is about', '那时候巢湖那么脏，合肥2010年报告说污水治到什么份上', '巢湖'],
    ['whom it is asked of', '特困供养标准鞍山2019年提了多少，城里跟乡下分开说', '城里'],
  ])('%s stays: %s', (_, text, word) => {
    expect(frameOf(text).evidence.some((run) => run.text.includes(word))).toBe(true);
  });

  it.each([
    ['which facet is meant', '2020年常德GDP多少，要目标别给我完成数', 'target'],
    ['which report is meant', '常德GDP多少，2022年报告里的目标', 'target'],
  ])('%s is heard: %s', (_, text, facet) => {
    expect(frameOf(text).facet?.value).toBe(facet);
  });
});
