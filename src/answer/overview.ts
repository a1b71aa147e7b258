import type { Fact } from '../facts/types.js';
import type { AskedPeriod, Slot } from '../frame/types.js';
import type { Indicator, Place } from '../lexicon/types.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { readingOf } from './reading.js';
import { refuse } from './refusal.js';
import { isAnswer, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { headlineTargets } from './targets.js';
import { sayFigure } from './wording.js';

/** The most indicators that an overview shows; those that most places name come first. */
const MAX_COLUMNS = 9;
/** The most places whose targets are written out line by line; the table holds all. */
const MAX_LINES = 30;

/** A table of places by indicators (各市2022年主要目标一览): the main targets of a year, or the indicators that were asked for. */
export function answerOverview(context: AnswerContext, places: readonly Place[], period: Slot<AskedPeriod>): Answer {
  const { store, lexicon, query } = context;
  const asked = query.indicators.map((i) => i.value);
  const year = period.value.to;
  const rows = places.map((place) => ({
    place,
    facts: asked.length > 0 ? askedFacts(context, place, period, asked) : targetFacts(context, place, year),
  }));
  const columns =
    asked.length > 0
      ? asked
      : commonest(
          context,
          rows.map((r) => r.facts),
        );
  const said = rows.filter((r) => columns.some((c) => r.facts.has(c.id)));
  const what = asked.length > 0 ? asked.map((i) => i.name).join('、') : '主要预期目标';
  if (said.length === 0) return refuse(context, 'not-said', `收录的报告没有这些地区${period.value.label}的${what}`);
  const draft = newDraft();
  const table = {
    title: `${period.value.label}${what}一览`,
    columns: ['地区', ...columns.map((c) => c.name)],
    rows: said.map(({ place, facts }) => {
      const own = columns.map((c) => facts.get(c.id));
      return {
        cells: [place.name, ...own.map((f) => (f ? sayFigure(f) : '—'))],
        figures: own.flatMap((f) => (f ? [addFact(draft, store, lexicon, f)] : [])),
      };
    }),
  };
  const lines = table.rows
    .slice(0, MAX_LINES)
    .map(
      ({ cells }) =>
        `${cells[0]}：${columns.flatMap((c, i) => (cells[i + 1] === '—' ? [] : [`${c.name}${cells[i + 1]}`])).join('，')}`,
    );
  const silent = rows.filter((r) => !said.includes(r));
  const gone = silent.filter((r) => !heldYears(store, r.place).includes(year)).map((r) => r.place.name);
  const mute = silent.filter((r) => !gone.includes(r.place.name)).map((r) => r.place.name);
  return compose({
    kind: 'comparison',
    headline: `${table.title}：${said.length}个地区、${columns.length}项指标`,
    body: [
      ...lines,
      ...(mute.length > 0 ? [`收录了报告但没有说的：${mute.join('、')}`] : []),
      ...(gone.length > 0 ? [`没有收录报告的：${gone.join('、')}`] : []),
    ],
    understood: readingOf(query, {
      years: [{ value: period.value.label, source: period.source }],
      indicator: { value: what, source: 'question' },
    }),
    draft,
    quoted: 2,
    extra: { table },
  });
}

function targetFacts(context: AnswerContext, place: Place, year: number): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const fact of headlineTargets(context, place, year))
    if (fact.indicator !== undefined && !facts.has(fact.indicator)) facts.set(fact.indicator, fact);
  return facts;
}

function askedFacts(
  context: AnswerContext,
  place: Place,
  period: Slot<AskedPeriod>,
  indicators: readonly Indicator[],
): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const indicator of indicators) {
    const one = {
      ...context,
      query: { ...context.query, indicators: [{ value: indicator, source: 'question' as const }] },
    };
    const found = resolve(one, place, period).candidates.find(isAnswer);
    if (found) facts.set(indicator.id, found.fact);
  }
  return facts;
}

function commonest(context: AnswerContext, rows: readonly ReadonlyMap<string, Fact>[]): Indicator[] {
  const count = new Map<string, number>();
  for (const facts of rows) for (const id of facts.keys()) count.set(id, (count.get(id) ?? 0) + 1);
  return [...count]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_COLUMNS)
    .flatMap(([id]) => context.lexicon.indicators.get(id) ?? []);
}
