import type { Fact } from '../facts/types.js';
import type { Place } from '../lexicon/types.js';
import { patterns } from '../question/patterns/index.js';
import { clarifyPlace } from './clarification.js';
import { addFact, compose, type Draft, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { answerFigure } from './figure.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import type { Answer, AnswerTable } from './schema.js';
import { wordsAsked } from './subject.js';
import { sayFigure, saySubject } from './wording.js';

/** The facts of the main expected targets (主要预期目标) of a place's report for a year, in text order, each once. */
export function headlineTargets(context: AnswerContext, place: Place, year: number): Fact[] {
  const { store } = context;
  const heads = store.heads.filter(
    (h) => h.place?.id === place.id && h.year === year && !h.duplicateOf && h.kind !== 'news',
  );
  const facts = heads.flatMap((h) => store.facts(h.id, { headline: true, facet: 'target' }));
  const seen = new Set<string>();
  return facts.filter((f) => {
    const key = `${f.subject}|${f.quantity.text}|${f.measure}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is left of the question's words without those that only frame it: 就业 of 就业方面的主要目标. */
function withoutFrame(words: string): string {
  return patterns().lists.aroundTargets.replaceIn(words, () => '') === '' ? '' : words;
}

/** True for a target that a turn took out of the list, by its indicator or a word of its name. */
export function isLeftOut({ indicator, subject }: Fact, leftOut: readonly string[] = []): boolean {
  return leftOut.some((out) => out === indicator || subject.includes(out));
}

/** Lists a place's main expected targets of a year as a table. */
export function answerTargets(context: AnswerContext): Answer {
  const { store, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const asked = query.periods[0]?.value;
  const missing = missingReport(context, place, asked);
  if (missing) return missing;
  const years = heldYears(store, place);
  const year = asked?.kind === 'year' ? asked.from : (query.reportYear ?? years[0]);
  if (year === undefined) return refuse(context, 'not-held', `没有收录${place.name}的政府工作报告`);
  const source =
    asked?.kind === 'year' || query.reportYear !== undefined ? ('question' as const) : ('default' as const);
  const all = headlineTargets(context, place, year).filter((fact) => !isLeftOut(fact, query.leftOut));
  const topic = withoutFrame(wordsAsked(query));
  const about = topic.length > 1 ? all.filter((f) => f.subject.includes(topic)) : [];
  if (topic.length > 1 && all.length > 0 && about.length === 0)
    return answerFigure({ ...context, query: { ...query, operation: 'figure' } });
  const facts = about.length > 0 ? about : all;
  if (facts.length === 0) {
    const held = years.includes(year);
    return refuse(
      context,
      held ? 'not-said' : 'not-held',
      held ? `收录的${place.name}${year}年报告没有列出主要预期目标` : `没有收录${place.name}${year}年的政府工作报告`,
      [],
      [`已收录${place.name}的报告：${[...years].sort((a, b) => a - b).join('、')}年`],
    );
  }
  const draft = newDraft();
  const { items, table } = targetTable(context, draft, facts, `${place.name}${year}年主要预期目标`);
  const understood = readingOf(query, {
    years: [{ value: `${year}年`, source }],
    indicator: null,
    facet: { value: 'target', source: 'question' },
  });
  return compose({
    kind: 'list',
    headline: `${place.name}${year}年主要预期目标${about.length > 0 ? `中与“${topic}”有关的` : ''}，共${items.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood,
    draft,
    suggestions: [`${place.short}${year}年目标完成情况`],
    extra: { items, table },
  });
}

/** Items and table of targets; their figures go into the draft. */
export function targetTable(
  context: AnswerContext,
  draft: Draft,
  facts: readonly Fact[],
  title: string,
): { items: string[]; table: AnswerTable } {
  const items: string[] = [];
  const rows: AnswerTable['rows'] = [];
  for (const fact of facts) {
    const index = addFact(draft, context.store, context.lexicon, fact);
    const subject = saySubject(fact, context.lexicon);
    const said = sayFigure(fact);
    items.push(fact.quantity.kind === 'phrase' ? `${subject}：${fact.quantity.text}` : `${subject}：${said}`);
    rows.push({ cells: [subject, said], figures: [index] });
  }
  return { items, table: { title, columns: ['指标', '目标'], rows } };
}
