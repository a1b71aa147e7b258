import { describe, expect, it } from 'vitest';
import { withPoints } from '../../src/matching/telling.js';

/** What is quoted of a text, from the sentence that holds a word on. */
function quoted(text: string, word: string): string {
  const at = text.indexOf(word);
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const end = text.indexOf('。', at) + 1;
  const span = withPoints(text, { start, end });
  return text.slice(span.start, span.end);
}

const ANNOUNCED = '目标调低了。这样的安排有两个考虑：第一，形势严峻。外部条件变了。第二，基础不强。各级要抓好落实。';

describe('what is told in several points', () => {
  it.each([
    [
      'is quoted up to the last of them',
      ANNOUNCED,
      '考虑',
      '这样的安排有两个考虑：第一，形势严峻。外部条件变了。第二，基础不强。',
    ],
    [
      'also where the sentence before announces them',
      ANNOUNCED,
      '调低',
      '目标调低了。这样的安排有两个考虑：第一，形势严峻。外部条件变了。第二，基础不强。',
    ],
    ['also 一是…二是', '原因有二：一是需求不足。二是成本上升。', '原因', '原因有二：一是需求不足。二是成本上升。'],
    ['but a later point alone is that point', '一是需求不足。二是成本上升。三是转型慢。', '成本', '二是成本上升。'],
    ['and a sentence without points is itself', '需求不足。成本上升。', '需求', '需求不足。'],
    [
      'and no other paragraph is reached',
      '原因有二：一是需求不足。\n二是成本上升。',
      '原因',
      '原因有二：一是需求不足。',
    ],
  ])('%s', (_, text, word, expected) => {
    expect(quoted(text, word)).toBe(expected);
  });
});
