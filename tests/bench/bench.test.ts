import { describe, expect, it } from 'vitest';
import { FORMS, timedQuestions } from '../../bench/questions.js';
import { markdown, ms, percentile } from '../../bench/table.js';

describe('the tables of the bench', () => {
  it.each([
    [[5], 0.99, 5],
    [[1, 2, 3, 4], 0.5, 2],
    [[4, 3, 2, 1], 0.99, 4],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.99, 99],
  ])('%j has at %d the value %d', (values, share, value) => {
    expect(percentile(values, share)).toBe(value);
  });

  it.each([
    [0.1234, '0.12 ms'],
    [12.34, '12.3 ms'],
    [1234, '1234 ms'],
    [12_345, '12.3 s'],
  ])('shows %d as %s', (value, text) => {
    expect(ms(value)).toBe(text);
  });

  it('are Markdown', () => {
    const table = { title: 'Start', note: 'A note.', columns: ['corpus', 'time'], rows: [['seeds', '1 ms']] };
    expect(markdown(table)).toBe('## Start\n\nA note.\n\n| corpus | time |\n| --- | ---: |\n| seeds | 1 ms |\n');
  });
});

describe('the questions of the bench', () => {
  const held = {
    places: [
      { id: '430700', name: '常德市', short: '常德', years: [2022, 2021] },
      { id: '430800', name: '张家界市', short: '张家界', years: [2024] },
    ],
    indicators: ['地区生产总值'],
  };

  it('are of all forms in turn, and always the same', () => {
    const questions = timedQuestions(held, 4);
    expect(questions).toEqual(timedQuestions(held, 4));
    expect(questions.map(({ form }) => form)).toEqual([...FORMS, ...FORMS, ...FORMS, ...FORMS]);
  });

  it('ask for places and years that are held', () => {
    for (const { form, text } of timedQuestions(held, 6)) {
      if (form === 'figure') expect(text).toMatch(/^(?:202[12]年常德|2024年张家界)/);
    }
  });

  it('are none where nothing is held', () => {
    expect(timedQuestions({ places: [], indicators: [] }, 4)).toEqual([]);
  });
});
