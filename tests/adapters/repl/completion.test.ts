import { describe, expect, it } from 'vitest';
import { complete } from '../../../adapters/repl/completion.js';
import { pinyinSpelling } from '../../../adapters/repl/spelling.js';

const held = () => ({
  places: [
    { id: '430700', name: '常德市', short: '常德', years: [2022, 2021] },
    { id: '430800', name: '张家界市', short: '张家界', years: [2024] },
    { id: '320400', name: '常州市', short: '常州', years: [] },
  ],
  indicators: ['地区生产总值', '固定资产投资', '地方一般公共预算收入', '存贷比'],
});
describe('Tab', () => {
  it.each([
    ['', [], ''],
    ['常', ['常德', '常德市', '常州', '常州市'], '常'],
    ['2022年常德', ['常德市'], '常德'],
    ['2022年张', ['张家界', '张家界市'], '张'],
    ['常德2022年地', ['地区生产总值', '地方一般公共预算收入'], '地'],
    ['常德2022年地区', ['地区生产总值'], '地区'],
    ['常德20', ['2024年', '2022年', '2021年'], '20'],
    ['2022年cd', ['常德'], 'cd'],
    ['2022年c', ['常德', '常德市', '常州', '常州市', '存贷比'], 'c'],
    ['2022年changde', ['常德'], 'changde'],
    ['2022年chang', ['常德', '常德市', '常州', '常州市'], 'chang'],
    ['dique', [], 'dique'],
    ['diqus', ['地区生产总值'], 'diqus'],
    ['zj', ['张家界', '张家界市'], 'zj'],
    ['zhangjiajie', ['张家界'], 'zhangjiajie'],
    ['2022年常德GD', [], ''],
    ['gdz', ['固定资产投资'], 'gdz'],
    ['xyz', [], 'xyz'],
    ['/tar', ['/targets'], '/tar'],
    ['/目', ['/目标'], '/目'],
    ['／tr', ['/trend'], '／tr'],
    [':t', [':trace'], ':t'],
    ['：q', [':quit'], '：q'],
    ['/re', ['/report', '/reports'], '/re'],
  ])('after %j offers %j', (line, candidates, typed) => {
    const [offered, replaced] = complete(line, { held }, pinyinSpelling);
    expect(offered).toEqual(candidates);
    if (candidates.length > 0) expect(replaced).toBe(typed);
  });

  it('does not offer the administrators’ commands', () => {
    expect(complete('/', { held }, pinyinSpelling)[0]).not.toContain('/reload');
  });

  it('does not load pinyin before Latin letters are typed', () => {
    const load = () => {
      throw new Error('pinyin was loaded');
    };
    expect(() => complete('2022年常', { held }, load)).not.toThrow();
  });
});
