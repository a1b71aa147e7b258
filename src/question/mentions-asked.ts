import { onlySaysWhere } from './analysis/says-where.js';
import type { Scratch } from './scratch.js';
import { asksMeaning, asksToList, asksWhatIsSaid } from './tellings.js';
import { asksWhenDone } from './when-done.js';
import { questionWords } from './words.js';

/** 哪些报告提到X, X在哪些报告里提到过, 有没有提到X. */
const MENTION_OBJECT =
  /(?:提到|提及|提过|讲到|讲过|写到|写过|说到|谈到|出现)(?:过|了)?(?:的是)?(?!的)([^，。？?！!,、]{2,20}?)(?:了?吗|没有|过|的)?[？?。!！]?$/u;
/** 哪些报告, 哪几个地方, 哪些市: a question for documents. */
const WHICH_REPORTS =
  /哪(?:[几些]?(?:个|份|篇|座|些)?|[一二两三四五])(?:地方|地区|城市|市|省份?|州|县|年份?|地|文件)?(?:的)?(?:政府工作)?报告|哪(?:几|些)?(?:个|座|些)?(?:地方|地区|城市|市(?![场民])|省份?|州|县|年)|谁/u;

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
  const which = WHICH_REPORTS.test(text);
  if (asksWhatIsSaid(text) || (!which && (asksToList(text) || asksMeaning(text)))) return false;
  if (!mentions.some((w) => text.includes(w)))
    return which && /报告(?:里|中)?(?:都)?(?:有|写|说|讲|用)|报告(?:里|中)(?:都)?$/u.test(text);
  return (
    which ||
    /没有|吗[？?]?$|是否/u.test(text) ||
    (/报告/u.test(text) && !/(?:提到|提及|讲到|写到|说到|谈到)(?:的.{2}|的?.*(?:哪|什么|多少|几))/u.test(text))
  );
}

/** What a question about mentions looks for: the quoted words, else the words after 提到, else those before it. */
export function mentionObject(text: string, quoted: readonly string[]): string[] {
  if (quoted.length > 0) return [...quoted];
  const after = MENTION_OBJECT.exec(text)?.[1];
  const cleaned = (s: string) =>
    s.replace(/^(?:有没有|是否|的|了|过|在|关于|对)+|(?:的|了|过|吗|没有|哪些.*|哪几?个?.*|在.*)+$/gu, '').trim();
  if (after && cleaned(after).length >= 2) return [cleaned(after)];
  const before = /^(.{2,20}?)(?:在|，|,| )?(?:哪些|哪几|哪个|有哪些|都有哪|被哪)/u.exec(text)?.[1];
  if (before && cleaned(before).length >= 2) return [cleaned(before)];
  return [];
}
