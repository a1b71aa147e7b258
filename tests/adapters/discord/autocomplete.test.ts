import { describe, expect, test } from 'vitest';
import { type AutocompleteRequest, createAutocomplete } from '../../../adapters/discord/autocomplete.js';
import type { Assistant, Held } from '../../../src/assistant.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

const HELD: Held = {
  places: [
    { id: '430700', name: '常德市', short: '常德', years: [2022, 2021] },
    { id: '430800', name: '张家界市', short: '张家界', years: [2024, 2022, 2021] },
    { id: '430100', name: '长沙市', short: '长沙', years: [2020] },
    { id: '433100', name: '湘西土家族苗族自治州', short: '湘西', years: [2019] },
    { id: '610100', name: '西安市', short: '西安', years: [2018] },
  ],
  indicators: ['地区生产总值', '固定资产投资', '地方一般公共预算收入', '一般公共预算收入', '城镇调查失业率'],
};

const assistant: Assistant = { ...createFakeAssistant(), held: () => HELD };
const autocomplete = await createAutocomplete();
const values = (request: AutocompleteRequest) => autocomplete.complete(assistant, request).map(({ value }) => value);

describe('places', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['常德', '常德市'],
    ['常', '常德市'],
    ['家界', '张家界市'],
    ['cd', '常德市'],
    ['CD', '常德市'],
    ['zjj', '张家界市'],
    ['zhangj', '张家界市'],
    ["xi'an", '西安市'],
    ['zhangjiejie', '张家界市'],
    ['长德', '常德市'],
    ['张家届', '张家界市'],
    ['湘西州', '湘西土家族苗族自治州'],
    ['  常德 ', '常德市'],
    ['ｃｄ', '常德市'],
  ];
  test.each(cases)('%j finds %s', (typed, found) => {
    expect(values({ type: 'place', typed })).toContain(found);
  });

  test('names come before spellings, and what begins so before what holds it', () => {
    expect(values({ type: 'place', typed: '长' })[0]).toBe('长沙市');
    expect(values({ type: 'place', typed: '西' })).toEqual(['西安市', '湘西土家族苗族自治州']);
  });

  test.each(['岳阳', 'qqqq', '😀😀😀', '@everyone', '</>', `${'\u202e\u202e'.repeat(40)}火星`])(
    'nothing that is not held is offered for %j',
    (typed) => {
      expect(values({ type: 'place', typed })).toEqual([]);
    },
  );

  test('nothing typed: everything held, 25 at most', () => {
    const places = Array.from({ length: 300 }, (_, index) => ({
      ...HELD.places[0]!,
      name: `地${index}市`,
      short: `地${index}`,
    }));
    const large: Assistant = { ...assistant, held: () => ({ ...HELD, places }) };
    expect(autocomplete.complete(large, { type: 'place', typed: '' })).toHaveLength(25);
  });

  test('several: the last is completed, the ones before stay and are not offered again', () => {
    expect(values({ type: 'places', typed: '常德市、zjj' })).toEqual(['常德市、张家界市']);
    expect(values({ type: 'places', typed: '常德市 ' })).not.toContain('常德市、常德市');
  });
});

test('indicators by name, part, initials and with a slip', () => {
  expect(values({ type: 'indicator', typed: '一般公共' })[0]).toBe('一般公共预算收入');
  expect(values({ type: 'indicator', typed: 'gdzctz' })).toEqual(['固定资产投资']);
  expect(values({ type: 'indicator', typed: '地区生产总直' })).toContain('地区生产总值');
  expect(values({ type: 'indicator', typed: '失业率' })).toEqual(['城镇调查失业率']);
});

describe('years', () => {
  test('those of the place that is given, the newest first', () => {
    expect(values({ type: 'year', typed: '', place: '常德' })).toEqual(['2022', '2021']);
    expect(values({ type: 'year', typed: '', place: '张家界市' })).toEqual(['2024', '2022', '2021']);
    expect(values({ type: 'year', typed: '' })).toEqual(['2024', '2022', '2021', '2020', '2019', '2018']);
  });

  test('by their beginning or their last two digits; what is not held offers what is', () => {
    expect(values({ type: 'year', typed: '21', place: '常德' })).toEqual(['2021']);
    expect(values({ type: 'year', typed: '２０２２年' })).toEqual(['2022']);
    expect(values({ type: 'year', typed: '1999', place: '常德' })).toEqual(['2022', '2021']);
  });

  test('spans begin where was typed', () => {
    expect(values({ type: 'years', typed: '', place: '张家界' })[0]).toBe('2021-2024');
    expect(values({ type: 'years', typed: '2021', place: '张家界' })).toEqual(['2021-2024', '2021-2022', '2021']);
  });
});

test('what is held is read anew after a reload', () => {
  const reloaded: Assistant = { ...assistant, held: () => ({ places: [HELD.places[0]!], indicators: [] }) };
  expect(autocomplete.complete(reloaded, { type: 'place', typed: '' })).toHaveLength(1);
});
