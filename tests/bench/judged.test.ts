import { describe, expect, it } from 'vitest';
import { judged } from '../../bench/fit/judged.js';
import { notice } from '../../src/answer/notice.js';

const turn = { id: '1', kind: 'number', question: '', forbid: ['9%'], evidence: [], session: '1', dialog: true };

/** What is expected, what is said, and what that is. */
const CASES: readonly (readonly [readonly (readonly string[])[], string, string])[] = [
  [[['8%']], '目标：增长8%', 'right'],
  [[['8%', '百分之八']], '目标：增长百分之八', 'right'],
  [[['8%']], '目标：增长18%', 'wrong'],
  [[['8%']], '目标：增长8.5%', 'wrong'],
  [[['1200亿元']], '目标：1,200 亿元', 'right'],
  [[['8%']], '目标：增长8%，实际9%', 'wrong'],
  [[], '目标：增长8%', 'wrong'],
];

describe('an answer is judged by what its question expects', () => {
  it.each(CASES)('%j, %s: %s', (expected, headline, is) => {
    expect(judged({ ...turn, expect: expected }, { ...notice(headline), kind: 'figure' })).toBe(is);
  });

  it('a no is silent', () => {
    expect(judged({ ...turn, expect: [['8%']] }, { ...notice('没有把握：增长8%'), kind: 'refusal' })).toBe('silent');
  });
});
