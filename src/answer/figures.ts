import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { withIndicator } from '../frame/with-indicator.js';
import type { Indicator, Place } from '../lexicon/types.js';
import { comparable, orderKey } from '../matching/compare.js';
import { clarifyPlace } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import { type AnswerContext, heldYears } from './context.js';
import { newest } from './group.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import { isAnswer, type Resolved, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** How many near figures are shown where none of several is told. */
const MOST_NEAR = 2;

/** Several indicators in one question: one row each, what is not said is said so. */
export function answerFigures(context: AnswerContext, indicators: readonly Indicator[]): Answer {
  const { store, lexicon, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const missing = missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const draft = newDraft();
  const taken = new Set<Fact>();
  const rows = indicators.map((indicator) => {
    const resolved = resolvedFor(context, indicator, place);
    // One figure is told for one indicator alone.
    const answers = resolved.candidates.filter((c) => isAnswer(c) && !taken.has(c.fact));
    // Without a time the newest report speaks for a place.
    const open = query.periods.length === 0 && query.reportYear === undefined && answers.length > 0;
    const best = (open ? newest(context, answers) : answers)[0]?.fact;
    if (best) taken.add(best);
    const near = resolved.candidates.find(({ fact }) => fact.indicator === indicator.id);
    return { indicator, best, near, figure: best ? addFact(draft, store, lexicon, best) : undefined };
  });
  const found = rows.filter((r) => r.best);
  if (found.length === 0) {
    const names = rows.map((r) => r.indicator.name).join('、');
    const near = rows.flatMap((r) => r.near ?? []).slice(0, MOST_NEAR);
    const when = query.periods[0]?.value.label ?? '';
    if (isAhead(context, place))
      return refuse(context, 'not-held', `没有收录回顾${place.name}${when}的政府工作报告，不知道${names}的结果`, near);
    return refuse(context, 'not-sure', `没有把握：没有找到与${place.name}${when}${names}对得上的数字`, near);
  }
  const items = rows.map(({ indicator, best }) =>
    best ? `${saySubject(best, lexicon)}：${sayFigure(best)}（${sayPeriod(best)}）` : `${indicator.name}：没有找到数字`,
  );
  const times = new Set(found.map(({ best }) => sayPeriod(best!)));
  const [time = ''] = times.size === 1 ? times : [];
  const said = found.map(
    ({ best }) =>
      `${times.size > 1 ? sayPeriod(best!) : ''}${saySubject(best!, lexicon)}${isAim(best!, query) ? '目标' : ''}${sayFigure(best!)}`,
  );
  const untold = rows.filter((r) => !r.best).map((r) => r.indicator.name);
  const rest = untold.length > 0 ? `；${untold.join('、')}没有找到数字` : '';
  const end = sayEnd(
    found.map(({ best }) => best!),
    query.order,
    (fact) => saySubject(fact, lexicon),
  );
  return compose({
    kind: 'list',
    headline: `${place.name}${time}：${end}${said.join('，')}${rest}`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query),
    draft,
    extra: {
      items,
      table: {
        title: `${place.name}${query.periods[0]?.value.label ?? ''}`,
        columns: ['指标', '数值', '时间'],
        rows: rows.map(({ indicator, best, figure }) => ({
          cells: [indicator.name, best ? sayFigure(best) : '没有找到数字', best ? sayPeriod(best) : ''],
          figures: figure === undefined ? [] : [figure],
        })),
      },
    },
  });
}

/** Which of several figures is the highest or lowest (固投和工业目标哪个高), where all can be set against one another. */
function sayEnd(facts: readonly Fact[], order: Frame['order'], nameOf: (fact: Fact) => string): string {
  const [first, ...others] = facts;
  if (!order || !first || others.length === 0 || !others.every((f) => sameSide(f, first) && comparable(f, first)))
    return '';
  const keys = facts.map(orderKey);
  const end = order === 'highest' ? Math.max(...keys) : Math.min(...keys);
  const names = facts.filter((_, i) => keys[i] === end).map(nameOf);
  if (names.length === facts.length) return '数字相同；';
  return `${order === 'highest' ? '最高' : '最低'}的是${names.join('、')}；`;
}

function sameSide(a: Fact, b: Fact): boolean {
  return (a.facet === 'outcome') === (b.facet === 'outcome');
}

/** True where what was reached in a year is asked for whose own report is held, and not the one that looks back on it. */
function isAhead({ store, query }: AnswerContext, place: Place): boolean {
  const [asked, ...more] = query.periods;
  if (query.facet?.value !== 'outcome' || !query.facetSure || asked?.value.kind !== 'year' || more.length > 0)
    return false;
  const held = heldYears(store, place);
  return held.includes(asked.value.to) && !held.includes(asked.value.to + 1);
}

/** True for a target where none was asked for: it must not pass for what was reached. */
function isAim({ facet }: Fact, { facet: asked }: Frame): boolean {
  return (facet === 'target' || facet === 'plan-target') && asked?.value !== 'target' && asked?.value !== 'plan-target';
}

/** One indicator of several; 增速 beside GDP, 新增就业 and 失业率 is of the first alone, so the others are asked without it where they tell none. */
function resolvedFor(context: AnswerContext, indicator: Indicator, place: Place): Resolved {
  const own = asking(context, indicator);
  const { measure } = own.query;
  const resolved = resolve(own, place, own.query.periods[0]);
  if (measure !== 'growth' || measure === indicator.measure || resolved.candidates.some(isAnswer)) return resolved;
  return resolve({ ...own, query: { ...own.query, measure: undefined } }, place, own.query.periods[0]);
}

/** The question for one of its indicators, as it is answered. */
export function asking(context: AnswerContext, indicator: Indicator): AnswerContext {
  return { ...context, query: withIndicator(context.query, indicator) };
}
