import { z } from 'zod';
import { EXPORT_FORMATS } from '../../src/exports/index.js';
import { MOST_FIGURES } from '../shared/links.js';

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

const span = z
  .string()
  .regex(/^\d{1,9}-\d{1,9}$/)
  .transform((text) => {
    const [start, end] = text.split('-').map(Number);
    return { start: start!, end: end! };
  });

/** What a source page marks, as offsets into the file: the cited stretch, and the figures within it. */
export const spanQuery = z
  .object({
    at: span.optional(),
    figure: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(span).max(MOST_FIGURES))
      .default([]),
  })
  .refine(({ at, figure }) =>
    figure.every(({ start, end }) => at !== undefined && start < end && at.start <= start && end <= at.end),
  );
