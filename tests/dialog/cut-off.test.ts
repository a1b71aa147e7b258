import { describe, expect, it } from 'vitest';
import { createConversation } from '../../src/dialog/conversation.js';
import type { Session } from '../../src/dialog/sessions.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { NotAtHand } from '../../src/retrieval/at-hand.js';
import { openStore } from '../../src/retrieval/store.js';
import type { Store } from '../../src/retrieval/types.js';

const lexicon = loadLexicon();
const store = await openStore({ folders: [SEEDS_DIR], lexicon });

/** The store, which has what is read at one time not at hand; and how many times it was read. */
function cutAt(at: number): { readonly cut: Store; readonly reads: () => number } {
  let reads = 0;
  const cut = new Proxy(store, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (++reads === at) throw new NotAtHand(Promise.resolve());
        return (value as (...given: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  return { cut, reads: () => reads };
}

/** What is answered where the store is cut off once, and the turn is then asked again. */
function askedAgain(question: string, at: number): { readonly headline: string; readonly reads: number } {
  const { cut, reads } = cutAt(at);
  const { turn } = createConversation(cut, lexicon);
  const ask = (): string => turn({ shown: 0 } satisfies Session, question).headline;
  try {
    return { headline: ask(), reads: reads() };
  } catch (error) {
    if (!(error instanceof NotAtHand)) throw error;
    return { headline: ask(), reads: reads() };
  }
}

describe('a turn that ended because something had to be fetched first is answered the same when it is asked again', () => {
  it.each(['怀化2021年城里、农村居民收入分别涨了几个点', '怀化2021年有几个3A级景区、来了多少游客'])(
    '%s',
    (question) => {
      const whole = askedAgain(question, 0);
      // Cut off at every part of the way, from its beginning to its end.
      for (let part = 1; part < 20; part++) {
        const at = Math.ceil((whole.reads * part) / 20);
        expect(askedAgain(question, at).headline, `cut off at read ${at}`).toBe(whole.headline);
      }
    },
  );
});
