import { type Scened, withSceneApart } from './aside-clauses.js';
import { askedIndicators } from './indicators.js';
import type { ParseContext } from './parse-context.js';
import { askedPeriods } from './periods.js';
import { askedPlaces } from './places.js';
import { readQuestion } from './reader/read.js';
import { scratchOf } from './scratch.js';

/** A question for figures with the clauses that set its scene told apart. */
export function sceneOf(text: string, { lexicon, held, known = () => false }: ParseContext): Scened {
  const scratch = scratchOf(text);
  askedPlaces(scratch, lexicon, held);
  const places = Uint8Array.from(scratch.used);
  askedPeriods(scratch);
  const slots = Uint8Array.from(scratch.used);
  askedIndicators(scratch, lexicon, known);
  const names = scratch.used.map((used, i) => (used && !slots[i] ? 1 : 0));
  return withSceneApart({ text, used: slots }, { places, names, content: readQuestion(text).content });
}

/** Where clauses stand in a question in which one name was written in full. */
export function scenesIn(named: string, text: string, scenes: Scened['scenes']): Scened['scenes'] {
  let at = 0;
  while (at < text.length && named[at] === text[at]) at++;
  const more = named.length - text.length;
  return scenes.map(([from, to]) => (from > at ? [from + more, to + more] : [from, to]));
}
