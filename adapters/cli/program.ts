/** A command line that cannot be carried out as typed. The message says what is wrong; `usage` how it is typed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly usage: string,
  ) {
    super(message);
  }
}

/** Exit codes of every program: done, a fault of corpus, config or machine, a command line that is not understood. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Runs a command-line program: `main` resolves with the exit code. A UsageError prints the usage and exits with 2, any other
 * error one line and exits with 1 (the stack too where DEBUG is set). A reader that goes away (EPIPE) ends it quietly.
 */
export async function runProgram(main: (argv: string[]) => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed);
    });
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${error.usage}\n`);
      process.exitCode = EXIT.usage;
      return;
    }
    process.stderr.write(`错误：${errorLine(error)}\n`);
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = EXIT.failed;
  }
}

/** An error as one line. */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*\n\s*/gu, ' ').trim();
}
