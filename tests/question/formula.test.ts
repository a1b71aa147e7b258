import { describe, expect, it } from 'vitest';
import { sayingsOf } from '../../src/matching/sayings.js';
import { formulaAsked } from '../../src/question/formula.js';
import { scratchOf } from '../../src/question/scratch.js';

describe('a saying that is asked for by how many characters it has', () => {
  it.each([
    ['常德精神那八个字怎么说的', 8],
    ['那五句五字的发展愿景', 25],
    ['背一下那16个字', 16],
    ['“竞进提质”这四个字啥意思', undefined],
    ['办好这两个字', undefined],
    ['要减多少字', undefined],
    ['数字经济多少亿', undefined],
  ])('%s: %s', (question, characters) => {
    expect(formulaAsked(scratchOf(question))).toBe(characters);
  });

  it('is what stands in quotation marks and has just so many', () => {
    const text = '弘扬“心忧天下、敢为人先”的精神，落实“三个办”要求';
    expect(sayingsOf(text, 8).map(({ start, end }) => text.slice(start, end))).toEqual(['心忧天下、敢为人先']);
    expect(sayingsOf(text, 9)).toEqual([]);
  });
});
