import { describe, expect, it } from 'vitest';
import { assistantOver, createAssistant } from '../../src/assistant.js';
import type { Store, Wanted } from '../../src/retrieval/types.js';

const { context } = await createAssistant();

/** The sides of the figures that a table has read, one list for each time that it asks for some. */
async function sidesRead(question: string): Promise<string[][]> {
  const read: string[][] = [];
  const store: Store = {
    ...context.store,
    want(wanted: Wanted) {
      const ofSeveral = (wanted.indicators ?? []).filter(({ filter }) => (filter?.places?.length ?? 0) > 1);
      if (ofSeveral.length > 0) read.push([...new Set(ofSeveral.map(({ filter }) => filter?.facet ?? 'any'))]);
      context.store.want(wanted);
    },
  };
  const answer = await assistantOver(store, context.lexicon).ask('once:sides', question);
  expect(answer.kind).not.toBe('refusal');
  return read;
}

describe('the figures that a table is made of', () => {
  it('are those of its own side', async () => {
    for (const sides of await sidesRead('2022年各市GDP目标排名')) expect(sides).toEqual(['target']);
  });

  it('are read together where it sets aims against what came of them', async () => {
    const [first] = await sidesRead('2021年各市GDP目标完成了吗');
    expect(first).toEqual(['target', 'outcome']);
  });

  it('are read together where the question names no side', async () => {
    const [first] = await sidesRead('2021年各市GDP排名');
    expect(first).toEqual(['target', 'outcome']);
  });
});
