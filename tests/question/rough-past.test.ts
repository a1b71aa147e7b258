import { expect, test } from 'vitest';
import { claimRoughPast } from '../../src/question/rough-past.js';
import { freeRuns, scratchOf } from '../../src/question/scratch.js';

test.each([
  ['二十多年前打算怎么动城中村', ['打算怎么动城中村']],
  ['好多年以前的路', ['的路']],
  // A number of years is a time of its own.
  ['比十年前涨了', ['比十年前涨了']],
])('%s', (text, left) => {
  const scratch = scratchOf(text);
  claimRoughPast(scratch);
  expect(freeRuns(scratch)).toEqual(left);
});
