import { findQuantities } from '../text/quantities.js';
import { doingAt } from './words.js';

/** Sums told before what they were spent on: 投入129亿元，完成环境治理项目216个; 总投资52亿元的精细化工项目. */

/** The sum's own name, with nothing that says what it was for. */
const BARE_SUM = /^(?:累计|共|先后)*(?:投入|投资|投入资金|投资额|投入财政资金|筹措资金|筹资)$/;
const PURPOSE = /^，?(?:全力|全面|重点|先后|集中|扎实|高质量|高标准)?(?:用于|支持)?/;
/** 投入2.8亿元，为187个乡镇的卫生服务机构配备标准化设备: for whom it was, before what was done. */
const FOR_WHOM =
  /^(?:为|对|给|向)[^，。；]{2,32}?(?=(?:实施|配备|发放|提供|购置|安装|新建|改造|建设|维修|更新|开展)(?!的|项目|工程))/;
const NOUN = /^[“”一-龥A-Za-z]{2,28}/;
/** 投入4.7亿元用于灾后恢复重建: what it went to, by name. */
const USED_FOR = /^，?(?:全部|主要|重点)?用于([“”一-龥]{2,16}?)(?=[，；。]|$)/;
/** 投入1.4亿元，强化职业教育基础能力建设: a work named whole, with no number of its own. */
const BETTERED =
  /^，?((?:完善|改善|强化|加强|优化|提升|办好|续建|支持|推进|保障)(?![“”一-龥]{0,14}的)[“”一-龥A-Za-z]{3,16})(?=[，；。]|$)/;
/** What follows these is another thing reached, not what the sum was for. */
const NO_PURPOSE = /^(?:实现|带动|惠及|拉动|吸引|覆盖|完成率)/;

/**
 * 完成环境治理项目投入 for 投入 before “完成环境治理项目216个”: a sum that opens its clause is named by what was done with it.
 * Undefined where the subject is no bare sum, or no act follows.
 * @param after the sentence behind the figure
 */
export function spentOn(subject: string, unit: string, after: string): string | undefined {
  if (!unit.endsWith('元') || !BARE_SUM.test(subject)) return undefined;
  const plain = subject.replace(/^(?:累计|共|先后)+/, '');
  const use = USED_FOR.exec(after)?.[1] ?? BETTERED.exec(after)?.[1];
  if (use !== undefined) return use + plain;
  const words = after.replace(PURPOSE, '').replace(FOR_WHOM, '');
  const act = doingAt(words);
  if (act === undefined || act.length < 2 || NO_PURPOSE.test(words)) return undefined;
  // 新建、改造农村校舍
  const behind = words
    .slice(act.length)
    .replace(/^(?:[、和](?:新建|改造|改建|扩建|维修|修缮|建设|改善|提升))+/, '')
    .replace(/^了/, '');
  const [first] = findQuantities(behind.slice(0, 24));
  const found = NOUN.exec(first?.span.start === 0 ? behind.slice(first.span.end) : behind)?.[0] ?? '';
  const noun = found.replace(/(?:[和与及等“]|以及)+$/, '');
  if (noun.length < 2 || /的|达到|^方面$|^(?:国|省|市|区|州|县|上级|年初)?(?:定|下达)$/.test(noun)) return undefined;
  return act + noun + plain;
}

/** 总投资, 第一期投资, 计划总投资约 at the end of the words before a sum; not 年度投资, nor 265个总投资…的项目. */
const INVESTED = /(?:^|[^个项家座条年度成已])(?:(?:计划|概算)?(总)|计划|期)?投资(?:额)?(?:为|达)?(?:约|近)?$/;
/** The project behind it: 的 with a name, its number left out. */
const PROJECT = /^的(?:[\d一二三四五六七八九十百余多近]+[个项条座](?:以上)?)?([“”一-龥A-Za-z·/+]{3,26})/;
/** What is said of the project begins here. */
const SAID =
  /等(?!级|离|教育)|(?<=..)(?:实质|加快|顺利|全面|全部|即将|实现|正式|成功|扎实|有序|稳步|陆续|相继|当年|年内|如期|按期|集中|谋划|达产|已|开工|建成|投产|落户|落地|竣工|签约|启动|列入|进展|开业|通车|完工|获批|动工|并网|推进|建设(?!项目|工程|基地)|入驻|投入|进入)/;
/** Projects of a size, not one that is named. */
const OF_A_SIZE = /^(?:重大|重点|产业|工业|大|好|招商|制造业|市|省|县)*(?:项目|工程|企业)/;
/** 总投资789亿元的…物流园、…等48个项目: the sum is of all of them. */
const OF_SEVERAL = /^[^，；。\d]*等[^，；。\d]{0,3}\d+[个项]/;

export interface Investment {
  /** The project's name, or the first one's with 等项目. */
  readonly project: string;
  /** As its subject reads: 精细化工项目总投资. */
  readonly subject: string;
}

/** What a work is measured by, told before the work itself. */
const ATTRIBUTE =
  /^(?:总投资|总规模|全长|总长度?|总里程|里程|总库容|总容积|装机容量|总装机|装机|规划面积|总?建筑面积|占地面积|总面积)$/;
/** Its other measures: 、全长9.3公里. */
const FURTHER = /^(?:、[一-龥]{2,8}?(?:为|达|约|近|超过?|不[少低]于)?[\d.]+[万亿]*[^，。；、\d的]{1,8})*(?=的)/;
const NAMED = /^的(?:[\d一二三四五六七八九十百余多近]+[个项条座](?:以上)?)?([“”一-龥A-Za-z·/+]{3,26})/;

const SAID_OR_JOINED = new RegExp(`${SAID.source}|(?<=..)(?:完成|纳入|全线|和|及|与)`);

/** 厦漳跨海大桥总投资 for the first figure of 总投资57亿元、全长9.3公里的厦漳跨海大桥. Undefined where nothing is named behind. */
export function attributeOfNamed(attribute: string, after: string): string | undefined {
  if (!ATTRIBUTE.test(attribute)) return undefined;
  const named = NAMED.exec(after.slice(FURTHER.exec(after)?.[0].length ?? 0))?.[1];
  if (named === undefined) return undefined;
  const [name = ''] = named.split(SAID_OR_JOINED);
  return name.length < 3 || name.startsWith('项目') ? undefined : name + attribute;
}

/** The named project whose investment is told before it: 精细化工项目 in 总投资52亿元的精细化工项目. */
export function projectBehind(unit: string, before: string, after: string): Investment | undefined {
  const invested = unit.endsWith('元') ? INVESTED.exec(before) : null;
  const found = invested === null ? undefined : PROJECT.exec(after);
  if (invested === null || found === undefined || found === null) return undefined;
  const words = found[1]!;
  const stop = words.search(SAID);
  const name = stop < 0 ? words : words.slice(0, stop);
  if (name.length < 4 || OF_A_SIZE.test(name)) return undefined;
  const behind = after.slice(found[0].length - words.length + name.length);
  const project = OF_SEVERAL.test(behind) ? `${name}等项目` : name;
  return { project, subject: `${project}${invested[1] ?? ''}投资` };
}
