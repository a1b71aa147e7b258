import { isInUnit } from './state/kept.js';
import { soon } from './state/soon.js';
import type { Counter, StateEngine } from './state/types.js';

/** Milliseconds that a count is waited for, outside of a delivery. */
const PATIENCE = 300;

/** So many in so many seconds. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** go: answer it; notice: say once that it is too much; silent: say nothing. */
export type Verdict = 'go' | 'notice' | 'silent';

export interface Limiter {
  take(user: string, chat: string): Promise<Verdict>;
}

/**
 * Limits questions by user and by chat, in windows of time that begin with the first question. The first one over a limit gets
 * `notice`, further ones `silent`, until the window ends. What a person may not ask is not counted against the chat.
 */
export function createLimiter(
  state: Pick<StateEngine, 'counter'>,
  name: string,
  perUser: Rate,
  perChat: Rate,
): Limiter {
  const users = state.counter(`${name}:user`, perUser.seconds);
  const chats = state.counter(`${name}:chat`, perChat.seconds);
  return {
    async take(user, chat) {
      const own = verdict(await taken(users, user), perUser);
      return own === 'go' ? verdict(await taken(chats, chat), perChat) : own;
    },
  };
}

/** How many were taken; where that cannot be told in time, one, so that people are answered all the same. */
function taken(counter: Counter, key: string): Promise<number> {
  const taking = counter.take(key);
  return (isInUnit() ? taking : soon(taking, PATIENCE)).catch(() => 1);
}

function verdict(taken: number, { count }: Rate): Verdict {
  if (taken <= count) return 'go';
  return taken === count + 1 ? 'notice' : 'silent';
}
