import type { Frame } from '../frame/types.js';
import type { Scened } from './aside-clauses.js';
import { askedFor } from './asked-for.js';
import { askingsOf } from './askings.js';
import { formulaAsked } from './formula.js';
import { frameOf } from './frame-of.js';
import { askedIndicators } from './indicators.js';
import { meantMeasure } from './intent.js';
import { measureAsked } from './measure-of.js';
import { mentionsAsked } from './mentions-asked.js';
import { metadataAsked } from './metadata-asked.js';
import type { ParseContext } from './parse-context.js';
import { quotedTerms } from './quoted.js';
import { readQuestion } from './reader/read.js';
import { claim, freeRuns, scratchOf } from './scratch.js';
import { claimTelling } from './tellings.js';
import { whereAndWhen } from './where-when.js';

/**
 * Reads a question into its slots by one pass of the recognisers, each of which sees what those before it left.
 * @param scenes clauses that only set the scene.
 */
export function readSlots(raw: string, whole: string, context: ParseContext, scenes: Scened['scenes'] = []): Frame {
  const quoted = quotedTerms(whole);
  const meant = meantMeasure(whole);
  const { rest: text } = meant;
  const scratch = scratchOf(text);
  const where = whereAndWhen(scratch, context);
  const detail = metadataAsked(text);
  claimTelling(scratch);
  const formula = formulaAsked(scratch);
  const mentions = mentionsAsked(scratch);
  const content = freeRuns(scratch);
  const slots = [...scratch.used];
  const indicators = askedIndicators(scratch, context.lexicon, context.known ?? (() => false));
  const reading = readQuestion(text);
  const names = scratch.used.map((used, i) => (used && !slots[i] ? 1 : 0));
  const asked = askingsOf({ text, used: Uint8Array.from(slots) }, names);
  for (const [start, end] of asked.ends) claim(scratch, start, end);
  const measured = measureAsked(scratch, asked.form, indicators, meant.measure);
  const aim = askedFor(scratch, { ...where, quoted, detail, mentions, indicators, measured, reading });
  const found = {
    ...where,
    ...{ scratch, context, quoted, detail, formula, content, indicators, slots, names, reading, asked, measured, aim },
  };
  return frameOf(raw, found, scenes);
}
