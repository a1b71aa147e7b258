import { timeOf } from '../../analysis/row.js';
import type { Plan } from '../../frame/analysis.js';
import type { Candidate } from '../../matching/types.js';
import { MAX_PLACES } from '../../question/parse.js';
import { MAX_YEARS, yearPeriod } from '../../question/periods.js';
import type { AnswerContext } from '../context.js';
import { heldYears } from '../context.js';
import { refuseInput } from '../notice.js';
import { nearestOf, refuse, yearsLine } from '../refusal.js';
import type { Answer } from '../schema.js';
import { answerChange } from './change.js';
import { answerColumns } from './columns.js';
import { answerJoin } from './join.js';
import { answerMainOutcomes } from './main-outcomes.js';
import { answerMatrix } from './matrix.js';
import { answerOverPlaces } from './over-places.js';
import { addWords, finish, SHOWN, type View, viewOf } from './parts.js';
import { answerRanking, besideOf } from './ranking.js';
import { gapLines, sayPlaces, sayPlan, sayTimes } from './say.js';
import { select } from './select.js';
import { answerSeries } from './series.js';

/** Answers a composition over figures: selects its rows once, then shows them as what was asked makes of them. */
export function answerFigures(context: AnswerContext, plan: Plan): Answer {
  if (plan.places.named && (plan.places.members?.length ?? 0) > MAX_PLACES)
    return refuseInput(`一次最多比较${MAX_PLACES}个地区`, 'limit');
  if (plan.years.years.length > MAX_YEARS) return refuseInput(`一次最多看${MAX_YEARS}年`, 'limit');
  const [only, ...more] = plan.places.members ?? [];
  if (plan.columns === 'main' && plan.facet === 'both' && only && more.length === 0)
    return answerMainOutcomes(context, plan, only);
  if (plan.columns) return answerColumns(context, plan);
  const selection = select(context, plan);
  const view = viewOf(context, plan, selection);
  if (nothing(view) && !(plan.against && plan.indicator && besideOf(view)?.value))
    return selection.rows.some((row) => row.words) ? answerWorded(view) : refuseAll(view);
  const years = selection.times.length;
  const places = new Set(selection.rows.map((r) => r.place.id)).size;
  if (plan.over.length > 0 && places > 1 && years > 1) return answerOverPlaces(view);
  if (selection.side === 'both') return answerJoin(view);
  // Of one place over more than two years each is shown, with how far the last is from the first.
  const along = places === 1 && years > 2;
  const onlyMeans = plan.aggregates.every((kind) => kind === 'mean' && places > 1);
  if (plan.change && years >= 2 && !along && onlyMeans && plan.over.length === 0) return answerChange(view);
  if (years <= 1) return answerRanking(view);
  if (places === 1)
    return years === 2 &&
      plan.years.kind === 'list' &&
      plan.over.length === 0 &&
      plan.aggregates.length === 0 &&
      plan.conditions.length === 0
      ? answerChange(view)
      : answerSeries(view);
  return answerMatrix(view);
}

/** True where no row holds anything that could be said. */
function nothing({ selection, plan }: View): boolean {
  const asksWords = plan.conditions.some((c) => c.kind === 'form' && c.form === 'words');
  return !selection.rows.some((r) => r.value ?? r.target ?? r.told ?? (asksWords ? r.words : undefined));
}

/** What is asked for is told in words alone (财政收入与上年持平): those are said, and nothing is computed of them. */
function answerWorded(view: View): Answer {
  const { selection } = view;
  const rows = selection.rows.filter((row) => row.words).slice(0, SHOWN);
  for (const { words } of rows) addWords(view, words);
  const several = selection.times.length > 1;
  const cells = rows.map((row) => [`${row.place.name}${several ? timeOf(row) : ''}`, row.words?.text ?? '']);
  const said = cells.map(([name, text]) => `${name}“${text}”`);
  return finish(view, {
    kind: 'comparison',
    headline: `${sayTimes(selection.times)}${view.topic}：只有文字、没有数字，${sayPlaces(said, MOST_WORDED)}`,
    body: [],
    table: {
      title: `${view.plan.places.label}${view.topic}`,
      columns: ['地区', '原文'],
      rows: cells.map((own) => ({ cells: own, figures: [] })),
    },
    gaps: selection.rows.filter((row) => !row.words),
    several,
  });
}

/** So many aims in words are said in the headline. */
const MOST_WORDED = 4;

function refuseAll(view: View): Answer {
  const { context, plan, selection } = view;
  const held = selection.rows.some((r) => r.missing !== 'not-held' && r.missing !== 'not-reviewed');
  const where = `${plan.places.label}${sayTimes(selection.times)}`;
  const near = held ? nearestRows(view) : [];
  // Of a thing of no list nothing is denied: other words may tell it; nor where something near is told.
  const sure = plan.indicator !== undefined && near.length === 0;
  const answer = refuse(
    context,
    held ? (sure ? 'not-said' : 'not-sure') : plan.places.named || !isAhead(view) ? 'not-held' : 'not-sure',
    held ? `${plan.indicator ? '' : '没有把握：'}收录的报告里没有找到${where}的${view.topic}` : sayNotHeld(view, where),
    near,
    [...gapLines(selection.rows, selection, selection.times.length > 1), ...heldLines(view)],
  );
  return { ...answer, understood: { ...answer.understood, line: sayPlan(plan, selection, view.topic) } };
}

/** True where reports of the year are held, and none that looks back on it. */
function isAhead({ selection: { rows } }: View): boolean {
  return rows.some((r) => r.missing === 'not-reviewed');
}

/** Which report is lacking: that of the year, or where it is held the one that looks back on it. */
function sayNotHeld(view: View, where: string): string {
  return isAhead(view) ? `没有收录回顾${where}的政府工作报告，不知道结果` : `没有收录${where}的政府工作报告`;
}

/** What comes nearest to the rows of a few places, each once. */
function nearestRows({ context, plan, selection: { rows } }: View): Candidate[] {
  if (!plan.indicator || rows.length > MOST_NEAR) return [];
  const query = { ...plan.subject, facet: context.query.facet };
  const found = rows.flatMap(({ place, year }) =>
    nearestOf({ ...context, query }, place, yearPeriod(year)).slice(0, 1),
  );
  return [...new Map(found.map((c) => [c.fact.id, c])).values()];
}

/** Of how many rows the nearest figure is shown. */
const MOST_NEAR = 4;

/** Which years are held of the places that were named. */
function heldLines({ context, selection }: View): string[] {
  const places = new Map(selection.rows.map((r) => [r.place.id, r.place]));
  return [...places.values()]
    .slice(0, MOST_HELD_LINES)
    .map((place) => yearsLine(place, heldYears(context.store, place)));
}

/** Of how many places the years held are told. */
const MOST_HELD_LINES = 6;
