import { onlySaysWhere } from './analysis/says-where.js';
import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';
import { asksMeaning, asksToList, asksWhatIsSaid } from './tellings.js';
import { asksWhenDone } from './when-done.js';
import { questionWords } from './words.js';

/** True where the only words of mentioning are in a clause that says where is looked. */
function saysWhereAlone(text: string): boolean {
  const found = questionWords().operations.mentions.flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [[at, at + word.length] as const];
  });
  return found.length > 0 && found.every((verb) => onlySaysWhere(text, verb));
}

/** True where reports are asked for that hold a word, and not what they say of it. */
export function mentionsAsked({ text, used }: Scratch): boolean {
  const placeless = Array.from(text, (unit, i) => (used[i] ? '\u0000' : unit)).join('');
  return asksForMentions(text) && !saysWhereAlone(placeless) && !asksWhenDone(text);
}

/** Which reports hold a word, or whether one does. 2031年海滨提到的三大集群是哪些 asks for the thing, not for reports. */
function asksForMentions(text: string): boolean {
  const { mentions } = questionWords().operations;
  const said = patterns().mentions;
  const which = said.whichReports.in(text);
  if (!which && patterns().searches.detail.in(text)) return false;
  if (asksWhatIsSaid(text) || (!which && (asksToList(text) || asksMeaning(text)))) return false;
  if (!mentions.some((w) => text.includes(w))) return which && said.inReport.in(text);
  return which || said.whether.in(text) || (said.report.in(text) && !said.contentAsked.in(text));
}

/** What a question about mentions looks for: the quoted words, else the words after 提到, else those before it. */
export function mentionObject(text: string, quoted: readonly string[]): string[] {
  if (quoted.length > 0) return [...quoted];
  const said = patterns().mentions;
  const after = said.object.find(text)?.groups?.object;
  const cleaned = (s: string) => said.aroundObject.replaceIn(s, () => '').trim();
  if (after && cleaned(after).length >= 2) return [cleaned(after)];
  const before = said.objectBefore.find(text)?.groups?.object;
  if (before && cleaned(before).length >= 2) return [cleaned(before)];
  return [];
}
