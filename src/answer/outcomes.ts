import type { Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { askForSubject } from '../matching/ask.js';
import { comparable, scaled, type Verdict } from '../matching/compare.js';
import { rankFigures } from '../matching/rank.js';
import { yearPeriod } from '../question/periods.js';
import { type ChartPoint, chartOf } from './chart.js';
import { type Checked, judge, noteTolerance, tableOf } from './checked.js';
import { compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { readingOf } from './reading.js';
import { refuse } from './refusal.js';
import type { Answer } from './schema.js';
import { headlineTargets } from './targets.js';
import { saySubject } from './wording.js';

/** Share of a target's name that the outcome's sentence must hold. */
const SAME_SUBJECT = 0.9;

/** All main targets of a year: a table with how many were met. */
export function answerAllOutcomes(
  context: AnswerContext,
  place: Place,
  year: number,
  source: Slot<number>['source'],
): Answer {
  const { store, lexicon, query } = context;
  const targets = headlineTargets(context, place, year);
  if (targets.length === 0)
    return refuse(
      context,
      heldYears(store, place).includes(year) ? 'not-said' : 'not-held',
      `收录的报告里没有${place.name}${year}年的主要预期目标`,
    );
  if (!heldYears(store, place).includes(year + 1))
    return refuse(
      context,
      'not-held',
      `没有收录${place.name}${year + 1}年的报告，${year}年目标的完成情况无从查对`,
      [],
      [`${year}年的目标共${targets.length}项，可问“${place.short}${year}年主要预期目标有哪些”`],
    );
  const checked = targets.map((target): Checked => {
    const indicator = target.indicator === undefined ? undefined : lexicon.indicators.get(target.indicator);
    const ask = askForSubject(lexicon, {
      place,
      period: yearPeriod(year),
      name: target.subject,
      indicator,
      facet: 'outcome',
    });
    const outcomes = rankFigures(store, lexicon, ask)
      .filter((c) => c.fit.words >= SAME_SUBJECT && c.fact.scope === target.scope)
      .filter((c) => c.fact.indicator === target.indicator)
      .map((c) => c.fact);
    const outcome = outcomes.find((o) => comparable(target, o)) ?? outcomes[0];
    return { subject: saySubject(target, lexicon), target, outcome, verdict: judge(context, target, outcome) };
  });
  const draft = newDraft();
  const missed = checked.filter((c) => c.outcome && c.verdict === '未达到');
  const table = tableOf(context, draft, checked, `${place.name}${year}年目标完成情况`);
  noteTolerance(draft, checked);
  const count = (v: Verdict) => checked.filter((c) => c.outcome && c.verdict === v).length;
  const met = count('超过') + count('达到');
  const open = checked.filter((c) => !c.outcome).length;
  const parts: [string, number][] = [
    ['达到或超过', met],
    ['未达到', count('未达到')],
    ['口径不同', count('无法比较')],
    ['报告没有说结果', open],
  ];
  // Rates can stand side by side in one picture; amounts of different units cannot.
  const drawn = checked
    .filter((c) => c.target && c.outcome && c.verdict !== '无法比较' && scaled(c.target).base === '%')
    .flatMap((c): ChartPoint[] => [
      { label: c.subject, fact: c.target, series: 'target' },
      { label: c.subject, fact: c.outcome, series: 'outcome' },
    ]);
  return compose({
    kind: 'outcome',
    headline: `${place.name}${year}年${query.asksMissed ? sayMissed(missed) : ''}${checked.length}项主要预期目标：${parts
      .filter(([, n], i) => i === 0 || n > 0)
      .map(([name, n]) => `${name}${n}项`)
      .join('，')}`,
    body: table.rows.map(
      (r) =>
        `${r.cells[0]}：目标${r.cells[1]}，${r.cells[2] === '没有说' ? '结果没有说' : `实际${r.cells[2]}，${r.cells[3]}`}`,
    ),
    understood: readingOf(query, {
      years: [{ value: `${year}年`, source }],
      indicator: { value: '主要预期目标', source: 'question' },
    }),
    draft,
    quoted: 3,
    extra: { table, chart: chartOf('outcome', table.title, drawn, draft) },
  });
}

/** The targets that were not reached, by name. */
function sayMissed(missed: readonly Checked[]): string {
  if (missed.length === 0) return '没有查到未达到的目标；';
  return `未达到目标的：${missed.map((c) => c.subject).join('、')}；`;
}
