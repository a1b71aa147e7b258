import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withQuotedNames } from '../../src/question/coined.js';

/** What the reports put in quotation marks. */
const HELD = ['“三线两边”', '“5+1”', '“157”', '“追光”', '“一核四城”'];
const known = (text: string): boolean => HELD.includes(text);

describe('coined names get the quotation marks of the reports', () => {
  it.each([
    ['海滨三线两边是指哪些地方', '海滨“三线两边”是指哪些地方'],
    ['海滨一核四城说的是啥', '海滨“一核四城”说的是啥'],
    ['海滨5+1产业是什么', '海滨“5+1”产业是什么'],
    ['海滨157产业集群都有哪些', '海滨“157”产业集群都有哪些'],
    ['海滨说的追光行动是啥意思', '海滨说的“追光”行动是啥意思'],
    // What stands in marks already, figures and what no report quotes stay as they are.
    ['海滨“三线两边”是指哪些地方', '海滨“三线两边”是指哪些地方'],
    ['海滨新增157家企业', '海滨新增157家企业'],
    ['海滨两年三次调价', '海滨两年三次调价'],
    ['海滨追光行动投资多少', '海滨追光行动投资多少'],
  ])('%s', (text, quoted) => {
    expect(withQuotedNames(text, known)).toBe(quoted);
  });

  it('takes nothing away, and nothing more the second time', () => {
    const part = fc.constantFrom(
      '三线两边',
      '5+1',
      '157',
      '追光',
      '行动是啥意思',
      '海滨',
      '“',
      '”',
      '2021年',
      '家',
      '，',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const quoted = withQuotedNames(text, known);
        expect(quoted.replace(/[“”]/gu, '')).toBe(text.replace(/[“”]/gu, ''));
        expect(withQuotedNames(quoted, known)).toBe(quoted);
      }),
    );
  });
});
