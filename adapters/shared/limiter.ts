import { remember } from './bounded.js';

/** So many in so many seconds. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** go: answer it; notice: say once that it is too much; silent: say nothing. */
export type Verdict = 'go' | 'notice' | 'silent';

export interface Limiter {
  take(user: string, chat: string): Verdict;
}

interface Bucket {
  tokens: number;
  at: number;
  noticed: boolean;
}

/** More users and chats than this are not kept apart at once; the one longest unheard of is forgotten. */
const CAPACITY = 10_000;

/**
 * Limits questions by user and by chat (token buckets: a burst of `count`, refilled over `seconds`).
 * The first question over a limit gets `notice`, further ones `silent`, until half of the limit is free again.
 */
export function createLimiter(perUser: Rate, perChat: Rate, now: () => number = Date.now): Limiter {
  const users = new Map<string, Bucket>();
  const chats = new Map<string, Bucket>();

  return {
    take(user, chat) {
      const own = refill(users, user, perUser, now());
      const shared = refill(chats, chat, perChat, now());
      const empty = own.tokens < 1 ? own : shared.tokens < 1 ? shared : undefined;
      if (empty !== undefined) {
        if (empty.noticed) return 'silent';
        empty.noticed = true;
        return 'notice';
      }
      own.tokens -= 1;
      shared.tokens -= 1;
      return 'go';
    },
  };
}

function refill(buckets: Map<string, Bucket>, key: string, rate: Rate, at: number): Bucket {
  const bucket = buckets.get(key) ?? { tokens: rate.count, at, noticed: false };
  const gained = (Math.max(0, at - bucket.at) / 1000) * (rate.count / rate.seconds);
  bucket.tokens = Math.min(rate.count, bucket.tokens + gained);
  bucket.at = at;
  if (bucket.tokens >= rate.count / 2) bucket.noticed = false;
  remember(buckets, key, bucket, CAPACITY);
  return bucket;
}
