import type { StateEngine } from './state/types.js';

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
      const own = verdict(await users.take(user), perUser);
      return own === 'go' ? verdict(await chats.take(chat), perChat) : own;
    },
  };
}

function verdict(taken: number, { count }: Rate): Verdict {
  if (taken <= count) return 'go';
  return taken === count + 1 ? 'notice' : 'silent';
}
