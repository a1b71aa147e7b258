import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { listAskOf } from '../../src/question/list-ask.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();

const ask = (text: string) =>
  listAskOf(
    text,
    [...text.matchAll(/“([^”]+)”/gu)].map((m) => m[1]!),
    [],
  );

describe('what a question says of a list', () => {
  it.each([
    ['“四位一体”是哪四种房', { counts: [4, 5], places: false }],
    ['“5+1”产业体系是啥', { counts: [6, 2], places: false }],
    ['“53211”产业集群各是啥', { counts: [12, 5], places: false }],
    ['要让哪几个县摘帽', { counts: [], places: true }],
    ['先在哪5个市县试点', { counts: [], places: true }],
    ['哪几条路要改造', { counts: [], places: false }],
    ['哪些区县获评“五型”示范县区', { counts: [], places: true }],
  ])('%s', (text, { counts, places }) => {
    expect(ask(text).names.flatMap((n) => n.counts)).toEqual(counts);
    expect(ask(text).places).toBe(places);
  });

  it.each([
    ['要建的县医院有哪几家要托管', '县医院'],
    ['要开通哪几条地铁啊', '地铁'],
    ['获评哪些示范县区', '示范县区'],
    ['给老百姓办的是哪几件实事', '实事'],
  ])('the class that is asked for: %s', (text, ofClass) => {
    expect(ask(text).ofClass).toBe(ofClass);
  });

  it('a year in quotation marks counts nothing', () => {
    expect(ask('“2025”行动是什么').names).toEqual([]);
  });
});

describe('what a list is said to be of', () => {
  it.each([
    ['常德2022年四大工业强县是哪四个县', '四大工业强县'],
    ['常德2022年重点搞哪四个产业', '重点搞'],
    ['常德2022年要建哪三个中心', '要建中心'],
  ])('%s', (text, topic) => {
    expect(parseQuestion(text, text, { lexicon, held: new Set() }).list.topic).toBe(topic);
  });
});
