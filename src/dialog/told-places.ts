import { changeOf } from '../analysis/derive.js';
import type { AnswerContext } from '../answer/context.js';
import { answerPair } from '../answer/pair.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { contrasts, keepsApart } from '../lexicon/contrasts.js';
import { thingsIn } from '../question/things.js';
import type { Session } from './sessions.js';
import { factOf } from './told.js';

/**
 * 佛山和湖北的摆一起比一下 behind a figure of each: the two figures that were told, set side by side. Undefined for a turn that names a thing of its own, and
 * where the last figures of the two places are of other times or cannot be set against each other.
 * @param typed the turn as read by itself.
 */
export function pairOfPlaces(
  base: Omit<AnswerContext, 'query'>,
  { told = [], remembered }: Session,
  typed: Frame,
): Answer | undefined {
  const { places, periods, indicators, residue } = typed;
  if (!remembered || places.length !== 2 || indicators.length > 0 || thingsIn(residue.join(' ')).length > 0)
    return undefined;
  const [first, second] = places.map(({ value }) =>
    told
      .flatMap((t) => factOf(base, t) ?? [])
      .findLast(({ place, period }) => place === value.id && periods.every((p) => covers(p.value, period.to))),
  );
  if (!first || !second || first.period.to !== second.period.to || !changeOf(first, second)) return undefined;
  // 新增高新技术企业 is set against no 高新技术企业.
  const groups = contrasts();
  if (!keepsApart(groups, first.subject, second.subject) || !keepsApart(groups, second.subject, first.subject))
    return undefined;
  return answerPair({ ...base, query: remembered.query }, [first, second], 'gap');
}

/** True for a year asked of that a figure is for; a time of no year (今年, 年底) is rather that of the talk. */
function covers({ from, to }: { readonly from: number; readonly to: number }, year: number): boolean {
  return from === 0 || (from <= year && year <= to);
}
