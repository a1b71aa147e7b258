import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { ownCopy } from './own-copy.js';
import type { Session } from './sessions.js';
import { toldWith } from './told.js';

/** An answer that stands beside the conversation: it does not become what follow-ups lean on. */
export function aside(session: Session, answer: Answer): Answer {
  session.choices = undefined;
  session.traced = answer.kind;
  return answer;
}

/** Keeps what the next turn may lean on. A refusal is remembered with its reading, so that 那怀化呢 goes on from it. */
export function remember(session: Session, query: Frame, answer: Answer): Answer {
  session.yearBefore = yearOf(session.answer);
  // A copy: the quotes are cut from whole files, and would keep those in memory as long as the conversation.
  session.answer = ownCopy(answer);
  session.shown = Math.min(answer.citations.length, answer.kind === 'figure' ? 1 : 4);
  session.choices = answer.choices;
  session.item = undefined;
  session.within = undefined;
  session.row = undefined;
  session.list = listOf(answer) ?? session.list;
  session.told = toldWith(session.told ?? [], answer);
  // 深圳2021年GDB目标: of a slip the place is understood all the same.
  const understood = answer.refusal !== 'not-understood' || query.places.some(({ source }) => source === 'question');
  if (understood && answer.kind !== 'notice') rememberQuery(session, query, answer);
  return answer;
}

/** The one year that all figures of an answer are of. */
function yearOf(answer: Answer | undefined): number | undefined {
  const [only, ...more] = new Set(answer?.figures.map(({ period }) => period));
  return only !== undefined && more.length === 0 && ONE_YEAR.test(only) ? Number(only) : undefined;
}

function listOf({ kind, items, citations: [first] }: Answer): Session['list'] {
  if (kind !== 'list' || items === undefined || first === undefined) return undefined;
  return { items: [...items], place: first.document.place ?? '', year: first.document.year, source: ownCopy(first) };
}

/** The places of figures asked for one after another are kept together: 三个市谁最高. */
function rememberQuery(session: Session, query: Frame, answer: Answer): void {
  const figure = answer.kind === 'figure' ? answer.figures[0] : undefined;
  session.remembered = {
    query: figure ? inTimeTold(query, figure.period) : query,
    measure: measureOf(answer),
    ...(figure
      ? {
          unit: figure.unit,
          subject: figure.indicator,
          said: figure.text,
          reached: REACHED.has(figure.facet),
          ...(ONE_YEAR.test(figure.period) ? { year: Number(figure.period) } : {}),
        }
      : {}),
  };
  if (answer.kind !== 'refusal' && answer.kind !== 'clarification') session.answered = session.remembered;
  const [only, ...more] = query.places;
  if (only === undefined || more.length > 0) return;
  const others = (session.recent ?? []).filter((p) => p.id !== only.value.id);
  session.recent = [...others, only.value].slice(-MOST_RECENT);
}

/** A question of some years around its report's (往后五年) with the years that the figure it was told is of. */
function inTimeTold(query: Frame, told: string): Frame {
  const [only, ...more] = query.periods;
  const [, from, to] = YEARS.exec(told) ?? [];
  if (only?.value.kind !== 'window' || more.length > 0 || from === undefined || to === undefined) return query;
  const span = { kind: 'span' as const, from: Number(from), to: Number(to), label: `${from}—${to}年` };
  return { ...query, periods: [{ value: span, source: only.source }] };
}

const YEARS = /^(\d{4})-(\d{4})$/u;
const ONE_YEAR = /^\d{4}$/u;
const REACHED: ReadonlySet<string> = new Set(['outcome', 'estimate', 'cumulative']);

/** How many places of earlier turns are kept. */
const MOST_RECENT = 6;

/** What the answer's figure measures, as far as its unit and wording tell. */
function measureOf(answer: Answer): 'growth' | 'level' | undefined {
  const figure = answer.kind === 'figure' ? answer.figures[0] : undefined;
  if (!figure) return undefined;
  if (figure.unit !== '%') return figure.unit === '个百分点' ? undefined : 'level';
  return /增长|下降|增速/u.test(answer.headline) ? 'growth' : undefined;
}
