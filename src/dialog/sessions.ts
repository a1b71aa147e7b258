import type { Answer, Choice, Citation } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import type { Remembered } from '../question/followup.js';
import type { SessionCodec } from './session-codec.js';
import type { Told } from './told.js';

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
/** A conversation untouched this long starts anew, in milliseconds. */
export const SESSION_EXPIRY = 60 * 60 * 1000;
/** Conversations whose ids begin so are of one question, and never leave the process. */
export const ONCE = 'once:';

export interface SessionsOptions {
  readonly now?: () => number;
  /** Where conversations are kept; in memory unless given. */
  readonly kept?: { readonly texts: KeptTexts; readonly codec: SessionCodec } | undefined;
}

/** Keeps conversations, bounded in number and age. */
export function createSessions({ now = Date.now, kept }: SessionsOptions = {}): Sessions {
  const memory = createMemory(now);
  const outside = kept && outsideOf(kept.texts, kept.codec);
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

function createMemory(now: () => number): Keeper {
  const sessions = new Map<string, { readonly session: Session; readonly touched: number }>();
  return {
    get(id) {
      const entry = sessions.get(id);
      if (entry === undefined || now() - entry.touched <= SESSION_EXPIRY) return entry?.session;
      sessions.delete(id);
      return undefined;
    },
    set(id, session) {
      sessions.delete(id);
      sessions.set(id, { session, touched: now() });
      if (sessions.size > MAX_SESSIONS) sessions.delete(sessions.keys().next().value!);
    },
    forget: (id) => void sessions.delete(id),
  };
}
