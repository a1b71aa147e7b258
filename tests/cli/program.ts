import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that holds dist/; the project's by default. */
  readonly root?: string;
}

/** Runs a compiled program of the project (adapters/repl/ask) to its end, in a process of its own. `npm test` compiles it first. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { input = '', cwd = PACKAGE_ROOT, env = {}, root = PACKAGE_ROOT } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist', `${program}.js`), ...args], {
      cwd,
      env: { ...process.env, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      stdout += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      stderr += data;
    });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a compiled program as `runProgram` does, but in a process that has run others before: what it reads, prints and ends with is
 * the same, and nothing is loaded again. For cases that ask what a program says, where one of its cases has started it by itself.
 */
export function runHosted(
  program: string,
  args: readonly string[],
  options: Omit<RunOptions, 'root'> = {},
): Promise<Ended> {
  const run = last.then(() => runNext(program, args, options));
  last = run.catch(() => undefined);
  return run;
}

async function runNext(program: string, args: readonly string[], options: Omit<RunOptions, 'root'>): Promise<Ended> {
  const { input = '', cwd = PACKAGE_ROOT, env = {} } = options;
  if (host === undefined || !host.connected) {
    host = fork(join(import.meta.dirname, 'host.mjs'), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    // It ends with the process of the tests.
    host.unref();
    host.channel?.unref();
  }
  host.channel?.ref();
  const heard = new AbortController();
  const told = [
    once(host, 'message', heard),
    once(host, 'exit', heard).then(([code]) => {
      throw new Error(`${program} ended the process that runs others too, with ${code}`);
    }),
  ] as const;
  host.send({
    path: join(PACKAGE_ROOT, 'dist', `${program}.js`),
    args,
    input: Buffer.from(input).toString('base64'),
    cwd,
    env: { ...process.env, ...env },
  });
  try {
    const [{ fault, ...ended }] = (await Promise.race(told)) as [Ended & { readonly fault?: string }];
    if (fault !== undefined) throw new Error(fault);
    return ended;
  } finally {
    heard.abort();
    host.channel?.unref();
  }
}
