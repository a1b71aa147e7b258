import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { eachTold, isOfOneKind, isWhole, leastOfParts, partsTold, toldAnew } from '../../src/dialog/distributed.js';

/** An answer with figures at places of one report, or in words. */
function answer(kind: Answer['kind'], ...figures: readonly (readonly [text: string, at: number])[]): Answer {
  return {
    kind,
    figures: figures.map(([text], i) => ({ text, indicator: '收入', citation: i })),
    citations: (figures.length > 0 ? figures : [['', 500] as const]).map(([, start]) => ({ seed: 'a.md', start })),
  } as unknown as Answer;
}

const refusal = { kind: 'refusal', figures: [], citations: [] } as unknown as Answer;

describe('whether a question was told all that it asks', () => {
  it.each([
    ['two figures of two', answer('figure', ['8.5%', 1], ['11.5%', 1]), 2, true],
    ['one of two', answer('figure', ['8.5%', 1]), 2, false],
    ['a sentence', answer('passages'), 2, false],
    ['nothing', refusal, 1, false],
  ])('%s', (_, told, asked, whole) => {
    expect(isWhole(told, asked)).toBe(whole);
  });
});

describe('whether each part of a question is answered', () => {
  it.each([
    ['each by a figure of its own', [answer('figure', ['8.5%', 1]), answer('figure', ['11.5%', 1])], 2, false, true],
    ['two by the same figure', [answer('figure', ['8.5%', 1]), answer('figure', ['8.5%', 1])], 2, false, false],
    ['one by nothing', [answer('figure', ['8.5%', 1]), refusal], 2, false, false],
    ['a change by both its ends', [answer('figure', ['9814元', 1], ['14196元', 1])], 2, false, true],
    ['a change by one end', [answer('figure', ['14196元', 1])], 2, false, false],
    [
      'one by a sentence, where the whole was told something',
      [answer('figure', ['8.5%', 1]), answer('passages')],
      2,
      false,
      false,
    ],
    [
      'one by a sentence, where the whole was told nothing',
      [answer('figure', ['8.5%', 1]), answer('passages')],
      2,
      true,
      true,
    ],
  ])('%s', (_, answers, asked, inWords, told) => {
    expect(eachTold(answers, asked, inWords)).toBe(told);
  });
});

describe('how many parts must be told for them to be worth more than the answer', () => {
  it.each([
    ['nothing was told', refusal, 'clauses', 1],
    ['a row of which two were told', answer('list', ['8.5%', 1], ['11.5%', 2]), 'twice', 2],
    ['a row of which one was told', answer('figure', ['8.5%', 1]), 'row', 2],
    ['clauses of which one was told', answer('figure', ['8.5%', 1]), 'clauses', undefined],
    ['a row told in words', answer('passages'), 'row', undefined],
  ] as const)('%s', (_, told, way, least) => {
    expect(leastOfParts(told, way)).toBe(least);
  });
});

it('a part that only says again what one before it said is left out', () => {
  const growth = answer('figure', ['8.5%', 1]);
  expect(
    toldAnew([answer('list', ['8.5%', 1], ['11.5%', 2]), growth, answer('figure', ['300亿元', 3]), refusal]),
  ).toEqual([0, 2, 3]);
});

it('members of a row in two units tell two things', () => {
  const [length, count] = ['公里', '个'].map((unit) => ({ ...answer('figure'), figures: [{ unit }] }) as Answer);
  expect(isOfOneKind([length!, length!, refusal])).toBe(true);
  expect(isOfOneKind([length!, count!])).toBe(false);
});

it('counts the parts that a figure tells', () => {
  expect(partsTold([answer('figure', ['8.5%', 1]), refusal, answer('passages')])).toBe(1);
});
