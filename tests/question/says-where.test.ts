import { describe, expect, it } from 'vitest';
import { onlySaysWhere } from '../../src/question/analysis/says-where.js';

describe('a clause that only says where is looked', () => {
  it.each<[string, string, boolean]>([
    ['behind a clause that asks', '有哪些国际比赛落户了？\u0000报告提到三个', true],
    ['with more words for the report', '第几届呀，\u0000政府工作报告里提到过的', true],
    ['in a word or two', '拆迁拖了多少年？\u0000报告提到一嘴', true],
    ['asked whether it does', '筹备磨了多久，\u0000报告提到没有', true],
    ['but not one that names a thing', '有哪些省？报告提到元宇宙', false],
    ['nor one that stands alone', '\u0000报告提到三个', false],
    ['nor behind one that asks nothing', '元宇宙，\u0000报告提到了', false],
  ])('%s', (_, text, expected) => {
    const at = text.indexOf('提到');
    expect(onlySaysWhere(text, [at, at + 2])).toBe(expected);
  });
});
