import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { commandSchema } from '../../../adapters/discord/command-limits.js';
import { callbackSchema, LIMITS, messageSchema } from '../../../adapters/discord/limits.js';
import { APPLICATION, BOT_USER, TOKEN } from './ids.js';

export interface SentFile {
  readonly name: string;
  readonly body: Buffer;
}

/** One request as the platform got it. */
export interface SentRequest {
  readonly method: string;
  /** Without the version: /webhooks/… */
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly at: number;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** The connection is cut without an answer. */
  readonly drop?: boolean;
}

/** What the next request that matches is met with, instead of the usual. */
interface Rule {
  readonly method: string;
  readonly path: RegExp;
  readonly reply: Reply;
  readonly delay: number;
}

/** A message as people would see it. */
export interface Seen {
  readonly id: string;
  content: string;
  embeds: z.infer<typeof messageSchema>['embeds'];
  components: z.infer<typeof messageSchema>['components'];
  files: readonly SentFile[];
  flags: number;
  deleted: boolean;
  /** The request's body as sent. */
  raw: Record<string, unknown>;
}

/** An interaction's fate. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly began: number;
  /** Milliseconds until the first response, its type and flags. */
  first?: { ms: number; type: number; flags: number };
  /** The message whose button was pressed. */
  readonly pressed?: Seen;
  /** The message that belongs to the first response: a new one, or the pressed one where the press changes it. */
  original?: Seen;
  followups: Seen[];
  choices?: { name: string; value: string | number }[];
  expired: boolean;
}

const API = /^\/api(?:\/v10)?(\/[^?]*)/;

/** Discord's REST API as far as the bot needs it: every body is checked against the platform's schema and limits, and refused as Discord would. */
export function createRest() {
  const requests: SentRequest[] = [];
  const violations: string[] = [];
  const exchanges = new Map<string, Exchange>();
  const messages: (Seen & { channel: string; replyTo?: string })[] = [];
  const commands: (Record<string, unknown> & { id: string; name: string })[] = [];
  const rules: Rule[] = [];
  let serial = 0;
  let gatewayUrl = '';

  const server: Server = createServer((request, response) => {
    void receive(request, response).catch((error: unknown) => {
      violations.push(`${request.method} ${request.url}: ${String(error)}`);
      response.destroy();
    });
  });

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = API.exec(decodeURIComponent(request.url ?? ''))?.[1];
    if (path === undefined) return send(response, { status: 404, body: { message: '404: Not Found', code: 0 } });
    const { body, files } = await parseBody(request, Buffer.concat(chunks));
    const sent: SentRequest = { method: request.method ?? '', path, body, files, at: performance.now() };
    requests.push(sent);
    const rule = rules.findIndex(({ method, path: pattern }) => method === sent.method && pattern.test(path));
    if (rule >= 0) {
      const [{ reply, delay }] = rules.splice(rule, 1) as [Rule];
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      if (reply.drop) return void response.destroy();
      if (reply.status !== 0) return send(response, reply);
    }
    send(response, handle(sent, request.headers.authorization));
  }

  function handle(sent: SentRequest, authorization: string | undefined): Reply {
    const key = `${sent.method} ${sent.path}`;
    const callback = /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/.exec(key);
    if (callback) return answerInteraction(sent, callback[2]!);
    const webhook = /^(POST|PATCH|DELETE|GET) \/webhooks\/(\d+)\/([^/]+)(?:\/messages\/([^/]+))?$/.exec(key);
    if (webhook) return webhookMessage(sent, webhook[3]!, webhook[4]);
    if (authorization !== `Bot ${TOKEN}`) return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    if (key === 'GET /gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 16 };
      return { status: 200, body: { url: gatewayUrl, shards: 1, session_start_limit } };
    }
    if (sent.path === `/applications/${APPLICATION}/commands`) return listOrCreate(sent);
    const command = new RegExp(`^/applications/${APPLICATION}/commands/(\\d+)$`).exec(sent.path);
    if (command) return changeCommand(sent, command[1]!);
    const channel = /^POST \/channels\/(\d+)\/messages$/.exec(key);
    if (channel) return createMessage(sent, channel[1]!);
    const edit = /^PATCH \/channels\/\d+\/messages\/(\d+)$/.exec(key);
    if (edit) return editMessage(sent, edit[1]!);
    if (/^POST \/channels\/\d+\/typing$/.test(key)) return { status: 204 };
    violations.push(`unexpected request: ${key}`);
    return { status: 404, body: { message: '404: Not Found', code: 0 } };
  }

  function answerInteraction(sent: SentRequest, token: string): Reply {
    const exchange = exchanges.get(token);
    if (!exchange || exchange.expired) return failure(404, 10062, 'Unknown interaction');
    if (exchange.first) return failure(400, 40060, 'Interaction has already been acknowledged.');
    const read = callbackSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    const { type } = read.data;
    const data = 'data' in read.data ? read.data.data : undefined;
    const flags = data && 'flags' in data ? (data.flags ?? 0) : 0;
    exchange.first = { ms: performance.now() - exchange.began, type, flags };
    if (type === 8) exchange.choices = (data as { choices: Exchange['choices'] }).choices;
    if (type === 6) exchange.original = exchange.pressed;
    if (type === 4 || type === 7) {
      const wrong = checkFiles(sent, data as object);
      if (wrong) return wrong;
      const old = exchange.pressed;
      exchange.original = {
        ...seen(data as Record<string, unknown>, sent.files),
        ...(type === 7 && old ? { id: old.id } : {}),
      };
    }
    return { status: 204 };
  }

  function webhookMessage(sent: SentRequest, token: string, message: string | undefined): Reply {
    const exchange = exchanges.get(token);
    if (!exchange || exchange.expired) return failure(404, 10015, 'Unknown Webhook');
    if (!exchange.first) return failure(404, 10015, 'Unknown Webhook');
    const target = message === '@original' ? exchange.original : exchange.followups.find(({ id }) => id === message);
    if (sent.method === 'DELETE') {
      if (message === '@original' && !target) exchange.original = { ...seen({}, []), deleted: true };
      else if (target) target.deleted = true;
      return { status: 204 };
    }
    if (sent.method === 'GET')
      return target ? { status: 200, body: wire(target) } : failure(404, 10008, 'Unknown Message');
    const read = messageSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    const wrong = checkFiles(sent, read.data);
    if (wrong) return wrong;
    if (sent.method === 'POST') {
      const made = seen(sent.body as Record<string, unknown>, sent.files);
      if (isEmpty(made)) return failure(400, 50006, 'Cannot send an empty message');
      exchange.followups.push(made);
      return { status: 200, body: wire(made) };
    }
    if (message === '@original' && !target) {
      const made = seen(sent.body as Record<string, unknown>, sent.files);
      made.flags |= exchange.first.flags;
      if (isEmpty(made)) return failure(400, 50006, 'Cannot send an empty message');
      exchange.original = made;
      return { status: 200, body: wire(made) };
    }
    if (!target || target.deleted) return failure(404, 10008, 'Unknown Message');
    const { id, flags } = target;
    Object.assign(target, { ...target, ...pick(sent.body as Record<string, unknown>), files: sent.files, id, flags });
    return { status: 200, body: wire(target) };
  }

  function createMessage(sent: SentRequest, channel: string): Reply {
    const read = messageSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    const wrong = checkFiles(sent, read.data);
    if (wrong) return wrong;
    const body = sent.body as Record<string, unknown> & { message_reference?: { message_id: string } };
    const made = { ...seen(body, sent.files), channel, replyTo: body.message_reference?.message_id };
    if (isEmpty(made)) return failure(400, 50006, 'Cannot send an empty message');
    messages.push(made);
    return { status: 200, body: { ...wire(made), channel_id: channel } };
  }

  function editMessage(sent: SentRequest, id: string): Reply {
    const read = messageSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    const wrong = checkFiles(sent, read.data);
    if (wrong) return wrong;
    const target = messages.find((message) => message.id === id && !message.deleted);
    if (!target) return failure(404, 10008, 'Unknown Message');
    Object.assign(target, pick(sent.body as Record<string, unknown>), { files: sent.files, id });
    return { status: 200, body: { ...wire(target), channel_id: target.channel } };
  }

  function listOrCreate(sent: SentRequest): Reply {
    if (sent.method === 'GET') return { status: 200, body: commands };
    if (sent.method !== 'POST') return failure(405, 0, '405: Method Not Allowed');
    const read = commandSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    const made = {
      ...stored(sent.body as object),
      id: String(++serial + 7_000_000_000),
    } as (typeof commands)[number];
    const old = commands.findIndex(({ name, type }) => name === made.name && type === made.type);
    if (old >= 0) commands[old] = { ...made, id: commands[old]!.id };
    else commands.push(made);
    return { status: 201, body: made };
  }

  function changeCommand(sent: SentRequest, id: string): Reply {
    const at = commands.findIndex((command) => command.id === id);
    if (at < 0) return failure(404, 10063, 'Unknown application command');
    if (sent.method === 'DELETE') {
      commands.splice(at, 1);
      return { status: 204 };
    }
    const read = commandSchema.safeParse(sent.body);
    if (!read.success) return invalid(sent, read.error);
    commands[at] = { ...stored(sent.body as object), id } as (typeof commands)[number];
    return { status: 200, body: commands[at] };
  }

  function invalid(sent: SentRequest, error: z.ZodError): Reply {
    violations.push(`${sent.method} ${sent.path}: ${z.prettifyError(error)}`);
    return {
      status: 400,
      body: {
        message: 'Invalid Form Body',
        code: 50035,
        errors: { _errors: [{ code: 'INVALID', message: z.prettifyError(error) }] },
      },
    };
  }

  function checkFiles(sent: SentRequest, body: object): Reply | null {
    const { attachments, embeds } = body as {
      attachments?: { id: string | number }[];
      embeds?: { image?: { url: string } }[];
    };
    const names = sent.files.map(({ name }) => name);
    const wrong = [
      ...sent.files
        .filter((file) => file.body.length > LIMITS.attachmentBytes)
        .map((file) => `${file.name} is too large`),
      ...(attachments ?? [])
        .filter(({ id }) => Number(id) >= sent.files.length)
        .map(({ id }) => `attachment ${id} has no file`),
      ...(embeds ?? []).flatMap(({ image }) =>
        image && !names.includes(image.url.slice('attachment://'.length)) ? [`no file for ${image.url}`] : [],
      ),
    ];
    if (wrong.length === 0) return null;
    violations.push(`${sent.method} ${sent.path}: ${wrong.join('; ')}`);
    return failure(400, 50035, wrong.join('; '));
  }

  return {
    server,
    requests,
    violations,
    exchanges,
    messages,
    commands,
    setGateway(url: string): void {
      gatewayUrl = url;
    },
    /** The next request that matches gets this reply; status 0 lets it pass after the delay. */
    once(method: string, path: RegExp, reply: Reply, delay = 0): void {
      rules.push({ method, path, reply, delay });
    },
  };
}

export type Rest = ReturnType<typeof createRest>;

async function parseBody(request: IncomingMessage, raw: Buffer): Promise<{ body: unknown; files: SentFile[] }> {
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString('utf8')), files: [] };
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string' || !name.startsWith('files[')) continue;
    files.push({ name: value.name, body: Buffer.from(await value.arrayBuffer()) });
  }
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

function failure(status: number, code: number, message: string): Reply {
  return { status, body: { message, code } };
}

let made = 0;

function seen(body: Record<string, unknown>, files: readonly SentFile[]): Seen {
  made += 1;
  const id = String(8_000_000_000 + made);
  const base = { id, content: '', embeds: [], components: [], flags: 0, deleted: false };
  return { ...base, ...pick(body), files, raw: body } as Seen;
}

function pick(body: Record<string, unknown>): Record<string, unknown> {
  const fields = ['content', 'embeds', 'components', 'flags'];
  return Object.fromEntries(fields.filter((key) => body[key] != null).map((key) => [key, body[key]]));
}

function isEmpty({ content, embeds, files, components }: Seen): boolean {
  return content === '' && embeds?.length === 0 && components?.length === 0 && files.length === 0;
}

/** A command as Discord gives it back: with what it adds and fills in. */
function stored(body: object): object {
  return {
    application_id: APPLICATION,
    version: '1',
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...body,
  };
}

/** A message as Discord sends it. */
export function wire(message: Seen): object {
  return {
    id: message.id,
    type: 0,
    channel_id: '900000000000000004',
    content: message.content,
    author: { id: BOT_USER, username: 'reports', discriminator: '0', avatar: null, bot: true },
    attachments: [],
    embeds: (message.embeds ?? []).map((embed) => ({
      type: 'rich',
      ...embed,
      ...(embed.image ? { image: { url: 'http://127.0.0.1/chart.png' } } : {}),
    })),
    components: message.components ?? [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(0).toISOString(),
    edited_timestamp: null,
    flags: message.flags,
  };
}
