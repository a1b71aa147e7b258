/** Finds, of a fixed set of names, the longest that stands at an offset. Time per offset does not grow with the number of names. */
export interface Matcher {
  /** The longest name at `offset` of `text`, or undefined. */
  at(text: string, offset: number): string | undefined;
}

/** @param names names of one character or none are never found. */
export function createMatcher(names: {
  readonly has: (name: string) => boolean;
  readonly keys: () => Iterable<string>;
}): Matcher {
  // Of the names that begin with the same two code units, the length of the longest.
  const longest = new Map<number, number>();
  const firsts = new Set<number>();
  const key = (text: string, offset: number): number => (text.charCodeAt(offset) << 16) | text.charCodeAt(offset + 1);
  for (const name of names.keys()) {
    if (name.length < 2) continue;
    firsts.add(name.charCodeAt(0));
    const start = key(name, 0);
    if (name.length > (longest.get(start) ?? 0)) longest.set(start, name.length);
  }
  return {
    at(text, offset) {
      if (!firsts.has(text.charCodeAt(offset))) return undefined;
      for (let length = longest.get(key(text, offset)) ?? 0; length >= 2; length -= 1) {
        const name = text.slice(offset, offset + length);
        if (name.length === length && names.has(name)) return name;
      }
      return undefined;
    },
  };
}
