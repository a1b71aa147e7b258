import { describe, expect, it } from 'vitest';
import { createPairFilter } from '../../src/retrieval/pair-filter.js';

describe('a filter of texts', () => {
  const texts = Array.from({ length: 100 }, (_, key) =>
    key % 10 === 0 ? `第${key}份写了低空经济` : `第${key}份没有写`,
  );

  it('never rules out a text that holds the needle, marked or not yet', () => {
    const filter = createPairFilter();
    for (let asked = 0; asked < 4; asked += 1)
      for (const needle of ['低空经济', '没有写', 'AI'])
        for (const [key, text] of texts.entries())
          if (text.includes(needle)) expect(filter.mayHold(key, needle, () => text)).toBe(true);
  });

  it('marks some texts for each needle, and after some needles has marked them all', () => {
    const filter = createPairFilter();
    const passed = (needle: string): number =>
      texts.filter((text, key) => filter.mayHold(key, needle, () => text)).length;
    const counts = ['海洋强国', '数字丝路', '绿色金融', '银发浪潮', '雪地足球'].map(passed);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[0]).toBeLessThan(texts.length);
    expect(counts.at(-1)).toBe(0);
  });

  it('reads no text again that it has marked', () => {
    const filter = createPairFilter();
    filter.mayHold(1, '低空经济', () => '低空经济');
    expect(filter.mayHold(1, '数字丝路', () => expect.fail('read again'))).toBe(false);
  });
});
