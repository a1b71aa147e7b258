import { z } from 'zod';
import { EXPORT_FORMATS } from '../../src/exports/index.js';

/** Longest question that is passed on; the core says itself that it is too long. */
const question = z.string().trim().min(1).max(2_000);
/** Questions that a question may lean on. */
const MAX_AFTER = 8;

/** Several questions in one value, a line each, or the parameter several times. */
const after = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((text) => text.split('\n'))
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  )
  .pipe(z.array(z.string().max(2_000)).max(MAX_AFTER))
  .default([]);

export const askQuery = z.object({ q: question.describe('the question'), after });

export const exportQuery = askQuery.extend({
  format: z.enum(EXPORT_FORMATS).default('csv'),
});

export const suggestQuery = z.object({ q: z.string().max(200).default('') });

export const spanQuery = z.object({
  at: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .transform((text) => {
      const [start, end] = text.split('-').map(Number);
      return { start: start!, end: end! };
    })
    .optional(),
});
