import type { Fact } from '../facts/types.js';
import type { Slot } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { comparable, difference } from '../matching/compare.js';
import { yearPeriod } from '../question/periods.js';
import { chartOf } from './chart.js';
import { type Checked, judge, noteTolerance, tableOf, VERDICT_WORDS } from './checked.js';
import { cite, quoteSpan } from './cite.js';
import { clarifyPlace } from './clarification.js';
import { addCitation, compose, type Draft, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldYears } from './context.js';
import { findSentences } from './find-sentences.js';
import { answerAllOutcomes } from './outcomes.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import { isAnswer, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { sayFigure, saySubject } from './wording.js';

/** Sets a year's target (from its own report) against its outcome (from the next report, or an estimate), by the rules of docs/ARCHITECTURE.md. */
export function answerOutcome(context: AnswerContext): Answer {
  const { query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const held = heldYears(context.store, place);
  const asked = query.periods[0]?.value;
  // What was aimed at can be told by the report that looks back as well.
  const missing = missingReport({ ...context, query: { ...query, facet: undefined } }, place, asked);
  if (missing) return missing;
  const year = asked?.kind === 'year' || asked?.kind === 'end' ? asked.to : (query.reportYear ?? latestPair(held));
  if (year === undefined)
    return refuse(
      context,
      'not-held',
      `没有同时收录${place.name}相邻两年的报告，目标和完成情况对不上`,
      [],
      [`已收录：${held.join('、')}年`],
    );
  const source = asked ? query.periods[0]!.source : ('default' as const);
  const whole = query.indicators.length === 0 && query.residue.join('').length < 2;
  return whole ? answerAllOutcomes(context, place, year, source) : answerOne(context, place, year, source);
}

/** The newest year whose own report and the next one are both held. */
function latestPair(years: readonly number[]): number | undefined {
  return years.find((y) => years.includes(y + 1));
}

function answerOne(context: AnswerContext, place: Place, year: number, source: Slot<number>['source']): Answer {
  const { query, lexicon } = context;
  const at = { value: yearPeriod(year), source };
  const targets = factsOf(context, place, at, 'target');
  const outcomes = factsOf(context, place, at, 'outcome');
  const target = targets.find((t) => outcomes.some((o) => comparable(t, o))) ?? targets[0];
  const outcome = target ? (outcomes.find((o) => comparable(target, o)) ?? outcomes[0]) : outcomes[0];
  const subject = target
    ? saySubject(target, lexicon)
    : outcome
      ? saySubject(outcome, lexicon)
      : (query.indicators[0]?.value.name ?? query.residue.join(''));
  const draft = newDraft();
  const words = target && outcome ? undefined : outcomeInWords(context, place, year, draft, outcome !== undefined);
  if (!target && !outcome && !words)
    return refuse(context, 'not-said', `收录的报告没有说${place.name}${year}年“${subject}”的目标和完成情况`);
  const checked: Checked = { subject, target, outcome, verdict: judge(context, target, outcome) };
  const table = tableOf(context, draft, [checked], `${place.name}${year}年${subject}：目标与完成`);
  noteTolerance(draft, [checked]);
  return compose({
    kind: 'outcome',
    headline: headlineOf(place, year, checked, words),
    body: [targetLine(context, place, year, target), outcomeLine(context, place, year, outcome, words)],
    understood: readingOf(query, { years: [{ value: `${year}年`, source }] }),
    draft,
    extra: {
      table,
      chart:
        target && outcome
          ? chartOf(
              'outcome',
              table.title,
              [
                { label: '目标', fact: target, series: 'target' },
                { label: '完成', fact: outcome, series: 'outcome' },
              ],
              draft,
            )
          : undefined,
    },
  });
}

function factsOf(
  context: AnswerContext,
  place: Place,
  at: Slot<ReturnType<typeof yearPeriod>>,
  facet: 'target' | 'outcome',
): Fact[] {
  const query = {
    ...context.query,
    facet: { value: facet, source: 'question' as const },
    facetSure: true,
    bothFacets: false,
    reportYear: undefined,
  };
  return resolve({ ...context, query }, place, at)
    .candidates.filter(isAnswer)
    .map((c) => c.fact);
}

function headlineOf(place: Place, year: number, checked: Checked, words: string | undefined): string {
  const { subject, target, outcome } = checked;
  const name = `${place.name}${year}年${subject}`;
  if (target && outcome) {
    const estimated = outcome.estimated ? '（预计）' : '';
    const both = `${name}：目标${sayFigure(target)}，实际${sayFigure(outcome)}${estimated}`;
    return `${both}，${VERDICT_WORDS[checked.verdict]}${gapOf(checked)}`;
  }
  if (target)
    return words
      ? `${name}：目标${sayFigure(target)}；完成情况报告没有给数字，原话是“${words}”`
      : `${name}：目标${sayFigure(target)}；收录的报告没有说完成情况`;
  if (!outcome) return `${name}：报告没有给数字，原话是“${words}”`;
  const said = words ? `；目标没有收录，报告的原话是“${words}”` : '；收录的报告没有说目标';
  return `${name}：实际${sayFigure(outcome)}${said}`;
}

function gapOf({ target, outcome, verdict: judged }: Checked): string {
  if (!target || !outcome || judged === '无法比较') return '';
  const d = difference(outcome, target);
  return d.sign === 0 ? '' : `（${d.sign > 0 ? '高' : '低'}${d.value}${d.unit}）`;
}

function targetLine(context: AnswerContext, place: Place, year: number, target: Fact | undefined): string {
  if (target) return `目标：${sayFigure(target)}（《${context.store.report(target.report).title}》）`;
  return heldYears(context.store, place).includes(year) ? '目标：报告没有说' : `目标：没有收录${year}年的报告`;
}

function outcomeLine(
  context: AnswerContext,
  place: Place,
  year: number,
  outcome: Fact | undefined,
  words: string | undefined,
): string {
  if (outcome)
    return `完成：${sayFigure(outcome)}${outcome.estimated ? '，预计数' : ''}（《${context.store.report(outcome.report).title}》）`;
  if (words) return `完成：报告没有给数字，只说“${words}”`;
  return heldYears(context.store, place).includes(year + 1)
    ? '完成：报告没有说'
    : `完成：没有收录${year + 1}年的报告（回顾${year}年）`;
}

/**
 * What the next report says of the outcome without a figure: 出现下降，预期增长目标未能实现.
 * @param ofTarget true where only what it says of the target counts.
 */
export function outcomeInWords(
  context: AnswerContext,
  place: Place,
  year: number,
  draft: Draft,
  ofTarget: boolean,
): string | undefined {
  const query = {
    ...context.query,
    reportYear: year + 1,
    periods: [],
    residue: [],
    content: context.query.indicators.map((i) => i.value.name),
  };
  if (query.content.length === 0) return undefined;
  const names = context.query.indicators.flatMap(({ value }) => [value.name, ...value.aliases]);
  const hit = findSentences({ ...context, query }, place).find((h) => {
    const clause = h.report.view.text.slice(h.clause.start, h.clause.end);
    const role = h.report.sections[h.section]?.role;
    return (
      role !== 'tasks' &&
      role !== 'outlook' &&
      names.some((n) => clause.includes(n) && !clause.includes(`占${n}`)) &&
      (!ofTarget || /目标|预期/u.test(clause)) &&
      /未能|没有完成|未完成|没有实现|未达|下降|负增长|实现|完成/u.test(clause)
    );
  });
  if (!hit) return undefined;
  const { text } = hit.report.view;
  const span = quoteSpan(text, hit.span, hit.clause, hit.clause);
  addCitation(draft, cite(context.store, hit.report, span, hit.section));
  return text.slice(span.start, span.end).replace(/[。\n]/gu, '');
}
