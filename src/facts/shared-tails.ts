import type { Span } from '../text/types.js';
import type { Bound } from './bind.js';
import { COUNT_UNITS } from './vocabulary.js';
import { doingAt, isDoing } from './words.js';

/** Work that the last of a list of figures names for all of them: 36个城镇老旧小区和5432套棚户区改造. */

/** The work's name at the clause's end. */
const WORK =
  /(?:的)?((?:标准化|生态|环境|综合|提质|抗震|续建|规范化|一体化)*(?:建成投用|建成投产|建成开放|开工建设|启动建设|竣工投用|竣工投产|投入使用|全部完成|改扩建|新改扩建|迁建|扩建|改建|改造提升|提升改造|升级改造|改造升级|更新改造|新建改造|改造|建设|治理|整治|修复|整合|搬迁|拆除|封育|维修|加固|规划编制|绿化|提升)(?:建设)?(?:任务|项目|工程|工作)?(?:(?:全面|加快|扎实|顺利|稳步|有序)(?:推进|实施|铺开))?|(?:受到|荣获|获得|获评|入选|被评为|被授予|列入)[一-龥“”、]{2,20}|应用场景|(?:全部|全面|均|已|顺利|如期|按期)(?:办结|办复|办理完毕|完成|出列|退出|脱贫|摘帽|达标|开工|开工建设|建成|投产|投用|通车|验收|通过验收|整改|整改到位|销号|入驻|取消)|完成[一-龥]{2,4}任务|(?:实现|稳定|全部|整体|整村)*(?:脱贫|减贫|脱贫摘帽|减贫摘帽|达小康)|通过[一-龥“”、]{2,16}(?:验收|评估|考核|认定)|开展(?:了)?[一-龥]{4,24}试点)$/;
/** Acts that only set such work going; any other is the work itself (新建, 创建). */
const SETS_GOING =
  /^(?:启动|推进|实施|完成|加快|抓好|组织|支持|谋划|推动|开展|统筹|继续|全面|基本完成|高标准|高质量|重点推进|持续推进|加快推进|扎实推进|深入推进|全力推进|着力推进|稳步推进|有序推进)+/;
/** Units of what such work is done on. */
const UNIT =
  /(?:个|座|条|处|所|户|套|家|名|人|件|支|艘|人|辆|栋|幢|片|段|口|宗|项|镇|村|台|公里|千米|米|亩|公顷|平方米|平方公里|万|亿)$/;
/** Subjects that tell their work, or are no thing that is worked on. */
const TOLD =
  /全部|全面|摘帽|脱贫|退出|出列|办结|办复|受到|获|入选|评为|授予|列入|场景|扩建|迁建|改建|推进|启动|落地|开通|进展|规模|改造|建设|建成|开工|投用|投产|投入|完成|治理|整治|修复|整合|搬迁|拆除|封育|维修|加固|编制|规划|绿化|提升|投资|资金|率$/;
const HAS_ITS_OWN = /^[^的]{0,6}(?:企业|村|社区|单位|园区|学校)的[^的]{3,}$/;
/** Nothing but one more member of the list between two figures. */
const BETWEEN = /^[“”一-龥A-Za-z·]{0,16}?(?:、|和|及|以及|与)[“”一-龥A-Za-z·]{0,16}$/;

/**
 * Gives the figures of a clause that are one list the work that stands behind the last of them.
 * @param text the sentence that the spans point into
 * @param bounds the figures of the sentence so far; those of the clause are changed in place
 */
export function shareWork(text: string, clause: Span, bounds: Bound[]): void {
  const last = bounds.length - 1;
  const ending = bounds[last];
  if (ending === undefined || ending.home !== clause || !UNIT.test(ending.quantity.unit)) return;
  const behind = text.slice(ending.quantity.span.end, clause.end).replace(/（[^（）]*）/g, '');
  const work = /^[^，；：。\d]{0,30}$/.test(behind) ? WORK.exec(behind)?.[1] : undefined;
  if (work === undefined) return;
  const first = listStart(text, clause, bounds, last);
  // 完成供热管网82公里、燃气管网35公里改造: the noun of the last stands before it as well.
  const direct = behind.replace(/^的/, '') === work;
  if (first === last && !direct) return;
  for (let i = first; i <= last; i++) {
    const bound = bounds[i]!;
    // 30家企业的清洁生产和20家企业的改造: what has work of its own.
    if (i < last && HAS_ITS_OWN.test(bound.subject)) continue;
    const act = doingAt(bound.subject);
    const going = SETS_GOING.exec(bound.subject)?.[0] ?? '';
    if (
      bound.subject === '' ||
      bound.subject.endsWith(work) ||
      TOLD.test(bound.subject.slice(going.length)) ||
      (act !== undefined && going === '')
    )
      continue;
    if (act !== undefined && act.length > going.length) continue;
    bounds[i] = { ...bound, subject: bound.subject + work };
  }
}

/** Of what size, or at whose rank, things are that are named further on: 220千伏、…变电站, 国家级、…龙头企业. */
const KIND_AT_HEAD =
  /^(?:(?:[\d.]+|[一二两三四五六七八九十百千万亿]+)[万亿]*(?:元|亩|吨|千伏|伏|千瓦|公里|平方米|立方米|头|只|人|级)(?:以上|以下|级)?|(?:国家|部|省|自治区|市|州|县)级(?:以上|及以上)?|[一二三四甲乙]类)/;

/** Gives counts that stand before a size alone the things that the last of their list names. */
export function shareThings(text: string, clause: Span, bounds: Bound[]): void {
  for (let last = bounds.length - 1; last > 0 && bounds[last]!.home === clause; last--) {
    const ending = bounds[last]!;
    const first = bounds[last - 1]!;
    if (first.home !== clause || !COUNT_UNITS.test(first.quantity.unit)) continue;
    const gap = text.slice(first.quantity.span.end, ending.quantity.span.start);
    // 7万户、14万名贫困人口脱贫: households and their people, of whom the one thing is told.
    const opens = first.quantity.span.start === clause.start && /^[、和]?$/.test(gap);
    if (opens && first.quantity.unit.endsWith('户') && /[人名口]$/.test(ending.quantity.unit)) {
      bounds[last - 1] = { ...first, subject: ending.subject };
      continue;
    }
    const acted = actedAlike(first, ending, gap);
    if (acted !== undefined) {
      bounds[last - 1] = { ...first, subject: acted };
      continue;
    }
    const size = /^(?:的)?([^，；。、]{0,10})(?:、|和|及)$/.exec(gap)?.[1];
    const act = first.subject.slice(0, first.subject.length - (size ?? '').length);
    const shared = act !== '' && ending.subject.startsWith(act) ? act.length : undefined;
    const named = ending.subject.slice(shared ?? doingAt(ending.subject)?.length ?? 0);
    const things = named.replace(KIND_AT_HEAD, '').replace(/^的/, '');
    // 建设2个、…: nothing stands between; a size or a rank of bodies does where the last has one as well.
    const sized = size !== undefined && size !== '' && KIND_AT_HEAD.exec(size)?.[0] === size;
    const told = size === '' ? isDoing(first.subject) : sized && first.subject.endsWith(size) && things !== named;
    if (!told || things.length < 2) continue;
    bounds[last - 1] = { ...first, subject: first.subject + things };
  }
}

/** 开工12个、建成10个垃圾处理设施: the things that a second act in a row names are those of the first as well. */
function actedAlike(first: Bound, ending: Bound, gap: string): string | undefined {
  const act = /^(?:、|和|及)([一-龥]{2,4})$/.exec(gap)?.[1];
  if (act === undefined || !isDoing(act) || !isDoing(first.subject) || first.change !== undefined) return undefined;
  const alike = first.quantity.unit === ending.quantity.unit && ending.subject.startsWith(act);
  const things = alike ? ending.subject.slice(act.length) : '';
  return things.length < 2 ? undefined : first.subject + things;
}

/** Units that name what they count: 3000个学位. */
const NAMES_ITS_OWN = /^[百千万亿]*[个张](学位|泊位|床位|病床|车位|停车位|托位|岗位)$/;
/** A subject that names none: an act alone, a harbour, the first of several. */
const NAMES_NONE = /(?:等|港|港区|作业区|码头|新增)$/;

/** Gives a number the noun that its unit holds, where nothing else names one: 新增3000个学位. */
export function shareUnit(clause: Span, bounds: Bound[]): void {
  for (let i = bounds.length - 1; i >= 0 && bounds[i]!.home === clause; i--) {
    const { quantity, subject } = bounds[i]!;
    const noun = NAMES_ITS_OWN.exec(quantity.unit)?.[1];
    if (noun !== undefined && (NAMES_NONE.test(subject) || isDoing(subject)))
      bounds[i] = { ...bounds[i]!, subject: subject + noun };
  }
}

/** What a list of numbers ends with that says what all of them are: 稳增长46条、提振实体经济19条等举措. */
const ALL_OF_THEM =
  /^等((?:重大|重要|政策|系列|相关)*(?:举措|措施|政策|政策文件|意见|办法|规定|制度|文件|方案|条例|条款))$/;

/** Gives the numbers of a list the kind that stands behind the last of them. */
export function shareKind(text: string, clause: Span, bounds: Bound[]): void {
  const last = bounds.length - 1;
  const ending = bounds[last];
  if (ending === undefined || ending.home !== clause) return;
  const kind = ALL_OF_THEM.exec(text.slice(ending.quantity.span.end, clause.end))?.[1];
  if (kind === undefined) return;
  const first = listStart(text, clause, bounds, last);
  if (first === last) return;
  for (let i = first; i <= last; i++) {
    const bound = bounds[i]!;
    const named: string = bound.subject.endsWith(`等${kind}`)
      ? bound.subject.slice(0, -kind.length - 1)
      : bound.subject;
    if (bound.quantity.unit === ending.quantity.unit && !named.endsWith(kind))
      bounds[i] = { ...bound, subject: named + kind };
  }
}

/** Grades side by side, the thing that has them behind the last: 防城港20万吨级、钦州港30万吨级航道. */
const OTHER_GRADES =
  /^(?:[、和及][一-龥]{0,8}[\d.]+[万亿]*(?:吨|千伏|千瓦)级)+([一-龥]{2,8}?)(?=[，。；、和及]|以及|$)/;

/** Gives a grade the thing that stands behind the grades beside it. */
export function shareGraded(text: string, clause: Span, bounds: Bound[]): void {
  for (let i = bounds.length - 1; i >= 0 && bounds[i]!.home === clause; i--) {
    const { quantity, subject } = bounds[i]!;
    const thing = quantity.text.endsWith('级')
      ? OTHER_GRADES.exec(text.slice(quantity.span.end, clause.end))?.[1]
      : undefined;
    if (thing !== undefined && !subject.endsWith(thing)) bounds[i] = { ...bounds[i]!, subject: subject + thing };
  }
}

/** Units in which works are measured by what they put out. */
const OUTPUT = /(?:吨|锭|千瓦|兆瓦|吉瓦|立方米|平方米|头|只|羽|台|台套|辆|套|片|件|米|张|支|块|颗|瓶)$/;
/** Behind the last of a list of works: 、双龙玻璃棉产业园等项目投产. */
const WORKS_BEHIND = /^[^，。；：]{0,60}?等[^，。；：、]{0,10}?(项目|工程)/;
/** Names that say themselves that a work is meant. */
const NAMES_WORK =
  /项目|工程|(?:基地|园区?|厂|场|线|码头|泊位|电站|装置|机组|船|中心|水库|市场|储备库|医院|学校|大桥|隧道|机场|公园|小区|面积|能力|产能|总量|规模|率)$/;
/** Acts by which what is counted comes about, whatever list it stands in. */
const COUNTS_THINGS =
  /^(?:新增|净增|完成|实现|生产|销售|出栏|存栏|出口|进口|发放|投入|投放|购置|采购|更新|种植|改造|拆除|淘汰)/;

/** 绿健生物1000吨阿拉伯糖、双龙玻璃棉产业园等项目投产: what works of a list are to put out is told with the word for them. */
export function shareProjects(text: string, clause: Span, bounds: Bound[]): void {
  for (let i = bounds.length - 1; i >= 0 && bounds[i]!.home === clause; i--) {
    const { quantity, subject, reaches, verb } = bounds[i]!;
    if (quantity.kind !== 'number' || !OUTPUT.test(quantity.unit) || subject === '') continue;
    // 产量达到80万吨的…: a level reached is no size.
    if ((verb !== undefined && reaches) || NAMES_WORK.test(subject) || COUNTS_THINGS.test(subject)) continue;
    const behind = text.slice(quantity.span.end, clause.end).replace(/（[^（）]*）/g, '');
    const works = /^[一-龥“A-Za-z]/.test(behind) ? WORKS_BEHIND.exec(behind)?.[1] : undefined;
    if (works !== undefined) bounds[i] = { ...bounds[i]!, subject: subject.replace(/等$/, '') + works };
  }
}

/** Where the list that ends with the clause's last figure begins. */
function listStart(text: string, clause: Span, bounds: readonly Bound[], last: number): number {
  let first = last;
  while (first > 0) {
    const before = bounds[first - 1]!;
    const gap = text.slice(before.quantity.span.end, bounds[first]!.quantity.span.start).replace(/（[^（）]*）/g, '');
    const own = gap.replace(/^.*(?:、|和|及|以及|与)/, '');
    const member = BETWEEN.test(gap) && (own === '' || doingAt(own) === undefined);
    if (before.home !== clause || !UNIT.test(before.quantity.unit) || !member) break;
    first--;
  }
  return first;
}
