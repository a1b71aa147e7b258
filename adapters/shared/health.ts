import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves /healthz and /metrics. /healthz answers 200 with `ok`, or 503 with one line of each thing that is wrong.
 * Rejects where the port is taken. Port 0 takes a free one.
 */
export async function startHealth(
  port: number,
  metrics: Metrics,
  problems: () => string[] | Promise<string[]>,
  host = '127.0.0.1',
): Promise<Health> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    if (request.url === '/healthz') {
      const wrong = await problems();
      response.writeHead(wrong.length === 0 ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' });
      return void response.end(`${wrong.length === 0 ? 'ok' : wrong.join('\n')}\n`);
    }
    if (request.url === '/metrics') {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      return void response.end(metrics.render());
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

/** Closes a server and the connections that are kept open to it. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
