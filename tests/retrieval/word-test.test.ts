import { describe, expect, it } from 'vitest';
import { exactFinder, wordTest } from '../../src/retrieval/exact.js';

const WORDS = [
  '农村',
  '超市',
  '改造',
  '举办',
  '培育',
  '万人',
  '人参',
  '参加',
  '培训',
  '全市',
  '大数据',
  '产业',
  '高铁站',
  '新建',
  '现代',
  '农业',
  '园区',
];

/** The longest word of the list first, else one character. */
function cut(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; at += words.at(-1)!.length) {
    const known = WORDS.filter((word) => text.startsWith(word, at)).sort((a, b) => b.length - a.length)[0];
    words.push(known ?? text[at]!);
  }
  return words;
}

const count = (needle: string, text: string): number => exactFinder(needle, wordTest(needle, cut)).find(text, 10).count;

describe('a short word that is looked for as a word', () => {
  it.each([
    ['村超', '举办村超、村BA等赛事', 1],
    ['村超', '改造农村超市120家', 0],
    ['人参', '培育人参、林下参等产业', 1],
    ['人参', '全市3万人参加培训', 0],
    ['数据', '发展大数据产业', 1],
    ['高铁', '新建高铁站两座', 1],
    // Longer words are found wherever they stand.
    ['产业园', '现代农业产业园区', 1],
  ])('%s in %s: %i', (needle, text, times) => {
    expect(count(needle, text)).toBe(times);
  });
});
