import { placePosition } from '../lexicon/place-position.js';
import type { Span } from '../text/types.js';

/** The id of the nation (全国) in the gazetteer. */
export const NATION = '000000';

/** Behind which an actor may stand: the head of a clause, a year, courtesy at the head is cut off before. */
const BEFORE_ACTOR = /(?:^|[，,。；;：:？?！!\s年])$/u;

/**
 * The word by which a question that names no place means the nation: who speaks for it (总理), it as one that acts (国家打算…, 中央对…的态度),
 * and, where its reports are held, the meeting at which its report is given (两会). Undefined where there is none.
 */
export function nationMeant(text: string, held: boolean): Span | undefined {
  const { names, partOfName, actors, acts, meetings } = placePosition().nation;
  const parts = partOfName.flatMap((word) => spansOf(text, word));
  for (const name of names)
    for (const span of spansOf(text, name))
      if (!parts.some((p) => p.start <= span.start && p.end >= span.end && p.end - p.start > name.length)) return span;
  for (const actor of actors)
    for (const span of spansOf(text, actor))
      if (BEFORE_ACTOR.test(text.slice(0, span.start)) && acts.some((act) => text.startsWith(act, span.end)))
        return span;
  return held ? meetings.flatMap((word) => spansOf(text, word))[0] : undefined;
}

function spansOf(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push({ start: at, end: at + word.length });
  return found;
}
