import { signs } from '../lexicon/signs.js';
import { SOUGHT, type Sought, soughtWords } from '../lexicon/sought.js';

/** What a question seeks by its words: 组长是哪位 a person, 建在哪条路上 a place; several or none. */
export function soughtIn(question: string): ReadonlySet<Sought> {
  const words = soughtWords();
  return new Set(SOUGHT.filter((kind) => words[kind].some((word) => question.includes(word))));
}

/** A place by what stands before or behind it: 坐落在东风路, 落户江北新区, 隆德县. */
const LOCATED =
  /(?:位于|坐落|选址|落户|设在|建在|地处|毗邻|沿|在|于|至|到|从|由|经)[^，。；、]{1,12}?(?:路|街|区|县|镇|乡|村|园|港|湾|岛|山|河|湖|场|站|城|市|省|州|盟|旗|大道|广场|国)|[\p{Script=Han}]{2,5}(?:路|大道|街道|镇|乡|村|县|区|岛|湾|省|市)(?=[、，和及等至]|$)|至[\p{Script=Han}]{2,}/u;
/** Names one beside another: A、B, “A”和“B”. */
const LISTED =
  /、|[一二三四五六]是|[（(][1-9一二三四五六][）)]|[1-9][.．]\D|”[和与及]“|[\p{Script=Han}]{2,}(?:和|及|与)[\p{Script=Han}]{2,}/u;
const DAY =
  /\d{1,2}月|[上中下]旬|\d{1,2}[日号]|春节|国庆|元旦|中秋|[“"]?五一|[“"]?十一[”"]|年[底初中]|月底|季度|[上下]半年/u;
/** What stands behind a person's name. */
const BEHIND_NAME =
  '(?=同志|总书记|及|和|与|成为|入选|当上|获得|担任|主持|率|带领|亲临|院士|教授|主席|书记|省长|市长|州长|县长|区长|主任|局长|部长|先生|女士|等|、|，|。|荣|获|当选|任|被|出席|致|作|代表|$)';
/** As many signs of measures, that the question does not name itself, tell how something is done. */
const MEASURES = 1;

let name: RegExp | undefined;

/** A person's name in a text: a family name with one or two units more, before a title or a mark. */
function namesPerson(text: string): boolean {
  name ??= new RegExp(
    `(?<!\\p{Script=Han})[${soughtWords().surnames}]\\p{Script=Han}{1,2}${BEHIND_NAME}|(?:同志|院士|教授|主席|书记|长|选手|演员|医生|战士|教师|农民|工人|代表)[${soughtWords().surnames}]\\p{Script=Han}{1,2}${BEHIND_NAME}`,
    'u',
  );
  return name.test(text);
}

/** Whether what is sought stands in a text of a report. @param asked words of the question, which tell nothing new. */
export function tellsSought(kind: Sought, text: string, asked: string): boolean {
  switch (kind) {
    case 'person':
      return namesPerson(text);
    case 'place':
      return LOCATED.test(text);
    case 'names':
      return LISTED.test(text);
    case 'day':
      return DAY.test(text);
    case 'method':
      return signs().measure.filter((word) => text.includes(word) && !asked.includes(word)).length >= MEASURES;
  }
}
