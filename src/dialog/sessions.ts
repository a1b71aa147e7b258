import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Answer, Choice, Citation } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import type { Remembered } from '../question/followup.js';
import type { SessionCodec } from './session-codec.js';
import type { Told } from './told.js';

/** One member of a row, as it was asked for. */
export interface RowAsked {
  readonly question: string;
  readonly remembered: Remembered;
}

/** What is kept of one conversation: plain data. */
export interface Session {
  remembered?: Remembered;
  /** The last of them that was answered. */
  answered?: Remembered;
  answer?: Answer;
  /** Choices of a clarification that has not been answered yet. */
  choices?: readonly Choice[];
  /** Figures that earlier turns were answered with, the newest last. */
  told?: readonly Told[];
  /** The last list that was answered: its items, and of which report it is. */
  list?: {
    readonly items: readonly string[];
    readonly place: string;
    readonly year: number | null;
    /** Where it begins. */
    readonly source: Citation;
  };
  /** The item of the last list that was shown. */
  item?: Citation;
  /** What the turn before asked within one of its items, as typed: 产值要涨多少. */
  within?: string | undefined;
  /** The members of a row that was asked for one by one, each with what is remembered of it. */
  row?: readonly RowAsked[] | undefined;
  /** The one year that the answer before the last was of. */
  yearBefore?: number | undefined;
  /** Places asked about one after another, the newest last. */
  recent?: readonly Place[];
  /** How many citations of the last answer have been shown by 更多. */
  shown: number;
  /** The reading that the last answer came from, or the kind of an answer that stands beside the conversation. */
  traced?: Frame | Answer['kind'];
}

/** Where conversations are kept outside of the process, as text. Bounded and emptied of old ones by whoever keeps them. */
export interface KeptTexts {
  get(id: string): Promise<string | undefined>;
  set(id: string, text: string): Promise<void>;
  forget(id: string): Promise<void>;
}

export interface Sessions {
  /** One turn on a conversation. It works on a copy, which is kept when it has come to its end; turns of one conversation wait for one another. */
  turn<T>(id: string, run: (session: Session) => T | Promise<T>): Promise<T>;
  peek(id: string): Promise<Session | undefined>;
  forget(id: string): Promise<void>;
}

/** Conversations in memory; the one longest untouched goes first. */
const MAX_SESSIONS = 2000;
/** So many of them are kept as they are. The others are packed: one takes 3 KB instead of 25, and a quarter of a millisecond. */
const LIVE_SESSIONS = 32;
/** A conversation untouched this long starts anew, in milliseconds. */
export const SESSION_EXPIRY = 60 * 60 * 1000;
/** Conversations whose ids begin so are of one question, and never leave the process. */
export const ONCE = 'once:';

export interface SessionsOptions {
  readonly now?: () => number;
  /** Packs conversations that are not in use; without it those in memory stay as they are. */
  readonly codec?: SessionCodec;
  /** Where conversations are kept, as the codec writes them; in memory unless given. */
  readonly kept?: KeptTexts | undefined;
}

/** Keeps conversations, bounded in number and age. */
export function createSessions({ now = Date.now, codec, kept }: SessionsOptions = {}): Sessions {
  const memory = createMemory(now, codec);
  const outside = kept && codec && outsideOf(kept, codec);
  const keeperOf = (id: string): Keeper => (outside === undefined || id.startsWith(ONCE) ? memory : outside);
  const tails = new Map<string, Promise<unknown>>();

  return {
    async turn(id, run) {
      const before = tails.get(id) ?? Promise.resolve();
      const turn = before.then(async () => {
        const keeper = keeperOf(id);
        // A shallow copy will do: turns put new values into a session and change none that is in it.
        const session: Session = { shown: 0, ...(await keeper.get(id)) };
        const result = await run(session);
        await keeper.set(id, session);
        return result;
      });
      const tail = turn.catch(() => undefined);
      tails.set(id, tail);
      try {
        return await turn;
      } finally {
        if (tails.get(id) === tail) tails.delete(id);
      }
    },
    peek: async (id) => keeperOf(id).get(id),
    forget: async (id) => keeperOf(id).forget(id),
  };
}

interface Keeper {
  get(id: string): Session | undefined | Promise<Session | undefined>;
  set(id: string, session: Session): void | Promise<void>;
  forget(id: string): void | Promise<void>;
}

function outsideOf(texts: KeptTexts, codec: SessionCodec): Keeper {
  return {
    async get(id) {
      const text = await texts.get(id);
      return text === undefined ? undefined : codec.decode(text);
    },
    set: (id, session) => texts.set(id, codec.encode(session)),
    forget: (id) => texts.forget(id),
  };
}

/** Both maps are in the order in which their conversations were last touched, and all that are packed are older than those that are not. */
function createMemory(now: () => number, codec: SessionCodec | undefined): Keeper {
  const live = new Map<string, { readonly session: Session; readonly touched: number }>();
  const packed = new Map<string, { readonly bytes: Uint8Array; readonly touched: number }>();
  const forget = (id: string): void => {
    live.delete(id);
    packed.delete(id);
  };
  /** Packs the oldest of those that are in use. */
  const pack = ({ encode }: SessionCodec): void => {
    const [id, { session, touched }] = live.entries().next().value!;
    live.delete(id);
    // Copied: zlib gives the beginning of a buffer of 16 KB, which would be kept with it.
    packed.set(id, { bytes: new Uint8Array(deflateRawSync(encode(session), { level: 1 })), touched });
  };
  return {
    get(id) {
      const one = live.get(id);
      const other = packed.get(id);
      const touched = (one ?? other)?.touched;
      if (touched === undefined) return undefined;
      if (now() - touched <= SESSION_EXPIRY)
        return one?.session ?? (other && codec?.decode(inflateRawSync(other.bytes).toString('utf8')));
      forget(id);
      return undefined;
    },
    set(id, session) {
      forget(id);
      live.set(id, { session, touched: now() });
      if (codec && live.size > LIVE_SESSIONS) pack(codec);
      if (live.size + packed.size > MAX_SESSIONS) forget((packed.size > 0 ? packed : live).keys().next().value!);
    },
    forget,
  };
}
