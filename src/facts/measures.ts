import type { Indicator, Measure } from '../lexicon/types.js';
import type { Quantity } from '../text/types.js';
import type { Bound } from './bind.js';
import { COUNT_UNITS, DOWN, UP } from './vocabulary.js';
import { doingAt } from './words.js';

const SHARE = /(?:率|比重|比例|占比|比率|覆盖|占[^、，]{1,12})$/;
const RATE_OF_CHANGE = /(?:涨幅|增速|增幅|降幅|减幅|跌幅|增长率|增长速度|涨度)$/;
/** 行政检查压缩率59%, 压减幅度不低于15%: a fall told by a noun. */
const RATE_OF_CUT = /(?:压缩|压减|缩短|缩减|削减|精简|下降|降低|减少)(?:率|幅度|比例)$/;
/** 压减审批事项50%以上: a fall whose verb stands before what falls. */
const CUTS = /^(?:全年|累计|平均|大幅|再|共|普遍)?(?:压缩|压减|缩短|缩减|削减|精简|核减|减少)[“一-龥]{2,}$/;
/** “一网通办”平均压缩时限: the verb stands inside the name. */
const CUTS_INSIDE = /(?:压缩|压减|缩短|缩减|节约|节省)(?:审批|办理|办事|开办|通关)?(?:时间|时限)$/;
const NO_CUT = /(?:率|比例|比重|占比|幅度|占[^占]{2,})$/;

/** True for a rate (%) by which something was cut, whatever stands nearest to the figure. */
export function isCut(subject: string): boolean {
  return RATE_OF_CUT.test(subject) || CUTS_INSIDE.test(subject) || (CUTS.test(subject) && !NO_CUT.test(subject));
}

const RATES: ReadonlySet<Measure> = new Set(['growth', 'level', 'share']);
const AVERAGE = /年均(?!浓度|值|气温|降水|人口|可支配|收入|每)|年平均(?:分别)?增|平均每年|每年平均|年递增|年均每/;

/** 财政支出的70%, 外商直接投资的60%: the figure is a share of what stands before it. */
export function isShareOf({ quantity, verb, change, against, before, subject }: Bound): boolean {
  if (quantity.unit !== '%' || verb !== undefined || change !== undefined || against !== undefined) return false;
  const whole = /([一-龥]{2})的$/.exec(before)?.[1];
  const at = whole === undefined ? -1 : subject.lastIndexOf(whole);
  return (
    at >= 0 &&
    /^(?:$|主要|用于|投[向入]|[来源]自|在)/.test(subject.slice(at + 2)) &&
    !/(?:速度|增速|率|比重|比例|指数)的$/.test(before)
  );
}

/** 比上年增长2.8倍 is a growth, 是上年的2.8倍 a multiple. */
const GROWS = /^(?:增长|增加|提高|提升|上升|扩大|净增)$/;
/** 年均增长分别达到: the verb before what is said to be reached. */
const GROWS_BY = /年均(?:实际)?(?:增长|递增|增)(?:分别)?(?:达到?|为|是)?$/;
const NEW_AGAINST = /[比较](?:上年|去年|20\d\d年)[^，、；]{0,4}(?:新增|净增)(?:加)?$/;

/** What the figure measures, from its unit, its verb and its subject. */
export function measureOf(bound: Bound, indicator: Indicator | undefined, words: string): Measure {
  const { quantity, verb, subject } = bound;
  const { unit, kind } = quantity;
  if (kind === 'rank') return 'rank';
  if (kind === 'ratio') return 'ratio';
  // 从25位提升到19位
  if (unit === '位' && bound.change !== undefined) return 'rank';
  const average = AVERAGE.test(unit === '%' ? words : bound.before);
  // 超1400亿元 is a level; 超年度目标35个百分点 a difference.
  const exceeds = verb !== undefined && /^(?:超|超出|高|高出|多|快|领先|少|低)$/.test(verb) && !/点$/.test(unit);
  const named = /^(?:涨幅|增速|增幅|降幅|减幅|跌幅)$/.test(verb ?? '') && indicator?.measure === 'level';
  // 加快6条铁路建设: an act, no change of a number.
  const hurries = verb === '加快' && !/[%‰]$|点$/.test(unit);
  // 以年均12%的速度增长
  if (average && unit === '%' && /以年均$/.test(bound.before)) return 'average';
  const changes =
    verb !== undefined && !exceeds && !named && !hurries && (UP.has(verb) || DOWN.has(verb) || verb === '改善');
  // 比上年新增9家
  if (NEW_AGAINST.test(bound.before) && COUNT_UNITS.test(unit)) return 'difference';
  // 翻一番 tells growth by itself; 是2016年的1.5倍 a multiple.
  if (kind === 'multiple' || unit === '倍')
    return (bound.against === undefined && (changes || unit === '番')) || GROWS.test(verb ?? '')
      ? 'growth'
      : 'multiple';
  if (/个?百分点|基点$/.test(unit)) return 'difference';
  // 近八成, 激增三成
  if (unit === '成') return changes ? 'growth' : 'share';
  // 城镇调查失业率、居民消费价格涨幅控制在省定目标以内: the last one's word for its change is its own.
  const lent = /^[涨增降]幅$|^增速$/.test(verb ?? '') && indicator !== undefined && RATES.has(indicator.measure);
  if (kind === 'phrase')
    return /增长|增速|涨幅|同步|下降|持平/.test(
      quantity.text + (lent && indicator.measure !== 'growth' ? '' : (verb ?? '')),
    )
      ? 'growth'
      : (indicator?.measure ?? 'level');
  if (
    unit === '%' ||
    unit === '‰' ||
    (unit === '' && (changes || SHARE.test(subject) || indicator?.units[0] === '%'))
  ) {
    const ofAnother = /(?:相当于|达到?|为|是)全[国省市区][^，；]{0,8}的$/.test(bound.before);
    if (/恢复/.test(verb ?? '') || ofAnother || (bound.against !== undefined && !changes)) return 'multiple';
    // An index: 居民消费价格指数103, also written 103%.
    if (unit !== '‰' && !changes && /指数/.test(subject) && (quantity.low ?? quantity.high ?? 0) >= 90) return 'level';
    if (average && (changes || RATE_OF_CHANGE.test(subject) || GROWS_BY.test(bound.before))) return 'average';
    if (changes) return 'growth';
    if (indicator !== undefined && RATES.has(indicator.measure)) return indicator.measure;
    if (RATE_OF_CHANGE.test(subject) || isCut(subject)) return 'growth';
    return 'share';
  }
  if (changes && !bound.reaches && bound.change === undefined && unit !== '') return average ? 'average' : 'difference';
  if (average) return 'average';
  if (COUNT_UNITS.test(unit)) return indicator?.measure === 'level' ? 'level' : 'count';
  if (
    /(?:公里|米|亩|公顷)$/.test(unit) &&
    /^(?:新(?!区|城区)|改(?!革)|建(?!成区|设用地|筑)|完成|拆|修|整治|治理|铺|植|造|绿(?!地|化面积|色))/.test(subject)
  )
    return 'count';
  return 'level';
}

/** Words that tell of a sum over the stretch, not of a stock at its end. */
const FLOW =
  /新增|新建|新改|改造|改建|扩建|建成|建设|完成|实现|实施|引进|培育|拆除|创建|获评|获批|获得|净增|累计|办理|签约|签订|新引|发放|投入|争取|拨付|减免|脱贫|搬迁|转移|安置|化解|治理|治河|提供|帮助|减轻|整治|修复|修建|造林|退出|摘帽|出列|认定|开工|竣工|投产|落户|组建|打掉|查处|破获|办结|审议|制定|出台|取消|下放|承办|举办|举行|召开|培训|救助|资助|招聘|支付|安装|加装|除险|加固|关闭|关停|淘汰|清理|消除|新开|开通|设立|投放|筹措|兑现|追回|接听|扩面|表彰|奖|废止|修订|部署|新购|购置|识别|调整(?!为|到)|改善|种植|栽植|营造|捐赠|入选|入围|列入|评为|授予|首创|转让|审批|核发|颁发|抽检|检查|排查|巡查|接访|调处|侦破|抓获|缴获|收缴|没收|更新|推广|疏浚|清淤|铺设|安置|开辟|打通|贯通|升级|提升改造|美化|绿化|亮化|硬化|完善|落实|惠及|受益|带动|撬动|吸引|确定|续建|新、改|下沉|开发(?!区|商|投资|新区)|攻克|细化|引进|引育|受到|免受|搬进|复垦|拆旧|收获(?!蓝天)|输送|输转|接收|吸纳|选聘|聘请|帮扶|走访|慰问|募集|筹集|融资|归集|授信|担保|贴息|补贴|补助|奖补|拨款|捐资|缴纳|上缴|偿还|置换|立改废/;

const STANDING =
  /^(?:运营|运行|拥有|共有|现有|在建|在营|开行线路|保有|覆盖|储备)|(?:存量|保有量|余额|标准|水平|价格|人均[^，]{0,8}|每[人户][^，]{0,8}|每月[^，]{0,4})$/;

/** True where the figure sums up what was done in its stretch of years: 新增…, 改造…, 累计…. */
export function isFlow(bound: Bound, measure: Measure, indicator: Indicator | undefined): boolean {
  if (measure !== 'count' && measure !== 'level') return false;
  // 累计分别达到891家 of what was added: what there is in all.
  if (bound.subject.endsWith('总数')) return false;
  if (/累计|(?:年|期间|来)共(?:计|投资|投入|完成|安排|筹措)?/.test(bound.before)) return true;
  // 完成水利投资超过2000亿元: what was invested is summed up, whatever verb stands before the sum.
  if (/元$/.test(bound.quantity.unit) && /完成[^，、]*投资[^，、]{0,4}$/.test(bound.before)) return true;
  // A sum of money told without 达 or 突破 in a review of several years is their total.
  if (indicator !== undefined && measure === 'level') {
    const stock =
      bound.verb !== undefined || bound.change !== undefined || /余额|人均|总资产|存量|总量/.test(bound.subject);
    return /元$/.test(bound.quantity.unit) && !stock;
  }
  if (
    bound.change !== undefined ||
    (bound.verb !== undefined &&
      /^(?:达|达到|已达|突破|超过|接近|为|稳定在|保持在|增[至加到]|.{1,3}[到至])$/.test(bound.verb))
  )
    return /新增|净增|累计/.test(bound.subject);
  // 运营航线139条, 拥有高新技术企业415家: what there is at the end.
  if (STANDING.test(bound.subject)) return false;
  const act = doingAt(bound.subject);
  return FLOW.test(bound.subject) || FLOW.test(bound.before) || (act !== undefined && act.length > 1);
}

/** True where the report has lost its per cent signs. */
export function lostPercents(text: string): boolean {
  if (/[%％‰]|百分之/.test(text)) return false;
  return (text.match(/(?:增长|率达到?|率保持在)\d+(?:\.\d+)?(?![\d.]|个|倍|亿|万|元|家|人|户|公)/g)?.length ?? 0) >= 3;
}

/** The quantity with the per cent sign that the text lost, where a rate is meant. */
export function withPercent(quantity: Quantity, measure: Measure): Quantity | undefined {
  if (quantity.unit !== '' || quantity.kind !== 'number') return undefined;
  return measure === 'growth' || measure === 'average' || measure === 'share' ? { ...quantity, unit: '%' } : undefined;
}
