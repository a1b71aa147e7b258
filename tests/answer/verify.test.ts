import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { checkFigures } from '../../src/answer/verify.js';
import { verifyText } from '../../src/answer/verify-answer.js';
import { sampleAnswer, sampleCitation, sampleFigure } from '../support/sample-answers.js';

const HELD: Record<string, Partial<ReturnType<typeof sampleFigure>>> = {
  地区生产总值: { low: 7, bound: '>=', unit: '%', text: '7%以上' },
  社会消费品零售总额: { facet: 'outcome', low: 1636, high: 1636, bound: '=', unit: '亿元', text: '1636亿元' },
  城镇新增就业: { facet: 'outcome', low: 4.5, high: 4.5, bound: '=', unit: '万人', text: '4.5万人' },
  三次产业结构: { facet: 'outcome', low: null, high: null, bound: '=', unit: '', text: '12.6：39.4：48' },
};

const asked: string[] = [];

/** Reports of 常德 for 2022 that hold four figures; it reads place, year and indicator as the words say. */
function look(question: string): Answer {
  asked.push(question);
  const place = /常德/.test(question) ? '常德市' : /岳阳/.test(question) ? '岳阳市' : undefined;
  const year = /(20\d\d)年/.exec(question)?.[1];
  const name = Object.keys(HELD).find((key) => question.includes(key));
  const understood = {
    ...sampleAnswer().understood,
    places: place === undefined ? [] : [{ value: place, source: 'question' as const }],
    years: year === undefined ? [] : [{ value: year, source: 'question' as const }],
  };
  if (place !== '常德市' || year !== '2022' || name === undefined) {
    return sampleAnswer({ kind: 'refusal', refusal: 'not-held', understood });
  }
  const figure = sampleFigure({ indicator: name, high: null, ...HELD[name] });
  return sampleAnswer({
    understood,
    figures: [figure],
    citations: [sampleCitation(`${name}${figure.text}`, figure.text)],
  });
}

const verdicts = (text: string) => checkFigures(text, look).checks.map(({ figure, verdict }) => `${figure} ${verdict}`);

describe('figures of a text against the reports', () => {
  const cases: readonly (readonly [string, string[]])[] = [
    ['2022年常德地区生产总值增长7%以上', ['7%以上 supported']],
    ['2022年常德地区生产总值增长8%以上', ['8%以上 differs']],
    ['2022年岳阳地区生产总值增长7%以上', ['7%以上 not-held']],
    ['2021年常德地区生产总值增长7%以上', ['7%以上 not-held']],
    ['2022年常德地区生产总值7个百分点', ['7个百分点 not-held']],
    ['2022年常德地区生产总值4054亿元', ['4054亿元 not-held']],
    ['2022年常德社会消费品零售总额1636亿元', ['1636亿元 supported']],
    ['2022年常德社会消费品零售总额0.1636万亿元', ['0.1636万亿元 supported']],
    ['2022年常德社会消费品零售总额1635亿元', ['1635亿元 differs']],
    ['2022年常德社会消费品零售总额约1636亿元', ['约1636亿元 supported']],
    ['2022年常德城镇新增就业45000人', ['45000人 supported']],
    ['2022年常德三次产业结构12.6:39.4:48', ['12.6:39.4:48 supported']],
    ['2022年常德三次产业结构12.6:39.5:48', ['12.6:39.5:48 differs']],
    ['2022年常德地区生产总值目标下降7%以上', ['7%以上 differs']],
    ['2022年常德地区生产总值目标8%', ['8% differs']],
    ['2022年常德地区生产总值实现增长8%', ['8% not-held']],
    ['2022年常德地区生产总值实现增长7%', ['7% not-held']],
    ['2022年常德地区生产总值增长8%', ['8% not-held']],
    ['2022年常德地区生产总值增长7%', ['7% supported']],
    ['常德地区生产总值目标8%', ['8% not-held']],
    ['2022年常德社会消费品零售总额目标1000亿元', ['1000亿元 not-held']],
    ['没有数字的话', []],
    ['', []],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });

  test('place and year hold on from clause to clause until others are named', () => {
    expect(
      verdicts('2022年常德市地区生产总值增长7%以上，社会消费品零售总额1636亿元。岳阳市地区生产总值增长7%以上。'),
    ).toEqual(['7%以上 supported', '1636亿元 supported', '7%以上 not-held']);
    expect(verdicts('常德市2022年的目标：地区生产总值增长7%以上')).toEqual(['7%以上 supported']);
  });

  test('a place alone takes year and indicator on', () => {
    asked.length = 0;
    expect(verdicts('2022年岳阳地区生产总值增长8%，常德7%以上')).toEqual(['8% not-held', '7%以上 supported']);
  });

  test('several figures of one clause are each asked with their own words', () => {
    expect(verdicts('2022年常德地区生产总值增长7%以上、社会消费品零售总额1000亿元')).toEqual([
      '7%以上 supported',
      '1000亿元 differs',
    ]);
  });

  test('a target and a result are told apart, also where only an earlier clause says which is meant', () => {
    expect(verdicts('2022年常德的目标：地区生产总值增长7%以上，地区生产总值增长8%')).toEqual([
      '7%以上 supported',
      '8% differs',
    ]);
    expect(checkFigures('2022年常德地区生产总值实现增长8%', look).checks[0]).toMatchObject({
      note: '报告里只有目标，文中说的是结果',
    });
  });

  test('what is only compared with is not spoken of', () => {
    expect(verdicts('2022年常德社会消费品零售总额1636亿元，高于岳阳200亿元，城镇新增就业4.5万人')).toEqual([
      '1636亿元 supported',
      '200亿元 not-held',
      '4.5万人 supported',
    ]);
  });

  test('the figure itself never stands in the question', () => {
    asked.length = 0;
    verdicts('2022年常德地区生产总值增长7%以上');
    for (const question of asked) expect(question).not.toContain('7%');
  });

  test('digits that are equal with another bound are supported, and the bound is told', () => {
    const [check] = checkFigures('2022年常德地区生产总值增长7%', look).checks;
    expect(check).toMatchObject({ verdict: 'supported', note: '数字相同，界限不同' });
  });

  test('a long text is checked to a bound, and the rest counted', () => {
    const { checks, left } = checkFigures('2022年常德地区生产总值增长7%以上。'.repeat(50), look);
    expect(checks).toHaveLength(20);
    expect(left).toBe(30);
  });
});

test('the answer lists every figure with its verdict and cites what it was compared with', () => {
  const answer = verifyText('2022年常德地区生产总值增长7%以上，社会消费品零售总额1000亿元，社会用电量9亿千瓦时', look);
  expect(answer.headline).toBe('核对 3 个数字：支持 1，不符 1，未收录 1');
  expect(answer.items).toHaveLength(3);
  expect(answer.items![0]).toMatch(/^✅ 支持 “2022年常德地区生产总值增长7%以上”；报告：7%以上 \[1\]/);
  expect(answer.citations.map(({ quote }) => quote)).toEqual(['地区生产总值7%以上', '社会消费品零售总额1636亿元']);
  expect(answer.figures.map(({ citation }) => citation)).toEqual([0, 1]);
});

test('a text without figures is a notice', () => {
  expect(verifyText('你好', look)).toMatchObject({ kind: 'notice', headline: '这段文字里没有可以核对的数字。' });
});
