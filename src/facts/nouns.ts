import type { Quantity } from '../text/types.js';
import { withoutChange, withoutStart } from './changes.js';
import { withoutNextList } from './lists-behind.js';
import { rankSubject } from './ranks.js';
import { splitList } from './subjects.js';
import { doingAt, isDoing, stripHeads } from './words.js';

/** The nouns before and behind a figure, without what says nothing of its subject. */

/** 突破百亿关口 between a subject and what is said further of it. */
const PASSED =
  /(?:(?:首次|一举|历史性)?突破[百千万亿]+元?|累计超过?[百千万亿]+元|(?:连续)?(?:跨越|迈上|跨上|突破|跨过)[\d一二两三四五六七八九十]+个[百千万亿]+元?级?(?:新|大)?(?:台阶|大关|关口)|(?:稳居|位居|居|排|排名|处于|位列|走在)全[国省市区州](?:前列|前茅|上游|第一方阵)、?(?:全[国省市区州])?|(?:突破|迈上|跨上|跃上|超过|站上|迈过|登上)[^，、]{0,8}(?:台阶|大关|关口|门槛))$/;

/** 突破总量500亿元、人均10000元的大关: the verb stands before what passes the mark. */
const PASSES = /^[、，]?(?:突破|迈上|跨上|跃上|超过)(?=(?:经济)?总量$|人均$)/;

/** 保障房力争开工20万套. */
const HOPED = /(?<=...)(?:力争|确保|计划|预计)(?=(?:新?开工|竣工|建成|完成|新增|投产)$)/;

/** 在2010年的基础上: what a multiple is measured from. */
const BASIS = /在[^，、]{2,14}基础上$/;

/**
 * The noun that stands before a figure once its verb is gone: 预计全年旅游总收入 → 旅游总收入.
 * @param starts true before the first figure of a change (由A增加到B)
 */
export function nounOf(rest: string, quantity: Quantity, starts: boolean): string {
  const noun = stripHeads(rest.replace(PASSED, '').replace(BASIS, '').replace(PASSES, '').replace(HOPED, '')).replace(
    /(?:的|中的|(?<![初高])中|之中|当中)$/,
    '',
  );
  const named = withoutTime(withoutChange(starts ? withoutStart(noun) : noun));
  return withoutTime(quantity.kind === 'rank' ? withoutChange(rankSubject(named)) : named.replace(OPENS, ''));
}

/** What opens a name and is none of it: 两年直接减轻负担, and 向 whose own noun is the figure (向4400人次提供贷款). */
const OPENS =
  /^(?:前?[一二三四五两]年$|[一二三四五两]年(?:来|间)?(?:(?=直接[一-龥]{3})|(?:累计|共)计?(?=[一-龥]{3}))|向(?:社会)?(?=提供|发放|拨付|投放|推送))/;

/** A year at the end of a name, or for how long something has lasted: 旅游总收入2015年, PM10浓度5年, 林业总产值连续七年. */
const TIME_BEHIND =
  /(?:(?<=[一-龥\dA-Z]{3})(?:[到在于]?(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年[底末]?|[去上]年[底末]|[到在于]?“十[一二三四五]?五”(?:期?末|时期|期间))|(?<![\d十前提学]|提前|[一二][〇零一二三四五六七八九]{2})(?:[一二三四五两]|(?<!\d)[2-5])年(?:间|来)?|提前[一两三]年|(?:已|也)?连续第?[\d一二三四五六七八九十两多]+(?:多|余)?[年次届])$/;
/** What joins a name to a verb that is gone: 居民收入均, 支出规模将. */
const LINK_BEHIND =
  /(?<![人户亩年月日地平生]|[超于][省国])(?:[均将又已也]|(?<![首成古])都|(?<![造成])就|(?:实现)?(?:争先)?(?:进位|晋位|跃升|攀升|提升|提高|增长|增加|上升)?(?<![归撤合兼])并)$/;
/** 码头2021年吞吐量: a year between whose and what. */
const TIME_INSIDE =
  /(?<=[一-龥）”]{2})(?:19|20)\d\d年(?:全年)?(?=[一-龥]{2,}(?:量|额|值|率|收入|投资|面积|指数|浓度|价格|里程|利润|税收)$)/;

/** A name without the times that stand in it, and without words that join it to its verb; they are read apart. */
export function withoutTime(noun: string): string {
  return noun.replace(LINK_BEHIND, '').replace(TIME_BEHIND, '').replace(LINK_BEHIND, '').replace(TIME_INSIDE, '');
}

/**
 * What a phrase that opens its clause is of: 完成省下达的节能减排任务 → 节能减排. '' where it is a phrase of something else
 * (与全国同步迈进全面小康), undefined where it says more of the subject before.
 */
export function phraseSubject(phrase: string, after: string): string | undefined {
  const task =
    /^(?:全面|如期|超额)?(?:完成|达到|控制|实现)[^，。；]*?(?:下达|规定|确定|核定|定|要求)的?(?:年度)?([一-龥、]{2,14}?)(?:目标任务|计划任务|目标|任务|指标|计划)/;
  const named = task.exec(phrase + after)?.[1];
  if (named !== undefined) return /^(?:年度|约束性|各项|目标|控制|考核|预期)*$/.test(named) ? '' : named;
  return /^(?:全面|如期|超额)?完成/.test(phrase) || after !== '' ? '' : undefined;
}

/** How far the noun behind a figure (a count, where `counts`) reaches: to the next 、, or to 和 before what the next figure is of. */
export function usedBehind(after: string, counts = false): number {
  const own = withoutNextList(after, counts);
  if (own !== after) return own.length;
  const member = after.search(/[、]/);
  if (member >= 0) return member;
  const joined = /(?:和|及|以及|与)$/.exec(after);
  return joined === null ? 0 : joined.index;
}

/** Of several predicates in a row the one next to the figure: 推进农村公路建设、改造危桥 → 改造危桥. */
export function lastMember(noun: string): string {
  if (!noun.includes('、')) return noun;
  const pieces = splitList(noun);
  // A、B、C等6项: of examples that run on the first is kept.
  if (noun.length > 36 && noun.endsWith('等')) return `${pieces[0]!}等`;
  const last = pieces[pieces.length - 1]!;
  // 新建、改扩建幼儿园: two acts of one thing.
  if (pieces.length === 2 && isDoing(pieces[0]!) && doingAt(last) !== undefined) return noun;
  const act = doingAt(last);
  const predicate = act !== undefined && act.length >= 2 && act.length < last.length;
  return (predicate && pieces.length < 3) || noun.length > 36 ? last : noun;
}

/** What is longer is no name. */
const LONGEST_NAME = 36;

/** A noun that runs on is cut: of examples (A、B、C等重点项目) the first is kept, with what they are examples of. */
export function shorten(noun: string): string {
  if (noun.length <= LONGEST_NAME) return noun;
  const first = noun.indexOf('、');
  const kind = /等[^等、]{2,14}$/.exec(noun)?.[0];
  const named = first > 0 && kind !== undefined ? noun.slice(0, first) + kind : noun;
  return named.slice(0, LONGEST_NAME);
}

/** 新建 and 农村公路 → 新建农村公路; the verb is not said twice. */
export function joinWords(act: string, noun: string): string {
  const verb = act.replace(/的$|^[向给]$/, '');
  return noun.startsWith(verb) ? noun : verb + noun;
}

/** The words with what stands in parentheses left out, also where one of the pair is missing. */
export function withoutParentheses(text: string): string {
  return text
    .replace(/（[^（）]*）/g, '')
    .replace(/（.*$/, '')
    .replace(/^[^（]*）/, '');
}

/** 非公有制经济发展迅速: the name is what stands before. */
export const HOW_IT_FARES =
  /(?<=...)(?:并?持续|发展|增势|提升|增长|加快|快速|迅速|持续|明显|不断|进一步|培育力度|引领|健康|蓬勃|稳步|逐季|逐月|比重升).*$/;

/** A word that two parts of a name put together share: 高新技术产业 and 产业产值. */
const TWICE = /([一-龥]{2,5})\1/;

/** The name with such a word said once; as it is where the sentence itself says it twice (减税降费及退税缓税缓费). */
export function saidOnce(name: string, sentence: string): string {
  const twice = TWICE.exec(name);
  return twice === null || sentence.includes(twice[0]) ? name : name.replace(twice[0], twice[1]!);
}

/** 在认真办好省定民生实事的基础上: what is told first, before what is added to it. */
const ON_THE_BASIS = /^.{0,8}?在(?!建)((?!.*在(?!建))[^，。；]{4,})的?基础上$/;

/** The name without the words that make a basis of it. */
export function notAsBasis(name: string): string {
  return ON_THE_BASIS.exec(name)?.[1]?.replace(/的$/, '') ?? name;
}
