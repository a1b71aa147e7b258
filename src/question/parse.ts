import type { Frame, Operation } from '../frame/types.js';
import { mayHaveScene } from './aside-clauses.js';
import { withNamesInFull } from './bare-names.js';
import { withQuotedNames } from './coined.js';
import { coordinatedAskings, withBothSides, withEachOnceMore, withoutBareChange } from './coordinated.js';
import { withEconomy } from './economy-meant.js';
import { withNameMeant } from './meant-name.js';
import type { ParseContext } from './parse-context.js';
import { sceneOf, scenesIn } from './scene-of.js';
import { readSlots } from './slots.js';
import { withWholeAsWritten } from './whole.js';

/** The most places that one question may name; what is more is said to be too much. */
export const MAX_PLACES = 30;

/** Reads a question (normalised text) into its slots; one with a slip in an indicator's name as if it were typed right. Pure; never throws. */
export function parseQuestion(raw: string, typed: string, context: ParseContext): Frame {
  const quoted = context.known ? withQuotedNames(typed, context.known) : typed;
  const text = withNamesInFull(withWholeAsWritten(quoted, context.lexicon));
  const frame = readTyped(raw, text, context);
  const { mended } = frame;
  if (mended.length === 0) return frame;
  const right = mended.reduce((fixed, slip) => fixed.replace(slip.typed, slip.meant), text);
  return { ...readTyped(raw, right, context), mended };
}

function readTyped(raw: string, typed: string, context: ParseContext): Frame {
  const whole = readSlots(raw, typed, context);
  // What is told in words may be told by the clause that sets the scene: 那时候巢湖那么脏，….
  const asksFigures = FIGURES.has(whole.operation) && (whole.wantsNumber || whole.indicators.length > 0);
  const { text, scenes } = asksFigures && mayHaveScene(typed) ? sceneOf(typed, context) : { text: typed, scenes: [] };
  const first = scenes.length === 0 ? whole : readSlots(raw, text, context, scenes);
  const named = withNameMeant(withEconomy(text, first), first);
  const slots = askedOnceMore(
    withoutBareChange(named === text ? first : readSlots(raw, named, context, scenesIn(named, text, scenes))),
  );
  const pair = slots.operation === 'figure' ? coordinatedAskings(slots) : [];
  const frame = pair.length > 0 ? { ...slots, askings: pair } : slots;
  const figures = frame.askings.filter((a) => a.kind === 'figure');
  // Two things with a measure each (多少人次，旅游收入多少) are figures, not a list of indicators.
  const several = frame.operation === 'list' && figures.length > 1 && frame.indicators.length === 2;
  if (several) return { ...frame, operation: 'figure' };
  // GDP和财政收入 names two figures, though nothing asks for a number.
  const listed = frame.operation === 'figure' && frame.indicators.length > 1 && figures.length < 2 && !frame.analysis;
  return listed && frame.places.length === 1 && frame.form !== 'from-to' ? { ...frame, operation: 'list' } : frame;
}

/** A question whose last words ask once more of what its first ones name. */
function askedOnceMore(frame: Frame): Frame {
  return withEachOnceMore(withBothSides(frame));
}

/** Operations that tell figures of one place. */
const FIGURES: ReadonlySet<Operation> = new Set<Operation>(['figure', 'outcome']);
