import { type MessagePort, workerData } from 'node:worker_threads';
import { NEXT, SENT, type WorkerData } from './parallel.js';
import { createTask } from './tasks.js';

// Takes the next open item until none is left; see runTask.
const { spec, count, shared, port } = workerData as WorkerData & { readonly port: MessagePort };
const state = new Int32Array(shared);
const perform = createTask(spec);
for (let item = Atomics.add(state, NEXT, 1); item < count; item = Atomics.add(state, NEXT, 1)) {
  port.postMessage({ item, result: perform(item) });
  Atomics.add(state, SENT, 1);
  Atomics.notify(state, SENT);
}
port.close();
