import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, parsedLength, richMessageSchema, sendMessageSchema } from '../../../adapters/telegram/limits.js';
import { renderAnswer, renderCaption } from '../../../adapters/telegram/render.js';
import type { Answer } from '../../../src/answer/schema.js';
import { HTML_TAGS, markupProblem, RICH_TAGS } from '../../e2e/telegram/markup.js';
import { anyCharacter } from '../../support/any-text.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

const base = await createFakeAssistant().ask('s', '2022年常德GDP目标');

/** Texts with everything that could break a message. */
const text = fc.oneof(
  fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '<b>',
    '</blockquote>',
    '&amp;',
    '\u202e',
    '\ud83d',
    '@everyone',
    '常德市',
    '\n',
    '。',
    '`',
    '👨‍👩‍👧',
  ),
  fc
    .constantFrom('长', '<', '&', '𠮷')
    .chain((unit) => fc.integer({ min: 1, max: 3000 }).map((times) => unit.repeat(times))),
);
const texts = (most: number) => fc.array(text, { minLength: 1, maxLength: most });

const answers: fc.Arbitrary<Answer> = fc
  .record({
    headline: text.map((line) => `头${line}`),
    body: texts(4),
    items: fc.option(
      fc.oneof(
        texts(6),
        fc.integer({ min: 300, max: 3000 }).map((count) => Array(count).fill('甲')),
      ),
      { nil: undefined },
    ),
    rows: fc.option(fc.array(texts(5), { minLength: 1, maxLength: 30 }), { nil: undefined }),
    quotes: texts(4),
    notes: texts(2),
  })
  .map(({ headline, body, items, rows, quotes, notes }) => ({
    ...base,
    headline,
    text: [headline, ...body].join('\n'),
    notes,
    items,
    table: rows && {
      title: headline,
      columns: ['地区', '目标', '年份', '<口径>', '报告'],
      rows: rows.map((cells) => ({ cells, figures: [] })),
    },
    citations: quotes.map((quote) => ({
      ...base.citations[0]!,
      quote,
      marks: [
        { start: 0, end: Math.min(3, quote.length) },
        { start: 2, end: quote.length + 5 },
      ],
    })),
  }));

describe('renderAnswer', () => {
  test('keeps every page within the platform’s limits and its markup whole, whatever the answer holds', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        for (const form of ['html', 'rich'] as const) {
          const pages = renderAnswer(answer, form);
          expect(pages.length).toBeGreaterThan(0);
          for (const page of pages) {
            const schema = form === 'html' ? sendMessageSchema.shape.text : richMessageSchema.shape.html;
            expect(schema.safeParse(page).error).toBeUndefined();
            expect(markupProblem(page, form === 'html' ? HTML_TAGS : RICH_TAGS)).toBeUndefined();
            expect(page).not.toMatch(/\p{Surrogate}|\u202e|@everyone/u);
          }
        }
        expect(parsedLength(renderCaption(answer))).toBeLessThanOrEqual(LIMITS.caption);
      }),
      { numRuns: 100 },
    );
  });
});
