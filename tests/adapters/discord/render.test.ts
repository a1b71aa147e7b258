import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRows } from '../../../adapters/discord/components.js';
import { embedSize, LIMITS, messageSchema } from '../../../adapters/discord/limits.js';
import { renderPages, renderSurroundings } from '../../../adapters/discord/render.js';
import { isPrivate } from '../../../adapters/discord/replies.js';
import type { Answer } from '../../../src/answer/schema.js';
import { anyCharacter } from '../../support/any-text.js';
import { sampleAnswer, sampleCitation, sampleFigure } from '../../support/sample-answers.js';

/** Every page of an answer as it would be sent. */
function payloads(answer: Answer): object[] {
  const pages = renderPages(answer);
  return pages.map((embed, page) => ({
    embeds: [embed],
    components: answerRows(answer, 'AbC_-123', page, pages.length),
    allowed_mentions: { parse: [] },
  }));
}

/** What Discord would refuse of it. */
function problems(answer: Answer): string[] {
  return payloads(answer).flatMap((payload) => {
    const json = JSON.parse(JSON.stringify(payload)) as unknown;
    return (
      messageSchema.safeParse(json).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
    );
  });
}

const all = (answer: Answer) => renderPages(answer).map((page) => `${page.title}\n${page.description}`);

describe('an answer as an embed', () => {
  const figure = sampleAnswer({
    figures: [sampleFigure()],
    citations: [sampleCitation('主要预期目标是:地区生产总值增长7%以上,地方一般公共预算收入增长6.5%以上', '7%以上')],
  });

  test('headline, reading, quote with the figure marked, report, section and file', () => {
    const [page, ...more] = renderPages(figure);
    expect(more).toEqual([]);
    expect(page!.title).toBe('常德市 2022 年地区生产总值目标：增长7%以上');
    expect(page!.description).toBe(
      [
        '-# 理解为：常德市 · 2022年 · 地区生产总值 · 目标',
        '> 主要预期目标是:地区生产总值增长**7%以上**,地方一般公共预算收入增长6.5%以上',
        '-# 《2022年常德市政府工作报告》三、2022年工作安排 › （一）主要预期目标',
      ].join('\n'),
    );
  });

  test('a refusal, a question back and an answer are told apart by their colour', () => {
    const colors = (['refusal', 'clarification', 'figure'] as const).map(
      (kind) => renderPages(sampleAnswer({ kind }))[0]!.color,
    );
    expect(new Set(colors).size).toBe(3);
  });

  test('a table is set in fixed width and its quotes follow it', () => {
    const rows = ['地区生产总值', '城镇调查失业率'].map((name, index) => ({
      cells: [name, `${index + 5}%`],
      figures: [index],
    }));
    const [text] = all({ ...figure, kind: 'list', table: { title: '目标', columns: ['指标', '目标'], rows } });
    expect(text!.indexOf('```\n指标')).toBeGreaterThan(0);
    expect(text!.indexOf('> 主要预期目标')).toBeGreaterThan(text!.indexOf('城镇调查失业率'));
  });

  test('a long list is parted into pages, nothing lost and nothing twice', () => {
    const items = Array.from({ length: 150 }, (_, index) => `第${index + 1}件实事：改造老旧小区与农村公路`);
    const pages = all(sampleAnswer({ kind: 'list', items }));
    expect(pages.length).toBeGreaterThan(2);
    const joined = pages.join('\n');
    for (const item of items) expect(joined.split(item).length).toBe(2);
    expect(problems(sampleAnswer({ kind: 'list', items }))).toEqual([]);
  });

  test('markup, mentions and code fences in any text stay text', () => {
    const evil = '**粗** @everyone <@1> [x](http://a.b) `c` ```d``` ||e|| \u202e反 # f';
    const answer = sampleAnswer({
      kind: 'list',
      headline: evil,
      notes: [evil],
      citations: [sampleCitation(`${evil}\n# ${evil}`)],
      table: { title: evil, columns: [evil, '值'], rows: [{ cells: [evil, '1'], figures: [] }] },
      suggestions: [evil],
    });
    expect(problems(answer)).toEqual([]);
    for (const text of all(answer)) {
      const outside = text.replace(/```[\s\S]*?```/g, '').replace(/\\[^A-Za-z0-9\s]/g, '');
      expect(outside.replace(/^-# |^> /gm, '')).not.toMatch(/[*_~`|[\]<>]|^#|:\/\/|@everyone|\u202e/m);
    }
  });
});

test('the surroundings of a quote mark the figure in it, whatever their length', () => {
  const citation = sampleCitation('地区生产总值增长 7% 以上', '7% 以上');
  const around = {
    title: '2022年常德市政府工作报告',
    section: ['三'],
    seed: 'a.txt',
    before: '前文',
    quote: citation.quote,
    after: '后文',
  };
  expect(renderSurroundings(around, citation).description).toBe(
    '…前文\n> 地区生产总值增长 **7% 以上**\n后文…\n-# 《2022年常德市政府工作报告》三 · a.txt',
  );
  const long = { ...around, before: '*前'.repeat(2000), after: '后_'.repeat(2000) };
  for (const quoted of [citation, sampleCitation('*引_'.repeat(3000), '*引_')]) {
    const text = renderSurroundings(long, quoted).description!;
    expect(text.length).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect(text).toMatch(/^> .*\*\*/m);
  }
});

test('help, questions back and what was not understood are for the asker alone; what is not held is for all', () => {
  expect(isPrivate(sampleAnswer({ kind: 'notice' }))).toBe(true);
  expect(isPrivate(sampleAnswer({ kind: 'clarification' }))).toBe(true);
  const attachment = { name: 'a.csv', mime: 'text/csv', body: '' };
  expect(isPrivate(sampleAnswer({ kind: 'notice', attachment }))).toBe(false);
  expect(isPrivate(sampleAnswer({ kind: 'refusal', refusal: 'not-understood' }))).toBe(true);
  expect(isPrivate(sampleAnswer({ kind: 'refusal', refusal: 'limit' }))).toBe(true);
  expect(isPrivate(sampleAnswer({ kind: 'refusal', refusal: 'not-held' }))).toBe(false);
  expect(isPrivate(sampleAnswer({ kind: 'refusal', refusal: 'not-said' }))).toBe(false);
  expect(isPrivate(sampleAnswer({ kind: 'figure' }))).toBe(false);
});

describe('whatever an answer holds', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'常德`*_|\\\n @#>-<[]()'), maxLength: 400 }),
    fc.string({ unit: fc.constantFrom(...'长句没有标点'), minLength: 1500, maxLength: 2500 }),
  );
  const answers = fc
    .record({
      kind: fc.constantFrom(
        'figure' as const,
        'list' as const,
        'refusal' as const,
        'clarification' as const,
        'comparison' as const,
      ),
      headline: text,
      text,
      notes: fc.array(text, { maxLength: 3 }),
      items: fc.option(fc.array(text, { maxLength: 30 }), { nil: undefined }),
      suggestions: fc.array(text, { maxLength: 6 }),
      choices: fc.option(fc.array(fc.record({ label: text, question: text }), { maxLength: 40 }), { nil: undefined }),
      quotes: fc.array(
        text.filter((quote) => quote !== ''),
        { maxLength: 4 },
      ),
      rows: fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
      wide: fc.boolean(),
    })
    .map(({ quotes, rows, wide, ...given }) =>
      sampleAnswer({
        ...given,
        citations: quotes.map((quote) => sampleCitation(quote, quote.slice(0, 3))),
        figures: quotes.map((_, citation) => sampleFigure({ citation })),
        ...(rows.length > 0
          ? {
              table: {
                title: '表',
                columns: wide ? ['一', '二', '三'] : ['一'],
                rows: rows.map((cells) => ({ cells, figures: [] })),
              },
            }
          : {}),
      }),
    );

  test('every page is within every limit of the platform', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(problems(answer)).toEqual([]);
        for (const page of renderPages(answer))
          expect(embedSize(JSON.parse(JSON.stringify(page)))).toBeLessThanOrEqual(LIMITS.embedTotal);
      }),
      { numRuns: 25 },
    );
  });
});
