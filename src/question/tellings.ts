import type { Scratch } from './scratch.js';
import { claim } from './scratch.js';

/** What a question asks to be told in words, though an act with its figure may stand in it. Only a sentence that holds such a thing tells it. */

/** 哪年, 哪一天, 什么时候: when something was or will be done. */
export const ASKS_TIME =
  /哪一?(?:年|月|天|日)(?![份里间前后])|哪(?:一个|个)?(?:年份|月份)|什么时[候间]|何时|几月(?:份|几?[日号])?/u;

/** 第几届, 第几批: which of a row of meetings or lots, and no place in an order. */
export const ASKS_ORDINAL = /第(?:几|多少)([届批期次轮])/u;

/** 叫什么名字: a name. */
export const ASKS_NAME = /叫(?:什么|啥)(?:名字|名称|名)?|名(?:字|称)(?:是|叫)(?:什么|啥)?/u;

/** Years that are set against one another are no dates: 哪年最高, 2021年和2022年哪年多. */
const SETS_AGAINST =
  /[最更][高低多少大小快慢长短好]|排名|对比|相比|比较|比一比|[高低多少大小快慢长短](?:一?些|一点)?[呢？?]*$|\d{4}年?[和与跟、及]\d{4}年/u;

/** True where a name, a time or the number of a meeting is asked for. */
export function asksTelling(text: string): boolean {
  return (ASKS_TIME.test(text) || ASKS_ORDINAL.test(text) || ASKS_NAME.test(text)) && !SETS_AGAINST.test(text);
}

/** Claims the words that ask for a name, a time or a number, so that they are no content. */
export function claimTelling(scratch: Scratch): void {
  if (!asksTelling(scratch.text)) return;
  for (const pattern of [ASKS_TIME, ASKS_ORDINAL, ASKS_NAME]) {
    const match = pattern.exec(scratch.text);
    if (match) claim(scratch, match.index, match.index + match[0].length);
  }
}

/** What was not reached: 哪些指标没有完成预期目标. Whether it was (完成没有) is another question. */
export const NOT_DONE =
  /(?:没有?|未能?|没能)(?:够|按期|如期)?(?:完成|达到|实现|达成|兑现)(?!没有?|了?吗)[\p{Script=Han}“]/u;

/** True where a question asks what was not reached. */
export function asksUndone(text: string): boolean {
  return NOT_DONE.test(text) && /哪|什么|啥/u.test(text);
}

/** 提了哪几条, 写了些什么要求: what is said of a thing, and not where it is. */
const WHAT_IS_SAID =
  /(?:提|写|讲|说|列)(?:了|出了?|到了?)(?:哪|些?什么|些?啥|几)(?:[几些]|)(?:[条项招点样句]|举措|措施|要求|办法|任务|工作|问题|内容)/u;

/** True where a question asks for what a report says of a thing. */
export function asksWhatIsSaid(text: string): boolean {
  return WHAT_IS_SAID.test(text);
}

/** 把名字列给我, 名单发一下: the members themselves are asked for. */
const LISTED = /(?:名字|名单|清单)[^，。？?]{0,4}(?:列|发|报|念|数)|列(?:给我|出来|一下|全)/u;

/** True where a question asks for its members to be listed, whatever it says of a report that mentions them. */
export function asksToList(text: string): boolean {
  return LISTED.test(text);
}

/** 都指啥, 分别指什么: what a name stands for. */
const MEANS = /指(?:的是|的)?(?:啥|什么|哪)|(?:啥|什么)意思/u;

/** True where a question asks what a name stands for, whoever mentions it. */
export function asksMeaning(text: string): boolean {
  return MEANS.test(text);
}

/** The year by which something is due, though the question may be for an earlier report: 哪条路要在2019年建成. */
export const DUE = /[在到于]((?:19|20)\d\d)年/u;
