import { splitSentences } from '../text/sentences.js';

/** What a line may open with and its other sentences are of: its first sentence, or the name that a glossary explains. */

/** The longest opening of a line that heads what follows it, in units. */
const LONGEST = 44;
const ENDS = /[。：:；;！!]/u;

/**
 * The short opening of the line in which something stands behind it (推进能源和信息基础设施建设。…, 学生从净流出转向净流入：…); empty at the
 * beginning of a line and where it opens with a long sentence. What follows speaks of it without naming it again.
 * @param at where what follows stands.
 */
export function paragraphLead(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const opening = text.slice(start, Math.min(at, start + LONGEST));
  const end = opening.search(ENDS);
  return end < 0 ? '' : opening.slice(0, end).trim();
}

/** The longest sentence that only announces the one behind it, and how far back it is looked for. */
const ANNOUNCES = 24;
const BACK = 60;

/** The short sentence right before a place in its line (加快国际陆港建设。启用…), without its end; empty where none stands there. */
export function announcementBefore(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - BACK);
  const last = splitSentences(text, { start, end: at }).at(-1);
  const fits = last !== undefined && last.end - last.start <= ANNOUNCES && (last.start > start || start > at - BACK);
  return fits ? text.slice(last.start, last.end).replace(/[。！!]$/u, '') : '';
}
