import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

describe('whether a figure has passed an amount, counted in words', () => {
  it.each([
    ['邵阳2021年GDP破三千亿没', '没有：'],
    ['邵阳2021年GDP破两千亿没', '是的：'],
    ['邵阳2021年GDP过三千亿了吗', '没有：'],
    ['邵阳2021年GDP超二千五百亿没有', '没有：'],
    ['邵阳2021年GDP破千亿没', '是的：'],
    ['邵阳2021年GDP破万亿没', '没有：'],
  ])('%s: %s', async (question, says) => {
    const answer = await assistant.ask(`passed: ${question}`, question);
    expect(answer.kind).toBe('check');
    expect(answer.headline.startsWith(says)).toBe(true);
    expect(answer.headline).toContain('邵阳市2021年地区生产总值：2460亿元');
  });
});
