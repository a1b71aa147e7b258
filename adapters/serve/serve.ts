import { createServer, type IncomingMessage } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { closeServer } from '../shared/health.js';
import type { Kit, Running } from '../shared/run.js';
import { createApp, type Env } from './app.js';
import { KEEP_ALIVE, MAX_CONNECTIONS, TIMEOUTS } from './limits.js';

export interface Serving extends Running {
  readonly port: number;
}

/** Starts the server: pages, API and MCP. Rejects where the port is taken. */
export async function startServing(kit: Kit, timeouts = TIMEOUTS): Promise<Serving> {
  const { settings, log } = kit;
  const app = createApp({
    ...kit,
    publicUrl: settings.PUBLIC_URL,
    corsOrigins: settings.CORS_ORIGINS,
    limit: settings.LIMIT_PER_ADDRESS,
    kept: settings.KEEP_ANSWERS_MB * 1_000_000,
    addressOf: (context) => addressOf(context, settings.TRUST_PROXY),
    today: () => new Date().toISOString().slice(0, 10),
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    {
      headersTimeout: timeouts.head,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: timeouts.check,
      keepAliveTimeout: KEEP_ALIVE,
    },
    (request, response) => void listener(request, response),
  );
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.SERVE_PORT, settings.SERVE_HOST, resolve);
  });
  const { port } = server.address() as { port: number };
  log.info({ host: settings.SERVE_HOST, port }, 'serving');
  return { port, problem: () => (server.listening ? null : 'serve: not listening'), stop: () => closeServer(server) };
}

/** The client's address: what the proxy before the server says where one is trusted, else the other end of the connection. */
function addressOf(context: Context<Env>, trustProxy: boolean): string {
  const { incoming } = context.env as unknown as HttpBindings;
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || ((incoming as IncomingMessage | undefined)?.socket.remoteAddress ?? 'unknown');
}
