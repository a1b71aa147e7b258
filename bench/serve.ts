import { Agent, get } from 'node:http';
import { createAssistant } from '../src/assistant.js';
import type { BenchCorpus } from './corpora.js';
import { timedQuestions } from './questions.js';
import { type Serving, startServing } from './serving.js';
import { ms, percentile, type Table } from './table.js';

/** How much does HTTP add to an answer, and how many are given in a second? */
export const title = 'API';
export const note =
  '`GET /api/ask` for figures, the server in a process of its own with its log on, the client in another: requests a second, time to the whole answer, and the core’s time that one request takes beside what the same questions take in the process alone. “Anew”: nothing that was answered is kept (KEEP_ANSWERS_MB=0); “again”: questions asked before, as by default. Every client asks its next question when it has the answer, so with 200 at once an answer waits for the 199 before it; “200 at a steady rate” are 200 connections that ask at half the rate reached before.';
export const columns = ['corpus', 'questions', 'at once', 'a second', 'p50', 'p99', 'core time', 'in process', 'ratio'];

const QUESTIONS = 150;
const SECONDS = 4;
const AT_ONCE = [1, 16, 200];

interface Run {
  readonly rate: number;
  readonly times: readonly number[];
  /** Milliseconds of the server's core for one request. */
  readonly core: number;
}

export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  const assistant = await createAssistant({ corpus: [corpus.folder], cacheDir });
  const questions = timedQuestions(await assistant.held(), QUESTIONS)
    .filter(({ form }) => form === 'figure')
    .map(({ text }) => text);
  const alone = await inProcess(assistant, questions);
  const rows: string[][] = [];
  for (const [name, settings] of [
    ['anew', { KEEP_ANSWERS_MB: '0' }],
    ['again', {}],
  ] as const) {
    const server = await startServing(corpus, cacheDir, settings);
    try {
      await closed(server, questions, 8, SECONDS);
      let best = 0;
      for (const atOnce of AT_ONCE) {
        const run = await closed(server, questions, atOnce, SECONDS);
        best = Math.max(best, run.rate);
        rows.push(row(corpus.name, name, String(atOnce), run, alone));
      }
      const steady = await paced(server, questions, 200, best / 2, SECONDS);
      rows.push(row(corpus.name, name, '200 at a steady rate', steady, alone));
    } finally {
      await server.stop();
    }
  }
  return rows;
}

function row(corpus: string, name: string, atOnce: string, { rate, times, core }: Run, alone: number): string[] {
  return [
    corpus,
    name,
    atOnce,
    rate.toFixed(0),
    ms(percentile(times, 0.5)),
    ms(percentile(times, 0.99)),
    ms(core),
    ms(alone),
    (core / alone).toFixed(2),
  ];
}

/** Milliseconds of a core that a question takes in the process alone, once everything is loaded and compiled. */
async function inProcess(
  assistant: Awaited<ReturnType<typeof createAssistant>>,
  questions: readonly string[],
): Promise<number> {
  let used = 0;
  let asked = 0;
  for (const until = performance.now() + 2 * SECONDS * 1000; performance.now() < until; ) {
    const warm = performance.now() > until - SECONDS * 1000;
    const before = process.cpuUsage();
    for (const question of questions) {
      const session = String(asked);
      await assistant.ask(session, question);
      await assistant.forget(session);
    }
    const { user, system } = process.cpuUsage(before);
    if (!warm) continue;
    used += (user + system) / 1000;
    asked += questions.length;
  }
  return used / asked;
}

/** So many clients, each asking its next question when it has the answer. */
async function closed(server: Serving, questions: readonly string[], clients: number, seconds: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const end = performance.now() + seconds * 1000;
  const run = recorder(server);
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) await run.ask(agent, questions[next++ % questions.length]!);
    }),
  );
  agent.destroy();
  return run.done();
}

/** So many connections at a rate that does not wait for the answers; an answer's time begins when it should have been asked. */
async function paced(
  server: Serving,
  questions: readonly string[],
  clients: number,
  rate: number,
  seconds: number,
): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const run = recorder(server);
  const begin = performance.now();
  const asked: Promise<void>[] = [];
  for (let i = 0; i < rate * seconds; i += 1) {
    const due = begin + (i / rate) * 1000;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    asked.push(run.ask(agent, questions[i % questions.length]!, due));
  }
  await Promise.all(asked);
  agent.destroy();
  return run.done();
}

function recorder(server: Serving) {
  const times: number[] = [];
  const began = performance.now();
  const used = server.cpu();
  return {
    async ask(agent: Agent, question: string, since = performance.now()): Promise<void> {
      await new Promise<void>((resolve, reject) => {
        const path = `/api/ask?q=${encodeURIComponent(question)}`;
        get({ port: server.port, host: '127.0.0.1', path, agent }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
          response.on('error', reject).on('end', resolve).resume();
        }).on('error', reject);
      });
      times.push(performance.now() - since);
    },
    done(): Run {
      const taken = performance.now() - began;
      return { rate: (times.length / taken) * 1000, times, core: (server.cpu() - used) / times.length };
    },
  };
}
