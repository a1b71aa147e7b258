import type { Answer, Choice } from '../answer/schema.js';
import type { Place } from '../lexicon/types.js';
import type { Remembered } from '../question/followup.js';

/** What is kept of one conversation. */
export interface Session {
  remembered?: Remembered;
  /** The last of them that was answered. */
  answered?: Remembered;
  answer?: Answer;
  /** Choices of a clarification that has not been answered yet. */
  choices?: readonly Choice[];
  /** Places asked about one after another, the newest last. */
  recent?: readonly Place[];
  /** How many citations of the last answer have been shown by 更多. */
  shown: number;
  /** How the last answer came about. */
  trace: () => readonly string[];
  touched: number;
}

export interface Sessions {
  get(id: string): Session;
  peek(id: string): Session | undefined;
  forget(id: string): void;
}

/** Conversations kept at once; the one longest untouched goes first. */
const MAX_SESSIONS = 2000;
/** A conversation untouched this long starts anew, in milliseconds. */
const EXPIRY = 60 * 60 * 1000;

/** Keeps conversations in memory, bounded in number and age. */
export function createSessions(now: () => number = Date.now): Sessions {
  const sessions = new Map<string, Session>();
  const peek = (id: string): Session | undefined => {
    const session = sessions.get(id);
    if (session && now() - session.touched > EXPIRY) {
      sessions.delete(id);
      return undefined;
    }
    return session;
  };
  return {
    peek,
    get(id) {
      const session = peek(id) ?? { shown: 0, trace: () => [], touched: now() };
      session.touched = now();
      sessions.delete(id);
      sessions.set(id, session);
      if (sessions.size > MAX_SESSIONS) sessions.delete(sessions.keys().next().value!);
      return session;
    },
    forget: (id) => void sessions.delete(id),
  };
}
