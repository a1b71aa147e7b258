import { describe, expect, it } from 'vitest';
import { type LearnedTurn, learnedTurn } from '../../src/question/learned-turns.js';

describe('a turn about the answer before, in words that no pattern and no frame knows', () => {
  it.each<readonly [string, LearnedTurn]>([
    ['那句原话能不能贴给我', 'source'],
    ['报告上那段原话贴出来看看呀', 'source'],
    ['他们自己说这是啥缘故', 'why'],
    ['报告里怎么解释原因的呀', 'why'],
    ['这数你没弄错吧', 'doubt'],
    ['你真的没算错吗', 'doubt'],
    ['管停车的是哪一条啊', 'which'],
    ['农贸市场是第几件事来着', 'which'],
    ['两边到底哪个更高啊', 'higher'],
    ['两个里头哪个高些呀', 'higher'],
    ['两边到底哪个更低啊', 'lower'],
    ['那这两家谁低一些', 'lower'],
    ['那他俩相差多少个百分点', 'gap'],
    ['这俩之间差了几个点啊', 'gap'],
    ['合在一起一共是多少呢', 'sum'],
    ['几个数拢共多少呀', 'sum'],
    ['跟头一年比是升了还是降了', 'moved'],
    ['较上一年是涨还是跌啊', 'moved'],
    ['到头来兑现了没有啊', 'reached'],
    ['后来到底做到没做到呀', 'reached'],
    ['当初年初的时候说要多少来着', 'target'],
    ['原先打算定多少的', 'target'],
    ['后来实打实完成多少', 'actual'],
    ['实际上到底做成多少', 'actual'],
    ['作报告的那位是谁呀', 'speaker'],
    ['谁上台作的这份报告', 'speaker'],
  ])('%s asks for its %s', (text, kind) => {
    expect(learnedTurn(text)).toBe(kind);
  });
});

describe('no turn about the answer before', () => {
  it.each([
    '怀化2022年GDP目标是多少',
    '常德2021年为什么没完成目标',
    '怀化和常德2021年GDP哪个高',
    '常德2022年十件民生实事有哪些',
  ])('is a whole question: %s', (text) => {
    expect(learnedTurn(text)).toBeUndefined();
  });

  it.each([
    '那怀化呢',
    '那常德的财政收入呢',
    '粮食产量呢',
    '全国呢',
    '2022年的呢',
    '来了多少人',
    '投了多少钱',
    '好的谢谢',
  ])('is a fragment that goes on from it: %s', (text) => {
    expect(learnedTurn(text)).toBeUndefined();
  });

  it.each([
    ['那句原话能不能贴给我', '把报告里的那段原文原话一字不改地贴出来给我看看好不好呀'],
    ['两边到底哪个更高啊', '这两个放一起比一比的话到底是谁更高一些呢你直接说'],
    ['合在一起一共是多少呢', '把这两个数全部加到一起总共一共合起来到底是多少呀'],
  ])('is one too long to ask nothing else: %s，%s', (turn, more) => {
    expect(learnedTurn(turn)).toBeDefined();
    expect(learnedTurn(`${turn}，${more}`)).toBeUndefined();
  });
});
