import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { eachTold, isTold, isWhole, partsTold } from '../../src/dialog/distributed.js';

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

describe('whether one part of a question is answered', () => {
  it.each([
    ['by a figure', answer('figure', ['8.5%', 1]), false, true],
    ['by a sentence, where the whole was told something', answer('passages'), false, false],
    ['by a sentence, where the whole was told nothing', answer('passages'), true, true],
    ['by nothing', refusal, true, false],
  ])('%s', (_, part, inWords, told) => {
    expect(isTold(part, inWords)).toBe(told);
  });
});

it('counts the parts that a figure tells', () => {
  expect(partsTold([answer('figure', ['8.5%', 1]), refusal, answer('passages')])).toBe(1);
});
