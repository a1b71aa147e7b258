import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { patterns } from '../../src/question/patterns/index.js';
import { Pattern, sourceOf } from '../../src/question/patterns/pattern.js';
import { patternFile } from '../../src/question/patterns/schema.js';

const words = { amount: ['多少', '几'], pages: ['第{amount}页'] };
const { words: named, ...file } = patternFile.parse(
  JSON.parse(readFileSync(join(CONFIG_DIR, 'language/patterns.json'), 'utf8')),
);
const groups = Object.entries(file).flatMap(([group, ways]) => (typeof ways === 'string' ? [] : [{ group, ways }]));

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

describe('config/language/patterns.json', () => {
  it.each(groups)('$group: every pattern can be read', ({ group, ways }) => {
    const read = patterns()[group as keyof ReturnType<typeof patterns>] as Readonly<Record<string, Pattern>>;
    for (const name of Object.keys(ways)) expect(() => read[name]!.in('')).not.toThrow();
  });

  it('names no words that no pattern uses', () => {
    const used = JSON.stringify([file, named]);
    expect(Object.keys(named).filter((name) => !used.includes(`{${name}}`))).toEqual([]);
  });
});
