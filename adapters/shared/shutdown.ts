import type { Log } from './log.js';

export interface Shutdown {
  /** Adds a step: stop listening, finish what is in hand, close. All steps are begun together. */
  step(name: string, run: () => Promise<void>): void;
  /** Sets the step that is begun when all others have ended. */
  last(name: string, run: () => Promise<void>): void;
  /** Runs the steps once, then ends the process: with `code` (0), or 1 where a step failed. What is not done in time is given up. */
  stop(reason: string, code?: number): Promise<void>;
}

export interface ShutdownOptions {
  readonly log: Log;
  /** Milliseconds for all steps together; what is not done by then is given up. */
  readonly deadline: number;
  /** Ends the process; tests pass their own. */
  readonly exit?: (code: number) => void;
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Keeps the steps that end the program, for signals, for faults and for the program itself. */
export function createShutdown({ log, deadline, exit = (code) => process.exit(code) }: ShutdownOptions): Shutdown {
  const steps: Step[] = [];
  const lasts: Step[] = [];
  let stopping: Promise<void> | undefined;

  async function runSteps(steps: readonly Step[]): Promise<boolean> {
    const results = await Promise.all(
      steps.map(({ name, run }) =>
        run().then(
          () => true,
          (err) => {
            log.error({ err, step: name }, 'a step of the shutdown failed');
            return false;
          },
        ),
      ),
    );
    return results.every((clean) => clean);
  }

  async function stop(reason: string, code: number): Promise<void> {
    log.info({ reason }, 'stopping');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        log.warn({ deadline }, 'not everything in hand could be finished in time');
        resolve(true);
      }, deadline);
    });
    const all = async () => [await runSteps(steps), await runSteps(lasts)].every((clean) => clean);
    const clean = await Promise.race([all(), late]);
    clearTimeout(timer);
    log.info({ clean }, 'stopped');
    exit(clean ? code : 1);
  }

  return {
    step: (name, run) => void steps.push({ name, run }),
    last: (name, run) => void lasts.push({ name, run }),
    stop: (reason, code = 0) => {
      stopping ??= stop(reason, code);
      return stopping;
    },
  };
}

/**
 * Stops on SIGTERM and SIGINT (a second one ends at once). A promise that nobody awaited is logged and survived;
 * an exception that nobody caught leaves the program in an unknown state, so it is logged and the program stops with 1.
 */
export function stopOnSignals(shutdown: Shutdown, log: Log): void {
  let signals = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(130);
      void shutdown.stop(signal);
    });
  }
  process.on('unhandledRejection', (err) => log.error({ err }, 'a promise failed that nobody awaited'));
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'an exception that nobody caught');
    void shutdown.stop('fault', 1);
  });
}
