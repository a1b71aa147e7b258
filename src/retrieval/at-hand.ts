import { StoreError } from '../store/errors.js';
import type { MaybePromise } from '../store/types.js';
import { lru } from './lru.js';

/** Thrown where something is needed that the store cannot give at once: `fetched` is settled when it is at hand. */
export class NotAtHand extends Error {
  constructor(readonly fetched: Promise<unknown>) {
    super('What is needed has not been fetched yet');
    // Nobody may be waiting: what was thrown past a turn that has ended is no fault.
    fetched.catch(() => undefined);
  }
}

/** Turns of one question: each brings at least one thing more that it needs. */
const MOST_ROUNDS = 1000;

/**
 * Runs a pure function over a store until all that it needs is at hand: functional core, asynchronous shell.
 * It may be run several times, so it must leave no trace before it ends.
 */
export async function attempt<T>(
  held: { hold(): () => void; foreseen?(): Promise<unknown> | undefined },
  run: () => T | Promise<T>,
): Promise<T> {
  const release = held.hold();
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof NotAtHand)) throw error;
        await error.fetched;
        // What will be needed next is on its way as well: to wait for it costs less than to begin once more.
        await held.foreseen?.();
      }
    }
    throw new StoreError('这个问题要读的内容太多；请问得具体些');
  } finally {
    release();
  }
}

/**
 * Reads each of several things that do not lean on one another: what one lacks is fetched together with what the others lack, so that a table over
 * many places takes as many rounds as its slowest place, and not the sum of all.
 * @throws NotAtHand where any of them is not at hand.
 */
export function eachAtHand<T, R>(items: readonly T[], read: (item: T) => R): R[] {
  const lacking: Promise<unknown>[] = [];
  const found = items.map((item) => {
    try {
      return read(item);
    } catch (error) {
      if (!(error instanceof NotAtHand)) throw error;
      lacking.push(error.fetched);
      return undefined;
    }
  });
  if (lacking.length > 0) throw new NotAtHand(Promise.all(lacking));
  return found as R[];
}

/** A part of the store, kept while it is used. */
export interface Reading<K, V> {
  /** The value under a key; undefined where the store has none. Throws NotAtHand. */
  get(key: K): V | undefined;
  has(key: K): boolean;
  /** Starts fetching what is missing of these; undefined where all is at hand. */
  fetch(keys: Iterable<K>): Promise<unknown> | undefined;
  /** The values under these keys, those that the store has, whatever is dropped meanwhile. */
  all(keys: readonly K[]): MaybePromise<ReadonlyMap<K, V>>;
  hold(): () => void;
}

export interface ReadThrough<V> {
  /** What a value counts against the limit; one unless given. */
  readonly weigh?: (value: V) => number;
  /** Where the store answers later: what is asked for while a turn runs is read at once, when the turn has stopped. */
  readonly together?: boolean;
}

/** Reads through a cache of values up to a total weight. `read` is given every missing key at once. */
export function readThrough<K, V>(
  read: (keys: readonly K[]) => MaybePromise<ReadonlyMap<K, V>>,
  limit: number,
  { weigh = () => 1, together = false }: ReadThrough<V> = {},
): Reading<K, V> {
  const held = lru<K, { readonly value: V | undefined }>(limit, ({ value }) =>
    value === undefined ? 1 : weigh(value),
  );
  const keep = (keys: readonly K[], found: ReadonlyMap<K, V>): ReadonlyMap<K, V> => {
    for (const key of keys) held.set(key, { value: found.get(key) });
    return found;
  };
  const gathered = gatherer(async (keys: readonly K[]) => keep(keys, await read(keys)));
  /** Reads what is not at hand. */
  const reading = (missing: readonly K[]): MaybePromise<ReadonlyMap<K, V>> =>
    together ? gathered(missing) : after(read(missing), (found) => keep(missing, found));
  const fetch = (keys: Iterable<K>): Promise<unknown> | undefined => {
    // What is at hand counts as used, so that it is there when it is needed.
    const missing = [...new Set(keys)].filter((key) => held.get(key) === undefined);
    if (missing.length === 0) return undefined;
    const found = reading(missing);
    return found instanceof Promise ? found : undefined;
  };
  return {
    has: held.has,
    fetch,
    all(keys) {
      const known = new Map(keys.map((key) => [key, held.get(key)] as const));
      const missing = keys.filter((key) => known.get(key) === undefined);
      const found: MaybePromise<ReadonlyMap<K, V>> = missing.length === 0 ? new Map<K, V>() : reading(missing);
      return after(found, (values) => {
        const both = keys.map((key) => [key, known.get(key)?.value ?? values.get(key)] as const);
        return new Map(both.filter((pair): pair is readonly [K, V & {}] => pair[1] !== undefined));
      });
    },
    hold: held.hold,
    get(key) {
      const known = held.get(key);
      if (known) return known.value;
      // Read for this key alone: a cache that is smaller than what is asked for still answers.
      const found = reading([key]);
      if (found instanceof Promise) throw new NotAtHand(found);
      return found.get(key);
    },
  };
}

/** Gathers what is asked for until the running code stops, and has it read at once; what is on its way already is waited for. */
function gatherer<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (keys: readonly K[]) => Promise<ReadonlyMap<K, V>> {
  type Coming = Promise<ReadonlyMap<K, V>>;
  const away = new Map<K, Coming>();
  let next: { readonly keys: K[]; readonly fetched: Coming } | undefined;
  const begin = () => {
    const keys: K[] = [];
    const fetched = Promise.resolve()
      .then(() => {
        next = undefined;
        return read(keys);
      })
      .finally(() => {
        for (const key of keys) away.delete(key);
      });
    return { keys, fetched };
  };
  return async (keys) => {
    const waited = new Set<Coming>();
    for (const key of keys) {
      let coming = away.get(key);
      if (!coming) {
        next ??= begin();
        next.keys.push(key);
        coming = next.fetched;
        away.set(key, coming);
      }
      waited.add(coming);
    }
    const found = await Promise.all(waited);
    return found.length === 1 ? found[0]! : new Map(found.flatMap((values) => [...values]));
  };
}

/** Applies `use` now, or when the value has come. */
export function after<T, R>(value: T | Promise<T>, use: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
