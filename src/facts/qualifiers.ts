import type { Quantity, Span } from '../text/types.js';
import { projectBehind } from './spent.js';

/** Units of size, by which things are told apart: 亿元以上项目, 500千伏线路, 3岁以下婴幼儿. */
const SIZE =
  /(?:元|吨|吨标准煤|吨标煤|吨级|亩|公顷|米|公里|千瓦|瓦|伏|安|岁|周岁|床|平方米|平方公里|立方米|方|蒸吨|马力|天|小时|分钟|兆|分贝|人)$/;
const THINGS =
  /^(?:的)?[^，、；。\d]{0,8}?(?:企业|项目|产业|园区|集群|平台|乡镇|村|县|镇|商品|品牌|单品|龙头|景区|工程|客户|税源|机组|企业家|群体|产品|大户|公司|订单|集中区|集聚区|开发区|门店|商圈|街区)/;
/** 50亿企业5家, 10亿元项目20个: the sum says of what size the counted things are. */
const SIZED = /^(?:的)?(?:[一-龥]{0,4})(?:企业|项目|园区|集群|产业|乡镇|县)(?:达到?|突破|超过?)?\d/;
const NEVER_A_NOUN =
  /^(?:[，、；：。！？)）”’\s]|并|和(?!美)|及|以及|增长|增加|提高|下降|实现|完成|排|居|比|较|占|是|为|均|已|在|由|用于|支持|保障|确保|投入|建成|新增|推动|带动)/;

/**
 * Behind 500强 and the like, what they are or how many: 世界500强企业, 民营企业500强全国首位度, 世界500强39家; also behind others
 * of the kind (世界500强、行业50强跨国公司). 前20强行列, 50强城市 tell a rank.
 */
const STRONG_ONES =
  /^[”"]?(?:(?:[、和及与]|以及)[一-龥“”]{0,8}\d*强[”"]?)*(?:[\d一二两三四五六七八九十]+[家个户]|[、和及](?=.*(?:企业|项目|公司|投资))|(?:[一-龥A-Z“])(?<!榜|城|县|区|市|行|之|以|中|位|方|的|且|并|和|及|与|名|第|百))/;

/** 面向世界500强: a class of firms, where no verb says that somebody came to be one of them. */
const NAMED_CLASS = /(?:世界|中国|全国|国内|全球|国际|民企|民营企业|行业|知名)$/;
/** 11家企业入选民营企业100强, 支持更多企业进入世界500强: how many of the class there are, no place in a ranking. */
const MANY_OF_THEM =
  /(?:\d[余多]?[家户个]|[一二两三四五六七八九十][家户]|更多|一批|多家|若干|部分)[一-龥“”\d]{0,14}?(?:进入|跻身|入围|入选|荣登|上榜|列入|进军|迈入|迈向|晋级|成为)[^，。；]*$/;
/** A number of things before a rank, and not of those among which one thing has it: 87个地级市中. */
const MANY_COUNTED = /[\d余多][家户个](?![^，。；]{1,10}[市县区省家]中)[^，。；]*$/;
const AMONG_THEM = /\d[余多]?[家个][^，。；]{1,10}[市县区省家]中[^，。；]*$/;
const RANKED =
  /(?:进入|跻身|入围|入选|荣登|登上|上榜|挺进|晋级|进军|迈入|位居|位列|名列|列入?|居|闯入|获|评为|荣膺|冲刺|保持|排|成为|跃升|升)[^，。；]*$/;

/** Behind the first of several sizes by which things are told apart. */
const OF_EACH = /^(?:[、和][一-龥]{2,10}(?:超|过|达)[\d.]+[万亿]*元)*的[一-龥“”]{1,12}/;

/** Of what size the bases are that are counted behind. */
const AREA_SIZED = /^(?:以上)?(?:的)?[一-龥]{0,4}(?:基地|示范区|示范片|示范园|养殖场|大户|片区)(?:达到?)?\d/;
/** The same sum in other money. */
const OR_ELSE = /[\d百千万亿]元（?或(?:者)?$/;
/** 2个220千伏、11个66千伏变电站: a size between two counts. */
const EACH_COUNTED = /[\d一二两三四五六七八九十]余?[个座条家户]$/;
const OTHERS_COUNTED =
  /^(?:级|规模)?[、和及][\d一二两三四五六七八九十]+余?[个座条家户](?=[\d一二两三四五六七八九十百千万亿])/;

/** Of how many households a village is: 50户以上不搬迁自然村. */
const VILLAGE =
  /^的?(?:不搬迁|[已未]通电|新农村建设|宜居|连片|大|木质(?:房屋|建筑)|的)*(?:自然村|行政村|村寨|村庄|村|屯|寨|居民点|村民小?组)/;

const MOTTO_COUNT = /^[一二两三四五六七八九十]+[个大项条]$/;

/** True inside quotation marks that count other things as well, all in words. */
function inMotto(text: string, { start, end }: Span): boolean {
  const open = text.lastIndexOf('“', start);
  const close = text.indexOf('”', end);
  if (open < 0 || close < 0 || text.lastIndexOf('”', start) > open) return false;
  const others = text.slice(open, start) + text.slice(end, close);
  return !/\d/.test(others) && /[一二两三四五六七八九十][个大项条]/.test(others);
}

/** True where a quantity only qualifies a noun and is no figure of its own: 亿元以上产业项目, 产值过10亿元企业, 500强企业, 1000千伏线路. */
export function qualifies(text: string, quantity: Quantity): boolean {
  const { kind, unit, span, core } = quantity;
  const after = text.slice(span.end, span.end + 24);
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  if (kind === 'rank') {
    // 23个学科进入ESI全球前1%: how many are among them.
    if (/^[%‰]$/.test(unit))
      return MANY_OF_THEM.test(text.slice(Math.max(0, span.start - 50), span.start)) || /^的?(?:一级)?学科/.test(after);
    if (unit !== '强') return text[core.start] === '前' && MANY_COUNTED.test(before) && MANY_OF_THEM.test(before);
    // 世界500强第339位: the place in the ranking is the figure.
    if (/^[”"]?(?:榜单?|排名)?第\d/.test(after)) return true;
    // 4个园区进入省级开发区综合评价前30强: how many of them came so far.
    if (!AMONG_THEM.test(before) && MANY_OF_THEM.test(text.slice(Math.max(0, span.start - 50), span.start)))
      return true;
    return STRONG_ONES.test(after) || (NAMED_CLASS.test(before) && !RANKED.test(before));
  }
  // 破零倍增
  // 实现“一个翻番、两个提前”: a motto counts its doublings.
  if (kind === 'multiple')
    return quantity.text.startsWith('零') || (/番$/.test(quantity.text) && /[第一两三四五六七八九]个$/.test(before));
  if (kind !== 'number') return false;
  // 五千亩基地20个, 20亿元或3亿美元
  if (/[亩吨头只]$/.test(unit) && AREA_SIZED.test(after)) return true;
  if (/元$/.test(unit) && OR_ELSE.test(before)) return true;
  // 五人制足球场
  if (/人$/.test(unit) && after.startsWith('制')) return true;
  // 1206、1213人防工程
  if (/人$/.test(unit) && /^防(?:工程|指挥|设施)/.test(after)) return true;
  // 一批5万人口以上的区域中心镇
  if (/[万亿]人$/.test(unit) && /^口(?:以上|以下|规模)的?[一-龥]{0,6}(?:镇|县|市|城市|乡|村)/.test(after)) return true;
  // 凝聚全市300万人民的力量
  if (/[万亿]人$/.test(unit) && after.startsWith('民')) return true;
  // 1个三千亿元以上、2个两千亿元以上的产业集群: of what size each of them is.
  if (EACH_COUNTED.test(before) && OTHERS_COUNTED.test(after)) return true;
  // 35蒸吨、县域10蒸吨以下锅炉: of what size in each.
  if (/^(?:蒸吨|千伏)$/.test(unit) && new RegExp(`^[、和][一-龥]{0,4}\\d+${unit}`).test(after)) return true;
  // 一批生产总值超50亿元、财政收入超5亿元的经济强县
  if (/元$/.test(unit) && /一批[^，；。]{2,14}$/.test(before) && OF_EACH.test(text.slice(span.end, span.end + 40)))
    return true;
  if (/(?:千伏|千伏安|蒸吨|马力|吨级|毫米|毫升|℃|摄氏度)$/.test(unit))
    return /^[一-龥“]/.test(after) && !NEVER_A_NOUN.test(after);
  // 经济总量超5000亿元的市增加到5个: of what size the counted places are.
  if (/元$/.test(unit) && /^的(?:城市|县市|市县|市|区|旗)(?![场民内域])/.test(after)) return true;
  // A、B、C6项指标: how many are named.
  if (
    /^[项个]$/.test(unit) &&
    /^(?:主要)?(?:经济)?(?:指标|污染物)/.test(after) &&
    /、[^，；。]{2,20}(?:等)?$/.test(before)
  )
    return true;
  // 低于全国4.5%和全省3.7%的水平: the figures of others.
  if (
    unit === '%' &&
    /^(?:[、和及]全[国省市区州][\d.]+%)*的(?:平均)?水平/.test(after) &&
    /(?:高于|低于|快于|好于|优于)[^，；。]*$/.test(before)
  )
    return true;
  // 20户以上自然村通硬化路
  if (unit === '户' && /以上$/.test(quantity.text) && VILLAGE.test(after)) return true;
  // 4.5米水深航道整治
  if (/米$/.test(unit) && /^水深/.test(after)) return true;
  // 连续跨过5个千亿级台阶: how many marks were passed.
  if (
    unit === '个' &&
    /^[一-龥]{0,4}级?(?:大|新)?(?:台阶|大关|关口|门槛)/.test(after) &&
    /[跨迈上破越]过?了?$/.test(before)
  )
    return true;
  // “打造一个枢纽、建设四个中心、提升五个品牌”: a motto counts what it names.
  if (MOTTO_COUNT.test(quantity.text) && inMotto(text, span)) return true;
  // 50亿元、百亿元项目招引
  if (/元$/.test(unit) && /^[、和][百千万亿\d]+元(?:以上)?级?(?:项目|企业|产业|园区|集群|乡镇)/.test(after))
    return true;
  // 推动5个方面18项重点工作
  if (unit === '个' && /^(?:方面|层面|维度)/.test(after)) return true;
  // 13大类民生支出889.4亿元, 9大类1030个项目: of how many kinds they are.
  if (unit === '类' && /^\d+[项个种件]/.test(after)) return true;
  if (/^大[类项]$/.test(unit) && /^[一-龥“”、]{0,16}?(?:约|近|超过?)?\d/.test(after)) return true;
  if (/[百千万亿]项$/.test(unit) && /^目/.test(after)) return true;
  // 人均生产总值41500元（约合6250美元）; 500万元口径固定资产投资.
  if (/(?:约合|折合|合)$/.test(before) || /^口径/.test(after)) return true;
  // 以100亿元项目为引领、10亿元项目为主体
  if (/元$/.test(unit) && /^(?:级)?(?:项目|企业|产业)为/.test(after)) return true;
  if (/元$|^[万亿]+$/.test(unit) && SIZED.test(after)) return true;
  if (!SIZE.test(unit) && !/^[百千万]?亿$/.test(unit)) return false;
  const closed = span.end > core.end && /(?:以上|以下|以内)$/.test(text.slice(core.end, span.end));
  if (closed && /^\d/.test(after)) return true;
  if (closed && /^[一-龥“]/.test(after) && !NEVER_A_NOUN.test(after)) return true;
  // 迈上30亿、20亿、10亿级新台阶: of what size each is.
  if (/^[百千万]?亿$/.test(unit) && /^(?:、[\d.百千万]+亿)*级(?:新|大)?台阶/.test(after)) return true;
  // 产业规模达到4000亿级 is a level reached.
  if (/^级(?!别)/.test(after) && (SIZE.test(unit) || /^级以?[上的一-龥“]/.test(after))) return true;
  if (/(?:岁)$/.test(unit) && /^[一-龥“]/.test(after) && !NEVER_A_NOUN.test(after)) return true;
  const opened = /(?:过|超过?|逾|达|大于|上|不低于|投资|产值|税收|营收|收入|规模)$/.test(
    text.slice(Math.max(0, core.start - 3), core.start),
  );
  if (!opened) return false;
  // 总投资52亿元的精细化工项目: one project's own sum.
  if (
    !closed &&
    projectBehind(unit, text.slice(Math.max(0, core.start - 12), core.start), text.slice(span.end, span.end + 40)) !==
      undefined
  )
    return false;
  return /^(?:的)?\d/.test(after) ||
    /^(?:、|和|及)(?:[\d一二两三四五六七八九十]+[个家户条])?(?:过|超)\d[^，。；]{0,10}(?:的|企业|项目|产业|园区)/.test(
      after,
    )
    ? /过|超|逾/.test(text.slice(Math.max(0, core.start - 2), core.start))
    : THINGS.test(after);
}
