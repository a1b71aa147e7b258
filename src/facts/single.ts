import { withWork } from './effects.js';
import {
  amongSoMany,
  duration,
  inARow,
  measureOfNamed,
  medals,
  ofCounted,
  projectTold,
  soFar,
  sumMade,
} from './single-counted.js';
import { NAMED } from './single-named.js';
import { ofAnotherWhole, phraseAlone, reachedFrom, SILENT, timesAsMuch } from './single-silent.js';
import { type Context, type Read, type Reader, type Single, stateOf } from './single-state.js';

/** The ways to read a figure, tried in order; the last one always applies. */
const READERS: readonly Reader[] = [
  reachedFrom,
  medals,
  duration,
  projectTold,
  measureOfNamed,
  soFar,
  sumMade,
  inARow,
  amongSoMany,
  ofCounted,
  phraseAlone,
  ofAnotherWhole,
  timesAsMuch,
  ...SILENT,
  ...NAMED,
];

/** Binds a figure that stands for itself, not in a list of values. */
export function bindSingle(context: Context, single: Single): Read {
  const state = stateOf(context, single);
  for (const reader of READERS) {
    const read = reader(state);
    if (read !== undefined) return withWork(read, context, single);
  }
  return { topic: context.topic, doing: context.doing, used: 0 };
}
