import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../src/lexicon/groups.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { compile } from '../../src/question/analysis/pattern.js';
import { analysisWords } from '../../src/question/analysis/words.js';

const groups = groupsOf(loadLexicon().gazetteer);

describe('config/groups.json', () => {
  it.each([
    ['长三角', 4],
    ['京津冀', 3],
    ['中部六省', 6],
    ['西部12省区市', 12],
    ['副省级城市', 15],
    ['计划单列市', 5],
    ['省会', 27],
    ['大湾区内地九市', 9],
    ['粤东西北', 12],
  ])('%s has %d members', (name, members) => {
    expect(groups.names.find(([own]) => own === name)?.[1].members).toHaveLength(members);
  });

  it('has the rest of a level as a group', () => {
    const ordinary = groups.get('ordinary-cities')?.members.map((p) => p.short) ?? [];
    expect(ordinary).toEqual(expect.arrayContaining(['常德', '绵阳', '恩施']));
    for (const city of ['长沙', '青岛', '北京']) expect(ordinary).not.toContain(city);
  });

  it('gives each group a source and a date', () => {
    for (const group of groups.list) expect(`${group.source} ${group.date}`).toMatch(/^.{2,} \d{4}-\d{2}$/u);
  });

  it('knows provinces by one character', () => {
    expect(['京', '沪', '川', '渝'].map((c) => groups.abbreviations.get(c)?.short)).toEqual([
      '北京',
      '上海',
      '四川',
      '重庆',
    ]);
  });
});

describe('config/language/analysis.json', () => {
  it('holds patterns that compile, none of which meets the empty text', () => {
    const all: string[] = [];
    JSON.stringify(analysisWords(), (key, value) => {
      if (Array.isArray(value) && value.every((v) => typeof v === 'string') && key !== 'growth' && key !== 'way')
        all.push(...value);
      return value;
    });
    expect(all.length).toBeGreaterThan(200);
    for (const pattern of all) expect(() => compile(pattern), pattern).not.toThrow();
  });
});
