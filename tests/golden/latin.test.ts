import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { loadSeeds } from '../support/seed-assistant.js';

/** Rows of question, kind, what the headline holds (one of several, parted by |). */
function rows(file: string): string[][] {
  return readFileSync(join(PACKAGE_ROOT, 'tests', 'golden', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

const assistant = await loadSeeds();

describe.each(['english.tsv', 'pinyin.tsv'])('%s', (file) => {
  it.each(rows(file))('%s', async (question, kind, says) => {
    const answer = (await assistant.ask(`${file} ${question}`, question!));
    expect({ kind: answer.kind, headline: answer.headline }).toEqual({ kind, headline: expect.any(String) });
    expect(says!.split('|').some((s) => answer.headline.includes(s)), answer.headline).toBe(true);
  });
});

describe('an English conversation', () => {
  it('goes on from turn to turn, and quotes stand as they are', async () => {
    const ask = (text: string) => assistant.ask('english', text);
    (await ask('Changde 2022 GDP target'));
    const next = (await ask('and Huaihua?'));
    expect(next.headline).toBe('Huaihua 2022 GDP target: growth 8%以上 (or more)');
    expect(next.text).toContain('Read as: Huaihua · 2022 · GDP · target');
    expect(next.text).toContain('「主要预期目标是');
    expect((await ask('what about retail sales?')).headline).toContain('10.5%以上');
    expect((await ask('show the quote')).kind).toBe('passages');
  });
});
