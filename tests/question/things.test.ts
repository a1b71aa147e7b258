import { describe, expect, it } from 'vitest';
import { thingsIn } from '../../src/question/things.js';

describe('names of things', () => {
  it.each([
    ['养老床位目标定多少', ['养老床位']],
    ['下发明专利', ['发明专利']],
    ['棚改', ['棚改']],
    ['农村公路', ['农村公路']],
  ])('%s names %j', (text, things) => {
    expect(thingsIn(text)).toEqual(things);
  });

  it.each(['跑出来', '新上', '连起来看看', '年初说', '拖累', '后来建成', ''])('%s names none', (text) => {
    expect(thingsIn(text)).toEqual([]);
  });
});
