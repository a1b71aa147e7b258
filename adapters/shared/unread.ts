import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../src/answer/schema.js';

/** What is kept of a question that got a no: the day, which no, and the words that nothing was made of. Neither the question nor who asked it. */
const lineSchema = z.object({
  day: z.string(),
  refusal: z.enum(['not-understood', 'not-sure', 'not-said']),
  words: z.array(z.string()).min(1),
});

type Line = z.infer<typeof lineSchema>;

/** Words that came together, how often, and with which noes. */
export interface UnreadWords {
  readonly words: readonly string[];
  readonly count: number;
  readonly refusals: Readonly<Partial<Record<Line['refusal'], number>>>;
}

export interface Unread {
  /** Adds one line where the answer is a no with words left over. Nothing is kept without a file. Rejects where it cannot be written. */
  record(answer: Pick<Answer, 'refusal' | 'understood'>): Promise<void>;
  /** The words that came most often, at most `limit`, and how many questions there were; undefined where nothing is kept. */
  list(limit: number): Promise<{ readonly total: number; readonly most: readonly UnreadWords[] } | undefined>;
}

/** Beyond this the file takes no more. */
const MAX_BYTES = 20_000_000;
const MAX_WORDS = 6;
const MAX_LENGTH = 20;
/** A number as long as this may be somebody's. */
const LONG_NUMBER = /\d{5,}/g;

/** Keeps, in a local file, which words of questions nothing was made of: how the language data grows. */
export function createUnread(file: string | undefined, now: () => Date = () => new Date()): Unread {
  return {
    async record({ refusal, understood }) {
      if (file === undefined) return;
      const words = (understood.unused ?? []).map(plain).filter((word) => word !== '');
      const line = { day: now().toISOString().slice(0, 10), refusal, words: words.slice(0, MAX_WORDS) };
      if (!lineSchema.safeParse(line).success) return;
      const held = await stat(file).catch(() => undefined);
      if (held !== undefined && held.size > MAX_BYTES) return;
      await mkdir(dirname(file), { recursive: true });
      await appendFile(file, `${JSON.stringify(line)}\n`);
    },
    async list(limit) {
      if (file === undefined) return undefined;
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      const lines = text.split('\n').flatMap((line) => readLine(line) ?? []);
      return { total: lines.length, most: counted(lines).slice(0, limit) };
    },
  };
}

/** A word as it is counted: folded, cut, long numbers blotted out. */
function plain(word: string): string {
  const folded = word.normalize('NFKC').replace(/\s+/g, '').replace(LONG_NUMBER, '#');
  return [...folded].slice(0, MAX_LENGTH).join('');
}

function counted(lines: readonly Line[]): UnreadWords[] {
  const byWords = new Map<
    string,
    { words: string[]; count: number; refusals: Partial<Record<Line['refusal'], number>> }
  >();
  for (const { words, refusal } of lines) {
    const key = words.join(' ');
    const known = byWords.get(key) ?? { words, count: 0, refusals: {} };
    known.count += 1;
    known.refusals[refusal] = (known.refusals[refusal] ?? 0) + 1;
    byWords.set(key, known);
  }
  return [...byWords.values()].sort((a, b) => b.count - a.count);
}

function readLine(line: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
