import type { Asking, Frame } from '../frame/types.js';
import { askingWords } from './asking-words.js';
import { isMember } from './turns.js';

/** Characters of content from which a side names a thing. */
const LEAST = 2;
/** From this probability on the learned reader takes a character for content. */
const CONTENT = 0.5;

/**
 * The askings of a question that names two things side by side and asks in no words (旅游总收入和接待人次), one of them by an indicator; none for
 * any other.
 */
export function coordinatedAskings(frame: Frame): Asking[] {
  const { text, askings, indicators, places, form } = frame;
  const [indicator, ...others] = indicators;
  if (askings.length > 0 || form === 'from-to' || indicator?.at === undefined || others.length > 0) return [];
  if (places.length !== 1 || frame.wantsNumber) return [];
  const joins = askingWords().nounJoins.flatMap((join) => {
    const at = text.indexOf(join);
    return at > 0 && text.indexOf(join, at + 1) < 0 ? [{ at, behind: at + join.length }] : [];
  });
  const [join] = joins;
  if (!join || joins.length > 1) return [];
  const other = indicator.at < join.at ? contentIn(frame, join.behind, text.length) : contentIn(frame, 0, join.at);
  if (other.length < LEAST || isMember(other)) return [];
  return [
    { kind: 'figure', from: 0, to: join.at, units: [] },
    { kind: 'figure', from: join.behind, to: text.length, units: [] },
  ];
}

/** The characters of a stretch of the question that are of a thing, no name of an indicator among them. */
function contentIn({ evidence }: Frame, from: number, to: number): string {
  let said = '';
  for (const { text, roles, content, start } of evidence)
    for (const [i, role] of roles.entries())
      if (start + i >= from && start + i < to && role === 'content' && content[i]! >= CONTENT) said += text[i];
  return said;
}
