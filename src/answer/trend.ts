import type { Fact } from '../facts/types.js';
import type { Slot } from '../frame/types.js';
import { comparable } from '../matching/compare.js';
import { MAX_YEARS, yearPeriod, yearsOf } from '../question/periods.js';
import { chartOf } from './chart.js';
import { clarifyPlace } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { facetsByPeriod } from './facets.js';
import { answerFigure } from './figure.js';
import { notice, refuseInput } from './notice.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import { type Asked, findRows, type Row } from './rows.js';
import type { Answer } from './schema.js';
import { answerFacet, FACET_NAMES, sayFacet, sayFigure, saySubject } from './wording.js';

/** How many years 近几年 looks back over. */
const RECENT_YEARS = 5;

/** One place's figure year by year; a year that is not held stays a gap (历年). */
export function answerTrend(context: AnswerContext): Answer {
  const { store, lexicon, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const missing = missingReport(context, place, undefined);
  if (missing) return missing;
  if (query.indicators.length === 0 && query.residue.join('').length < 2)
    return notice('要看哪项指标的变化？请写上指标。', [], [`${place.short}历年GDP目标`]);
  const years = trendYears(context);
  if (years?.length === 1)
    return answerFigure({
      ...context,
      query: { ...query, periods: [{ value: yearPeriod(years[0]!), source: 'question' }] },
    });
  if (years === undefined) return refuseInput(`一次最多看${MAX_YEARS}年`, 'limit');
  const facets = facetsByPeriod(query);
  const asked: Asked[] = years.map((year) => ({
    place,
    period: { value: yearPeriod(year), source: 'question' } as Slot<ReturnType<typeof yearPeriod>>,
    facet: facets[query.periods.findIndex((p) => p.value.from === year)],
    label: `${year}年`,
  }));
  const rows = findRows(context, asked);
  const said = rows.filter((r): r is Row & { fact: Fact } => r.fact !== undefined && !r.missing);
  const subject = query.indicators[0]?.value.name ?? query.residue.join('');
  if (said.length === 0)
    return refuse(
      context,
      'not-said',
      `收录的${place.name}报告没有说“${subject}”在${years[0]}—${years.at(-1)}年的数字`,
      [],
      gaps(rows),
    );
  const draft = newDraft();
  const name = saySubject(said[0]!.fact, lexicon);
  const facet = FACET_NAMES[answerFacet(said[0]!.fact)];
  const gapWord = (row: Row): string => sayGap(row, said[0]!.fact);
  const table = {
    title: `${place.name}${name}${query.facet ? facet : ''}（${years[0]}—${years.at(-1)}年）`,
    columns: ['年份', '数值', '口径', '报告'],
    rows: rows.map((r) => {
      if (!r.fact || r.missing) return { cells: [r.label, gapWord(r), '', ''], figures: [] };
      const figure = addFact(draft, store, lexicon, r.fact);
      return {
        cells: [r.label, sayFigure(r.fact), FACET_NAMES[answerFacet(r.fact)], store.report(r.fact.report).title],
        figures: [figure],
      };
    }),
  };
  for (const r of rows)
    if (r.missing === 'other' && r.fact)
      draft.notes.push(
        `${r.label}说的是${saySubject(r.fact, lexicon)}${sayFacet(r.fact)}${sayFigure(r.fact)}，${isOtherFacet(r.fact, said[0]!.fact) ? '不是同一类' : '口径不同'}，不连起来`,
      );
  return compose({
    kind: 'trend',
    headline: `${place.name}${name}${query.facet ? facet : ''}：${said.map((r) => `${r.label}${sayFigure(r.fact)}`).join('，')}`,
    body: table.rows.map(
      (r) => `${r.cells[0]}  ${r.cells[1]}${r.cells[2] ? `（${r.cells[2]}，《${r.cells[3]}》）` : ''}`,
    ),
    understood: readingOf(query, {
      years: [{ value: `${years[0]}—${years.at(-1)}年`, source: query.periods.length > 0 ? 'question' : 'corpus' }],
    }),
    draft,
    quoted: 4,
    extra: {
      table,
      chart: chartOf(
        'line',
        table.title,
        rows.map((r) => ({ label: r.label, fact: r.missing ? undefined : r.fact, gap: r.missing && gapWord(r) })),
        draft,
      ),
    },
  });
}

/** The years of a trend: those asked for, with the ones between (2021到2024); else all that are held. Undefined beyond the limit. */
function trendYears(context: AnswerContext): number[] | undefined {
  const { query } = context;
  const asked = query.periods.map((p) => p.value).filter((p) => p.kind !== 'window' && p.kind !== 'relative');
  const place = query.places[0]!.value;
  const held = [...heldYears(context.store, place)].sort((a, b) => a - b);
  if (asked.length === 0) {
    const years =
      query.facet?.value === 'target' ? held : [...new Set(held.flatMap((y) => [y - 1, y]))].sort((a, b) => a - b);
    const all = filled(years[0] ?? 0, years.at(-1) ?? 0);
    return query.cues.recent ? all.slice(-RECENT_YEARS) : all.slice(-MAX_YEARS);
  }
  const from = Math.min(...asked.map((p) => p.from));
  const to = Math.max(...asked.map((p) => p.to));
  if (to - from >= MAX_YEARS) return undefined;
  const range = /[到至—–~～-]/u.test(query.text) || asked.some((p) => p.kind === 'span');
  return range ? filled(from, to) : yearsOf(asked);
}

function filled(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** Why a year has no figure in a trend of others like `model`: 未收录报告, 报告没有说, 只有目标. */
function sayGap({ missing, fact }: Row, model?: Fact): string {
  if (missing === 'not-held') return '未收录报告';
  if (missing !== 'other' || !fact) return '报告没有说';
  return model && isOtherFacet(fact, model) ? `只有${sayFacet(fact)}` : '口径不同';
}

/** True where one is a target and the other is not. */
function isOtherFacet(fact: Fact, model: Fact): boolean {
  return fact.facet !== model.facet && comparable(fact, model);
}

function gaps(rows: readonly Row[]): string[] {
  return rows.map((r) => `${r.label}：${sayGap(r)}`);
}
