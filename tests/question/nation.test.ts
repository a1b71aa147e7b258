import { describe, expect, it } from 'vitest';
import { nationMeant } from '../../src/question/nation.js';

const meant = (text: string, held = true): string | undefined => {
  const span = nationMeant(text, held);
  return span && text.slice(span.start, span.end);
};

describe('the nation under another word (全国)', () => {
  it.each([
    ['总理2024年说就业要新增多少', '总理'],
    ['国务院总理2016年讲的赤字率', '国务院总理'],
    ['国家打算建多少保障房', '国家'],
    ['2024年国家发的特别国债投到哪儿', '国家'],
    ['中央对平台经济怎么说', '中央'],
    ['今年国家给农民种粮补多少', '国家'],
    ['副总理来过几回', undefined],
    ['国家级开发区有几个', undefined],
    ['中央预算内投资争取了多少', undefined],
    ['2022年国家高新技术企业有多少', undefined],
  ])('%s → %s', (text, word) => {
    expect(meant(text)).toBe(word);
  });

  it('takes the yearly meeting for the nation only where its reports are held', () => {
    expect(meant('2024年两会GDP目标')).toBe('两会');
    expect(meant('2024年两会GDP目标', false)).toBeUndefined();
  });
});
