import type { InWords, Row } from '../../analysis/row.js';
import type { Plan } from '../../frame/analysis.js';
import { analysisWords } from '../../question/analysis/words.js';
import { chartOf } from '../chart.js';
import { cite, quoteSpan } from '../cite.js';
import { addCitation, addFact, compose, type Draft, newDraft } from '../compose.js';
import type { AnswerContext } from '../context.js';
import { readingOf } from '../reading.js';
import type { Answer, AnswerTable, Chart } from '../schema.js';
import { answerFacet, FACET_NAMES, sayFigure, saySubject } from '../wording.js';
import { gapLines, sayPlan, sayTimes, sayUntold } from './say.js';
import type { Selection } from './select.js';

/** What every view of a plan works with. */
export interface View {
  readonly context: AnswerContext;
  readonly plan: Plan;
  readonly selection: Selection;
  /** The name of what is asked of: 地区生产总值. */
  readonly subject: string;
  /** The same with its side: 地区生产总值目标. */
  readonly topic: string;
  readonly draft: Draft;
  readonly rows: CitedRows;
}

/** Rows of a table that are shown at once; the rest by 更多 and in the export. */
export const SHOWN = 15;
/** Rows whose figures are cited at once; the rest are when 更多 or the export asks for them. */
const MOST_CITED = 40;

/** How many rows of an answer are cited, and how many are left to be. */
export interface CitedRows {
  cited: number;
  left: number;
}

/** How many rows may be cited at most. */
export function mostCited({ allCited }: AnswerContext): number {
  return allCited ? Number.POSITIVE_INFINITY : MOST_CITED;
}

/** True where one more row may be cited; counts it, or counts it among those left. */
export function mayCite(context: AnswerContext, rows: CitedRows): boolean {
  const may = rows.cited < mostCited(context);
  if (may) rows.cited++;
  else rows.left++;
  return may;
}

/** The line below a table that is not shown whole. */
export function moreRows(rows: number, unit = '个'): string[] {
  return rows > SHOWN ? [`……另有${rows - SHOWN}${unit}，发“更多”或导出`] : [];
}
/** Citations written out under an answer. */
const QUOTED = 4;

export function viewOf(context: AnswerContext, plan: Plan, selection: Selection): View {
  const first = selection.rows.find((r) => r.value ?? r.target);
  const fact = first?.value ?? first?.target;
  // A name that reports give to two indicators is said as the report has it.
  const loose = fact !== undefined && context.lexicon.indicators.isLoose(fact.subject);
  const subject =
    (loose ? fact.subject : plan.indicator?.name) ?? nameOf(plan, fact && saySubject(fact, context.lexicon));
  const topic = `${subject}${selection.side === 'target' ? '目标' : ''}`;
  return { context, plan, selection, subject, topic, draft: newDraft(), rows: { cited: 0, left: 0 } };
}

/** What a thing without a table is called: as the report has it, unless that is cut out of another word. */
function nameOf({ subject }: Plan, told: string | undefined): string {
  const asked = subject.residue.join('');
  return told !== undefined && (/^[\p{L}\p{N}.、（）()-]+$/u.test(told) || asked === '') ? told : asked;
}

/** Adds a row's figure with its citation. Returns its index. */
export function addRow({ context, draft }: View, fact: NonNullable<Row['value']>): number {
  return addFact(draft, context.store, context.lexicon, fact);
}

/** The figures of a table's row, cited as long as there are not too many rows: their indices, none where it is left for later. */
export function citeRow(view: View, facts: readonly (Row['value'] | undefined)[]): number[] {
  const said = facts.filter((f) => f !== undefined);
  return said.length > 0 && mayCite(view.context, view.rows) ? said.map((fact) => addRow(view, fact)) : [];
}

/** Adds the citation of what is said in words. */
export function addWords({ context, draft }: View, words: InWords | undefined): void {
  if (!words) return;
  const report = context.store.report(words.report);
  const { span, section } = words;
  addCitation(draft, cite(context.store, report, quoteSpan(report.view.text, span, span, span), section, [span]));
}

/** The cells that say what a row's figure is: value and side. */
export function valueCells(row: Row): [string, string] {
  if (!row.value) return [row.words?.text ?? sayGap(row), ''];
  return [sayFigure(row.value), FACET_NAMES[answerFacet(row.value)]];
}

/** Why a row has no value: 未收录报告, 报告没有说, 只有目标. */
export function sayGap(row: Row): string {
  if (row.other?.facet === 'target') return '只有目标';
  return row.other ? sayFigure(row.other) : GAPS[row.missing ?? 'not-said'];
}

export const GAPS: Readonly<Record<NonNullable<Row['missing']>, string>> = {
  'not-held': '未收录报告',
  'not-reviewed': '没有收录次年的报告',
  'not-said': '报告没有说',
  'not-found': '没有找到',
  words: '只有文字',
  other: '口径不同',
  'not-looked': '没有细查',
};

export interface Finished {
  readonly kind: Answer['kind'];
  readonly headline: string;
  readonly body: readonly string[];
  readonly table: AnswerTable;
  readonly chart?: Chart;
  /** The one year that is asked for. */
  readonly year?: number | undefined;
  /** Rows that are accounted for below the table. */
  readonly gaps: readonly Row[];
  readonly several?: boolean;
}

/** Puts the answer of a view together: headline, table, what was left out, quotes, reading. */
export function finish(view: View, parts: Finished): Answer {
  const { context, plan, selection, draft } = view;
  const lines = [...parts.body, ...gapLines(parts.gaps, selection, parts.several ?? false, isOpen(plan))];
  const reading = readingOf(context.query, {
    years:
      selection.times.length > 0
        ? [{ value: sayTimes(selection.times), source: selection.yearTaken ? 'corpus' : 'question' }]
        : [],
    indicator: { value: view.subject, source: 'question' },
  });
  return compose({
    kind: parts.kind,
    headline: [parts.headline, ...untold(view, parts), ...doubted(plan)].join('；'),
    body: lines,
    understood: {
      ...reading,
      places: [{ value: plan.places.label, source: 'question' }],
      line: sayPlan(plan, selection, view.topic),
    },
    draft,
    quoted: Math.min(draft.citations.length, QUOTED),
    extra: {
      table: parts.table,
      chart: parts.chart,
      ...(parts.year === undefined ? {} : { year: parts.year }),
      ...(plan.map && parts.chart ? { wantsChart: true } : {}),
      ...(view.rows.left > 0 ? { uncited: view.rows.left } : {}),
    },
  });
}

/**
 * What was asked of the rows and not understood (定得最夸张, 高过自家省), where nothing is made of them: the reader sees that all of them are
 * shown, and none was picked.
 */
function doubted(plan: Plan): string[] {
  const unread = (plan.unread ?? []).map((word) => `没有用上“${word}”`);
  const { conditions, orders, aggregates, over, against, focus, change, counts, same } = plan;
  const picks = [conditions, orders, aggregates, over].some((steps) => steps.length > 0);
  if (picks || against || focus || change || counts || same || plan.facet === 'both') return unread;
  const words = plan.unused.filter((word) => analysisWords().asksOfRows.some((mark) => word.includes(mark)));
  return [
    ...unread,
    ...(words.length > 0 ? [`没有看懂${words.map((word) => `“${word}”`).join('、')}，列出的是全部`] : []),
  ];
}

/** Of a few places that were named one by one, or as a group, those that tell nothing, for the headline: the others stand for no answer on their own. */
function untold({ plan, selection }: View, { gaps, several = false, kind }: Finished): string[] {
  const named = (plan.places.members?.length ?? 0) > 1;
  const rows = gaps.filter(({ place }) => isAsked(place));
  const absent = selection.absent.filter(isAsked);
  const count = rows.length + absent.length;
  if (kind === 'trend' || !named || count === 0 || count > MOST_UNTOLD) return [];
  return sayUntold(rows, absent, several, selection.side);
}

/** The nation beside others is a yardstick, and Taiwan a partner: nobody asks for a figure of theirs. */
function isAsked({ id, level }: Row['place']): boolean {
  return level !== 'nation' && !id.startsWith('71');
}

/** The most places without a figure that a headline names. */
const MOST_UNTOLD = 4;

/** True for sets too large to name their members: 各市. */
function isOpen({ places }: Plan): boolean {
  return places.level !== undefined && places.level !== 'province' && places.within === undefined;
}

/** Bars of rows by place or lines by year. */
export function chartFor(
  view: View,
  type: Chart['type'],
  title: string,
  rows: readonly Row[],
  label: (r: Row) => string,
): Chart | undefined {
  return chartOf(
    type,
    title,
    rows.map((r) => ({ label: label(r), fact: r.value, gap: r.value ? undefined : sayGap(r) })),
    view.draft,
  );
}

/** Notes that differences and averages over bounds are nominal. */
export function noteBounds({ draft }: View, rows: readonly Row[]): void {
  const bounded = rows.some((r) => r.value && r.value.quantity.bound !== '=');
  if (bounded) draft.notes.push('带“以上”“左右”“以内”等的数按所写数字比较，区间按下限，差额和平均是名义上的');
}
