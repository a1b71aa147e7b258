import { remember } from '../shared/bounded.js';
import { LIMITS } from './limits.js';

export interface Pace {
  /** Resolves when a message may be sent to the chat. */
  turn(chat: number): Promise<void>;
  /** Resolves when a message could be sent to the chat, and takes nothing of what may be sent. */
  ready(chat: number): Promise<void>;
  /** Lets everything through from now on: at the end what is in hand goes out at once, and a 429 is the platform's to say. */
  lift(): void;
}

/** Short bursts in one chat are allowed: so many messages before the pace of one a second holds. */
const BURST = 5;
const CHATS = 10_000;

/**
 * Keeps to the platform's rates: over all chats, in one chat, and in one group (whose ids are negative).
 * Each rate is kept as the time at which its bucket would be full again, so that waiting costs one timer and no list.
 *
 * @param perSecond messages a second that this process may send over all chats
 */
export function createPace(perSecond: () => number, now: () => number = Date.now): Pace {
  const chats = new Map<number, number>();
  const waiting = new Set<() => void>();
  let lifted = false;
  let all = 0;

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      waiting.add(done);
    });
  }

  return {
    lift() {
      lifted = true;
      for (const done of waiting) done();
    },
    async ready(chat) {
      const [interval, burst] = rateOf(chat);
      const due = Math.max(now(), chats.get(chat) ?? 0) + interval - interval * burst;
      if (due > now() && !lifted) await wait(due - now());
    },
    async turn(chat) {
      const at = now();
      const sendsPerSecond = perSecond();
      const [interval, burst] = rateOf(chat);
      const chatNext = Math.max(at, chats.get(chat) ?? 0) + interval;
      remember(chats, chat, chatNext, CHATS);
      const allInterval = 1000 / sendsPerSecond;
      all = Math.max(at, all) + allInterval;
      const due = Math.max(chatNext - interval * burst, all - allInterval * Math.max(1, sendsPerSecond));
      if (due > at && !lifted) await wait(due - at);
    },
  };
}

/** Milliseconds between two messages, and how many may go at once. The ids of groups are negative. */
function rateOf(chat: number): readonly [interval: number, burst: number] {
  return chat < 0
    ? [60_000 / LIMITS.sendsPerMinuteInGroup, LIMITS.sendsPerMinuteInGroup]
    : [1000 / LIMITS.sendsPerSecondInChat, BURST];
}
