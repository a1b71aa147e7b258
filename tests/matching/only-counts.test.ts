import { describe, expect, it } from 'vitest';
import { nearWords, onlyCounts } from '../../src/matching/only-counts.js';
import { chineseNumeral } from '../../src/question/counted-names.js';

const forms = (n: number): string[] => [String(n), chineseNumeral(n)];

describe('a clause that only counts what is asked for by name', () => {
  it.each([
    ['4条线路入选全国旅游精品线路', '', true],
    ['四条线路入选全国旅游精品线路', '', true],
    ['14条线路入选全国旅游精品线路', '', false],
    ['甲、乙、丙、丁4条线路入选', '', false],
    ['“甲乙”等4条线路入选', '', false],
    ['4条线路入选全国旅游精品线路', '：甲、乙、丙、丁', false],
    ['多条线路入选全国旅游精品线路', '', false],
  ])('%s%s: %s', (clause, behind, only) => {
    expect(onlyCounts(clause, behind, [4], forms)).toBe(only);
  });
});

describe('the words beside what a clause tells', () => {
  const text = '2021年9月，甲大桥开工，乙大桥建成，丙路计划明年通车。';
  const near = (word: string): string => {
    const start = text.indexOf(word);
    return nearWords(text, { start: 0, end: text.length }, { start, end: start + word.length }, (w) => /年/u.test(w));
  };

  it.each([
    ['甲大桥开工', '2021年9月，甲大桥开工，乙大桥建成'],
    ['乙大桥建成', '乙大桥建成，丙路计划明年通车'],
    ['丙路计划明年通车', '丙路计划明年通车'],
  ])('%s', (word, words) => {
    expect(near(word)).toBe(words);
  });
});
