import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Lines that are kept across starts, and the longest that is. */
const MAX_LINES = 1_000;
const MAX_LENGTH = 500;
/** The file is cut back to MAX_LINES when it holds twice as many. */
const TRIM_AT = 2 * MAX_LINES;

/** The lines that were typed, newest first, as readline keeps them. */
export interface History {
  readonly lines: readonly string[];
  /** Keeps a line. What cannot be written is not kept: a history is never worth a fault. */
  add(line: string): void;
}

/** Where the history is kept: the user's state folder (XDG_STATE_HOME, else ~/.local/state). */
export function historyFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'gov-report-bot', 'history');
}

/** Opens the history in `file`; one that is missing, damaged or not readable is an empty one. */
export function openHistory(file: string): History {
  const lines = read(file);
  if (lines.length >= TRIM_AT) rewrite(file, lines.slice(-MAX_LINES));
  return {
    lines: lines.slice(-MAX_LINES).reverse(),
    add(line) {
      const kept = clean(line);
      if (kept === null) return;
      try {
        if (!existsSync(file)) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        appendFileSync(file, `${kept}\n`, { mode: 0o600 });
      } catch {
        // A state folder that cannot be written to costs the history, nothing else.
      }
    },
  };
}

function read(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map(clean)
      .filter((line) => line !== null);
  } catch {
    return [];
  }
}

/** A line fit to be typed again, or null: damage shows as control or replacement characters. */
function clean(line: string): string | null {
  const text = line.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what damage leaves behind is looked for.
  const damaged = /[\u0000-\u001f\u007f-\u009f\ufffd]/u.test(text);
  return text === '' || text.length > MAX_LENGTH || damaged ? null : text;
}

/** Puts a shorter file in the place of the old one, whole or not at all. */
function rewrite(file: string, lines: readonly string[]): void {
  try {
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, `${lines.join('\n')}\n`, { mode: 0o600 });
    renameSync(fresh, file);
  } catch {
    // The longer file stays, and is as good.
  }
}
