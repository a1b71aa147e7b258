import { type Logger, pino } from 'pino';
import type { Redactor } from './redact.js';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  readonly redact: Redactor;
  /** Where lines go; standard error unless given, so that standard output stays free. */
  readonly write?: (line: string) => void;
}

/**
 * A structured log, one JSON object a line. Every line goes through the redactor as a whole, stack traces included.
 * Errors are logged by type, message, code and stack alone: libraries hang request bodies, and so people's words, on theirs.
 */
export function createLog({ level, redact, write = (line) => process.stderr.write(line) }: LogOptions): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    { write: (line: string) => void write(redact(line)) },
  );
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: error.stack,
  };
}

/** What a log line says of a person's words: their length, and the words only where LOG_TEXT asks for them. */
export function textField(text: string, logText: boolean): { length: number; text?: string } {
  return logText ? { length: text.length, text } : { length: text.length };
}
