import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { chanceOf } from '../../bench/fit/reader/chance.js';
import { Maker } from '../../bench/fit/reader/expand.js';
import { loadFrames, parseParts } from '../../bench/fit/reader/frames.js';
import { loadVocabulary } from '../../bench/fit/reader/vocabulary.js';
import { learnedTurn } from '../../src/question/learned-turns.js';
import { marginalsOf, passFor, STATES } from '../../src/question/reader/chain.js';
import {
  blankModel,
  decodeModel,
  encodeModel,
  readerModel,
  useReaderModel,
  WHOLE,
} from '../../src/question/reader/model.js';
import { readQuestion, readWith } from '../../src/question/reader/read.js';
import { RowTable } from '../../src/question/reader/table.js';
import { READER_FACETS, READER_OPERATIONS } from '../../src/question/reader/types.js';
import { anyCharacter } from '../support/any-text.js';

/** The characters that are rather content than not. */
function contentOf(text: string): string {
  const { content } = readQuestion(text);
  return [...text].filter((_, i) => content[i]! >= 0.5).join('');
}

describe('a question as the reader reads it', () => {
  it.each([
    ['你好，老师让我查一下常德2021年新增了多少个停车位，谢谢', '新增停车位'],
    ['怀化2022年打算改造多少个老旧小区，开车的人关心下', '改造老旧小区'],
    ['急！领导要用，邵阳2021年粮食产量是多少', '粮食产量'],
    ['麻烦问下娄底今年的财政收入目标是多少啊', '财政收入'],
  ])('%s asks for %s', (text, content) => {
    expect(contentOf(text)).toBe(content);
  });

  it.each([
    ['常德2021年GDP增长多少', 'figure'],
    ['怀化这五年城镇化率从多少提高到多少', 'from-to'],
    ['张家界2021年来了多少游客、旅游收入多少', 'several'],
    ['常德2022年十件民生实事有哪些', 'list'],
    ['邵阳2022年打算怎么解决停车难', 'text'],
    ['常德2021年为什么下调经济增长目标', 'why'],
    ['常德和怀化2021年GDP增速哪个高', 'compare'],
    ['2021年湖南各市GDP增速排名', 'rank'],
    ['2024年各省GDP目标列个表', 'table'],
    ['2024年哪些省的GDP目标高于5%', 'filter'],
    ['2024年各省GDP目标平均是多少', 'aggregate'],
    ['湖北近五年GDP目标走势', 'trend'],
    ['湖北2022年GDP目标完成了吗', 'outcome'],
    ['2024年哪些省的报告提到低空经济', 'mentions'],
    ['听说常德2021年GDP增长8%，是真的吗', 'verify'],
    ['那怀化呢', 'followup'],
    ['你好', 'chat'],
  ])('%s: %s', (text, operation) => {
    expect(readQuestion(text).operation.value).toBe(operation);
  });

  it.each([
    ['常德2022年打算新建多少所学校', 'target'],
    ['常德2021年实际新建了多少所学校', 'outcome'],
    ['常德2021年GDP目标完成了吗，实际多少', 'both'],
  ])('%s is of the facet %s', (text, facet) => {
    expect(readQuestion(text).facet.value).toBe(facet);
  });

  it('is the same each time, with probabilities, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 450 }), (text) => {
        const { content, slot, operation, facet } = readQuestion(text);
        expect(content.length).toBe(text.length);
        for (const p of [...content, ...slot, operation.probability, operation.margin, facet.probability]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1.000001);
        }
        expect(readQuestion(text)).toEqual({ content, slot, operation, facet });
      }),
      { numRuns: 100 },
    );
  });

  it('changes little when it is wrapped in politeness and asides', () => {
    const frames = loadFrames();
    const chance = chanceOf(7);
    const maker = new Maker(loadVocabulary(), chance, frames);
    const plain = [
      '常德2021年新增了多少个停车位',
      '怀化2022年打算改造多少个老旧小区',
      '邵阳农村公路今年要修多少公里',
      '张家界2023年来了多少境外游客',
      '娄底规上工业企业有多少家',
    ];
    const moved: number[] = [];
    const said: number[] = [];
    for (const question of plain)
      for (let n = 0; n < 40; n++) {
        const text = maker
          .wrap([[question, 0]])
          .map(([part]) => part)
          .join('');
        const at = text.indexOf(question);
        const inner = readQuestion(question).content;
        const outer = readQuestion(text).content;
        moved.push(average([...inner].map((p, i) => Math.abs(p - outer[at + i]!))));
        said.push(average([...outer].filter((_, i) => i < at || i >= at + question.length)));
      }
    expect(average(moved)).toBeLessThan(0.03);
    expect(Math.max(...moved)).toBeLessThan(0.25);
    // What was put round it is hardly ever content; some wrappers name a trade or a place.
    expect(average(said)).toBeLessThan(0.12);
  });
});

const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('the probabilities of a chain', () => {
  it('are those of all its paths', () => {
    const potentials = Float64Array.from([1, 2, 3, 0.5, 4, 1, 2, 2, 1]);
    const steps = Float64Array.from([1, 2, 0.5, 3, 1, 1, 0.2, 1, 2]);
    const expected = new Float64Array(9);
    let all = 0;
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++)
        for (let c = 0; c < 3; c++) {
          const weight =
            potentials[a]! * potentials[3 + b]! * potentials[6 + c]! * steps[a * 3 + b]! * steps[b * 3 + c]!;
          all += weight;
          for (const [i, k] of [a, b, c].entries()) expected[i * 3 + k]! += weight;
        }
    const pass = passFor(3);
    marginalsOf(3, potentials, steps, pass);
    for (let i = 0; i < 9; i++) expect(pass.marginals[i]).toBeCloseTo(expected[i]! / all, 10);
  });
});

describe('the file of a model', () => {
  const hashes = Uint32Array.from([5, 9, 4_000_000_000]);
  const characters = { hashes, scale: 0.5, values: Int8Array.from({ length: 3 * STATES }, (_, i) => i - 4) };
  const whole = { hashes, scale: 0.25, values: Int8Array.from({ length: 3 * WHOLE }, (_, i) => (i % 250) - 125) };
  const steps = Float32Array.from({ length: STATES * STATES }, (_, i) => i / 2);
  const bytes = encodeModel(characters, whole, steps);

  it('is read as it was written', () => {
    const model = decodeModel(bytes);
    expect(model.steps).toEqual(steps);
    expect([...model.characters.values]).toEqual([...characters.values]);
    expect([...model.whole.values]).toEqual([...whole.values]);
    expect([model.characters.scale, model.whole.scale]).toEqual([0.5, 0.25]);
    expect([...hashes].map((h) => model.whole.table.find(h))).toEqual([0, 1, 2]);
  });

  it.each([0, 10, 60, 80])('is refused when cut to %d bytes', (length) => {
    expect(() => decodeModel(bytes.subarray(0, length))).toThrow(RangeError);
  });
});

describe('a model without an opinion', () => {
  const { content, slot, operation, facet } = readWith(blankModel(), '常德2021年GDP目标完成了吗');

  it('takes every character for as much of one kind as of another', () => {
    for (const p of [...content, ...slot]) expect(p).toBeCloseTo(1 / STATES, 6);
  });

  it('takes every operation and every facet for as likely as another', () => {
    expect(operation.probability).toBeCloseTo(1 / READER_OPERATIONS.length, 6);
    expect(facet.probability).toBeCloseTo(1 / READER_FACETS.length, 6);
    expect([operation.margin, facet.margin]).toEqual([0, 0]);
  });
});

describe('the model that questions are read with', () => {
  const own = readerModel();
  afterEach(() => useReaderModel(own));

  it('is the project’s, read once', () => {
    expect(readerModel()).toBe(own);
    expect(readQuestion('湖北2022年GDP目标完成了吗')).toEqual(readWith(own, '湖北2022年GDP目标完成了吗'));
  });

  it('is another from when it is said to be, and the project’s again', () => {
    const blank = blankModel();
    useReaderModel(blank);
    expect(readerModel()).toBe(blank);
    expect(readQuestion('常德2021年粮食产量是多少').operation.margin).toBe(0);
    expect(learnedTurn('两边到底哪个更高啊')).toBeUndefined();
    useReaderModel(own);
    expect(readQuestion('常德2021年旅游总收入是多少').operation.margin).toBeGreaterThan(0.5);
  });
});

describe('a table of rows', () => {
  it('keeps its rows while it grows', () => {
    const table = new RowTable(1);
    for (let i = 1; i <= 5000; i++) expect(table.add(i * 7)).toBe(i - 1);
    for (let i = 1; i <= 5000; i++) expect([table.find(i * 7), table.add(i * 7)]).toEqual([i - 1, i - 1]);
    expect(table.find(3)).toBe(-1);
    expect([...table.hashes()].slice(0, 3)).toEqual([7, 14, 21]);
  });
});

describe('a frame', () => {
  it.each([
    ['{PY}{I}[f:目标](是|)', 4],
    ['你好', 1],
    ['(a|[s:b]|{P})', 1],
  ])('%s has %d parts', (line, count) => {
    expect(parseParts(line)).toHaveLength(count);
  });

  it.each(['{XX}', '[k:词]', '(a|b', '[s:a', 'a)', 'a]', '{P'])('%s is none', (line) => {
    expect(() => parseParts(line)).toThrow(RangeError);
  });
});
