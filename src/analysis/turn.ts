import { orderKey } from '../matching/compare.js';
import { type Step, stepsOf } from './derive.js';
import type { Row } from './row.js';

/** A year in which a series turns: from rising to falling, or back. */
export interface Turn {
  readonly way: 'down' | 'up';
  /** The step that goes the other way than the one before it. */
  readonly step: Step;
  /** True where the figures themselves changed their sign: growth became a fall. */
  readonly sign: boolean;
}

/**
 * The turns of a series of one place, oldest first; steps without a change are passed over. Where figures change their sign
 * (a growth that became a fall), those turns alone count.
 */
export function turnsOf(rows: readonly Row[]): Turn[] {
  const steps = stepsOf(rows);
  const signs = steps.flatMap((step): Turn[] => {
    const [from, to] = [orderKey(step.from.value), orderKey(step.to.value)];
    return from * to < 0 ? [{ way: to < 0 ? 'down' : 'up', step, sign: true }] : [];
  });
  if (signs.length > 0) return signs;
  const moves = steps.filter(({ change }) => change.way !== 'same');
  return moves.slice(1).flatMap((step, i): Turn[] => {
    const { way } = step.change;
    return way !== 'same' && way !== moves[i]!.change.way ? [{ way, step, sign: false }] : [];
  });
}
