import { type MessagePort, workerData } from 'node:worker_threads';
import { NEXT, SENT, type WorkerData } from './parallel.js';
import { createReader } from './tasks.js';

// Reads the next open file until none is left; see runTask.
const { task, shared, port } = workerData as WorkerData & { readonly port: MessagePort };
const state = new Int32Array(shared);
const perform = createReader(task);
for (let item = Atomics.add(state, NEXT, 1); item < task.sources.length; item = Atomics.add(state, NEXT, 1)) {
  port.postMessage({ item, result: perform(item) });
  Atomics.add(state, SENT, 1);
  Atomics.notify(state, SENT);
}
port.close();
