import { describe, expect, it } from 'vitest';
import { parseRarity } from '../../src/lexicon/rarity.js';
import { parseThesaurus } from '../../src/lexicon/thesaurus.js';
import { withRareHeld } from '../../src/matching/rare-terms.js';
import { termsOf } from '../../src/matching/terms.js';

const language = {
  thesaurus: parseThesaurus('# topic\treports\tpeople\n动作\t下降|减少\t砍'),
  rarity: parseRarity('# idf\tpairs\n2\t组建效果\n6\t小区'),
  contrasts: [],
  siblings: [],
};

/** 骑警 is in no table; the learned reader takes it for talk. */
const terms = (role: 'content' | 'function') =>
  termsOf([{ text: '骑警效果', roles: [role, role, 'content', 'content'], content: [0, 0, 1, 1], start: 0 }], language);

describe('a pair of which no table tells how rare it is', () => {
  it('weighs most where a text at hand holds it', () => {
    const made = withRareHeld(terms('content'), (pair: string) => pair === '骑警');
    expect(made.weights[0]).toBeGreaterThan(made.weights[3]!);
    expect(made.total).toBeCloseTo(made.weights.reduce((a, b) => a + b, 0));
  });

  it.each([
    ['where no text holds it', terms('content'), (): boolean => false],
    ['where it is a word of asking', terms('function'), (): boolean => true],
  ] as const)('stays as it is %s', (_, made, held) => {
    expect(withRareHeld(made, held)).toBe(made);
  });
});
