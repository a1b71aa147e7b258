import type { Quantity } from '../text/types.js';
import { thingsBehindSum, wholeList, withoutNextList } from './lists-behind.js';
import { isGeneric } from './subjects.js';
import { CLASSIFIERS, COUNT_UNITS } from './vocabulary.js';
import { doingAt, isDoing, stripPredicate } from './words.js';

/** Behind a figure these begin a predicate or a new member, not the noun that the figure counts. */
const NO_NOUN =
  /^(?:[，、；：。！？）”’\s]|并(?!购)|且|和(?!美|谐)|及(?!以上)|与(?![^，。；]{1,10}(?:合作|共建|签约|对接)[^，。；]{0,6}(?:项目|平台|基地))|以及|以上|以下|以内|左右|排(?:名|在|全|第|中)|居(?!民|家|住)|列(?:入|为|全)|位(?:居|列|于)|稳居|跃居|增(?:长|加|至|幅|速)|下降|减(?:少|至)|比(?:上|去|20|预|全|目|“)|较|是|占|为(?!民)|被|安排|把握|掌握|均(?!衡)|都(?!市)|也|其(?!他)|达(?!标)|超(?![\d.一二三四五六七八九十百千万亿]+元(?:以上)?的?[一-龥]|高功|高速|高压|高清|级|薄|细|临界|导|算|纯|硬|市)|实现|完成|纳入|带动|惠及|投入使用|用于|通过|成功|入选|获评|获批|全面|正式|基本(?!公共|农田|医)|高于|低于|快于|提高|提升(?!工程|行动|项目)|上升|需(?!求)|要(?!素)|给(?!水|排)|支持(?!政策|措施|项目)|助力|投产|建成|开工|在(?!建|校|园|编|岗|册|库|线|外)|已|至|到(?!位|期)|的基础|时间|[一二两三四五六七八九十\d]+[个道](?:大)?(?:台阶|关口|大关)|内(?!河|陆|外|资|需|科)|后(?!备|勤|台)|前(?!期|沿|置)|中(?!小|医|央|国|型|高|心|职|学|药|等|草|华|级|试|以|德|新|日|韩|俄|法|欧|外|美|白|泰|哈|老|越|马|巴|意|东|西|部|共|介|成|标|青|铁|交|建|粮|水|科|关|环|线|欧)|大关|台阶|大台阶|新台阶|关口|门槛|起(?!重|步|点)|来(?!料|华)|之)/;
const PREDICATE_INSIDE =
  /完成|总投资|累计|实现|签约|涉及|惠及|带动|到位|(?<!固定资产|民间|工业)投资|获得|新增|增长|建成|投产|开工|达到|竣工|引进|(?<!为[^，、]{1,12})提供(?!者|商)|已/;
/** A noun phrase that ends so is the subject of a rate or an amount that follows: its count is no figure of its own. */
const ATTRIBUTE =
  /(?:率|增速|增幅|比重|比例|占比|占|面积|产值|增加值|收入|浓度|强度|水平|指数|利润|税收|税金|GDP|总值|(?:固定资产|民间|工业)投资)$/;
/** Works behind a measure that was done of them: 完成120平方公里水土流失治理. */
const WORKS =
  /^[一-龥“”]{2,24}?(?:治理|建设|改造|整治|修复|提升|绿化|造林|任务|工程|修建|加固|养护|整修|疏浚|清淤|拆除|铺设|安装|种植|播种|征收|收储|开发|复垦|改良|调整|流转)$|^(?:营造林|人工造林|封山育林|退耕还林|退牧还草)$/;
/** Units in which works are measured. */
const MEASURE = /(?:公里|千米|亩|公顷|平方米|平方公里)$/;
/** An act of which the noun behind it only says where, or of which part. */
const WORK_OF =
  /^(?:基本|全面|全部|累计|年内)?(?:完成|实施|推进|启动|开展|抓好)[“”一-龥]{2,10}(?<!造林|绿化|改造|治理|整治|修复|建设|提升|流转|面积|工程|任务)$/;
/** Where work was done, its verb taken off: 桃河公园 before 18公里绿道建设. */
const WORK_AT =
  /^(?!平均|人均|总)[“”一-龥]{2,12}(?<!面积|比重|规模|里程)(?:公园|[城园山郊林景片辖港库新]区|[县市区镇乡村]|建成区|河|江|湖|坡|流域|沿线|岸线?|大道|境内|范围内?)$/;
/** Work named behind its measure, up to the clause's end. */
const TASK_BEHIND =
  /^[一-龥“”]{2,16}?(?:治理|改造|整治|修复|提升|绿化|造林|加固|清淤|建设)(?:任务|工程|项目|工作)?(?=[，。；]|$)/;
/** Units in which the yearly output of works is told, and the noun behind them. */
export const CAPACITY = /(?:吨|锭|千瓦|兆瓦|立方米|片)$/;
/** Units of what works put out, where a list of works goes on behind: 通用五菱30万辆微型车、…等项目. */
export const OUTPUT = /[万亿](?:辆|台|套|件|只|部|米|台套)$/;
const SEVERAL_WORKS = /、[^，；。]*等[^，；。]{0,8}(?:项目|工程)/;
const WORKS_AHEAD = /^[一-龥A-Z][^，；。]*?(?:项目|工程|装置|生产线|基地)/;
const MADE =
  /^(?!的?(?:产能|能力|规模|以上|项目))[一-龥A-Za-z]{2,14}?(?:(?:项目|工程|装置|生产线)(?![、和及等])|(?=、|和|以及|及|等|项目|工程|装置|生产线|$))/;
/** Two or more values of one body, told by one rate: 企业产值、税收均增长. */
const RATES_OF = /^[^、，]{3,}、[^、，]{2,8}(?:均|分别|都)/;
const MONEY_NOUN = /^[一-龥]{0,8}?(?:资金|奖励|补助|经费|基金|债券)(?=[，。；、]|支持|$)/;
/** 的 with whose part a share is: 62%的入境航班, not 10%的幅度. */
const PART_OF =
  /^的(?!比例|比重|幅度|增|减|速度|水平|目标|股|份额|标准|基础|占|任务|以上|年均|中高速|预期|高|覆盖|优惠|税率|投资|资金)(?![^，。；、]{0,8}(?:目标|标准|水平|任务|份额))[一-龥]{2,}/;
/** 28万人口饮水安全: the unit is the first letter of the noun. */
const PEOPLE = /^口(?!岸|腔|粮|罩|径|味|头|感)/;
const NEVER = /(?!)/;
const ANOTHER_COUNT = /^\d+[一-龥]{1,2}$/;
/** Behind a figure these call it a task that was set. */
export const TASK_SET = /^的?(?:年度|全年|年初|国家|省)(?:下达|确定|定)?的?(?:目标)?(?:任务|目标|计划)(?=[，。；、]|$)/;
/** 用3个月左右时间取得决定性成果: what was reached in such a time. */
const REACHED_IN =
  /^(?:左右|多)?(?:的?时间)?内?，?(?:就|即|便)?((?:基本|全面|有效|成功)*(?:实现|完成|建成|达成|取得|控制住?|遏制|阻断|扑灭)[^，、；且]+)/;
/** Words before a figure that only go with a noun behind it. */
const BEFORE_NOUN = /^(?:仅?用|历时|剩余|其余|其他|各|首批|新一批|共有|有|全部|所有|上述|这|近|第一批)$/;

/** Up to the first mark of a list that stands in no quotation: “旱能浇、涝能排”高标准农田. */
function firstMember(behind: string): string {
  const held = behind.replace(/“[^“”]{1,20}”/g, (quoted) => quoted.replaceAll('、', HELD));
  return held.split(/[、，；]/)[0]!.replaceAll(HELD, '、');
}
const HELD = '\u0001';

/**
 * The noun behind a figure that counts it: 202个亿元以上产业项目. Undefined where the figure belongs to the words before it,
 * '' where the figure is only a part of another's subject: 46个考核断面水质优良率达89.1%.
 * @param after the words from the figure to the next one or the clause's end, parentheses left out
 * @param noun the words before the figure without heads and verbs
 * @param acts true where those end with a verb of doing: 新建 before 5个…中心
 * @param done true where 完成 or the like alone stands before the figure
 * @param rest the words to the clause's end
 * @param governed true where a verb of change or level stands between them and the figure
 * @param member true where a list of nouns that began before the figure goes on behind it
 */
export function countedNoun(
  quantity: Quantity,
  after: string,
  noun: string,
  {
    acts,
    done,
    governed,
    last,
    rest,
    member,
  }: {
    readonly acts: boolean;
    readonly done: boolean;
    readonly governed: boolean;
    readonly last: boolean;
    readonly rest: string;
    readonly member: boolean;
  },
): string | undefined {
  if (quantity.kind !== 'number') return undefined;
  // 3亿多农村人口; 62%的入境航班.
  const behind = after
    .replace(/^[多余](?=农|城|困|贫|居|群|学|职|就|失|儿|妇|老|人口)/, '')
    .replace(/^的/, '')
    .replace(quantity.unit.endsWith('人') ? PEOPLE : NEVER, '人口');
  // 27天实现本土病例零新增: how long it took.
  if (/^(?:天|个?小时|个月|个工作日)$/.test(quantity.unit) && /^(?:仅?用|历时|)$/.test(noun)) {
    const reached = REACHED_IN.exec(after)?.[1];
    if (reached !== undefined) return reached;
  }
  // 投资3.5亿元对73个小区实施改造
  if (quantity.unit.endsWith('元') && /^对(?!外|口|接)/.test(after)) return undefined;
  if (behind === '' || NO_NOUN.test(after) || NO_NOUN.test(behind) || stripPredicate(behind).rest === '')
    return undefined;
  // 264列11883车: the same once more, in a unit of its own.
  if (ANOTHER_COUNT.test(behind)) return undefined;
  // 投资9665万元实施了129个项目: what was done with the sum.
  if (quantity.unit.endsWith('元') && isDoing(behind.replace(/了$/, ''))) return undefined;
  // 超额完成国家下达的100万亩年度任务: what had been set, of the things that were told before.
  if (TASK_SET.test(after)) return undefined;
  // 总装机804万千瓦的水电站: of the things named before.
  if (isGeneric(noun) && /^的/.test(after) && !quantity.unit.includes('元')) return undefined;
  const classifier = CLASSIFIERS.test(quantity.unit) || /^[百千万亿]+$/.test(quantity.unit);
  // 年产两万吨间苯二酚…等项目: what the works are to make.
  const sized = CAPACITY.test(quantity.unit) || (OUTPUT.test(quantity.unit) && SEVERAL_WORKS.test(rest));
  const made = !governed && sized && WORKS_AHEAD.test(rest) ? MADE.exec(behind)?.[0] : undefined;
  if (made !== undefined) return made;
  const sort = WORKS.test(behind.split(/[、，；]|和|及|并/)[0]!);
  // 基本完成建成区99.4公里黑臭水体整治任务: where the work was done stands before how much.
  const where = WORK_OF.test(noun) || (!governed && WORK_AT.test(noun));
  const placed = last && MEASURE.test(quantity.unit) && where && TASK_BEHIND.test(behind);
  const works = (done && noun === '' && sort) || placed;
  const partOf = quantity.unit === '%' && PART_OF.test(after);
  // 获得国务院4000万元激励资金
  const granted = quantity.unit.endsWith('元') && doingAt(noun) !== undefined && MONEY_NOUN.test(behind);
  const stands =
    noun === '' || acts || noun.length <= 3 || noun.endsWith('等') || BEFORE_NOUN.test(noun) || partOf || granted;
  if (!classifier && !works && (governed || !stands)) return undefined;
  // 稳居全国168个重点城市前列: among how many.
  if (/^[一-龥]{0,8}(?:前列|前茅|榜首)$/.test(behind.split(/[、，；]/)[0]!)) return '';
  // 综合实力在87个地级市中进入前20强
  if (!last && /[市县区省家]中(?![的间])/.test(behind.split(/[、，；]/)[0]!)) return '';
  // A quotation that the list mark cuts is no part of the noun: 移民迁安“四年任务、两年完成”目标.
  // 551件省、市人大代表建议: one letter is no member of a list.
  const joined = behind.replace(/^([省市县区国州])、(?:([省市县区州])、)?(?=[省市县区州])/, '$1$2');
  const piece = firstMember(last ? joined : withoutNextList(joined, COUNT_UNITS.test(quantity.unit)))
    .replace(/“[^”]*$/, '')
    .replace(/(?:全球|世界|全国|全省)?(?:排名|排位)?前$|(?:中的|之中|(?<![初高])中|和|及|以及|与)$/, '');
  if (piece === '') return undefined;
  // 首批16个试点市之一: of how many it is one.
  if (piece.endsWith('之一')) return '';
  // 9.7平方公里的湿地公园等5个公园: the size is of the first.
  if (!classifier && piece.endsWith('等')) return piece.slice(0, -1);
  const things = classifier && !last ? thingsBehindSum(after, rest) : undefined;
  if (things !== undefined) return things;
  if (last)
    return classifier && !OUTPUT.test(quantity.unit)
      ? wholeList(piece, joined, member || !(noun === '' || acts || BEFORE_NOUN.test(noun)))
      : piece;
  // 106家企业产值、税收均增长20%: the counted are whose they are.
  if (RATES_OF.test(joined) && ATTRIBUTE.test(piece)) return '';
  if (joined.slice(piece.length).includes('、')) return piece;
  const stop = piece.search(PREDICATE_INSIDE);
  const counted = stripPredicate(stop > 1 ? piece.slice(0, stop) : piece).rest;
  return ATTRIBUTE.test(counted) ? '' : counted || piece;
}
