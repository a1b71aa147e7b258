import type { Frame } from '../frame/types.js';
import type { Indicator } from '../lexicon/types.js';
import { clarifyPlace } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { newest } from './group.js';
import { readingOf } from './reading.js';
import { missingReport, refuse } from './refusal.js';
import { isAnswer, resolve } from './resolve.js';
import type { Answer } from './schema.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** Several indicators in one question: one row each, what is not said is said so. */
export function answerFigures(context: AnswerContext, indicators: readonly Indicator[]): Answer {
  const { store, lexicon, query } = context;
  const place = query.places[0]?.value;
  if (!place) return clarifyPlace(context);
  const missing = missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const draft = newDraft();
  const rows = indicators.map((indicator) => {
    const resolved = resolve(asking(context, indicator), place, query.periods[0]);
    const answers = resolved.candidates.filter(isAnswer);
    // Without a time the newest report speaks for a place.
    const open = query.periods.length === 0 && query.reportYear === undefined && answers.length > 0;
    const best = (open ? newest(context, answers) : answers)[0]?.fact;
    return { indicator, best, figure: best ? addFact(draft, store, lexicon, best) : undefined };
  });
  const found = rows.filter((r) => r.best);
  if (found.length === 0)
    return refuse(context, 'not-said', `收录的${place.name}报告没有说${rows.map((r) => r.indicator.name).join('、')}`);
  const items = rows.map(({ indicator, best }) =>
    best ? `${saySubject(best, lexicon)}：${sayFigure(best)}（${sayPeriod(best)}）` : `${indicator.name}：报告没有说`,
  );
  const times = new Set(found.map(({ best }) => sayPeriod(best!)));
  const [time = ''] = times.size === 1 ? times : [];
  const said = found.map(
    ({ best }) => `${times.size > 1 ? sayPeriod(best!) : ''}${saySubject(best!, lexicon)}${sayFigure(best!)}`,
  );
  return compose({
    kind: 'list',
    headline: `${place.name}${time}：${said.join('，')}`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query),
    draft,
    extra: {
      items,
      table: {
        title: `${place.name}${query.periods[0]?.value.label ?? ''}`,
        columns: ['指标', '数值', '时间'],
        rows: rows.map(({ indicator, best, figure }) => ({
          cells: [indicator.name, best ? sayFigure(best) : '报告没有说', best ? sayPeriod(best) : ''],
          figures: figure === undefined ? [] : [figure],
        })),
      },
    },
  });
}

/** The question for one of its indicators, as it is answered. */
export function asking(context: AnswerContext, indicator: Indicator): AnswerContext {
  return { ...context, query: askingFor(context.query, indicator) };
}

/** The question for one of its indicators: the words of the others are no words of it. */
function askingFor(query: Frame, indicator: Indicator): Frame {
  const roles = [...indicator.name].map(() => 'name' as const);
  const evidence = [{ text: indicator.name, roles, content: roles.map(() => 1), start: 0 }];
  return {
    ...query,
    indicators: [{ value: indicator, source: 'question' }],
    evidence,
    askings: [],
    units: [],
    residue: [],
  };
}
