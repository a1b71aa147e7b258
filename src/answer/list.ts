import { inlineItems, numberedItems, wantedCount } from '../matching/enumerations.js';
import type { SentenceHit } from '../matching/sentences.js';
import type { Span } from '../text/types.js';
import { cite } from './cite.js';
import { clarifyPlace } from './clarification.js';
import { addCitation, addFact, compose, type Draft, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerPassages, findSentences, marksOf } from './passages.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import { isAnswer, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** Share of the question's content that the sentence announcing a list must hold. */
const ENOUGH = 0.5;
/** The longest sentence that is quoted whole as the source of a list. */
const MAX_LIST_QUOTE = 420;
/** How many sentences are tried for a list. */
const TRIED = 4;

/** Answers a question for a list: several figures, the items that a sentence announces or holds, or the passages. */
export function answerList(context: AnswerContext): Answer {
  const { query } = context;
  if (query.indicators.length > 1) return answerFigures(context);
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, undefined);
  if (missing) return missing;
  const hits = findSentences(context, place).filter((h) => h.words >= ENOUGH);
  const wanted = wantedCount(query.text);
  for (const hit of hits.slice(0, TRIED)) {
    if (hit.score < hits[0]!.score * 0.8) break;
    const answer = listFrom(context, hit, wanted);
    if (answer) return answer;
  }
  if (hits.length === 0 && query.indicators.length === 1) return answerFigure(context);
  return answerPassages(context);
}

function listFrom(context: AnswerContext, hit: SentenceHit, wanted: number | undefined): Answer | undefined {
  const { store, query } = context;
  const { report } = hit;
  const { text } = report.view;
  const numbered = numberedItems(text, hit.span, wanted);
  const near = [...query.quoted, ...query.residue];
  const inline = inlineItems(text, hit.span, wanted, near);
  const spans = pick(numbered, inline, wanted);
  if (spans.length < 2) return undefined;
  const draft = newDraft();
  const anchor = clip(hit.span, spans);
  addCitation(draft, cite(store, report, anchor, hit.section, marksOf(hit, anchor, near)));
  for (const span of spans)
    if (span.start < anchor.start || span.end > anchor.end)
      addCitation(draft, cite(store, report, span, sectionOf(report.sections, span.start)));
  const items = spans.map((s) => text.slice(s.start, s.end).replace(/\n/g, ''));
  const years = [{ value: `${report.year ?? ''}年报告`, source: 'corpus' as const }];
  const topic = query.content.join('').replace(/[是的]?(?:哪|什么|有哪|分别|具体|指|包括).*$/u, '') || '清单';
  return compose({
    kind: 'list',
    headline: `${query.places[0]?.value.name ?? report.place?.name ?? ''}${report.year ?? ''}年报告：${topic}，共${items.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query, query.periods.length > 0 ? {} : { years }),
    draft,
    quoted: 1,
    extra: { items },
  });
}

/** Numbered items win where they are as many as asked for, or where no list stands in the sentence. */
function pick(numbered: Span[], inline: Span[], wanted: number | undefined): Span[] {
  if (wanted !== undefined) {
    if (numbered.length === wanted) return numbered;
    if (inline.length === wanted) return inline;
  }
  if (inline.length === 0) return numbered;
  if (numbered.length === 0) return inline;
  return numbered.length >= inline.length ? numbered : inline;
}

/** The announcing sentence, cut to the limit around the items it holds. */
function clip(sentence: Span, items: readonly Span[]): Span {
  if (sentence.end - sentence.start <= MAX_LIST_QUOTE) return sentence;
  const inside = items.filter((s) => s.start >= sentence.start && s.end <= sentence.end);
  const start = inside.length > 0 ? Math.max(sentence.start, inside[0]!.start - 60) : sentence.start;
  return { start, end: Math.min(sentence.end, start + MAX_LIST_QUOTE) };
}

function sectionOf(sections: readonly Span[], offset: number): number {
  let found = 0;
  for (const [i, s] of sections.entries()) if (s.start <= offset && offset < s.end) found = i;
  return found;
}

/** Several indicators in one question: one row each, what is not said is said so. */
function answerFigures(context: AnswerContext): Answer {
  const { store, lexicon, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const missing = missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const draft = newDraft();
  const rows = query.indicators.map(({ value: indicator }) => {
    const resolved = resolve(
      { ...context, query: { ...query, indicators: [{ value: indicator, source: 'question' }] } },
      place,
      query.periods[0],
    );
    const best = resolved.candidates.find(isAnswer)?.fact;
    return { indicator, best, figure: best ? addFigure(draft, context, best) : undefined };
  });
  const found = rows.filter((r) => r.best);
  if (found.length === 0)
    return refuse(context, 'not-said', `收录的${place.name}报告没有说${rows.map((r) => r.indicator.name).join('、')}`);
  const items = rows.map(({ indicator, best }) =>
    best ? `${saySubject(best, lexicon)}：${sayFigure(best)}（${sayPeriod(best)}）` : `${indicator.name}：报告没有说`,
  );
  const said = found.map(({ best }) => `${saySubject(best!, lexicon)}${sayFigure(best!)}`);
  return compose({
    kind: 'list',
    headline: `${place.name}${found[0]!.best ? sayPeriod(found[0]!.best) : ''}：${said.join('，')}`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query),
    draft,
    extra: {
      items,
      table: {
        title: `${place.name}${query.periods[0]?.value.label ?? ''}`,
        columns: ['指标', '数值', '时间'],
        rows: rows.map(({ indicator, best, figure }) => ({
          cells: [indicator.name, best ? sayFigure(best) : '报告没有说', best ? sayPeriod(best) : ''],
          figures: figure === undefined ? [] : [figure],
        })),
      },
    },
  });

  function addFigure(into: Draft, within: AnswerContext, fact: Parameters<typeof addFact>[3]): number {
    return addFact(into, store, within.lexicon, fact);
  }
}
