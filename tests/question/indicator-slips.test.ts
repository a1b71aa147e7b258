import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { isLatinSlip } from '../../src/question/indicator-slips.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();

function read(question: string, known: readonly string[] = []) {
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  const context = { lexicon, held: new Set<string>(), known: (text: string) => known.includes(text) };
  return parseQuestion(question, normalized.text, context);
}

describe('a slip in the name of an indicator', () => {
  it.each([
    ['怀化gpd2022年目标', 'gdp', 'gpd', 'GDP'],
    ['怀化2022年GDDP目标', 'gdp', 'GDDP', 'GDP'],
    ['怀化2022年GP目标', 'gdp', 'GP', 'GDP'],
    ['怀化2022年gdo目标', 'gdp', 'gdo', 'GDP'],
    ['怀化2022年CIP目标', 'cpi', 'CIP', 'CPI'],
    ['怀化2022年财正收入目标', 'local-revenue', '财正收入', '财政收入'],
    ['怀化2022年固定资投资目标', 'fixed-investment', '固定资投资', '固定资产投资'],
    ['怀化2022年固定产资投资目标', 'fixed-investment', '固定产资投资', '固定资产投资'],
  ])('%s asks for %s, and the answer can name what was read', (question, id, typed, meant) => {
    const frame = read(question);
    expect(frame.indicators.map((i) => i.value.id)).toEqual([id]);
    expect(frame.mended).toEqual([{ typed, meant }]);
  });

  it.each(['怀化2022年GDP目标', '怀化2022年xyz目标', '怀化2022年KPI目标', '怀化2022年AI目标'])(
    '%s holds none',
    (question) => {
      expect(read(question).mended).toEqual([]);
    },
  );

  it('is none where a right word says that an aim is meant', () => {
    expect(read('怀化2022年旅游业预期收入').mended).toEqual([]);
    expect(read('怀化2022年计划总值').mended).toEqual([]);
  });

  it('is none where the reports hold the word as typed', () => {
    expect(read('怀化2022年CIP项目', ['CIP']).mended).toEqual([]);
  });

  it.each([
    ['gpd', 'gdp', true],
    ['gddp', 'gdp', true],
    ['gdxp', 'gdp', false],
    ['gp', 'gdp', true],
    ['gda', 'gdp', false],
    ['gdp', 'gdp', false],
    ['pgd', 'gdp', false],
  ])('%s for %s: %s', (typed, name, slip) => {
    expect(isLatinSlip(typed, name)).toBe(slip);
  });
});
