import { describe, expect, test } from 'vitest';
import { suggest } from '../../adapters/serve/suggest.js';
import type { Held } from '../../src/assistant.js';

const place = (name: string, short: string, pinyin: string, ...years: number[]) => ({
  id: pinyin,
  name,
  short,
  pinyin,
  years,
});
const held: Held = {
  places: [
    place('常德市', '常德', 'changde', 2022, 2021),
    place('长沙市', '长沙', 'changsha', 2024),
    place('承德市', '承德', 'chengde', 2020),
    place('德州市', '德州', 'dezhou', 2019),
  ],
  indicators: ['地区生产总值', '固定资产投资'],
};
const places = (typed: string): string[] => suggest(held, typed).map((question) => question.replace(/\d.*$/u, ''));

describe('suggestions while a place is typed', () => {
  test.each([
    ['常', ['常德']],
    ['德', ['德州', '常德', '承德']],
    ['德市', ['常德', '承德']],
    ['chang', ['常德', '长沙']],
    ['ChangS', ['长沙']],
    ['gde', ['常德', '承德']],
    ['北京', []],
    ['%', []],
    ['', []],
  ])('%s: %j', (typed, found) => expect(places(typed)).toEqual(found));

  test('go on with years and indicators once it stands there', () => {
    expect(suggest(held, '常德2021年地')).toEqual(['2021年常德地区生产总值目标']);
  });
});
