import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import {
  answerCallbackQuerySchema,
  answerInlineQuerySchema,
  editMessageTextSchema,
  sendDocumentSchema,
  sendMessageSchema,
  sendPhotoSchema,
  sendRichMessageSchema,
  setMyCommandsSchema,
  setWebhookSchema,
} from '../../../adapters/telegram/limits.js';
import { HTML_TAGS, markupProblem, RICH_TAGS } from './markup.js';

/** A request as the Bot API got it. Files are buffers, everything else is as in JSON. */
export interface Call {
  readonly method: string;
  readonly payload: Record<string, unknown>;
  /** The id of the message that it sent, where it sent one. */
  readonly message?: number;
  /** When it was answered, by performance.now(). */
  readonly at: number;
}

/** What goes wrong with the next request of a method. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly type?: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'slow'; readonly ms: number };

export interface BotApi {
  readonly root: string;
  /** Every request but polls, in order. */
  readonly calls: Call[];
  /** Requests that the platform would not have taken, with what is wrong with them. */
  readonly violations: string[];
  /** Rich messages: taken, refused as bad, or unknown as to an older server. */
  rich: 'taken' | 'refused' | 'unknown';
  /** Delivers an update to the poller; gives it the next number unless it has one. */
  push(update: object): number;
  /** Delivers updates exactly as given, whatever they are, once. */
  pushRaw(updates: unknown): void;
  inject(method: string, ...faults: Fault[]): void;
  /** Acts as a second poller once. */
  conflict(times: number): void;
  readonly polls: number;
  /** Updates that the poller has not confirmed. */
  readonly pending: number;
  /** Requests that have come and, as `slow` has it, are not yet answered. */
  readonly held: number;
  /** Resolves with the first call that fits among those from `from` on. */
  waitFor(fits: (call: Call) => boolean, from?: number, milliseconds?: number): Promise<Call>;
  close(): Promise<void>;
}

const ok = (result: unknown) => JSON.stringify({ ok: true, result });
const no = (code: number, description: string, parameters?: object) =>
  JSON.stringify({ ok: false, error_code: code, description, parameters });

export const tooMany = (seconds: number): Fault => ({
  kind: 'answer',
  status: 429,
  body: no(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
});
export const badGateway: Fault = {
  kind: 'answer',
  status: 502,
  body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
  type: 'text/html',
};
export const serverError: Fault = { kind: 'answer', status: 500, body: no(500, 'Internal Server Error') };
export const captivePortal: Fault = { kind: 'answer', status: 200, body: '<html>log in</html>', type: 'text/html' };
export const blocked: Fault = { kind: 'answer', status: 403, body: no(403, 'Forbidden: bot was blocked by the user') };
export const refusedMarkup: Fault = {
  kind: 'answer',
  status: 400,
  body: no(400, "Bad Request: can't parse entities: Unsupported start tag"),
};
export const drop: Fault = { kind: 'drop' };

const SCHEMAS: Record<string, z.ZodType> = {
  sendMessage: sendMessageSchema,
  sendRichMessage: sendRichMessageSchema,
  editMessageText: editMessageTextSchema,
  sendPhoto: sendPhotoSchema,
  sendDocument: sendDocumentSchema,
  answerCallbackQuery: answerCallbackQuerySchema,
  answerInlineQuery: answerInlineQuerySchema,
  setMyCommands: setMyCommandsSchema,
  setWebhook: setWebhookSchema,
};

/** A Bot API server on loopback that holds every request against the platform's limits. */
export async function startBotApi(token: string): Promise<BotApi> {
  const calls: Call[] = [];
  const violations: string[] = [];
  const faults = new Map<string, Fault[]>();
  const messages = new Map<string, string>();
  const menus = new Map<string, unknown>();
  let pending: { id: number; update: unknown }[] = [];
  const raw: unknown[] = [];
  let nextUpdate = 1000;
  let nextMessage = 1;
  let conflicts = 0;
  let polls = 0;
  let held = 0;
  let wakePoll: (() => void) | undefined;
  const watchers = new Set<() => void>();

  const api: BotApi = {
    root: '',
    calls,
    violations,
    rich: 'taken',
    push(update) {
      const given = (update as { update_id?: number }).update_id;
      const id = given ?? nextUpdate++;
      pending.push({ id, update: { update_id: id, ...update } });
      wakePoll?.();
      return id;
    },
    pushRaw(updates) {
      raw.push(updates);
      wakePoll?.();
    },
    inject(method, ...added) {
      faults.set(method, [...(faults.get(method) ?? []), ...added]);
    },
    conflict(times) {
      conflicts = times;
      wakePoll?.();
    },
    get polls() {
      return polls;
    },
    get pending() {
      return pending.length;
    },
    get held() {
      return held;
    },
    waitFor(fits, from = 0, milliseconds = 120_000) {
      return new Promise((resolve, reject) => {
        const check = () => {
          const found = calls.slice(from).find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          watchers.delete(check);
          resolve(found);
        };
        const timer = setTimeout(() => {
          watchers.delete(check);
          const seen = calls
            .slice(from)
            .map(({ method, payload }) => `${method} ${JSON.stringify(payload).slice(0, 200)}`);
          reject(new Error(`no such call; there were:\n${seen.join('\n')}`));
        }, milliseconds);
        watchers.add(check);
        check();
      });
    },
    async close() {
      wakePoll?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function getUpdates(payload: Record<string, unknown>): Promise<string> {
    polls += 1;
    const offset = Number(payload.offset ?? 0);
    pending = pending.filter(({ id }) => id >= offset);
    const ready = () => pending.length > 0 || raw.length > 0 || conflicts > 0;
    if (!ready() && Number(payload.timeout) > 0) {
      wakePoll?.();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Number(payload.timeout) * 1000);
        const wake = () => {
          clearTimeout(timer);
          // A poll that another has taken the place of leaves that one's waking alone.
          if (wakePoll === wake) wakePoll = undefined;
          resolve();
        };
        wakePoll = wake;
      });
    }
    if (conflicts > 0) {
      conflicts -= 1;
      return no(409, 'Conflict: terminated by other getUpdates request');
    }
    if (raw.length > 0) return ok(raw.shift());
    return ok(pending.slice(0, Number(payload.limit ?? 100)).map(({ update }) => update));
  }

  function respond(method: string, payload: Record<string, unknown>): { body: string; message?: number } {
    const key = (id: unknown) => `${payload.chat_id}:${id}`;
    switch (method) {
      case 'getMe':
        return { body: ok({ id: 777, is_bot: true, first_name: 'Report bot', username: 'report_bot' }) };
      case 'sendRichMessage':
        if (api.rich === 'unknown') return { body: no(404, 'Not Found') };
        if (api.rich === 'refused') return { body: no(400, 'Bad Request: rich messages are not allowed here') };
        return sent(payload);
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendDocument':
        return sent(payload);
      case 'editMessageText': {
        const held = messages.get(key(payload.message_id));
        if (held === undefined) return { body: no(400, 'Bad Request: message to edit not found') };
        const next = contentOf(payload);
        if (held === next)
          return { body: no(400, 'Bad Request: message is not modified: specified new message content…') };
        messages.set(key(payload.message_id), next);
        return { body: ok({ message_id: payload.message_id }), message: Number(payload.message_id) };
      }
      case 'getMyCommands':
        return { body: ok(menus.get(String(payload.language_code ?? '')) ?? []) };
      case 'setMyCommands':
        menus.set(String(payload.language_code ?? ''), payload.commands);
        return { body: ok(true) };
      case 'answerCallbackQuery':
      case 'answerInlineQuery':
      case 'deleteWebhook':
      case 'setWebhook':
        return { body: ok(true) };
      default:
        violations.push(`unknown method ${method}`);
        return { body: no(404, 'Not Found') };
    }
  }

  function sent(payload: Record<string, unknown>): { body: string; message: number } {
    const message = nextMessage++;
    messages.set(`${payload.chat_id}:${message}`, contentOf(payload));
    return { body: ok({ message_id: message, chat: { id: payload.chat_id } }), message };
  }

  function check(method: string, payload: Record<string, unknown>): void {
    const checked = SCHEMAS[method]?.safeParse(payload);
    if (checked?.success === false) violations.push(`${method}: ${z.prettifyError(checked.error)}`);
    const rich = (payload.rich_message as { html?: string } | undefined)?.html;
    const results = Array.isArray(payload.results) ? payload.results : [];
    const texts = [
      ...(payload.parse_mode === 'HTML' ? [payload.text ?? payload.caption] : []),
      ...results.map((result) => result.input_message_content.message_text),
    ];
    const wrong = [
      ...texts.map((text) => markupProblem(String(text), HTML_TAGS)),
      rich === undefined ? undefined : markupProblem(rich, RICH_TAGS),
    ].find((problem) => problem !== undefined);
    if (wrong !== undefined) violations.push(`${method}: ${wrong}`);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const [, prefix, method = ''] = (request.url ?? '').split('/');
    if (prefix !== `bot${token}`) return void response.writeHead(401).end(no(401, 'Unauthorized'));
    const payload = await parseBody(request, body);
    const fault = faults.get(method)?.shift();
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'answer') {
      record({ method, payload });
      return void response
        .writeHead(fault.status, { 'content-type': fault.type ?? 'application/json' })
        .end(fault.body);
    }
    if (fault?.kind === 'slow') {
      held += 1;
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      held -= 1;
    }
    let answer: { body: string; message?: number };
    if (method === 'getUpdates') answer = { body: await getUpdates(payload) };
    else {
      check(method, payload);
      answer = respond(method, payload);
      record({ method, payload, ...(answer.message === undefined ? {} : { message: answer.message }) });
    }
    const { error_code } = JSON.parse(answer.body) as { error_code?: number };
    response.writeHead(error_code ?? 200, { 'content-type': 'application/json' }).end(answer.body);
  }

  function record(call: Omit<Call, 'at'>): void {
    calls.push({ ...call, at: performance.now() });
    for (const watcher of watchers) watcher();
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      if (!response.destroyed) violations.push(`server: ${error}`);
    });
  });
  // A connection closed while the bot picks it for a request would be counted against the bot.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(api, { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

function contentOf(payload: Record<string, unknown>): string {
  return JSON.stringify([payload.text, payload.rich_message, payload.reply_markup]);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function parseBody(request: IncomingMessage, body: Buffer): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (name === 'method') continue;
    fields[name] = typeof value === 'string' ? readField(value) : Buffer.from(await value.arrayBuffer());
  }
  return fields;
}

/** Form fields are texts; numbers and objects stand in them as JSON. */
function readField(value: string): unknown {
  if (!/^(?:-?\d+|[{[].*)$/s.test(value)) return value;
  return JSON.parse(value);
}
