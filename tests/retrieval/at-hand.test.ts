import { describe, expect, it } from 'vitest';
import { attempt, eachAtHand, readThrough } from '../../src/retrieval/at-hand.js';

/** A reading that answers in a later turn, with the keys that each call asked for. */
function slow() {
  const asked: string[][] = [];
  const reading = readThrough<string, number>(async (keys) => {
    asked.push([...keys]);
    return new Map(keys.map((key) => [key, key.length]));
  }, 100);
  return { asked, reading };
}

describe('several things read for one table', () => {
  it('are fetched together: as many rounds as the slowest takes, not the sum of all', async () => {
    const { asked, reading } = slow();
    let rounds = 0;
    const sums = await attempt(reading, () => {
      rounds += 1;
      return eachAtHand(['a', 'bb', 'ccc'], (key) => reading.get(key)! + reading.get(`${key}+`)!);
    });
    expect(sums).toEqual([3, 5, 7]);
    expect(rounds).toBe(3);
    expect(asked.flat().sort()).toEqual(['a', 'a+', 'bb', 'bb+', 'ccc', 'ccc+']);
  });

  it('give a fault of one at once', async () => {
    const { reading } = slow();
    const read = attempt(reading, () =>
      eachAtHand(['a', 'b'], (key) => {
        if (key === 'b') throw new RangeError('b');
        return reading.get(key);
      }),
    );
    await expect(read).rejects.toThrow(RangeError);
  });

  it('are what they are where all is at hand', () => {
    expect(eachAtHand([1, 2], (n) => n * 2)).toEqual([2, 4]);
  });
});
