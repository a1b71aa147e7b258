import { doingAt, stripPredicate } from './words.js';

/** How far what a number counts reaches behind it, where that is a list: 31家博物馆、纪念馆等公共文化服务设施. */

/** Marks off a member with a number of its own, which is counted apart: 第一条特高压, 一批古村落, 3家企业. */
const COUNTED_APART =
  /\d|第[一二三四五六七八九十]|[一二两三四五六七八九十百千万]余?多?[个家户条项名所座处件]|[一数近][批系]列?(?=[一-龥])/;
/** What goes on about what was counted, and is no member: 、数量全省最多. */
const GOES_ON =
  /^(?:数量|总数|总量|总额|总投资|累计|同比|环比|比|较|居|位|排|列|增长|下降|达|占|均|都|其中|实现|完成|超额|创|为|是|已|全部(?=[建完开竣])|荣获|获)/;
/** A number of others behind what was counted: 21个产业集群和一批销售收入过百亿元的企业. */
const AND_OTHERS = /(?:和|及|以及|与)(?:一批|一系列|若干|多[个家]|部分|其他|其它).*$/;
/** A work that is whole without the list's common name: 44条街路改造、农村电网建设等工程. */
const WORK_OF_ITS_OWN = /(?:改造|建设|治理|整治|修复)$/;
/** The longest list that is still told whole, in characters. */
const LONGEST_LIST = 40;

/**
 * The noun with the further members of its list, up to the clause's end.
 * @param noun the first member, as it stands behind the figure
 * @param behind the words from the figure to the clause's end
 * @param member true where the figure's own noun is one of a list that began before it
 */
export function wholeList(noun: string, behind: string, member: boolean): string {
  const first = noun.replace(AND_OTHERS, '');
  if (first !== noun) return first === '' ? noun : first;
  const clause = behind.split(/[，；]/)[0]!;
  const more = clause.slice(noun.length);
  if (!clause.startsWith(noun) || !more.startsWith('、') || clause.length > LONGEST_LIST) return noun;
  const apart = member || WORK_OF_ITS_OWN.test(noun);
  if (COUNTED_APART.test(more) || (apart && more.includes('等'))) return noun;
  const members = more.split('、').slice(1);
  return members.some((one) => GOES_ON.test(one) || doingAt(one) !== undefined) ? noun : clause;
}

/** What is told of several things together is of no next figure: 病房和设备达标率. */
const NO_MEMBER =
  /(?:率|比重|占比|比例|面积|投资|收入|产值|总量|总数|增加值|资金|建设|改造|治理|工作|任务|发展|服务|水平)$|^(?:其他|其它|部分|一批|全部|各)/;
const SHORT_MEMBER = 10;

/**
 * 10条市区道路和望沙、樟谢等3条联网道路, 300户老旧小区和占全省12%的…: what follows 和 up to the next figure is of that one; of two
 * counts also a single noun: 50家企业的提标改造和化工园区50家企业的….
 */
export function withoutNextList(behind: string, counts = false): string {
  const [, own, joint, next = ''] = /^([^、，；]{2,}?)(和(?![谐美])|以及)([^，；]+)$/.exec(behind) ?? [];
  const members = next.split('、');
  const listed = members.every((member) => member.length > 0 && member.length < 12 && doingAt(member) === undefined);
  const isList = listed && (members.length > 1 || next.endsWith('等'));
  const single =
    counts && listed && members.length === 1 && next.length <= SHORT_MEMBER && isThing(next) && own?.includes('的');
  const parted = joint === '以及' && listed && next.length <= SHORT_MEMBER;
  return own !== undefined && (isList || single || parted || /^占/.test(next)) ? own : behind;
}

function isThing(next: string): boolean {
  return !NO_MEMBER.test(next) && stripPredicate(next).taken === '';
}

/** What a number of things amount to together, told before what they are: 11座总装机804万千瓦的水电站. */
const TOGETHER =
  /^(?:总|规划|计划|设计|年度|估算|概算|合计)*(?:里程|装机(?:容量)?|投资(?:额)?|面积|库容|规模|总长度?|全长|长度?|产能|占地(?:面积)?)(?:约|达到?|近|超过?|为)?$/;
const THINGS_BEHIND = /^[^，；。]*?\d[^，；。、]{0,8}?的([“”一-龥A-Za-z][^，；。、\d]{1,20})/;

/**
 * The things themselves, where what they amount to stands between the number and them.
 * @param after the words from the figure to the next one
 * @param rest the words to the clause's end
 */
export function thingsBehindSum(after: string, rest: string): string | undefined {
  if (!TOGETHER.test(after)) return undefined;
  const things = THINGS_BEHIND.exec(rest)?.[1];
  return things === undefined || /^(?:速度|目标|标准|水平)/.test(things) ? undefined : things;
}

/** 全国, 中部六省: before a number that tells among how many something has its place. */
const AMONG_BEFORE =
  /(?:位?居|位列|名列|列|在|排名?)(?:全[国省市区州盟球疆]|世界|国内|省内|[东中西]部|东北|西北|西南|华东|长三角|珠三角)?[^，；。、\d]{0,4}$/;
const AMONG_BEHIND =
  /^的?([^，；。、\d]{0,14}(?:市|县|区|州|省|省份|城市|地区|园区|开发区|高新区|经开区|企业|国家|旗|盟|单位|景区|口岸|机场|高校|港口))(?:中的|中)?([^，；。、\d]{0,16}?)(?:中?的?(?:排名?|排位|位次|位居|位列|居|列)?(?:在|到|至|由|从)?)$/;

/**
 * Where to look for what is ranked, if the figure tells among how many: 居全国298个地级以上城市第16位, 列169个城市空气质量第1位.
 * Undefined where the figure is a count of its own.
 * @param before the words up to the figure
 * @param after the words between it and the rank
 */
export function rankedAmong(before: string, after: string): Ranked | undefined {
  const ahead = AMONG_BEFORE.exec(before);
  const [, kind, behind] = (ahead === null ? null : AMONG_BEHIND.exec(after)) ?? [];
  if (ahead === null || kind === undefined || behind === undefined) return undefined;
  return { ahead: before.slice(0, ahead.index), behind, kind };
}

/** The words that may tell what is ranked: those before 居 or 在, and those behind the ones it is among; each may be ''. */
export interface Ranked {
  readonly ahead: string;
  readonly behind: string;
  /** What it is among: 国家级高新区. */
  readonly kind: string;
}
