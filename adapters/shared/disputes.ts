import { z } from 'zod';
import type { Answer } from '../../src/answer/schema.js';
import type { StateEngine } from './state/types.js';

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
  /** Keeps one. False where they have reached their bound; rejects where it cannot be kept. */
  record(platform: string, question: string, answer: Answer): Promise<boolean>;
  /** The newest first, at most `limit`, and how many there are. */
  list(limit: number): Promise<{ readonly total: number; readonly newest: readonly Dispute[] }>;
}

/** Beyond this no more are kept, so that nobody can fill the disk. */
const MAX_BYTES = 20_000_000;
const MAX_QUESTION = 500;
const MAX_CITATIONS = 10;

/** Keeps disputed answers (这个数不对). */
export function createDisputes(
  state: Pick<StateEngine, 'addDispute' | 'disputes'>,
  now: () => Date = () => new Date(),
): Disputes {
  return {
    async record(platform, question, answer) {
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
      return state.addDispute({ at: dispute.at, body: JSON.stringify(dispute) }, MAX_BYTES);
    },
    async list(limit) {
      const { total, newest } = await state.disputes(limit);
      return { total, newest: newest.flatMap(({ body }) => readDispute(body) ?? []) };
    },
  };
}

function readDispute(line: string): Dispute | undefined {
  try {
    return disputeSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
