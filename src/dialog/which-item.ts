import { addCitation, compose, newDraft } from '../answer/compose.js';
import { readingOf } from '../answer/reading.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import { termsInWords } from '../matching/ask.js';
import { wideShareOf } from '../matching/terms.js';
import type { CiteItem } from './asides.js';
import type { Session } from './sessions.js';

/** How much of a turn's words the item that is meant must hold at least, and how far it must be ahead of the next. */
const LEAST = 0.2;
const AHEAD = 0.08;

/**
 * Which item of the list before holds a thing (午睡的课桌椅是第几件): its number and its words; undefined where no list went before, or no item
 * stands out.
 */
export function whichItem({ list }: Session, frame: Frame, citeItem: CiteItem): Answer | undefined {
  if (!list || list.items.length < 2) return undefined;
  const terms = termsInWords(frame);
  const shares = list.items.map((item) => wideShareOf(terms, item));
  const [best = 0, next = 0] = [...shares].sort((a, b) => b - a);
  if (best < LEAST || best - next < AHEAD) return undefined;
  const at = shares.indexOf(best);
  const item = list.items[at]!;
  const citation = citeItem(item, [list.source]) ?? list.source;
  const draft = newDraft();
  addCitation(draft, citation);
  return compose({
    kind: 'passages',
    headline: `在第${at + 1}项：${item}`,
    understood: readingOf(frame),
    draft,
  });
}
