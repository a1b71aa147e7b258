import { describe, expect, it } from 'vitest';
import {
  askedAspects,
  askedCount,
  askedPhrase,
  carriedWord,
  chineseNumeral,
  countedBefore,
  countedNames,
} from '../../src/question/counted-names.js';

/** Names as form/counts, one each. */
const names = (question: string): string[] => {
  const quoted = [...question.matchAll(/“([^”]+)”/gu)].map((m) => m[1]!);
  return countedNames(question, quoted).map((n) => `${n.forms[0]}=${n.counts.join('|')}`);
};

describe('the counted names that a question asks for', () => {
  it.each([
    ['海滨市2031年的七大工程是哪些', ['七大工程=7']],
    ['海滨2031年12件市级民生实事有哪些', ['12件市级民生实事=12']],
    ['海滨“五大行动”指什么', ['五大行动=5']],
    // Both halves are counted, and of halves that count alike each pair may be one part.
    ['海滨“两湖三岸”是什么', ['两湖三岸=5']],
    ['海滨“四建四美”是什么', ['四建四美=8|4']],
    // One half named once more by itself is what is asked for; both of them are the whole.
    ['海滨“五访三挂”里的五访是哪五类', ['五访=5']],
    ['海滨“三城三都”是哪三城哪三都', ['三城三都=6|3']],
    ['海滨“五访三挂”里的五访是哪五类？各50家那个', ['五访=5']],
    // 和 joins names; a name that only says amid what is left aside.
    ['三大硬仗和两大攻坚战分别是什么', ['三大硬仗=3', '两大攻坚战=2']],
    ['“3+2”产业里要壮大的三大集群是哪些', ['三大集群=3']],
    // A code counts its figures; a count that asks belongs to no name.
    ['海滨“122”产业体系是什么', ['122=5|3']],
    ['海滨“5+1”产业体系是什么', ['5+1=6|2']],
    // Four that make one.
    ['海滨“四位一体”是哪四位', ['四位一体=4|5']],
    // 为 belongs to the name, and 方面 may be counted with its classifier or without.
    ['海滨2031年的10件为民实事都是啥', ['10件为民实事=10']],
    ['海滨2031年的十方面民生实事', ['十方面民生实事=10']],
    ['海滨要在哪五个方面突破', []],
    ['海滨2031年有哪些问题', []],
  ])('%s', (question, expected) => {
    expect(names(question)).toEqual(expected);
  });

  it('are looked for in Chinese and in Arabic figures', () => {
    expect(countedNames('十二件民生实事有哪些', [])[0]!.forms).toEqual(['十二件民生实事', '12件民生实事']);
    expect(countedNames('十方面实事有哪些', [])[0]!.forms).toContain('十个方面实事');
  });
});

describe('a count that asks', () => {
  it.each([
    ['重点抓好哪九个方面的工作', 9],
    ['融入哪3个城市群', 3],
    ['要建的三个“…强市”是什么', 3],
    ['有哪些工作', undefined],
  ])('%s', (question, count) => {
    expect(askedCount(question)).toBe(count);
  });

  it('has its phrase and the word that its items may carry', () => {
    expect(askedPhrase('在哪五个方面攻坚突破')).toEqual({ phrase: '五个方面', word: '攻坚突破' });
    expect(askedPhrase('要推进哪四项改革')).toEqual({ phrase: '四项', word: '改革' });
  });
});

it('a word that so many items carry is counted before it', () => {
  expect(carriedWord('提出的四个“坚持”是什么', ['坚持'])).toMatchObject({ word: '坚持', counts: [4] });
  expect(carriedWord('要建设哪五个“海滨”', ['海滨'])).toMatchObject({ word: '海滨', counts: [5] });
  expect(carriedWord('实施的“三大工程”是什么', ['三大工程'])).toBeUndefined();
  expect(carriedWord('要建哪五种“××海滨”', ['海滨'])).toMatchObject({ word: '海滨', counts: [5] });
  expect(carriedWord('说政府不做哪五种“官”', ['官'])).toMatchObject({ word: '官', counts: [5] });
  expect(carriedWord('提的那几个“XX海滨”都是什么', ['海滨'])).toMatchObject({ word: '海滨', counts: [] });
  expect(carriedWord('写成一串“什么什么之滨”，一共九个', ['之滨'])).toMatchObject({ word: '之滨', counts: [9] });
  expect(carriedWord('“坚持”是什么', ['坚持'])).toBeUndefined();
});

it('so many aspects are looked for in Chinese and in Arabic figures', () => {
  expect(askedAspects('重点抓好哪八个方面')).toMatchObject({
    forms: ['八个方面', '八方面', '8个方面', '8方面'],
    counts: [8],
  });
  expect(askedAspects('重点抓好哪些方面')).toBeUndefined();
});

it('a name without its count is found with it', () => {
  expect(countedBefore('扎实办好十件重点民生实事').map((n) => n.forms[0])).toEqual(['十件重点民生实事']);
  expect(countedBefore('2031年民生实事')).toEqual([]);
});

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
])('%d is written %s', (n, said) => {
  expect(chineseNumeral(n)).toBe(said);
});
