import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/question/analysis/line.js';
import { matchesOf, stands } from '../../src/question/analysis/pattern.js';

const PATTERNS = ['(最|)早(是|)哪(一|)年', '谁(家|)先', '头一(回|次)'];

describe('a list of patterns', () => {
  // What is made of a list when it comes again must tell the same.
  it.each([
    ['河堤最早是哪年修的', ['最早是哪年']],
    ['谁家先修，头一回在哪', ['谁家先', '头一回']],
    ['河堤修到哪了', []],
  ])('in %s tells the same whenever it comes', (text, found) => {
    const line = lineOf(text, []);
    for (let time = 0; time < 4; time++) {
      expect(matchesOf(line, PATTERNS).map(({ start, end }) => text.slice(start, end))).toEqual(found);
      expect(stands(line, PATTERNS)).toBe(found.length > 0);
    }
  });

  it.each([
    ['河堤说要修，后来呢', ['说要修，']],
    ['河堤说要修，算了', []],
  ])('claims nothing of what it looks ahead to: %s', (text, found) => {
    const matches = matchesOf(lineOf(text, []), ['说要修，(?=后来|结果)']);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  it('does not stand where it is claimed', () => {
    const line = lineOf('河堤最早是哪年修的', []);
    line.used.fill(1, 2, 4);
    for (let time = 0; time < 4; time++) expect(matchesOf(line, PATTERNS)).toEqual([]);
  });
});
