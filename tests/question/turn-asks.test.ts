import { describe, expect, it } from 'vitest';
import { asksOfMiss, itemAlone, itemAsked, type TurnAsk, turnAskOf } from '../../src/question/turn-asks.js';

describe('a turn that asks something of the answer before', () => {
  it.each<readonly [string, TurnAsk]>([
    ['第五件是什么', { kind: 'item', number: 5, source: false, expands: false }],
    ['第二条是啥？', { kind: 'item', number: 2, source: true, expands: false }],
    ['那第12项呢', { kind: 'item', number: 12, source: false, expands: false }],
    ['最后一件呢', { kind: 'item', number: 'last', source: false, expands: false }],
    ['归哪个局管', { kind: 'responsible' }],
    ['这件事谁负责', { kind: 'responsible' }],
    ['责任单位是谁', { kind: 'responsible' }],
    ['哪天作的', { kind: 'delivered' }],
    ['这份报告是谁作的', { kind: 'speaker' }],
    ['这两个哪个高', { kind: 'higher' }],
    ['哪年少', { kind: 'lower' }],
    ['三个里谁最高', { kind: 'highest' }],
    ['最低的是谁', { kind: 'lowest' }],
    ['差几个点', { kind: 'gap' }],
    ['离年初目标差多少', { kind: 'short' }],
    ['加起来多少', { kind: 'sum' }],
    ['比上一年多了还是少了', { kind: 'moved' }],
    ['跟去年比涨了还是跌了', { kind: 'moved' }],
    ['比2021年高了还是低了', { kind: 'moved', year: 2021 }],
    ['第三件具体怎么说', { kind: 'item', number: 3, source: false, expands: true }],
    // Named by its number, in whatever words the rest only asks to be told.
    ['第九条展开说说', { kind: 'item', number: 9, source: true, expands: true }],
    ['给我详细讲讲第4个', { kind: 'item', number: 4, source: false, expands: true }],
    ['倒数第二件讲讲', { kind: 'item', number: -2, source: false, expands: false }],
    ['末尾那件是啥', { kind: 'item', number: 'last', source: false, expands: false }],
    ['头一件是啥内容', { kind: 'item', number: 1, source: false, expands: false }],
    ['等于超了几个百分点', { kind: 'gap' }],
    ['跟2022年报告里定的比，高了多少', { kind: 'moved', year: 2022 }],
    ['比再前一年多了多少', { kind: 'moved', further: true }],
    ['比13年实际完成的多还是少', { kind: 'moved', year: 2013 }],
    ['比23年定得高还是低', { kind: 'moved', year: 2023 }],
    ['算超额完成了吧', { kind: 'reached' }],
    ['是不是超过了', { kind: 'reached' }],
    ['具体怎么做', { kind: 'detail' }],
    ['最后完成了没', { kind: 'reached' }],
    ['那年达标了吗', { kind: 'reached' }],
  ])('%s', (text, asked) => {
    expect(turnAskOf(text)).toEqual(asked);
  });

  it.each([
    '第一产业呢',
    '怀化2022年谁最高',
    '2022年比上一年多了多少人',
    '第六条修路要修多少公里',
    '完成了多少',
    '高',
    '',
  ])('%s asks for more', (text) => {
    expect(turnAskOf(text)).toBeUndefined();
  });
});

describe('a turn that asks within one item of the list before', () => {
  it.each([
    ['第二条里改灶要改多少户', { number: 2, rest: '改灶要改多少户' }],
    ['还有失地农民那条，解决多少人的养老保险', { named: '失地农民', rest: '解决多少人的养老保险' }],
    ['最后一件里要修多少公里', { number: 'last', rest: '要修多少公里' }],
  ])('%s', (text, asked) => {
    expect(itemAsked(text)).toEqual(asked);
  });

  it.each(['第二条', '第二条是什么', '2022年那条路', '那件事'])('%s does not', (text) => {
    expect(itemAsked(text)).toBeUndefined();
  });
});

describe('an item that is named alone', () => {
  it.each([
    ['第三个呢', 3],
    ['那最后一件呢', 'last'],
    ['第二条', 2],
    ['第二条里改灶要改多少户', undefined],
    ['第三个是什么', undefined],
    ['上年呢', undefined],
  ])('%s', (text, number) => {
    expect(itemAlone(text)).toBe(number);
  });
});

it.each([
  ['怎么没够着', true],
  ['咋这么低', true],
  ['为啥涨这么多', false],
])('%s asks of a miss: %s', (text, miss) => {
  expect(asksOfMiss(text)).toBe(miss);
});
