import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { soon } from './soon.js';
import type { Kind, StateEngine, Write } from './types.js';

/** Milliseconds that is waited for what is kept, outside of a delivery: Discord wants a first response within three seconds. */
const PATIENCE = 500;

/** What is kept of one kind, as plain data. */
export interface Kept<T> {
  get(id: string): Promise<T | undefined>;
  set(id: string, value: T): Promise<void>;
  forget(id: string): Promise<void>;
  /** Keeps a value under a new id: 8 characters of [A-Za-z0-9_-], not to be guessed. */
  put(value: T): Promise<string>;
}

/** Turns values into text and back; undefined for a text that is no such value (any more). */
export interface Codec<T> {
  encode(value: T): string;
  decode(text: string): T | undefined;
}

/** What the handling of one delivery has kept so far: nothing of it is seen by others before the delivery is done. */
class Unit {
  readonly writes = new Map<string, Write>();
  add(write: Write): void {
    this.writes.set(`${write.kind} ${write.id}`, write);
  }
  find(kind: Kind, id: string): Write | undefined {
    return this.writes.get(`${kind} ${id}`);
  }
}

const units = new AsyncLocalStorage<Unit>();

/** True while a delivery is handled that is handled again where its state cannot be reached. */
export function isInUnit(): boolean {
  return units.getStore() !== undefined;
}

/**
 * Handles one delivery. What it keeps is written together with the mark that the delivery is done: a process that dies before
 * leaves everything as it was, and the delivery is handled again from the same state.
 */
export async function inUnit(run: () => Promise<void>): Promise<readonly Write[]> {
  const unit = new Unit();
  await units.run(unit, run);
  return [...unit.writes.values()];
}

const JSON_CODEC: Codec<unknown> = {
  encode: JSON.stringify,
  decode: (text) => JSON.parse(text) as unknown,
};

/**
 * What is kept of one kind, for `seconds` since it was last used.
 * @param failed told where something could not be read or kept outside of a delivery: it then counts as forgotten
 */
export function keep<T>(
  engine: StateEngine,
  kind: Kind,
  seconds: number,
  failed: (error: unknown) => void,
  codec: Codec<T> = JSON_CODEC as Codec<T>,
  now: () => number = Date.now,
): Kept<T> {
  const lifetime = seconds * 1000;

  async function write(id: string, value: string | undefined): Promise<void> {
    const one: Write = { kind, id, expires: now() + lifetime, ...(value === undefined ? {} : { value }) };
    const unit = units.getStore();
    if (unit !== undefined) unit.add(one);
    else await soon(engine.commit([one]), PATIENCE).catch(failed);
  }

  async function read(id: string): Promise<string | undefined> {
    const own = units.getStore()?.find(kind, id);
    if (own !== undefined) return own.value;
    const reading = engine.read(kind, id);
    // A delivery is better handled later than as if nothing had gone before; others cannot wait.
    const kept = isInUnit()
      ? await reading
      : await soon(reading, PATIENCE).catch((error: unknown) => {
          failed(error);
          return undefined;
        });
    // What is used is kept longer; written only when half of the time has gone, or every look would be a write.
    if (kept !== undefined && kept.expires - now() < lifetime / 2) await write(id, kept.value);
    return kept?.value;
  }

  const set = (id: string, value: T) => write(id, codec.encode(value));
  return {
    async get(id) {
      const text = await read(id);
      return text === undefined ? undefined : codec.decode(text);
    },
    set,
    forget: (id) => write(id, undefined),
    async put(value) {
      const id = randomBytes(6).toString('base64url');
      await set(id, value);
      return id;
    },
  };
}
