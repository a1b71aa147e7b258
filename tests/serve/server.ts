import type { Timeouts } from '../../adapters/serve/limits.js';
import { startServing } from '../../adapters/serve/serve.js';
import type { Assistant } from '../../src/assistant.js';
import type { TestKit } from '../support/kit.js';
import { createKit } from '../support/kit.js';
import { loadSeeds } from '../support/seed-assistant.js';

export interface TestServer {
  readonly base: string;
  readonly port: number;
  readonly kit: TestKit;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The server on a free port, over the seeds unless another assistant is given. */
export async function startServer(
  environment: Record<string, string> = {},
  load: () => Assistant | Promise<Assistant> = loadSeeds,
  timeouts?: Timeouts,
): Promise<TestServer> {
  const kit = await createKit(load, { SERVE_PORT: '0', LIMIT_PER_ADDRESS: '900000/1', ...environment });
  const serving = await startServing(kit, timeouts);
  const base = `http://127.0.0.1:${serving.port}`;
  return {
    base,
    port: serving.port,
    kit,
    get: (path, headers = {}) => fetch(`${base}${path}`, { headers, redirect: 'manual' }),
    close: () => serving.stop(),
  };
}
