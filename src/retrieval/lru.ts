/** A cache that keeps what was used last. */
export interface Lru<V> {
  /** The value under `key`, made by `make` where it is not held. */
  get(key: string, make: () => V): V;
}

/** Holds values up to a total `weight` (at least the one used last); `weigh` defaults to one each. */
export function lru<V>(limit: number, weigh: (value: V) => number = () => 1): Lru<V> {
  const held = new Map<string, V>();
  let weight = 0;
  return {
    get(key, make) {
      const known = held.get(key);
      if (known !== undefined) {
        held.delete(key);
        held.set(key, known);
        return known;
      }
      const value = make();
      held.set(key, value);
      weight += weigh(value);
      for (const [oldest, dropped] of held) {
        if (weight <= limit || oldest === key) break;
        held.delete(oldest);
        weight -= weigh(dropped);
      }
      return value;
    },
  };
}
