/** Finds, of a fixed set of names, the longest that stands at an offset. Time per offset does not grow with the number of names. */
export interface Matcher<T> {
  /** The longest name at `offset` of `text`, or undefined. */
  at(text: string, offset: number): { readonly name: string; readonly value: T } | undefined;
}

interface Entry<T> {
  readonly name: string;
  readonly value: T;
}

/** @param names each with what it stands for; a name of one character or none is never found. */
export function createMatcher<T>(names: Iterable<readonly [string, T]>): Matcher<T> {
  // The first two code units leave at most a few dozen names to compare.
  const buckets = new Map<number, Entry<T>[]>();
  const firsts = new Set<number>();
  const key = (text: string, offset: number): number => (text.charCodeAt(offset) << 16) | text.charCodeAt(offset + 1);
  for (const [name, value] of names) {
    if (name.length < 2) continue;
    firsts.add(name.charCodeAt(0));
    const entry = { name, value };
    const bucket = buckets.get(key(name, 0));
    if (bucket) bucket.push(entry);
    else buckets.set(key(name, 0), [entry]);
  }
  for (const bucket of buckets.values()) if (bucket.length > 1) bucket.sort((a, b) => b.name.length - a.name.length);
  return {
    at(text, offset) {
      if (!firsts.has(text.charCodeAt(offset))) return undefined;
      return buckets.get(key(text, offset))?.find((entry) => text.startsWith(entry.name, offset));
    },
  };
}
