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

describe('where the store answers later', () => {
  /** As above, but what is asked for while a turn runs is read together. */
  function gathered() {
    const asked: string[][] = [];
    const reading = readThrough<string, number>(
      async (keys) => {
        asked.push([...keys]);
        return new Map(keys.map((key) => [key, key.length]));
      },
      100,
      { together: true },
    );
    return { asked, reading };
  }

  it('all that one run of a turn lacks is read at once, each thing once', async () => {
    const { asked, reading } = gathered();
    const read = () => eachAtHand(['a', 'bb', 'a', 'ccc'], (key) => reading.get(key));
    expect(await attempt(reading, read)).toEqual([1, 2, 1, 3]);
    expect(asked).toEqual([['a', 'bb', 'ccc']]);
  });

  it('what is on its way already is waited for', async () => {
    const { asked, reading } = gathered();
    const first = reading.fetch(['a', 'bb']);
    const second = reading.fetch(['bb', 'ccc']);
    await Promise.all([first, second]);
    await reading.fetch(['a', 'bb', 'ccc', 'dddd']);
    expect(asked).toEqual([['a', 'bb', 'ccc'], ['dddd']]);
  });

  it('what is foreseen has come before the turn is run again', async () => {
    const { asked, reading } = gathered();
    let coming: Promise<unknown> | undefined;
    let rounds = 0;
    const held = { hold: reading.hold, foreseen: () => coming };
    const sum = await attempt(held, () => {
      rounds += 1;
      coming = reading.fetch(['later']);
      return reading.get('now')! + reading.get('later')!;
    });
    expect([sum, rounds]).toEqual([8, 2]);
    expect(asked).toEqual([['later', 'now']]);
  });

  it('a fault is told to those who wait, and what failed is asked for again', async () => {
    let faults = 1;
    const reading = readThrough<string, number>(
      async (keys) => {
        if (faults-- > 0) throw new RangeError('away');
        return new Map(keys.map((key) => [key, key.length]));
      },
      100,
      { together: true },
    );
    await expect(attempt(reading, () => reading.get('a'))).rejects.toThrow(RangeError);
    expect(await attempt(reading, () => reading.get('a'))).toBe(1);
  });

  it('more than the cache holds is given whole to who asks for all of it', async () => {
    const lengths = async (keys: readonly string[]) => new Map(keys.map((key) => [key, key.length]));
    const reading = readThrough<string, number>(lengths, 1, { together: true });
    await reading.fetch(['a']);
    expect([...(await reading.all(['a', 'bb', 'ccc']))]).toEqual([
      ['a', 1],
      ['bb', 2],
      ['ccc', 3],
    ]);
  });

  it('what is at hand when a turn begins is not dropped for what it fetches', async () => {
    const small = readThrough<string, number>(async (keys) => new Map(keys.map((key) => [key, key.length])), 1);
    await small.fetch(['a']);
    const release = small.hold();
    expect(small.fetch(['a'])).toBeUndefined();
    await small.fetch(['bb', 'ccc']);
    expect(small.has('a')).toBe(true);
    release();
  });
});
