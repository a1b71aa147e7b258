/** A cache that keeps what was used last. */
export interface Lru<K, V> {
  /** The value under `key`, which counts as used; undefined where it is not held. */
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): void;
  /** Until the function it gives is called, nothing that is used or set from now on is dropped. */
  hold(): () => void;
}

/** Holds values up to a total `weight` (at least the one used last); `weigh` defaults to one each. */
export function lru<K, V>(limit: number, weigh: (value: V) => number = () => 1): Lru<K, V> {
  const held = new Map<K, { readonly value: V; readonly used: number }>();
  const holders = new Set<{ readonly since: number }>();
  let weight = 0;
  let now = 0;

  function drop(latest: K): void {
    const since = Math.min(...[...holders].map((holder) => holder.since));
    for (const [key, { value, used }] of held) {
      if (weight <= limit || key === latest || used > since) return;
      held.delete(key);
      weight -= weigh(value);
    }
  }

  return {
    has: (key) => held.has(key),
    get(key) {
      const known = held.get(key);
      if (!known) return undefined;
      now += 1;
      held.delete(key);
      held.set(key, { value: known.value, used: now });
      return known.value;
    },
    set(key, value) {
      const before = held.get(key);
      if (before) weight -= weigh(before.value);
      now += 1;
      held.delete(key);
      held.set(key, { value, used: now });
      weight += weigh(value);
      if (weight > limit) drop(key);
    },
    hold() {
      const holder = { since: now };
      holders.add(holder);
      return () => void holders.delete(holder);
    },
  };
}
