import { expect, it } from 'vitest';
import { asksHowFar } from '../../src/question/analysis/how-far.js';

it.each([
  ['湖北定了10%以上，差几个点', true],
  ['武汉写的是6.5%，高多少', true],
  // What asks for a figure of its own, or states none.
  ['湖北定了多少', false],
  ['比湖北差几个点', false],
  ['湖北定了10%以上，哪年定的', false],
])('%s: %s', (text, howFar) => {
  expect(asksHowFar(text)).toBe(howFar);
});
