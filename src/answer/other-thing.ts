import type { Frame } from '../frame/types.js';
import type { SentenceHit } from '../matching/sentences.js';
import { splitClauses } from '../text/sentences.js';

/** A sentence that is said for a second thing of the question. */
export interface OtherHit extends SentenceHit {
  readonly otherThing?: boolean;
}

/** What joins two things of a question. */
const JOINS = /[和与跟及、，,。？?；;]/u;
/** What ends the name of a thing in a question: 申遗、公园都想知道. */
const ENDS = /(?:都|也|又|还|分别|各|想|要|打算|准备|怎么|咋|呢|的).*$/u;
/** The shortest thing that is looked for by its name alone, and the shortest beside another one. */
const LEAST = 4;
const LEAST_BESIDE = 2;
/** How many sentences are looked through. */
const LOOKED_AT = 20;

/**
 * The sentence for the thing of a question of which the first one does not speak (甲桥和乙路怎么安排的): it holds the name, or, of a short
 * one, another thing of the question with it. Undefined where the first sentence speaks of all, or no sentence of that report does.
 */
export function otherThing(
  { text, residue, operation }: Frame,
  best: SentenceHit,
  hits: readonly SentenceHit[],
): OtherHit | undefined {
  if (operation !== 'passage' && operation !== 'list') return undefined;
  const things = residue.flatMap((run) => run.split(JOINS)).map((thing) => thing.replace(ENDS, ''));
  const said = wordsOf(best);
  const held = things.filter((thing) => thing.length >= LEAST_BESIDE && said.includes(thing));
  for (const thing of things) {
    if (thing.length < LEAST_BESIDE || said.includes(thing) || held.length === 0) continue;
    const found = hits
      .slice(0, LOOKED_AT)
      .find(
        (hit) =>
          hit !== best &&
          hit.report === best.report &&
          wordsOf(hit).includes(thing) &&
          (thing.length >= LEAST || held.some((own) => wordsOf(hit).includes(own))),
      );
    if (found && standsBeside(text, held, thing))
      return { ...found, clause: clauseWith(found, thing), otherThing: true };
  }
  return undefined;
}

function wordsOf({ report, span }: SentenceHit): string {
  return report.view.text.slice(span.start, span.end);
}

/** True for a thing that is asked for beside another one: joined to it, or in a clause of its own. */
function standsBeside(text: string, held: readonly string[], thing: string): boolean {
  return held.some((own) => {
    const [first, second] = [text.indexOf(own), text.indexOf(thing)].sort((a, b) => a - b) as [number, number];
    const between = text.slice(first, second);
    return first >= 0 && JOINS.test(between);
  });
}

function clauseWith({ report, span, clause }: SentenceHit, thing: string): SentenceHit['clause'] {
  const { text } = report.view;
  return splitClauses(text, span).find(({ start, end }) => text.slice(start, end).includes(thing)) ?? clause;
}
