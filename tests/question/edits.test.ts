import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { readEdit } from '../../src/question/analysis/edits.js';
import { tokensOf } from '../../src/question/analysis/tokens.js';

const lexicon = loadLexicon();
const read = (text: string) => {
  const edit = readEdit(text, tokensOf(text, lexicon));
  return edit && { ...edit, tokens: edit.tokens.map((t) => t.text) };
};

describe('a turn that takes something out', () => {
  it.each([
    ['去掉财政收入', ['财政收入']],
    ['不要2021年了', ['2021年']],
    ['把常德、怀化删掉吧', ['常德', '怀化']],
    ['再剔除CPI和2019年的数据', ['CPI', '2019年']],
    ['除去固定资产投资这一列', ['固定资产投资']],
    ['麻烦把邵阳那一行拿掉', ['邵阳']],
  ])('%s', (text, tokens) => {
    expect(read(text)).toMatchObject({ way: 'out', tokens, words: '', more: '' });
  });

  it('and then asks something of the rest', () => {
    expect(read('去掉常德，谁最高')).toMatchObject({ way: 'out', tokens: ['常德'], more: '谁最高' });
  });

  it.each([
    ['去掉安置住房', true],
    ['不看留守儿童', false],
  ])('names what is no indicator by its words: %s', (text, firm) => {
    expect(read(text)).toMatchObject({ way: 'out', tokens: [], words: text.slice(2), firm });
  });
});

describe('a turn that adds something', () => {
  it.each([
    ['再加上安徽', 'in', ['安徽']],
    ['加上2020年和2021年', 'in', ['2020年', '2021年']],
    ['也把社零列上', 'in', ['社零']],
    ['把长沙也算进来看看', 'in', ['长沙']],
    ['还有CPI呢', 'also', ['CPI']],
    ['另外湖北呢', 'also', ['湖北']],
  ])('%s', (text, way, tokens) => {
    expect(read(text)).toMatchObject({ way, tokens, more: '' });
  });
});

it.each([
  '加上安徽2021年GDP是多少',
  '不要总说成绩',
  '去年常德GDP多少',
  '还有多少人没脱贫',
  '那怀化呢',
  '减掉的编制有几个',
  '排除万难的决心写了没',
])('%s is no such turn', (text) => {
  const edit = read(text);
  expect(edit === undefined || edit.tokens.length === 0).toBe(true);
});
