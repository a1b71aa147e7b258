import { expect, test } from 'vitest';
import { plainlyWorded } from '../../src/question/rewordings.js';

/** A question and the plain wording of it; the same text where it stays as it is. */
const WORDED: readonly (readonly [string, string])[] = [
  ['娄底2022年民生实事里属于养老托育的有3项，逐条列给我', '娄底2022年民生实事里养老托育方面的是哪3项，逐条列给我'],
  ['怀化实事里归到交通一类的一共有五件', '怀化实事里交通方面的是哪五件'],
  ['邵阳靠哪三块，文旅算一个吧，另外呢', '邵阳靠哪三块，文旅等分别是哪些'],
  ['常德的六有，学有所教、……后面几个是啥', '常德的六有，学有所教等分别是哪些'],
  ['2022年怀化GDP目标', '2022年怀化GDP目标'],
  ['属于全省第一方阵的有谁', '属于全省第一方阵的有谁'],
];

test.each(WORDED)('%s', (text, plain) => {
  expect(plainlyWorded(text)).toBe(plain);
});
