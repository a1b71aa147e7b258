import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The heap may grow by so much between two collections, in per cent of what is in use. */
const GROWTH = 30;
/** What it may grow by at least, in bytes: a small heap would be collected every second, and each time the answers wait for it. */
const ROOM = 48 * 1024 * 1024;

/**
 * For a process that runs for long: the heap is collected once it has grown by a third, or by what a small one may grow by. Left alone, V8
 * lets it grow to half a gigabyte before the first collection and fourfold before the next ones where the machine has much memory, though a
 * tenth of it is in use. Takes a tenth of a second, since what loading has left is collected at once.
 */
export function keepHeapSmall(): void {
  letGrow(GROWTH);
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  // What is in use is known now; V8 takes it up with the next collection.
  letGrow(growthOf(process.memoryUsage().heapUsed));
}

function letGrow(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * By how much a heap may grow between two collections, in per cent.
 * @param used bytes that are in use.
 */
export function growthOf(used: number): number {
  return Math.max(GROWTH, Math.ceil((100 * ROOM) / used));
}
