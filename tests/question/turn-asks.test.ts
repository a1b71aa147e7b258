import { describe, expect, it } from 'vitest';
import { type TurnAsk, turnAskOf } from '../../src/question/turn-asks.js';

describe('a turn that asks something of the answer before', () => {
  it.each<readonly [string, TurnAsk]>([
    ['第五件是什么', { kind: 'item', number: 5, source: false }],
    ['第二条是啥？', { kind: 'item', number: 2, source: true }],
    ['那第12项呢', { kind: 'item', number: 12, source: false }],
    ['最后一件呢', { kind: 'item', number: 'last', source: false }],
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
