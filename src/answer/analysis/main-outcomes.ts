import type { Row } from '../../analysis/row.js';
import type { Plan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { askForSubject } from '../../matching/ask.js';
import { comparable, scaled, type Verdict, verdict } from '../../matching/compare.js';
import { rankFigures } from '../../matching/rank.js';
import { yearPeriod } from '../../question/periods.js';
import { type ChartPoint, chartOf } from '../chart.js';
import { addFact, compose, newDraft } from '../compose.js';
import { type AnswerContext, heldYears } from '../context.js';
import { readingOf } from '../reading.js';
import { refuse } from '../refusal.js';
import type { Answer } from '../schema.js';
import { headlineTargets } from '../targets.js';
import { sayFigure, saySubject } from '../wording.js';
import { noteTolerance, VERDICT_WORDS } from './join.js';

/** Share of a target's name that the outcome's sentence must hold. */
const SAME_SUBJECT = 0.9;

/** A row of one of a report's targets. */
type Checked = Row & { readonly subject: string };

/** All main targets of one place and year with what became of them, and how many were met. */
export function answerMainOutcomes(context: AnswerContext, plan: Plan, place: Place): Answer {
  const { query } = context;
  const held = heldYears(context.store, place);
  const year = plan.years.years[0] ?? plan.times?.[0]?.year ?? held.find((y) => held.includes(y + 1));
  if (year === undefined)
    return refuse(
      context,
      'not-held',
      `没有同时收录${place.name}相邻两年的报告，目标和完成情况对不上`,
      [],
      [`已收录：${held.join('、')}年`],
    );
  const rows = rowsOf(context, place, year);
  if (rows.length === 0)
    return refuse(
      context,
      held.includes(year) ? 'not-said' : 'not-held',
      `收录的报告里没有${place.name}${year}年的主要预期目标`,
    );
  if (!held.includes(year + 1))
    return refuse(
      context,
      'not-held',
      `没有收录${place.name}${year + 1}年的报告，${year}年目标的完成情况无从查对`,
      [],
      [`${year}年的目标共${rows.length}项，可问“${place.short}${year}年主要预期目标有哪些”`],
    );
  const draft = newDraft();
  const table = {
    title: `${place.name}${year}年目标完成情况`,
    columns: ['指标', '目标', '实际', '结论'],
    rows: rows.map((row) => ({
      cells: [row.subject, sayFigure(row.target!), sayOutcome(row), row.value ? VERDICT_WORDS[row.verdict!] : '—'],
      figures: [row.target, row.value].flatMap((f) => (f ? [addFact(draft, context.store, context.lexicon, f)] : [])),
    })),
  };
  noteTolerance(draft, rows);
  return compose({
    kind: 'outcome',
    headline: `${place.name}${year}年${query.asksMissed || plan.conditions.length > 0 ? sayMissed(rows) : ''}${rows.length}项主要预期目标：${sayCounts(rows)}`,
    body: table.rows.map(
      ({ cells }, i) =>
        `${cells[0]}：目标${cells[1]}，${rows[i]!.value ? `实际${cells[2]}，${cells[3]}` : '结果没有说'}`,
    ),
    understood: readingOf(query, {
      years: [{ value: `${year}年`, source: plan.years.open ? 'default' : 'question' }],
      indicator: { value: '主要预期目标', source: 'question' },
    }),
    draft,
    quoted: 3,
    extra: { table, chart: chartOf('outcome', table.title, drawn(rows), draft) },
  });
}

function rowsOf(context: AnswerContext, place: Place, year: number): Checked[] {
  const { store, lexicon } = context;
  return headlineTargets(context, place, year).map((target): Checked => {
    const indicator = target.indicator === undefined ? undefined : lexicon.indicators.get(target.indicator);
    const period = yearPeriod(year);
    const ask = askForSubject(lexicon, { place, period, name: target.subject, indicator, facet: 'outcome' });
    const outcomes = rankFigures(store, lexicon, ask)
      .filter((c) => c.fit.words >= SAME_SUBJECT && c.fact.scope === target.scope)
      .filter((c) => c.fact.indicator === target.indicator)
      .map((c) => c.fact);
    const value = outcomes.find((o) => comparable(target, o)) ?? outcomes[0];
    const judged = value ? verdict(target, value, indicator?.lowerIsBetter ?? false) : undefined;
    return { place, year, subject: saySubject(target, lexicon), target, value, verdict: judged };
  });
}

function sayOutcome({ value }: Row): string {
  return value ? `${sayFigure(value)}${value.estimated ? '（预计）' : ''}` : '没有说';
}

/** The targets that were not reached, by name. */
function sayMissed(rows: readonly Checked[]): string {
  const missed = rows.filter((r) => r.value && r.verdict === '未达到');
  if (missed.length === 0) return '没有查到未达到的目标；';
  return `未达到目标的：${missed.map((r) => r.subject).join('、')}；`;
}

function sayCounts(rows: readonly Checked[]): string {
  const count = (...of: Verdict[]) => rows.filter((r) => r.verdict && of.includes(r.verdict)).length;
  const parts: [string, number][] = [
    ['达到或超过', count('超过', '达到')],
    ['未达到', count('未达到')],
    ['口径不同', count('无法比较')],
    ['报告没有说结果', rows.filter((r) => !r.value).length],
  ];
  return parts
    .filter(([, n], i) => i === 0 || n > 0)
    .map(([name, n]) => `${name}${n}项`)
    .join('，');
}

/** Rates can stand side by side in one picture; amounts of different units cannot. */
function drawn(rows: readonly Checked[]): ChartPoint[] {
  return rows
    .filter((r) => r.target && r.value && r.verdict !== '无法比较' && scaled(r.target).base === '%')
    .flatMap((r): ChartPoint[] => [
      { label: r.subject, fact: r.target, series: 'target' },
      { label: r.subject, fact: r.value, series: 'outcome' },
    ]);
}
