import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { termsOfFrame } from '../../src/matching/ask.js';
import { selectivityOf } from '../../src/matching/selectivity.js';
import { coverOf, type Terms } from '../../src/matching/terms.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const terms: Terms = termsOfFrame(parseQuestion('q', '常德2021年新建停车泊位多少个', { lexicon, held: new Set() }));
const covers = (texts: readonly string[]) => texts.map((text) => coverOf(terms, text).wide);

describe('how few candidates hold a word', () => {
  const [parking, school, road] = covers(['新建停车泊位', '新建学校', '新建公路']);
  const told = selectivityOf(terms, [parking!, school!, road!]);

  it('makes what one alone holds count more than what all hold', () => {
    expect(told.share(parking!)).toBeGreaterThan(0.9);
    expect(told.share(school!)).toBeLessThan(0.2);
    expect(told.share(school!)).toBe(told.share(road!));
  });

  it('tells what none of the others holds', () => {
    expect(told.unique(parking!)).toBeGreaterThan(0.5);
    expect(told.unique(school!)).toBe(0);
  });

  it('is nothing where no candidate holds any of the question', () => {
    const [other] = covers(['粮食丰收']);
    const none = selectivityOf(terms, [other!]);
    expect([none.share(other!), none.unique(other!)]).toEqual([0, 0]);
  });
});
