import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The heap may grow by so much between two collections, in per cent of what is in use. */
const GROWTH = 30;

/**
 * To be called before a corpus is opened: what is new in the heap keeps the room that importing the program has given it, 8 MB a half. V8 would
 * double that while the reports are opened, and each time it is collected the answers wait twice as long; all in all as much is copied.
 */
export function keepYoungHeap(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * For a process that runs for long: the heap is collected once it has grown by a third. Left alone, V8 lets it grow to half a gigabyte
 * before the first collection and fourfold before the next ones where the machine has much memory, though a tenth of it is in use.
 * Takes a tenth of a second, since what loading has left is collected at once.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
