import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { tokensOf } from '../../src/question/analysis/tokens.js';
import { normalizeQuestion } from '../../src/question/normalize.js';

const lexicon = loadLexicon();
const rows = (text: string): string[][] =>
  tokensOf(text, lexicon)
    .filter((t) => t.kind === 'G')
    .map((t) => (t.value as { members: readonly { short: string }[] }).members.map((p) => p.short));

describe('short names of provinces in a row', () => {
  it.each([
    ['粤鄂川藏2021年GDP目标', ['广东', '湖北', '四川', '西藏']],
    ['粤、鄂、川、藏呢', ['广东', '湖北', '四川', '西藏']],
    ['湘赣谁的目标高', ['湖南', '江西']],
    ['今年晋、陕、蒙CPI目标', ['山西', '陕西', '内蒙古']],
  ])('%s', (text, members) => {
    expect(rows(text)).toEqual([members]);
  });

  it.each(['川藏铁路什么时候开工', '京沪高铁哪年通车', '湘赣边怎么说', '云贵高原的湖', '赣、青年就业'])(
    '%s names none',
    (text) => {
      expect(rows(text)).toEqual([]);
    },
  );
});

describe('short years behind the word for reports', () => {
  it.each([
    ['国务院报告14、15、16GDP目标', '国务院报告2014、2015、2016年GDP目标'],
    ['报告98、99、00年', '报告1998、1999、2000年'],
    ['报告10、20万人', '报告10、20万人'],
  ])('%s', (text, as) => {
    expect(normalizeQuestion(text)).toEqual({ ok: true, text: as });
  });
});
