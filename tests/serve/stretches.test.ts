import { expect, test } from 'vitest';
import { stretchesOf } from '../../adapters/serve/pages/stretches.js';

/** Paragraphs of 100 characters. */
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'paragraph' as const,
    level: 0,
    start: at * 100,
    end: at * 100 + 100,
  }));

const shape = (count: number, at?: number): string =>
  stretchesOf(paragraphs(count), at === undefined ? undefined : { start: at, end: at + 10 })
    .map(({ parts, far }) => `${parts.length}${far ? ' far' : ''}`)
    .join(', ');

test.each([
  ['a short report is one stretch', 8, undefined, '8'],
  ['without a mark the beginning is seen first', 40, undefined, '11, 10 far, 10 far, 9 far'],
  ['a mark in the middle', 60, 3050, '10 far, 31, 10 far, 9 far'],
  ['a mark at the end', 40, 3950, '10 far, 9 far, 21'],
])('%s', (_what, count, at, expected) => expect(shape(count, at)).toBe(expected));

test('every part stands once, in order', () => {
  const parts = paragraphs(300);
  expect(stretchesOf(parts, { start: 12_345, end: 12_400 }).flatMap((stretch) => stretch.parts)).toEqual(parts);
});
