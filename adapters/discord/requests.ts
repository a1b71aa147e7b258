import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** Ways in which a connection fails before an answer has come. */
const BROKEN = new Set(['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN']);

type MakeRequest = RESTOptions['makeRequest'];

/** First responses to interactions, which Discord waits three seconds for. */
const FIRST_RESPONSE = /\/interactions\/\d+\/[^/]+\/callback/;

export interface Requests {
  readonly make: MakeRequest;
  /** First responses that Discord has not taken yet. */
  urgent(): number;
  /** Resolves when no first response is waiting to be taken by Discord, or after `most` milliseconds. */
  quiet(most: number): Promise<void>;
}

/**
 * Sends requests as discord.js does, and gives every broken connection the one name under which discord.js tries again (ECONNRESET).
 * A message that was taken although its answer was lost is not doubled: messages carry a nonce, and an interaction is answered once.
 * It also knows whether first responses are on their way: in a burst they must not wait for the work behind them.
 */
export function createRequests(): Requests {
  let urgent = 0;
  let waiting: (() => void)[] = [];

  function settle(): void {
    urgent -= 1;
    if (urgent > 0) return;
    for (const resume of waiting) resume();
    waiting = [];
  }

  return {
    async make(url, init) {
      const isUrgent = FIRST_RESPONSE.test(url);
      if (isUrgent) urgent += 1;
      try {
        return await DefaultRestOptions.makeRequest(url, init);
      } catch (error) {
        throw nameBroken(error);
      } finally {
        if (isUrgent) settle();
      }
    },
    urgent: () => urgent,
    quiet(most) {
      if (urgent === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, most);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

function nameBroken(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!BROKEN.has(code)) return error;
  return Object.assign(new Error(`connection failed: ${code}`, { cause: error }), { code: 'ECONNRESET' });
}
