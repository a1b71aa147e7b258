import type { Row } from '../analysis/row.js';
import type { Plan } from '../frame/analysis.js';
import { signs } from '../lexicon/signs.js';
import type { SentenceUnit } from '../matching/sentence-units.js';
import { withPoints } from '../matching/telling.js';
import { planOfFrame } from '../question/analysis/of-frame.js';
import type { Span } from '../text/types.js';
import { answerFigures } from './analysis/figures.js';
import { select } from './analysis/select.js';
import { cite } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { headlineOf } from './headline.js';
import { ownsMiss, unitsOnMisses, wordsOf } from './owned-misses.js';
import { readingOf } from './reading.js';
import type { Answer } from './schema.js';
import { refuseWhy } from './why.js';

/** How far behind the sentence that owns to a miss its reasons may stand, in sentences. */
const BEHIND = 2;
/** The most that is quoted, in UTF-16 units. */
const MOST_QUOTED = 360;
/** The report says itself what was missed, and why. */
const SURE = 0.7;

/** A sentence that owns to a miss (仍未达到预期目标), with the reasons in it or right behind it. */
interface Owned {
  readonly unit: SentenceUnit;
  readonly reason: Span;
  readonly quote: Span;
  readonly worth: number;
}

/**
 * Why what was aimed at was not reached, as the report that owns to it explains it: in the same sentence (受…影响，部分指标没有达到预期) or right
 * behind it (部分原因是…). Undefined where the question asks for no such reason, or none is given.
 */
export function answerWhyMissed(context: AnswerContext): Answer | undefined {
  const { query, store } = context;
  const place = query.places[0]?.value;
  if (!query.ofMissed || !query.cues.why || !place) return undefined;
  const told = joinedOf(context);
  if (told && MET.has(told.row.verdict)) return answerFigures(context, told.plan);
  const best = ownedIn(unitsOnMisses(context), namesAsked(context)).sort((a, b) => b.worth - a.worth)[0];
  // Why the aim was set is no reason why it was missed.
  if (!best) return told?.row.verdict === '未达到' ? refuseWhy(context, told.row.value) : undefined;
  const { report, section } = best.unit;
  const draft = newDraft();
  addCitation(draft, cite(store, report, best.quote, section));
  return compose({
    kind: 'passages',
    headline: headlineOf({ report, span: best.reason, clause: best.reason }),
    understood: readingOf(query),
    draft,
    likelihood: SURE,
  });
}

/** What the aim of the one indicator and year that a question names came to; undefined where it names no such, or nothing is told of both sides. */
function joinedOf(context: AnswerContext): { readonly plan: Plan; readonly row: Row } | undefined {
  const { query } = context;
  const [year, ...more] = query.periods;
  if (query.indicators.length !== 1 || query.places.length > 1 || year?.value.kind !== 'year' || more.length > 0)
    return undefined;
  const plan = planOfFrame({ ...query, facet: undefined, residue: [] }, 'outcome');
  const [row] = plan.indicator ? select(context, plan).rows : [];
  return row?.verdict ? { plan, row } : undefined;
}

/** There is no miss to give a reason of. */
const MET: ReadonlySet<Row['verdict']> = new Set(['达到', '超过']);

function namesAsked({ query }: AnswerContext): readonly string[] {
  return query.indicators.flatMap(({ value }) => [value.name, ...value.aliases]);
}

function ownedIn(units: readonly SentenceUnit[], names: readonly string[]): Owned[] {
  const { cause, reason } = signs();
  // A single character (因, 受) tells a cause within the sentence alone.
  const plain = cause.filter((word) => word.length > 1);
  const has = (unit: SentenceUnit, list: readonly string[]): boolean =>
    list.some((word) => wordsOf(unit).includes(word));
  return units.flatMap((unit, i): Owned[] => {
    if (!ownsMiss(unit)) return [];
    const near = units.slice(i, i + 1 + BEHIND).filter((u) => u.report === unit.report);
    const causing = near.filter((u) => has(u, reason) || has(u, u === unit ? cause : plain));
    const [first] = causing;
    if (!first) return [];
    const end = causing.at(-1)!.span.end;
    const quote = { start: unit.span.start, end: Math.min(end, unit.span.start + MOST_QUOTED) };
    return [
      {
        unit,
        reason: first.span,
        quote:
          end > quote.end ? { start: unit.span.start, end: first.span.end } : withPoints(unit.report.view.text, quote),
        worth: (names.some((name) => wordsOf(unit).includes(name)) ? 2 : 0) + (has(first, reason) ? 1 : 0),
      },
    ];
  });
}
