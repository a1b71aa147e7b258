import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '../shared/health.js';
import { type Accept, ALLOWED_UPDATES, type Source } from './source.js';
import type { Transport } from './transport.js';

export interface WebhookOptions {
  readonly transport: Transport;
  /** Resolves when the update is safe: only then is it confirmed. */
  readonly accept: Accept;
  /** The public address; its path is the one that is served. */
  readonly url: string;
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/** Updates are far smaller than this; what is larger is not read to its end. */
const MAX_BODY = 1_000_000;
const REQUEST_TIMEOUT = 15_000;

/** Receives updates by webhook on a local port, behind a proxy that holds the certificate, and tells the platform where. */
export async function startWebhook(options: WebhookOptions): Promise<Source & { readonly port: number }> {
  const { transport, url, secret, host, port } = options;
  const path = new URL(url).pathname;
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT }, (request, response) => {
    void receive(request, response, path, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await transport.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  return {
    port: (server.address() as AddressInfo).port,
    problem: () => null,
    stop: () => closeServer(server),
  };
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { secret, accept }: WebhookOptions,
): Promise<void> {
  const end = (status: number) => {
    if (response.destroyed) return;
    response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
  };
  if (request.url !== path) return end(404);
  if (request.method !== 'POST') return end(405);
  if (!sameSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return end(401);
  const body = await readBody(request).catch(() => null);
  if (body === null) return end(400);
  if (body === undefined) {
    end(413);
    request.destroy();
    return;
  }
  let update: unknown;
  try {
    update = JSON.parse(body);
  } catch {
    return end(400);
  }
  if (typeof update !== 'object' || update === null) return end(400);
  // What cannot be kept is not confirmed: the server sends it again.
  await accept([update]).then(
    () => end(200),
    () => end(503),
  );
}

/** Compares in a time that does not depend on where the two differ. */
function sameSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret));
}

/** The body as text, or undefined where it is larger than allowed; what is announced as larger is not read at all. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
