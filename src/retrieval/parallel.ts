import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Lexicon } from '../lexicon/load.js';
import type { MaybePromise } from '../store/types.js';
import type { BuildResult } from './build.js';
import { createReader, type ReadTask } from './tasks.js';

/** A finished item as a worker reports it. */
interface Done {
  readonly item: number;
  readonly result: BuildResult;
}

/** What a worker starts from. */
export interface WorkerData {
  readonly task: ReadTask;
  /** Two 32-bit numbers: the next open item, and how many messages have been sent. */
  readonly shared: SharedArrayBuffer;
}

/** Places in `shared`. */
export const NEXT = 0;
export const SENT = 1;

/** After this long without a word from the workers their open items are done here, in ms. A file takes a second at most. */
const PATIENCE_MS = 15_000;
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * Reads the files of a task, on this thread and, where `parallel`, on the other cores too. Gives each result to `onResult`, in no order,
 * and waits for what that gives: a store that is slower than the reading holds it up.
 */
export async function runTask(
  task: ReadTask,
  options: {
    readonly parallel: boolean;
    readonly lexicon?: Lexicon;
    readonly onResult: (item: number, result: BuildResult) => MaybePromise<void>;
  },
): Promise<void> {
  const count = task.sources.length;
  const finished = new Set<number>();
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  const helpers = options.parallel ? startHelpers({ task, shared }) : [];
  const finish = async (item: number, result: BuildResult): Promise<void> => {
    if (finished.has(item)) return;
    finished.add(item);
    await options.onResult(item, result);
  };
  const collect = async (): Promise<boolean> => {
    let any = false;
    for (const { port } of helpers) {
      for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
        const { item, result } = message.message as Done;
        await finish(item, result);
        any = true;
      }
    }
    return any;
  };

  try {
    const perform = createReader(task, options.lexicon);
    for (let item = Atomics.add(state, NEXT, 1); item < count; item = Atomics.add(state, NEXT, 1)) {
      await finish(item, perform(item));
      await collect();
    }
    for (let quiet = Date.now(); finished.size < count && Date.now() - quiet < PATIENCE_MS; ) {
      const sent = Atomics.load(state, SENT);
      if (await collect()) quiet = Date.now();
      else Atomics.wait(state, SENT, sent, 50);
    }
    for (let item = 0; item < count; item += 1) if (!finished.has(item)) await finish(item, perform(item));
  } finally {
    for (const { worker } of helpers) void worker.terminate();
  }
}

/** One worker for each core but this thread's. None where the program runs from its sources, which a worker cannot load. */
function startHelpers(data: WorkerData) {
  if (!existsSync(fileURLToPath(WORKER))) return [];
  return Array.from({ length: Math.min(availableParallelism(), 8) - 1 }, () => {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(WORKER, { workerData: { ...data, port: port2 }, transferList: [port2] });
    // What a worker cannot do is done on this thread in the end.
    worker.on('error', () => undefined);
    worker.unref();
    port1.unref();
    return { worker, port: port1 };
  });
}
