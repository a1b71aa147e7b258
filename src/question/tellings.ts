import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';
import { claim } from './scratch.js';

/** What a question asks to be told in words, though an act with its figure may stand in it. Only a sentence that holds such a thing tells it. */

/** True where a question asks when something was or will be done. */
export function asksTime(text: string): boolean {
  return patterns().telling.time.in(text);
}

/** Which of a row of meetings or lots is asked for, by its class: 届 of 第几届. */
export function ordinalAsked(text: string): string | undefined {
  return patterns().telling.ordinal.find(text)?.groups?.class;
}

/** True where a question names the year by which something is due. */
export function isDue(text: string): boolean {
  return patterns().telling.due.in(text);
}

/** True where a name, a time or the number of a meeting is asked for. */
export function asksTelling(text: string): boolean {
  const { time, ordinal, name, setsAgainst } = patterns().telling;
  return (time.in(text) || ordinal.in(text) || name.in(text)) && !setsAgainst.in(text);
}

/** Claims the words that ask for a name, a time or a number, so that they are no content. */
export function claimTelling(scratch: Scratch): void {
  if (!asksTelling(scratch.text)) return;
  const { time, ordinal, name } = patterns().telling;
  for (const pattern of [time, ordinal, name]) {
    const match = pattern.find(scratch.text);
    if (match) claim(scratch, match.index, match.index + match[0].length);
  }
}

/** True where a question asks what was not reached. */
export function asksUndone(text: string): boolean {
  const { notDone, which } = patterns().telling;
  return notDone.in(text) && which.in(text);
}

/** True where a question asks for what a report says of a thing. */
export function asksWhatIsSaid(text: string): boolean {
  return patterns().telling.said.in(text);
}

/** True where a question asks for its members to be listed, whatever it says of a report that mentions them. */
export function asksToList(text: string): boolean {
  return patterns().telling.listed.in(text);
}

/** True where a question asks what a name stands for, whoever mentions it. */
export function asksMeaning(text: string): boolean {
  return patterns().telling.meaning.in(text);
}
