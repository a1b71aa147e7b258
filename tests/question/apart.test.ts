import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { apartReadings, elsewhereReadings, placeItself } from '../../src/question/apart.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const places = {
  gazetteer: lexicon.gazetteer,
  held: new Set(['430000', '430700']),
  years: () => [2023, 2022],
};
const read = (text: string) => parseQuestion(text, text, { lexicon, held: new Set(['430700']) });

describe('readings of a question that names two years', () => {
  it.each<[string, string, (readonly [reportYear: number | undefined, ...years: number[]])[]]>([
    [
      'an asking of each year',
      '常德2021年养了多少万只鹅，2022年打算养到多少',
      [
        [undefined, 2021, 2022],
        [2021, 2022],
      ],
    ],
    ['what one report says of a later year', '常德2021年的时候盘算到2025年高速要通多少公里', [[2021, 2025]]],
    [
      'in the year of the clause that asks, where another states what is known',
      '常德2020年好天有296天，那2021年定的指标是多少天',
      [
        [undefined, 2021],
        [2020, 2021],
      ],
    ],
    ['a comparison by a word', '常德GDP目标2022年比2021年高多少，哪个高', []],
    ['one year', '常德2021年GDP多少', []],
    ['two places', '常德2021年和怀化2022年的GDP是多少', []],
  ])('%s', (_, text, expected) => {
    const readings = apartReadings(read(text));
    expect(readings.map((f) => [f.reportYear, ...f.periods.map((p) => p.value.to)])).toEqual(expected);
    for (const frame of readings) expect(frame.operation).toBe('figure');
  });
});

describe('whose reports may tell it where those of the first place are not held', () => {
  it('the place that is named within it', () => {
    const [reading, ...more] = elsewhereReadings(read('湖南修高铁，常德自己定的时间表是什么'), places);
    expect(reading?.frame.places.map((p) => p.value.name)).toEqual(['常德市']);
    expect(more).toEqual([]);
  });

  it('another place that is named', () => {
    const readings = elsewhereReadings(read('广州帮扶常德那会，想托管的医院有哪几家'), places);
    expect(readings.map(({ frame }) => frame.places.map((p) => p.value.name))).toEqual([['常德市']]);
  });

  it('rather the one to which something comes', () => {
    const readings = elsewhereReadings(read('北京天津的大医院有哪几家要在常德落脚'), places);
    expect(readings.map(({ frame }) => frame.places[0]?.value.name)).toEqual(['常德市']);
  });

  it.each(['常德2021年GDP多少', '常德比怀化2021年多多少', '2021年哪些市提到低空经济'])('no other: %s', (text) => {
    expect(elsewhereReadings(read(text), places)).toEqual([]);
  });

  it('the larger place with reports in which one without lies, of whose paragraphs it must be', () => {
    const [reading, ...more] = elsewhereReadings(read('湘西2021年易地搬迁怎么样了'), places);
    expect(reading?.frame.places.map((p) => p.value.name)).toEqual(['湖南省']);
    expect(reading?.of.map((p) => p.short)).toEqual(['湘西']);
    expect(more).toEqual([]);
  });

  it('one of several places that nothing compares, told of the others', () => {
    const readings = elsewhereReadings(read('常德派了多少医生驰援武汉、黄冈那些地方'), places);
    const told = readings.map(({ frame, of }) => [frame.places.map((p) => p.value.short), of.map((p) => p.short)]);
    expect(told).toEqual([[['常德'], ['黄冈']]]);
    expect(readings[0]?.frame.operation).toBe('figure');
  });

  it('any report where the year lies ahead of all of them', () => {
    const readings = elsewhereReadings(read('常德2035年那个“三个中心”是哪三个'), places);
    expect(readings.some(({ frame }) => frame.periods.length === 0 && frame.places[0]?.value.short === '常德')).toBe(
      true,
    );
    expect(
      elsewhereReadings(read('常德2021年那个“三个中心”是哪三个'), places).every((r) => r.frame.periods.length > 0),
    ).toBe(true);
  });

  it.each([
    ['湖南2003年头一批要铺天然气管网的是哪些城市', ['list', 'passage']],
    ['湖南2003年要给几个县城铺天然气', ['figure', 'passage']],
    ['湖南各市2003年GDP多少', []],
  ])('the place itself, where all that lie in it were meant: %s', (text, operations) => {
    expect(placeItself(read(text), places).map(({ frame }) => frame.operation)).toEqual(operations);
  });
});

describe('a larger place that is meant as a whole', () => {
  it.each([
    ['我家在常德，想知道湖南全省2022年要改造多少个老小区', '湖南省'],
    ['我家在湖南，想知道常德2022年要改造多少个老小区', '常德市'],
  ])('%s', (text, place) => {
    expect(read(text).places.map((p) => p.value.name)).toEqual([place]);
  });
});

describe('years of a stretch', () => {
  it.each([
    ['这五年（到2021年）常德森林覆盖率由多少提到多少', ['2017—2021年']],
    ['2022年常德新增的企业是前三年加起来的几倍', ['2022年']],
    ['常德2022年上半年进出口多少', ['2022年上半年']],
    ['常德农民收入连着20年第一了吗', []],
  ])('%s', (text, labels) => {
    expect(read(text).periods.map((p) => p.value.label)).toEqual(labels);
  });
});
