import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/commands/index.js';
import { loadLexicon } from '../../src/lexicon/load.js';

const names = namesOf(loadLexicon());

describe('names known by the lexicon', () => {
  it.each(['常德', '常德市', '湖南', '湘西', '邵陽'])('%s is a place', (word) => {
    expect([names.isPlace(word), names.isIndicator(word)]).toEqual([true, false]);
  });

  it.each(['GDP', 'ＧＤＰ', 'gdp', '固投', '固定资产投资', '固定資產投資', '一般公共预算收入'])(
    '%s is an indicator',
    (word) => {
      expect([names.isPlace(word), names.isIndicator(word)]).toEqual([false, true]);
    },
  );

  it.each(['', '农贸市场', 'GDP目标', '常德GDP', '2022'])('“%s” is neither', (word) => {
    expect([names.isPlace(word), names.isIndicator(word)]).toEqual([false, false]);
  });
});
