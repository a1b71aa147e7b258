export interface Queue {
  /**
   * Runs `task` after every earlier task of the same key, beside those of other keys.
   * The promise is settled as the task's; a task that fails does not hold up the next.
   */
  push<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Tasks waiting or running. */
  readonly size: number;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

/** A queue that keeps order within a key (a chat) and runs at most `concurrency` tasks at once. */
export function createQueue(concurrency: number): Queue {
  const tails = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let size = 0;
  let idlers: (() => void)[] = [];

  async function slot(): Promise<void> {
    if (running < concurrency) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Hands the slot to the next in line, or gives it back. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  async function run<T>(before: Promise<void>, task: () => Promise<T>): Promise<T> {
    await before;
    await slot();
    try {
      return await task();
    } finally {
      leave();
    }
  }

  return {
    push(key, task) {
      size += 1;
      const result = run(tails.get(key) ?? Promise.resolve(), task);
      const tail = result.then(
        () => done(),
        () => done(),
      );
      tails.set(key, tail);
      function done(): void {
        if (tails.get(key) === tail) tails.delete(key);
        size -= 1;
        if (size > 0) return;
        for (const resolve of idlers) resolve();
        idlers = [];
      }
      return result;
    },
    get size() {
      return size;
    },
    idle: () => (size === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  };
}
