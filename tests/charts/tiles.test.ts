import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/charts/picture.js';
import { provinceTiles } from '../../src/charts/province-tiles.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { CASES } from './cases.js';

const { gazetteer } = loadLexicon();

describe('the tiles of the provinces', () => {
  it('are one for every province, by its short name, each on a place of its own', () => {
    const provinces = gazetteer.places.filter((p) => p.level === 'province');
    const named = provinceTiles().map(({ place, name }) => [place, name]);
    expect(named.sort()).toEqual(provinces.map((p) => [p.id, p.short]).sort());
    expect(new Set(provinceTiles().map(({ row, column }) => `${row}/${column}`)).size).toBe(provinces.length);
  });

  it.each([
    ['west of', '110000', '120000', 'column'],
    ['north of', '110000', '130000', 'row'],
    ['north of', '430000', '450000', 'row'],
    ['west of', '510000', '310000', 'column'],
    ['west of', '440000', '350000', 'column'],
  ] as const)('%s: %s before %s', (_, first, second, along) => {
    const tile = (id: string) => provinceTiles().find(({ place }) => place === id)!;
    expect(tile(first)[along]).toBeLessThan(tile(second)[along]);
  });
});

describe('a map', () => {
  const texts = layOut(CASES.map!).texts.map(({ text }) => text);

  it.each(['湖北', '≥10', '≈6', '6–6.5', '没有说', '未收录', '收录了报告，没有这个数', '未收录报告'])(
    'says %s',
    (text) => {
      expect(texts).toContain(text);
    },
  );

  it('names each class of values in the legend', () => {
    expect(texts).toEqual(expect.arrayContaining(['6', '8', '10']));
  });
});
