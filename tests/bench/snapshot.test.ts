import { expect, it } from 'vitest';
import { differences, type Shot } from '../../bench/snapshot.js';

const shot = (id: string, over: Partial<Shot> = {}): Shot => ({
  set: 's',
  id,
  question: 'q',
  reading: '常德市 · 2022年',
  kind: 'figure',
  headline: '7%',
  ...over,
});

it.each<[string, Shot[], Shot[], string[]]>([
  ['nothing moved', [shot('1')], [shot('1')], []],
  ['another answer', [shot('1')], [shot('1', { headline: '8%' })], ['s 1 q\n  headline: 7%\n     now: 8%']],
  [
    'an answer that became a no',
    [shot('1')],
    [shot('1', { kind: 'refusal', refusal: 'not-sure' })],
    ['s 1 q\n  kind: figure\n     now: refusal\n  refusal: –\n     now: not-sure'],
  ],
  ['a question that is gone', [shot('1'), shot('2')], [shot('1')], ['s 2 q\n  gone']],
  ['a new question', [shot('1')], [shot('1'), shot('2')], ['s 2 q\n  new']],
])('%s', (_, before, after, lines) => {
  expect(differences(before, after)).toEqual(lines);
});
