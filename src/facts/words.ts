import { ADVERBS, DOING, DOWN, HEAD_KEEPS, HEADS, REACH, UP } from './vocabulary.js';

const LONGEST = 8;
/** Nouns that end like a verb or an adverb. */
const NOUN_ENDINGS =
  /(?:削减量|审减|减排量|减量|纲要|需要|班列|专列|系列|序列|阵列|民居|宜居|安居|新居|定居|倍增|节能减排|减排降碳|安排|公共|首都|成都|人均|户均|亩均|(?<!全)(?:省均|国均)|节约|集约|发达|条约|自然增长率|入园率|规模以上|限额以上|以上|所有|行为|国有|占有|自有|公有|非公|保有|最高|新高|百强|涉及|普及|波及|企及|触及|多少|减少量|排放|一体|进出口|出口|进口|高铁|高速|动车|入境|技改|再生|总和|以内|城乡|和谐|居民|共享|低保|医保|许可|认可|社保|参保|环保|担保|承保|投保|联保|农保|劳保|质保|海外|稳保)$/;

/** What stands before a figure, taken apart. */
export interface Predicate {
  /** What is left in front: the subject with its heads. */
  readonly rest: string;
  /** The verb nearest to the figure that tells of change or of a level: 增长, 达到, 控制在. */
  readonly verb?: string;
  readonly direction?: 'up' | 'down';
  /** True where the verb tells of a level (达到, 提高到) rather than of a change (增长). */
  readonly reaches: boolean;
  /** All that was taken off, in text order. */
  readonly taken: string;
}

/** A change in front of a rate (PM2.5浓度改善10%), an act in front of what was counted (改善2万户居住条件). */
const IMPROVED = '改善';

/** Nouns that name a change: what is said to reach a figure is the change itself. */
export const RATE_WORDS: ReadonlySet<string> = new Set(['增幅', '增速', '涨幅', '降幅', '减幅', '跌幅']);

const PER_HEAD = /[人户亩]$/;
const YEARS_WORD = /^[一二三四五六七八九〇零]年/;
const YEAR_BEGUN = /[一二][〇零O0一二三四五六七八九]{2}$/;

/** The longest word of the sets that `text` ends with. */
function tailWord(text: string, rate: boolean): string | undefined {
  if (rate && text.endsWith(IMPROVED)) return IMPROVED;
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(text.length - length);
    // 一九五三年: no 三年 stands in a year.
    if (YEARS_WORD.test(word) && YEAR_BEGUN.test(text.slice(0, -length))) continue;
    // 提前两年翻一番: nor do 前两年.
    if (word.startsWith('前') && text.endsWith(`提${word}`)) continue;
    // 对上争取: the verb is what was done.
    if (word === '争取' && /[对向]上$/.test(text.slice(0, -length))) continue;
    // 人均达: what is told by the head.
    if (word.startsWith('均') && PER_HEAD.test(text.slice(0, -length))) continue;
    if (UP.has(word) || DOWN.has(word) || REACH.has(word) || ADVERBS.has(word)) return word;
    if (DOING.has(word)) return undefined;
  }
  return undefined;
}

/**
 * Takes verbs and adverbs off the end: 地区生产总值预计增长 → 地区生产总值, verb 增长.
 * @param rate true in front of a rate (%)
 */
export function stripPredicate(text: string, rate = false): Predicate {
  let rest = text;
  let verb: string | undefined;
  let direction: 'up' | 'down' | undefined;
  let reaches = false;
  while (rest.length > 0 && !NOUN_ENDINGS.test(rest)) {
    const word = tailWord(rest, rate);
    if (word === undefined) break;
    rest = rest.slice(0, rest.length - word.length);
    const change = UP.has(word) || word === IMPROVED ? 'up' : DOWN.has(word) ? 'down' : undefined;
    if (change === undefined && !REACH.has(word)) continue;
    // 增速达到8%: the figure is the change.
    if (verb === undefined || (reaches && RATE_WORDS.has(word))) {
      verb = word;
      reaches = change === undefined;
    }
    direction ??= change ?? directionOf(word);
  }
  return { rest, verb, direction, reaches, taken: text.slice(rest.length) };
}

/** The direction that a verb of reaching tells by itself: 提高到 up, 降至 down. */
function directionOf(word: string): 'up' | 'down' | undefined {
  if (/^(?:增|提|上升|升|扩大|发展|涨|攀升|回升|增长)/.test(word) && /[到至为]$/.test(word)) return 'up';
  if (/^(?:下降|降|减|缩|压)/.test(word) && /[到至为]$/.test(word)) return 'down';
  return undefined;
}

/** Takes off the head what says nothing of the subject: 预计全年实现旅游总收入 → 旅游总收入. */
export function stripHeads(text: string): string {
  let rest = text.replace(/^[\s"”’」）)]+/, '');
  for (;;) {
    const head = headWord(rest);
    if (head === undefined) return rest;
    rest = rest.slice(head.length);
  }
}

/** A time at the head of a clause; it is read apart. */
const TIME_HEAD =
  /^(?:(?:用|利用)?[一两二三四五六\d]年(?:左右)?(?:的?时间(?=[一-龥])|之?内(?=[一-龥]))|[去今上]年[底末初](?!前|之前)|[到至在]?(?:(?:19|20)\d\d|一九[〇零一二三四五六七八九]{2})年(?:[底末初前度]|以来)?|(?:19|20)\d\d[-—至](?:19|20)\d\d年|\d{1,2}[-—至]\d{1,2}月份?|前[一二三]季度|[上下]半年|一季度|“?十[一二三四五]五”?(?:时期|期间|末|以来)?(?!”?规划|”?纲要|”)|(?:“(?:十|[六七八九])五”|十五|[六七八九]五)(?:时期|期间|以来)|(?:近|过去|今后|未来|接下来)的?(?:[一二两三四五六七八九十]|\d{1,2})年(?:来|间|内)?(?!级|以上|以来)|[一二三四五]年(?:来|间)?(?:累计)?(?!级|以上)|两年(?:来|间)?(?=累计|完成|新增|建成|改造|投入|新建|实施)|提前[一两三]年|用[一两三四五]年(?:左右)?的?时间|从?(?:今年|(?:19|20)\d\d年)起|第[一二三四]季度)/;

function headWord(text: string): string | undefined {
  const time = TIME_HEAD.exec(text)?.[0];
  if (time !== undefined) return time;
  const said = /^(?:中央|党中央|国务院|省委|市委|我们|报告|计划)(?:提出|建议|确定|要求|安排)/.exec(text)?.[0];
  if (said !== undefined) return said;
  // “5”即…: what a formula's number stands for.
  const stands = /^“[^”]{1,8}”(?:是指|就是|即|是|指(?![标数]))(?=[一-龥])/.exec(text)?.[0];
  if (stands !== undefined) return stands;
  const meant = /^(?:是指|主要指(?![标数])|即指|指(?![导标数挥定引派南向战认出示明望]))(?=[一-龥《“\d]|$)/.exec(
    text,
  )?.[0];
  if (meant !== undefined) return meant;
  const enumerated =
    /^(?:[一二三四五六七八九十]{1,2}是|\[\d{1,3}\]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳⑴-⒇]|\d{1,2}[.．、])/.exec(
      text,
    );
  if (enumerated !== null) return enumerated[0];
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(0, length);
    if (HEADS.has(word)) return HEAD_KEEPS.test(text) ? undefined : word;
    if (length > 1 && DOING.has(word)) return undefined;
  }
  return undefined;
}

/** Nouns that begin like a verb of doing. */
const NOUN_HEADS =
  /^(?:建成区|示范(?:性|村|镇|乡|户|点|社|园|区|片|带(?!动)|县|市|街|校|学校|基地|合作社|家庭|项目|工程|企业|小区|单位|站|中心|机构|店|路|线|岗|田)|绿化(?:节点|精品|覆盖|带)|孵化(?:器|面积|基地|载体)|供气管|对外(?:开放|贸易)|对虾|招呼站|办公|造纸|上市(?:公司|企业|后备)|保障性|保障房|服务(?!群众)|创新(?!举)|保护区|监测|培训(?!各|农|人|学|教)|储备|出口|进口|销售|生产|运行|融资|交流|处理厂|种植|转移支付|检测|救助站|供水|供电|供热|建设(?:用地|项目|工程|规模|标准|兵团)|改造(?:项目|工程)|治理(?:率|工程|项目)|投入(?:强度|产出)|发行|完成(?:率|额)|开工率|投产|办结率|办理(?:时|量|率|流程|环节|结果|事项)|注册(?:商标|资本|志愿)|登记(?:失业|企业))/;

/** How something is done, before the verb that tells what. */
const HOW = /^(?:柔性|全职|动态|高质量(?!发展)|滚动|牵头|组织)(?=[一-龥]{3})/;

/** The verb of doing that `text` begins with: 新增市场主体 → 新增. */
export function doingAt(text: string): string | undefined {
  if (NOUN_HEADS.test(text)) return undefined;
  // 柔性引进院士80人、知名专家181人
  const how = HOW.exec(text)?.[0];
  const act = how === undefined ? undefined : doingAt(text.slice(how.length));
  if (how !== undefined && act !== undefined && act.length > 1) return how + act;
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(0, length);
    if (DOING.has(word)) return word + secondAct(word, text);
  }
  return undefined;
}

/** 和改造 of 新建和改造供水管网: an act that builds, said together with one that mends. */
const SECOND_ACT =
  /^(?:和|及|与|或|并|、)(?:改造提升|维修改造|改造|改建|扩建|改扩建|续建|修缮|维修|维护|更换|更新|提升)(?=[一-龥“\d])/;

function secondAct(first: string, text: string): string {
  return /^(?:新建|新增|改造|改建|扩建|维修)$/.test(first)
    ? (SECOND_ACT.exec(text.slice(first.length))?.[0] ?? '')
    : '';
}

/** True for a verb of doing by itself. */
export function isDoing(text: string): boolean {
  return DOING.has(text);
}

/** The verb of doing that `text` ends with: 需拆除 → 拆除. */
export function doingEnd(text: string): string | undefined {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(text.length - length);
    if (DOING.has(word)) return word;
  }
  return undefined;
}

const AGAINST =
  /(?:比|较|是|为|相当于|等于|恢复到|恢复至|达到|达|占|相比于|相较于)((?:(?:20|19)\d\d年|[一二][〇零O0一二三四五六七八九]{3}年(?=(?:同期|[底末])?的?$)|年[初底]|上年|上一年|去年|前年|“?(?:十[一二三四五]?五|[七八九]五)”?(?:期末|末|时期)?|本届政府|[一二三四五]年前|前[两三五]年的?平均[值数]?)[^，、；]{0,8}?)(?:相比|的)?$/;

/** 增速略快于“十五”时期: set beside a stretch of years. */
const AGAINST_STRETCH =
  /略?(快于|高于|低于|慢于|好于|优于)(“?(?:十[一二三四]?五|[七八九]五)”?(?:时期|期间)?(?:平均水平)?)(?:的)?$/;

/**
 * A predicate with what it is measured against taken off: 比2015年 in 比2015年增加1000亿元, 上年 in 恢复到上年的60%.
 * @param points true in front of a difference of rates (百分点)
 */
export function withoutAgainst(
  predicate: Predicate,
  points = false,
): { predicate: Predicate; rest: string; against?: string } {
  const beside = points ? AGAINST_STRETCH.exec(predicate.rest) : null;
  if (beside !== null) {
    const read = { ...predicate, verb: beside[1]!, reaches: false };
    return { predicate: read, rest: predicate.rest.slice(0, beside.index), against: beside[2]! };
  }
  const whole = AGAINST.exec(predicate.rest) ?? AGAINST_WITH.exec(predicate.rest);
  if (whole !== null) {
    const verb = /^恢复[到至]/.exec(whole[0])?.[0];
    const read = verb === undefined ? predicate : { ...predicate, verb, reaches: true };
    const rest = predicate.rest.slice(0, whole.index).replace(SAID_ALONG, '');
    return { predicate: read, rest, against: whole[1]! };
  }
  // 比前五年累计增加1852亿元: the years went with the adverbs.
  const ahead = /[比较](前|上一?个?)$/.exec(predicate.rest);
  if (ahead !== null && /^[两三四五六]年/.test(predicate.taken))
    return { predicate, rest: predicate.rest.slice(0, ahead.index), against: ahead[1]! };
  // 恢复到上年的: the verbs before 上年 were taken with it.
  const taken = AGAINST.exec(predicate.taken.replace(/的[^的]*$/, '')) ?? AGAINST_TAKEN.exec(predicate.taken);
  return taken === null ? { predicate, rest: predicate.rest } : { predicate, rest: predicate.rest, against: taken[1]! };
}

/** 收入预计比2010年增长: between a name and what it is measured against. */
const SAID_ALONG = /(?<=..)(?:预计|预期|同比|实际|均|都)$/;

/** 与2010年相比, 在2020年基础上. */
const AGAINST_WITH =
  /(?:[与同和]|在)((?:19|20)\d\d年(?:[底末初])?|现有|上年|去年|五年前)(?:相比较?|的?基础上)(?:提前(?:[一两]年)?)?$/;
/** 比上年, 较去年 among adverbs. */
const AGAINST_TAKEN = /(?:比|较)(上年同期|上年|去年同期|去年)/;

/** 事故 and 事故起数 → 事故起数: what the end of the one and the start of the other share is said once. */
export function joinNames(owner: string, name: string): string {
  for (let length = Math.min(owner.length, name.length - 1); length > 0; length--)
    if (owner.endsWith(name.slice(0, length))) return owner + name.slice(length);
  return owner + name;
}
