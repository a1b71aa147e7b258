import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a server that can be made slow, or cut. */
export interface Proxy {
  readonly port: number;
  /** Milliseconds that each reply is held back. */
  delay: number;
  /** Breaks every connection after so many replies more; then no more. */
  cutAfter: number;
}

export async function startProxy(target: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const proxy = { port: 0, delay: 0, cutAfter: Number.POSITIVE_INFINITY };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    const pair = [client, upstream];
    for (const socket of pair) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          for (const one of pair) one.destroy();
        });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      proxy.cutAfter -= 1;
      if (proxy.cutAfter < 0) {
        proxy.cutAfter = Number.POSITIVE_INFINITY;
        for (const socket of sockets) socket.destroy();
        return;
      }
      setTimeout(() => client.writable && client.write(chunk), proxy.delay);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return proxy;
}
