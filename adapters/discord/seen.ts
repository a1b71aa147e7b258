export interface Seen {
  /** True the first time that an id is given, false from then on. */
  first(id: string): boolean;
}

/** Remembers the last `capacity` ids. */
export function createSeen(capacity: number): Seen {
  const ids = new Set<string>();
  return {
    first(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > capacity) ids.delete(ids.values().next().value!);
      return true;
    },
  };
}
