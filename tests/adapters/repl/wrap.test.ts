import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { styleFor } from '../../../adapters/repl/style.js';
import { wrapReply } from '../../../adapters/repl/wrap.js';
import { displayWidth } from '../../../src/charts/index.js';

const style = styleFor({ isTTY: true }, {})!;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one.
const bare = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

describe('a reply in a narrow terminal', () => {
  test.each([
    ['目标是粮食产量稳定在415.7亿斤以上', 24, '目标是粮食产量稳定在\n415.7亿斤以上'],
    ['城镇调查失业率控制在15.7%以下', 22, '城镇调查失业率控制在\n15.7%以下'],
    ['一二三四五，六七八九十。', 10, '一二三四\n五，六七八\n九十。'],
    ['  一二三四五六七八', 12, '  一二三四五\n  六七八'],
    ['short', 12, 'short'],
    ['一二三四五六七八', 5, '一二三四五六七八'],
  ])('%s in %i columns', (text, width, wanted) => {
    expect(wrapReply(text, width)).toBe(wanted);
  });

  test('codes stay where they stood, and take no room', () => {
    const line = `地区生产总值${style.mark('增长7%以上')}，收入${style.strong('增长6.5%')}。`;
    const wrapped = wrapReply(line, 20);
    expect(bare(wrapped)).toBe(wrapReply(bare(line), 20));
    expect(wrapped.replace('\n', '')).toBe(line);
  });

  test('nothing is lost, no line is too wide, none begins with a stop', () => {
    const part = fc.constantFrom(
      '增长',
      '7%',
      '3.5万亿元',
      '，',
      '。',
      '（',
      '）',
      '“',
      '”',
      'GDP',
      ' ',
      '地区',
      '12.6:39.4:48',
      '\u001b[1m',
      '\u001b[22m',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 24, max: 60 }), (parts, width) => {
        const text = parts.join('');
        const wrapped = wrapReply(text, width);
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of bare(wrapped).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
