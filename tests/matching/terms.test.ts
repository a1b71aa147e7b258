import { describe, expect, it } from 'vitest';
import type { EvidenceRole } from '../../src/frame/types.js';
import { parseRarity } from '../../src/lexicon/rarity.js';
import { parseThesaurus } from '../../src/lexicon/thesaurus.js';
import { coverOf, dearestMissed, either, shareOf, termsOf, unasked } from '../../src/matching/terms.js';

const language = {
  thesaurus: parseThesaurus('# topic\treports\tpeople\n住房\t老旧小区改造\t旧改\n动作\t下降|减少\t砍'),
  rarity: parseRarity('# idf\tpairs\n2\t改造下降\n6\t小区老旧'),
  contrasts: [{ name: 'residents', members: [['城镇'], ['农村']] }],
  siblings: [],
};

function terms(text: string, role: EvidenceRole = 'content', content = 1) {
  const roles = [...text].map(() => role);
  return termsOf([{ text, roles, content: roles.map(() => content), start: 0 }], language);
}

const wide = (question: string, text: string): number => {
  const made = terms(question);
  return Number(shareOf(made, coverOf(made, text).wide).toFixed(2));
};

describe('a word that words of asking part', () => {
  const parted = termsOf(
    [
      {
        text: '挖了多少煤',
        roles: ['content', 'function', 'function', 'function', 'content'],
        content: [1, 0, 0, 0, 1],
        start: 0,
      },
    ],
    { ...language, thesaurus: parseThesaurus('# topic\treports\tpeople\n煤炭\t煤炭产量\t挖煤') },
  );

  it.each([
    ['煤炭产量1.56亿吨', 1],
    ['粮食产量24亿斤', 0],
  ])('in %s: %f', (text, share) => {
    expect(shareOf(parted, coverOf(parted, text).wide)).toBeCloseTo(share, 1);
  });
});

describe('what of a question a text holds', () => {
  it.each([
    ['老旧小区', '改造老旧小区172个', 1],
    ['旧改', '实施老旧小区改造项目', 1],
    ['砍', '一般性支出减少5%', 1],
    ['老旧小区', '改造农村公路335公里', 0],
    ['2022', '完成12022户', 0],
    ['2022', '2022年完成', 1],
  ])('%s in %s: %s', (question, text, share) => {
    expect(wide(question, text)).toBe(share);
  });

  it('word for word and by a synonym are told apart', () => {
    const made = terms('旧改');
    const { exact, wide: all } = coverOf(made, '老旧小区改造');
    expect(shareOf(made, exact)).toBeLessThan(shareOf(made, all));
  });

  it('two texts hold what either holds', () => {
    const made = terms('老旧小区改造');
    const both = either(coverOf(made, '老旧小区'), coverOf(made, '改造'));
    expect(shareOf(made, both.wide)).toBeGreaterThan(shareOf(made, coverOf(made, '老旧小区').wide));
  });
});

describe('what a character counts', () => {
  it('grows with its rarity', () => {
    const made = terms('小区改造');
    expect(made.weights[0]!).toBeGreaterThan(made.weights[3]!);
    expect(dearestMissed(made, coverOf(made, '改造').wide)).toBeCloseTo(made.weights[0]!);
  });

  it('falls where the learned reader takes it for a word of asking', () => {
    expect(terms('小区', 'content', 0.1).total).toBeLessThan(terms('小区').total);
    expect(terms('小区', 'function', 0).total).toBeGreaterThan(0);
  });
});

describe('a subject beyond the question', () => {
  it.each([
    ['老旧小区', '老旧小区', 0],
    ['老旧小区', '农村公路', 4],
    ['旧改', '老旧小区改造', 0],
  ])('%s of %s: %s characters', (question, subject, count) => {
    expect(unasked(terms(question), subject).count).toBe(count);
  });
});

it('members of contrasts that a question names', () => {
  expect(terms('农村公路').contrasts).toEqual([2]);
  expect(terms('公路').contrasts).toEqual([0]);
});

describe('the words of one asking of several', () => {
  const run = {
    text: '农村低保多少人多了几个新增多少',
    roles: Array.from('农村低保多少人多了几个新增多少', () => 'content' as const),
    content: Array.from('农村低保多少人多了几个新增多少', () => 1),
    start: 0,
  };
  const groups = [
    { name: 'residents', members: [['农村'], ['城镇']] },
    { name: 'added', members: [['新增'], ['总数']] },
  ];
  const own = (from: number, to: number) =>
    termsOf([run], { ...language, contrasts: groups }, { from, to, before: 0.5, behind: 0.3 }).contrasts;

  it('part it from others; those of the asking behind do not', () => {
    expect(own(0, 7)).toEqual([1, 0]);
  });

  it('are those before where it names none itself', () => {
    expect(own(7, 15)).toEqual([1, 1]);
  });
});
