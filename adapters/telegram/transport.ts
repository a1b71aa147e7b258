import http from 'node:http';
import https from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { Telegram, TelegramError } from 'telegraf';
import type { Log } from '../shared/log.js';

/** The Bot API answered, and said no. Retrying would not help. Holds nothing of what was sent. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  constructor(
    readonly method: string,
    readonly code: number,
    readonly description: string,
  ) {
    super(`${method}: ${code} ${description}`);
  }
}

/** The Bot API was not reached, or did not answer as it should, and the patience for it ran out. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
  constructor(
    readonly method: string,
    readonly reason: string,
  ) {
    super(`${method}: ${reason}`);
  }
}

export interface CallOptions {
  /** Gives up at once when it fires: the call then rejects with ApiUnreachable. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
  readonly attempts?: number;
}

export interface Transport {
  /**
   * Calls a method. Waits as long as a 429 asks, retries 5xx (whatever their body) and broken connections with growing pauses.
   * A send whose connection broke before the answer came is sent again: twice told is better than never.
   * Rejects with ApiRefused or ApiUnreachable only.
   */
  call<T = unknown>(method: string, payload: object, options?: CallOptions): Promise<T>;
  close(): void;
}

export interface TransportOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly ipv4Only: boolean;
  readonly log: Log;
  /** Told of each request that is sent again. */
  readonly onRetry?: () => void;
}

const TIMEOUT = 30_000;
const ATTEMPTS = 6;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;
/** A 429 that asks for longer than this is not waited for: the person has gone by then. */
const LONGEST_FLOOD_WAIT = 300_000;

/** How telegraf hands a file over. */
export interface Upload {
  readonly source: Buffer;
  readonly filename: string;
}

/** The Bot API by way of telegraf's client. */
export function createTransport({ token, apiRoot, ipv4Only, log, onRetry }: TransportOptions): Transport {
  const secure = apiRoot.startsWith('https:');
  const agentOptions = { keepAlive: true, keepAliveMsecs: 10_000, ...(ipv4Only ? { family: 4 } : {}) };
  const agent = secure ? new https.Agent(agentOptions) : new http.Agent(agentOptions);
  const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`;
  const client = new Telegram(token, { apiRoot: root, agent, webhookReply: false });
  // telegraf drops the agent where the root is not https.
  client.options.agent = agent;

  async function attempt(method: string, payload: object, signal: AbortSignal): Promise<unknown> {
    const call = client.callApi.bind(client) as (
      method: string,
      payload: object,
      options: { signal: AbortSignal },
    ) => Promise<unknown>;
    return call(method, withJsonFields(payload), { signal });
  }

  return {
    async call<T>(method: string, payload: object, options: CallOptions = {}) {
      const { signal, timeout = TIMEOUT, attempts = ATTEMPTS } = options;
      for (let tried = 1; ; tried += 1) {
        let failure: Failure;
        try {
          return (await withTimeout(timeout, signal, (either) => attempt(method, payload, either))) as T;
        } catch (error) {
          failure = describe(error, tried);
        }
        if (failure.refused !== undefined) throw new ApiRefused(method, failure.refused, failure.reason);
        if (signal?.aborted || tried >= attempts || failure.pause > LONGEST_FLOOD_WAIT) {
          throw new ApiUnreachable(method, failure.reason);
        }
        onRetry?.();
        log.warn({ method, reason: failure.reason, pause: failure.pause, tried }, 'trying again');
        await wait(failure.pause, undefined, { signal }).catch(() => {
          throw new ApiUnreachable(method, 'stopped');
        });
      }
    },
    close: () => agent.destroy(),
  };
}

/** Runs one attempt under a signal that fires with the outer one or when the time is up, and leaves nothing behind. */
async function withTimeout<T>(
  timeout: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeout);
  outer?.addEventListener('abort', abort, { once: true });
  if (outer?.aborted) abort();
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}

interface Failure {
  readonly reason: string;
  /** Milliseconds until the next attempt. */
  readonly pause: number;
  /** The code, where the answer is final. */
  readonly refused?: number;
}

/** What a failed attempt means. Says nothing of its address, which holds the token. */
function describe(error: unknown, tried: number): Failure {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tried - 1));
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error;
    if (code === 429) return { reason: '429 Too Many Requests', pause: (parameters?.retry_after ?? 1) * 1000 };
    if (code >= 500) return { reason: `${code} ${description}`, pause };
    return { reason: String(description), pause, refused: code };
  }
  const { name, type, code } = error as { name?: string; type?: string; code?: string };
  return { reason: [name, type, code].filter((part) => typeof part === 'string').join(' '), pause };
}

/** telegraf sends a request with a file as a form, and leaves out objects that it does not know: those go as JSON. */
function withJsonFields(payload: object): object {
  const fields = Object.entries(payload);
  if (!fields.some(([, value]) => isUpload(value))) return payload;
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && !isUpload(value) ? JSON.stringify(value) : value,
    ]),
  );
}

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'source' in value && Buffer.isBuffer(value.source);
}
