import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { withNamedYears } from '../../src/question/named-years.js';

const { gazetteer } = loadLexicon();

describe('a year by what it is known for', () => {
  it.each([
    ['常德“十三五”头两年的目标', '常德2016、2017年的目标'],
    ['常德十四五后三年', '常德2023、2024、2025年'],
    ['疫情那年常德GDP', '2020年常德GDP'],
    ['常德非典那一年财政收入', '常德2003年财政收入'],
    ['疫情爆发那年怀化外贸', '2020年怀化外贸'],
    ['常德“十三五”收官之年GDP目标', '常德2020年GDP目标'],
    ['十二五开局那年怀化投资', '2011年怀化投资'],
    ['疫情那年（2020）常德GDP', '2020年常德GDP'],
    ['并县设区那年（2015年）常德GDP', '2015年常德GDP'],
    ['常德撤地建市那年(1988)GDP', '常德1988年GDP'],
    ['武汉封城那年（2020）常德GDP', '2020年常德GDP'],
    ['金融危机那年，2008，常德GDP', '2008年常德GDP'],
    ['发大水那年，也就是2020年，常德GDP', '2020年常德GDP'],
    ['常德GDP破千亿那年（2008）准确数是多少', '常德GDP破千亿2008年准确数是多少'],
    // A year in digits is the one that is meant.
    ['疫情那年，2021年常德GDP', '2021年常德GDP'],
    ['常德GDP疫情那年和2021年比', '常德GDP2020年和2021年比'],
  ])('%s', (text, as) => {
    expect(withNamedYears(text, gazetteer)).toBe(as);
  });

  it.each(['常德疫情防控怎么说', '常德2020年GDP', '高铁通车那年花了多少', '“十三五”期间常德GDP', '常德（2021）GDP'])(
    '%s stays as it is',
    (text) => {
      expect(withNamedYears(text, gazetteer)).toBe(text);
    },
  );
});
