import { randomBytes } from 'node:crypto';

export interface Store<T> {
  /** Keeps a value and returns its id: 8 characters of [A-Za-z0-9_-], not to be guessed. */
  put(value: T): string;
  /** The value, or undefined where the id is unknown or has expired. Reading it keeps it longer. */
  get(id: string): T | undefined;
  readonly size: number;
}

/** Keeps what buttons stand for under short ids: at most `capacity` values, each for `seconds` since it was last used. */
export function createStore<T>(capacity: number, seconds: number, now: () => number = Date.now): Store<T> {
  const entries = new Map<string, { value: T; until: number }>();

  function keep(id: string, value: T): void {
    entries.delete(id);
    entries.set(id, { value, until: now() + seconds * 1000 });
    for (const [oldest, entry] of entries) {
      if (entries.size <= capacity && entry.until > now()) break;
      entries.delete(oldest);
    }
  }

  return {
    put(value) {
      const id = randomBytes(6).toString('base64url');
      keep(id, value);
      return id;
    },
    get(id) {
      const entry = entries.get(id);
      if (entry === undefined || entry.until <= now()) {
        entries.delete(id);
        return undefined;
      }
      keep(id, entry.value);
      return entry.value;
    },
    get size() {
      return entries.size;
    },
  };
}
