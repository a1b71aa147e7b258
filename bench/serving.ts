import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchCorpus } from './corpora.js';

const MAIN = fileURLToPath(new URL('../adapters/serve/main.js', import.meta.url));
/** Linux counts a process's time in hundredths of a second. */
const TICK = 10;

/** The program as `npm run serve` starts it, in a process of its own. */
export interface Serving {
  readonly base: string;
  readonly port: number;
  /** Milliseconds of a core that it has used so far; NaN where the system does not tell. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Starts it over a corpus with its snapshot in place; logs as by default, limits out of the way. */
export async function startServing(
  corpus: BenchCorpus,
  cacheDir: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<Serving> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      CORPUS: corpus.folder,
      CACHE_DIR: cacheDir,
      SERVE_PORT: '0',
      LIMIT_PER_ADDRESS: '900000/1',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await portOf(child);
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    cpu: () => cpuOf(child.pid!),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** The port that its log tells; the log is read on, so that the program never waits for it. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stderr! }).on('line', (line) => {
      const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
      if (msg === 'serving' && port !== undefined) resolve(port);
    });
  });
}

function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return Number.NaN;
  }
}
