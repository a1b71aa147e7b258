import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { apartReadings } from '../../src/question/apart.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
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
    ['a comparison by a word', '常德GDP目标2022年比2021年高多少，哪个高', []],
    ['one year', '常德2021年GDP多少', []],
    ['two places', '常德2021年和怀化2022年的GDP是多少', []],
  ])('%s', (_, text, expected) => {
    const readings = apartReadings(read(text));
    expect(readings.map((f) => [f.reportYear, ...f.periods.map((p) => p.value.to)])).toEqual(expected);
    for (const frame of readings) expect(frame.operation).toBe('figure');
  });
});
