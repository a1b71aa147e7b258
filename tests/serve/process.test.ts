import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../src/lexicon/paths.js';

/** `npm run serve` as a service manager has it, watched by its health and metrics. */
let child: ChildProcess;
let lines: { msg: string; port?: number; level: number }[] = [];
let ended: Promise<number | null>;
let corpus: string;
const q = encodeURIComponent('2022年常德GDP目标');

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  corpus = join(folder, 'reports');
  mkdirSync(corpus);
  for (const name of ['002_7a503928bd6bcbb5.txt', '004_50feab6190b6776d.txt'])
    cpSync(join(SEEDS_DIR, name), join(corpus, name));
  child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist/adapters/serve/main.js')], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      CORPUS: corpus,
      CACHE_DIR: join(folder, 'cache'),
      SERVE_PORT: '0',
      HEALTH_PORT: '0',
      HEALTH_HOST: '0.0.0.0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  ended = new Promise((resolve) => child.on('close', resolve));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) lines.push(JSON.parse(line));
  });
  await logged('receiving');
});
afterAll(() => void child.kill('SIGKILL'));

async function logged(message: string): Promise<{ port?: number }> {
  await vi.waitUntil(() => lines.some(({ msg }) => msg === message), { timeout: 60_000 });
  return lines.find(({ msg }) => msg === message)!;
}

async function get(message: string, path: string): Promise<{ status: number; text: string }> {
  const { port } = await logged(message);
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}
const health = (): Promise<{ status: number; text: string }> => get('health and metrics', '/healthz');

test('metrics from the first look on, one log format from the first line on', async () => {
  const { text } = await get('health and metrics', '/metrics');
  for (const line of [
    'govreport_questions_total{platform="serve",kind="figure"} 0',
    'govreport_errors_total{platform="serve",where="send"} 0',
    'govreport_send_retries_total{platform="serve"} 0',
    'govreport_refusals_total{reason="not-held"} 0',
    'govreport_reloads_total{result="done"} 0',
    'govreport_queue_depth 0',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toMatch(/^govreport_info\{version="[^"]+",corpus="[0-9a-f]{24}"\} 1$/m);
  expect(lines.every(({ level }) => typeof level === 'number')).toBe(true);
});

test('health tells that questions cannot be answered while the corpus is away, and that they can again', async () => {
  expect((await get('serving', `/api/ask?q=${q}`)).text).toContain('增长7%以上');
  expect(await health()).toEqual({ status: 200, text: 'ok\n' });
  renameSync(corpus, `${corpus}-away`);
  // The file is still known to the program that has read it: another one is asked for.
  for (let i = 0; i < 3; i += 1) await get('serving', `/api/ask?q=${encodeURIComponent('2021年张家界旅游收入目标')}`);
  for (let i = 0; i < 3; i += 1) await get('serving', `/api/ask?q=${encodeURIComponent('常德2021年GDP目标')}`);
  expect((await health()).status).toBe(503);
  renameSync(`${corpus}-away`, corpus);
});

test('SIGHUP reads the corpus anew; the ETag changes with it', async () => {
  const { port } = await logged('serving');
  const tag = async (): Promise<string | null> =>
    (await fetch(`http://127.0.0.1:${port}/api/ask?q=${q}`)).headers.get('etag');
  const before = await tag();
  cpSync(join(SEEDS_DIR, '000_8e51bfff11281569.txt'), join(corpus, '000_8e51bfff11281569.txt'));
  child.kill('SIGHUP');
  await logged('reloaded');
  expect(await tag()).not.toBe(before);
  expect((await get('serving', '/api/list_reports?place=%E5%BC%A0%E5%AE%B6%E7%95%8C')).text).toContain(
    'zhangjiajie-2021',
  );
  expect((await health()).status).toBe(200);
  expect((await get('health and metrics', '/metrics')).text).toContain('govreport_reloads_total{result="done"} 1\n');
  lines = [];
  rmSync(corpus, { recursive: true });
  child.kill('SIGHUP');
  await logged('reload failed; what was loaded before stays');
});

test('SIGTERM ends it with 0', async () => {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
