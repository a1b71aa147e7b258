import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { reportPatternFile, reportPatterns } from '../../src/matching/report-patterns.js';
import { patterns } from '../../src/question/patterns/index.js';
import { Pattern, sourceOf } from '../../src/question/patterns/pattern.js';
import { patternFile } from '../../src/question/patterns/schema/index.js';

const words = { amount: ['多少', '几'], pages: ['第{amount}页'] };
describe('the notation of patterns', () => {
  it.each([
    [['涨了|降了'], '去年降了', '降了'],
    [['(涨|降)了', '没动'], '去年没动', '没动'],
    [['涨{amount}'], '要涨几个点', '涨几'],
    [['{pages}'], '在第多少页', '第多少页'],
    [['{han}{2,3}市'], '在ABC石门市里', '石门市'],
    [['{century}\\d\\d年'], '1899年到2021年', '2021年'],
    [['\\(约\\)'], '三成(约)', '(约)'],
  ])('%j finds in %s: %s', (ways, text, said) => {
    expect(new Pattern(ways, words).find(text)?.[0]).toBe(said);
  });

  it('hands on what has a name and nothing else', () => {
    const { groups, length } = new Pattern(['(占|是)(?<whole>{amount})'], words).find('占几')!;
    expect([length, groups?.whole]).toEqual([2, '几']);
  });

  it('finds every place, however often it is asked', () => {
    const pattern = new Pattern(['{amount}'], words);
    for (let i = 0; i < 2; i++) expect([...pattern.findAll('几个，多少')].map((m) => m.index)).toEqual([0, 3]);
    expect([pattern.in('几个'), pattern.in('几个')]).toEqual([true, true]);
    expect(pattern.replaceIn('几个，多少', (said) => '-'.repeat(said.length))).toBe('-个，--');
  });

  it('knows no name that stands for nothing', () => {
    expect(() => sourceOf(['{nothing}'], words)).toThrow('nothing');
  });
});

/** The groups of a file of patterns as they are written. */
function written(name: string, schema: { parse(value: unknown): object }) {
  const {
    words: named,
    notation: _,
    ...groups
  } = schema.parse(JSON.parse(readFileSync(join(CONFIG_DIR, name), 'utf8'))) as {
    words: Record<string, string[]>;
    notation: string;
  } & Record<string, Record<string, string[]>>;
  return { named, groups: groups as unknown as Record<string, Record<string, string[]>> };
}

describe.each([
  { name: 'language/patterns.json', schema: patternFile, read: patterns },
  { name: 'language/report-patterns.json', schema: reportPatternFile, read: reportPatterns },
])('config/$name', ({ name, schema, read }) => {
  const { named, groups } = written(name, schema);

  it.each(Object.keys(groups))('%s: every pattern can be read', (group) => {
    const compiled = read() as unknown as Record<string, Record<string, Pattern>>;
    for (const pattern of Object.keys(groups[group]!))
      expect(() => compiled[group]![pattern]!.in(''), pattern).not.toThrow();
  });

  it('names no words that no pattern uses', () => {
    const used = JSON.stringify([groups, named]);
    expect(Object.keys(named).filter((word) => !used.includes(`{${word}}`))).toEqual([]);
  });
});
