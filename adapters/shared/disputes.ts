import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../src/answer/schema.js';

/** What is kept of a disputed answer: what was asked, how it was read, what was said and from where. Nothing about the person. */
const disputeSchema = z.object({
  /** ISO time, to the minute. */
  at: z.string(),
  platform: z.string(),
  question: z.string(),
  reading: z.string(),
  headline: z.string(),
  figures: z.array(z.string()),
  citations: z.array(z.object({ seed: z.string(), start: z.number(), end: z.number(), quote: z.string() })),
});

export type Dispute = z.infer<typeof disputeSchema>;

export interface Disputes {
  /** Adds one line to the file. False where the file has reached its bound; rejects where it cannot be written. */
  record(platform: string, question: string, answer: Answer): Promise<boolean>;
  /** The newest first, at most `limit`, and how many there are. Lines that cannot be read are left out. */
  list(limit: number): Promise<{ readonly total: number; readonly newest: readonly Dispute[] }>;
}

/** Beyond this the file takes no more, so that nobody can fill the disk. */
const MAX_BYTES = 20_000_000;
const MAX_QUESTION = 500;
const MAX_CITATIONS = 10;

/** Keeps disputed answers (这个数不对) in a local file, one JSON object a line. */
export function createDisputes(file: string, now: () => Date = () => new Date()): Disputes {
  return {
    async record(platform, question, answer) {
      const held = await stat(file).catch(() => undefined);
      if (held !== undefined && held.size > MAX_BYTES) return false;
      const dispute: Dispute = {
        at: `${now().toISOString().slice(0, 16)}Z`,
        platform,
        question: question.slice(0, MAX_QUESTION),
        reading: answer.understood.line,
        headline: answer.headline,
        figures: answer.figures.slice(0, MAX_CITATIONS).map((figure) => figure.text),
        citations: answer.citations
          .slice(0, MAX_CITATIONS)
          .map(({ seed, start, end, quote }) => ({ seed, start, end, quote })),
      };
      await mkdir(dirname(file), { recursive: true });
      await appendFile(file, `${JSON.stringify(dispute)}\n`);
      return true;
    },
    async list(limit) {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      const disputes = text.split('\n').flatMap((line) => readLine(line) ?? []);
      return { total: disputes.length, newest: disputes.slice(-limit).reverse() };
    },
  };
}

function readLine(line: string): Dispute | undefined {
  try {
    return disputeSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
