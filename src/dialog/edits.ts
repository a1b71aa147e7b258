import { anchored } from '../answer/analysis/from-slots.js';
import { resolvePlaces } from '../answer/analysis/places.js';
import { timesOf } from '../answer/analysis/select.js';
import type { AnswerContext } from '../answer/context.js';
import { headlineTargets, isLeftOut } from '../answer/targets.js';
import type { MentionPlan, Plan } from '../frame/analysis.js';
import type { Frame } from '../frame/types.js';
import { type Cannot, type EditContext, editedMention, editedPlan, type Shown } from '../question/analysis/edited.js';
import { type Edit, readEdit } from '../question/analysis/edits.js';
import { planOfFrame } from '../question/analysis/of-frame.js';
import { tokensOf } from '../question/analysis/tokens.js';
import { yearPeriod } from '../question/periods.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

type Base = Omit<AnswerContext, 'query'>;

/** What an edit makes of the question before: the composition, the question for main targets, or why it cannot be. */
export type Edited = Plan | MentionPlan | { readonly targets: Frame } | Cannot;

/** A table with one of its parts more or less, and what the turn says besides. */
export interface EditedTurn {
  readonly edited: Edited;
  readonly more: string;
}

/**
 * What a turn that takes something out of the answer before or adds to it (去掉CPI, 再加上2019年, 还有安徽呢) makes of the question
 * before; undefined for any other turn, and behind answers that have neither rows nor columns.
 * @param context reads places and times as the talk does.
 */
export function editedTurn(base: Base, session: Session, text: string, context: EditContext): EditedTurn | undefined {
  const { remembered, answer } = session;
  if (!remembered || !answer) return undefined;
  const edit = readEdit(text, tokensOf(text, base.lexicon));
  if (!edit || (edit.words !== '' && edit.way !== 'out')) return undefined;
  const { query } = remembered;
  const edited =
    query.analysis?.kind === 'mentions'
      ? editedMention(query.analysis, edit, context)
      : query.operation === 'targets' && !query.analysis
        ? ofTargets(base, query, edit, context)
        : ofTable(base, session, edit, context);
  if (!edited || ('cannot' in edited && edit.words !== '' && !edit.firm)) return undefined;
  return { edited, more: edit.more };
}

/** The same of a table, of an order or a series, or of a single figure, which becomes one. */
function ofTable(base: Base, session: Session, edit: Edit, context: EditContext): Edited | undefined {
  const { query } = session.remembered!;
  const table = query.analysis?.kind === 'figures' ? query.analysis : ofSlots(base, query);
  if (table) return editedPlan(table, edit, shownOf(base, table, session), context);
  if (edit.way === 'also' || query.askings.length > 0 || query.operation !== 'figure') return undefined;
  const single = ofFigure(base, session);
  if (!single) return undefined;
  if (edit.way === 'out') return edit.firm ? { cannot: '前面的回答只有一个数，没有可去掉的' } : undefined;
  return editedPlan(single, edit, shownOf(base, single, session), context);
}

/** The composition that a question read slot by slot stands for. */
function ofSlots(base: Base, query: Frame): Plan | undefined {
  const { operation } = query;
  if (operation !== 'compare' && operation !== 'trend' && operation !== 'outcome') return undefined;
  return planOfFrame(anchored({ ...base, query }), operation);
}

/** One figure that was told, as a table with one row; undefined where none was told of one place and year. */
export function ofFigure(base: Base, { remembered, told = [] }: Session): Plan | undefined {
  const { query } = remembered!;
  const last = told.at(-1);
  const fact = last && factOf(base, last);
  if (!fact || query.places.length !== 1 || fact.period.from !== fact.period.to || fact.period.part !== undefined)
    return undefined;
  const side = fact.facet === 'target' ? 'target' : 'outcome';
  const frame: Frame = {
    ...query,
    periods: [{ value: yearPeriod(fact.period.to), source: 'earlier' }],
    reportYear: undefined,
    facet: query.facet ?? { value: side, source: 'earlier' },
    measure: query.measure ?? (fact.quantity.unit === '%' && fact.measure === 'growth' ? 'growth' : undefined),
  };
  return planOfFrame(frame, 'compare');
}

/** What can be taken out of a table. */
function shownOf(base: Base, plan: Plan, { answer }: Session): Shown {
  const { places, absent } = resolvePlaces(base, plan.places);
  const named = plan.columns === 'main' ? (answer?.table?.columns.slice(1) ?? []) : columnNames(plan);
  return {
    places: [...places.map((h) => h.place), ...absent],
    years: timesOf(plan, places).map((time) => time.year),
    indicators: named,
  };
}

function columnNames({ columns, indicator }: Plan): string[] {
  if (columns !== undefined && columns !== 'main') return columns.map((c) => c.indicator.name);
  return indicator ? [indicator.name] : [];
}

/** The same of the list of a report's main targets: items are taken out of it; with another place or year it becomes a table. */
function ofTargets(base: Base, query: Frame, edit: Edit, context: EditContext): Edited | undefined {
  const [place] = query.places;
  const year = query.periods[0]?.value.from || query.reportYear || (place && newestOf(base, place.value.id));
  if (!place || !year) return undefined;
  const facts = headlineTargets({ ...base, query }, place.value, year).filter((f) => !isLeftOut(f, query.leftOut));
  if (edit.way === 'out' && edit.tokens.every((t) => t.kind === 'I')) {
    const out = edit.words === '' ? edit.tokens.map((t) => (t.value as { id: string }).id) : [edit.words];
    const rest = facts.filter((f) => !isLeftOut(f, out));
    if (rest.length === facts.length)
      return {
        cannot: `前面列的主要预期目标里没有${edit.words || edit.tokens.map((t) => t.text).join('、')}，没有可去掉的`,
      };
    if (rest.length === 0) return { cannot: '去掉就没有了' };
    return { targets: { ...query, leftOut: [...(query.leftOut ?? []), ...out] } };
  }
  const back = edit.way === 'out' ? undefined : broughtBack(query, edit);
  if (back) return { targets: back };
  const frame: Frame = { ...query, indicators: [], periods: [{ value: yearPeriod(year), source: 'earlier' }] };
  const plan: Plan = {
    ...planOfFrame({ ...frame, reportYear: undefined }, 'compare'),
    columns: 'main',
    leftOut: query.leftOut,
    facet: 'target',
  };
  const shown: Shown = { places: [place.value], years: [year], indicators: [] };
  return editedPlan(plan, edit, shown, context);
}

/** The list with indicators in it again that an earlier turn took out. */
function broughtBack(query: Frame, { tokens }: Edit): Frame | undefined {
  const back = tokens.map((t) => (t.value as { id: string }).id);
  if (!tokens.every((t) => t.kind === 'I') || !back.every((id) => query.leftOut?.includes(id))) return undefined;
  return { ...query, leftOut: query.leftOut?.filter((id) => !back.includes(id)) };
}

function newestOf({ store }: Base, place: string): number | undefined {
  const years = store.heads.flatMap((h) => (h.place?.id === place && typeof h.year === 'number' ? [h.year] : []));
  return years.length > 0 ? Math.max(...years) : undefined;
}
