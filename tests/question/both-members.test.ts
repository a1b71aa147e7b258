import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';
import { loadSeeds } from '../support/seed-assistant.js';

const lexicon = loadLexicon();
const held = new Set([lexicon.gazetteer.byName('怀化市')[0]!.id]);

function members(question: string): string[] {
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  return (parseQuestion(question, normalized.text, { lexicon, held }).members ?? []).map(({ id }) => id);
}

describe('a thing that is named once for two members', () => {
  it.each([
    '怀化2022年城乡居民收入目标',
    '怀化2021年城乡居民人均可支配收入增长多少',
    '怀化2021年城镇和农村居民收入',
    '怀化2021年城里人和农民收入',
  ])('asks for the figure of each: %s', (question) => {
    expect(members(question)).toEqual(['urban-income', 'rural-income']);
  });

  it.each([
    ['how many times one is the other', '怀化2022年城乡收入比'],
    ['how far they are apart', '怀化2021年城乡居民收入差多少'],
    ['one as set against the other', '怀化2021年农民收入比城里人少多少'],
    ['how many times it is what it was', '怀化2021年城乡居民收入是2015年的几倍'],
    ['how many times it is what it was, in other words', '怀化2021年城乡居民收入相当于2015年的几倍'],
    ['how it moved since another year', '怀化2021年城乡居民收入较2015年增加多少'],
    ['all together', '怀化2021年居民收入'],
    ['one of them', '怀化2021年农村居民收入'],
    ['what has no members', '怀化2021年GDP'],
  ])('asks for no two figures where it asks for %s: %s', (_, question) => {
    expect(members(question)).toEqual([]);
  });
});

describe('both members of one thing', async () => {
  const assistant = await loadSeeds();
  const ask = (question: string) => assistant.ask(question, question);

  it.each([
    ['怀化2022年城乡居民收入目标是多少', ['8.5%', '10.5%以上']],
    ['怀化2021年城镇和农村居民收入各多少', ['8.5%', '11.5%']],
    ['张家界2021年城乡居民收入目标', ['8%以上', '10%以上']],
  ])('are told side by side: %s', async (question, figures) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('list');
    expect(answer.figures.map((f) => f.text)).toEqual(figures);
    expect(answer.items).toEqual([
      expect.stringContaining('城镇居民人均可支配收入'),
      expect.stringContaining('农村居民人均可支配收入'),
    ]);
  });

  it('are told as one where the report tells them as one', async () => {
    const { kind, headline } = await ask('常德2021年城乡居民收入目标是多少');
    expect(kind).toBe('figure');
    expect(headline).toBe('常德市2021年全体居民人均可支配收入目标：增长8.5%以上');
  });

  it.each(['怀化2022年城乡居民收入比', '怀化2021年农民收入比城里人少多少'])(
    'are no answer to how they stand to each other: %s',
    async (question) => {
      expect((await ask(question)).kind).toBe('refusal');
    },
  );
});
