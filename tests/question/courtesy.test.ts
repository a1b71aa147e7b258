import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCourtesy } from '../../src/question/courtesy.js';

const QUESTION = '江苏2017到2020年GDP目标是多少';

describe('a question without what is said around it', () => {
  it.each([
    [`你好，${QUESTION}？谢谢`, `${QUESTION}？`],
    [`打扰一下，${QUESTION}`, QUESTION],
    [`老师让我查一下，${QUESTION}，写论文，多谢`, QUESTION],
    [`${QUESTION}，公考要背`, QUESTION],
    [`填表用，${QUESTION}？急`, `${QUESTION}？`],
    [`怪不得这么堵，${QUESTION}，记不清了`, QUESTION],
    [`写地方志要用，${QUESTION}，要个准数`, QUESTION],
    [`跟同学打赌：${QUESTION}？谢谢哈`, `${QUESTION}？`],
    [`替我妈问一句，${QUESTION}，两个数一起报给我嘛`, QUESTION],
    [`${QUESTION}，谢谢🙏`, QUESTION],
    // Without a mark between.
    [`老师让我查${QUESTION}`, QUESTION],
    [`你好帮我查一下${QUESTION}`, QUESTION],
    [`${QUESTION}谢谢`, QUESTION],
    [`${QUESTION}，你好帮我查一下`, QUESTION],
    ['海滨2031年民生实事清单，一条一条的', '海滨2031年民生实事清单'],
    ['海滨2031年的民生实事，一件一句就行', '海滨2031年的民生实事'],
    ['海滨2031年定了5%，还有谁跟它一样', '海滨2031年定了5%，还有谁跟它一样'],
    [`${QUESTION}，备课要用`, QUESTION],
    [`${QUESTION}，报告怎么说的`, QUESTION],
    [`有人知道${QUESTION}吗`, QUESTION],
    [`有没有大佬晓得${QUESTION}`, QUESTION],
    [`请问谁清楚${QUESTION}么？`, `${QUESTION}？`],
    // What says something of its own stays.
    [`坐公交的想问问，${QUESTION}`, `坐公交的想问问，${QUESTION}`],
    ['你好，谢谢', '你好，谢谢'],
    // That a list is wanted is part of the question.
    ['海滨2031年要办的实事帮我列一下', '海滨2031年要办的实事帮我列一下'],
    [`听说${QUESTION}，对吗`, `听说${QUESTION}，对吗`],
    [`${QUESTION}，财政收入呢`, `${QUESTION}，财政收入呢`],
  ])('%s', (text, plain) => {
    expect(withoutCourtesy(text)).toBe(plain);
  });

  it('is a part of the text, and the same when it is asked again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('你好', '谢谢', '，', '？', '在线等', QUESTION, '急', ' '), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          const plain = withoutCourtesy(text);
          expect(text).toContain(plain.replace(/[？?]$/u, ''));
          expect(withoutCourtesy(plain)).toBe(plain);
        },
      ),
    );
  });
});
