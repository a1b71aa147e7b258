import type { IndicatorIndex } from '../lexicon/indicators.js';
import { ofTheFirst } from './attributes.js';
import { withTailOf } from './list-tails.js';
import { CROPS, GENERIC, PAIRS } from './vocabulary.js';
import { doingAt, doingEnd } from './words.js';

const SEPARATORS =
  /、|以及|(?<![普涉波危遍触提企顾])及(?!以上|格|时|率)|(?<![饱祥温])和(?!谐|平|美|睦|田|解|浩特)|与(?!会)/;
const QUOTED = /[“‘《（(][^”’》）)]*[”’》）)]/g;

/** Splits a list of nouns at 、和及与, not inside quotes or parentheses. */
export function splitList(text: string): string[] {
  return splitAt(text, SEPARATORS);
}

function splitAt(text: string, separators: RegExp | string): string[] {
  const held: string[] = [];
  const open = text.replace(QUOTED, (quoted) => `\uE000${held.push(quoted) - 1}\uE001`);
  return open
    .split(separators)
    .map((piece) => piece.replace(/\uE000(\d+)\uE001/g, (_, n: string) => held[Number(n)]!).trim())
    .filter((piece) => piece !== '');
}

/**
 * The subjects of a list, each made whole: 城镇、农村居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入;
 * 存贷款余额 with two values → 存款余额, 贷款余额.
 * @param count how many values follow; a single noun is parted only where it stands for as many things
 */
export function expandSubjects(text: string, count: number, indicators: IndicatorIndex): string[] {
  if (count === 1 && ONE_NAME.test(text)) return [text];
  const pieces = piecesOf(text, count);
  // 城镇和农村居民收入 and 一、二、三产 are one name for several; 外贸进出口总值和对外投资 are two as they stand.
  if (count > 1 && (pieces.length === 1 || pieces.length !== count || joinsPieces(text, count))) {
    const parted = partPair(text, count);
    if (parted !== undefined && (pieces.length <= 2 || joinsPieces(text, count))) return parted;
  }
  if (pieces.length < 2) return pieces;
  const pair = pieces.length < count ? expandWithPairs(pieces, count) : undefined;
  return shareTail(pair ?? pieces, indicators);
}

/** 绩效考核与评价: two doings of one thing, whose second is no subject by itself. */
const ONE_NAME =
  /^[^、]*[一-龥]{3}(?:与|和|及)(?:评价|管理|服务|发展|保护|治理|利用|开发|应用|监管|考核|建设|运营|评估|使用|监督|推广)$/;

/** The members of a list; where 和 stands inside their names (仓储和邮政业、软件和信息技术服务业), those that 、 parts. */
function piecesOf(text: string, count: number): string[] {
  // “保交房”“保交楼”分别交付: names in quotation marks need no mark between them.
  const pieces = splitList(count > 1 ? text.replace(/”(?=“)/g, '”、') : text);
  if (count < 2 || pieces.length <= count) return pieces;
  const marked = splitAt(text, '、');
  return marked.length === count ? marked : pieces;
}

/** The two that a single name stands for: 城乡居民收入 → 城镇居民收入, 农村居民收入. */
export function partPair(text: string, count: number): string[] | undefined {
  for (const [pattern, parts] of PAIRS)
    if (parts.length === count && pattern.test(text)) return parts.map((part) => text.replace(pattern, part));
  return undefined;
}

/** True where the words that stand for several hold the marks between them: 一、二、三产, 城镇和农村居民. */
function joinsPieces(text: string, count: number): boolean {
  const pair = PAIRS.find(([pattern, parts]) => parts.length === count && pattern.test(text));
  return pair !== undefined && SEPARATORS.test(pair[0].exec(text)![0]);
}

/** Where one piece of a list stands for two, so that the pieces come to `count`: GDP、城乡居民收入 with three values. */
function expandWithPairs(pieces: readonly string[], count: number): string[] | undefined {
  const parted = pieces.flatMap((piece) => partPair(piece, 2) ?? [piece]);
  return parted.length === count ? parted : undefined;
}

/** A verb before the first of several subjects that holds for all of them. */
export const SHARED_VERB =
  /^(?:新..?|净增|改造|改建|建成|建设|引进|培育|拆除|创建|获评|获批|办理|签约|发放|投放|整治|治理|修复|出台|制定|修订|开通|加装|购置|举办|招聘|引育|认定|评选|打造|培养|培训|淘汰|关闭|取缔|查处|开工|竣工|投产|安置|转移|推出|压减|减少)$/;

/** Gives each piece of a list the part that only the last one carries: 烟草、文旅康养产业产值 → 烟草产业产值. */
function shareTail(pieces: readonly string[], indicators: IndicatorIndex): string[] {
  const last = pieces[pieces.length - 1]!;
  const act = doingAt(pieces[0]!) ?? '';
  const lead = SHARED_VERB.test(act) && act.length < pieces[0]!.length ? act : '';
  // 小微企业、“三农”贷款增速比各项贷款平均增速
  const beside = BESIDE.exec(last);
  if (beside !== null && lead === '') {
    const rates = shareTail([...pieces.slice(0, -1), beside[1]!], indicators);
    return rates.map((rate, i) => (i < rates.length - 1 ? rate : last));
  }
  const whole = alikeWhole(pieces, last) ?? shareTailBehind(lead, pieces, last, indicators);
  return whole.map((piece, i) => (i === 0 || lead === '' || doingAt(piece) !== undefined ? piece : lead + piece));
}

/** A rate set beside another's. */
const BESIDE = /^([^、]{2,}?(?:增速|增幅|涨幅|比重|占比))(?:比|高于|低于|快于|较)[^、]+$/;

/** As `shareTailOnly`, the verb before the first of the list left out: 新增 of 新增省、市级农业龙头企业. */
function shareTailBehind(lead: string, pieces: readonly string[], last: string, indicators: IndicatorIndex): string[] {
  const [first = '', ...others] = pieces;
  if (!RANK_ALONE.test(first.slice(lead.length))) return shareTailOnly(pieces, last, indicators);
  const [bare = '', ...whole] = shareTailOnly([first.slice(lead.length), ...others], last, indicators);
  return [lead + bare, ...whole];
}

/** Of which level things are, without its 级. */
const RANK_ALONE = /^(?:国家|部|省|自治区|市|州|县|区)$/;

/** Kinds of one thing that lists put side by side: each takes what stands before the first and behind the last. */
const KINDS = /养老|医疗|失业|工伤|生育/;
const KIND_AT_END = new RegExp(`(?:${KINDS.source})$`);
const KIND_AT_START = new RegExp(`^(?:${KINDS.source})`);
/** What is told of an accident behind its number. */
const OF_ACCIDENTS = /^(?:起数|亡人数|死亡人数|受伤人数|伤亡人数|死伤人数|(?:直接)?经济损失)$/;

/**
 * Lists whose members share words on both sides: 参加医疗、工伤保险人数 → 参加医疗保险人数, 参加工伤保险人数;
 * 新投产、新开工项目 → 新投产项目, 新开工项目; 生产安全事故、死亡人数 → 生产安全事故死亡人数. Undefined where it is no such list.
 */
function alikeWhole(pieces: readonly string[], last: string): string[] | undefined {
  const first = pieces[0]!;
  const others = pieces.slice(0, -1);
  const lastKind = KIND_AT_START.exec(last)?.[0];
  if (lastKind !== undefined && others.every((piece) => KIND_AT_END.test(piece))) {
    const lead = first.replace(KIND_AT_END, '');
    const tail = last.slice(lastKind.length).replace(/^[三四五](?:种|项)(?:社会)?/, '');
    return pieces.map((piece, i) => {
      const kind = KINDS.exec(piece)?.[0] ?? '';
      // 基本 is said of the first two kinds alone.
      const plain = lead.replace(/基本$/, '');
      const head = i === 0 ? '' : !piece.startsWith('基本') && /养老|医疗/.test(kind) ? lead : plain;
      return head + (i === pieces.length - 1 ? kind : piece) + tail;
    });
  }
  const kin = pieces.length === 2 ? headOfKin(first, last) : undefined;
  if (kin !== undefined) return kin;
  const lastAct = doingAt(last);
  if (
    lastAct !== undefined &&
    lastAct !== last &&
    others.every((piece) => doingAt(piece) === piece || (doingEnd(piece)?.length ?? 0) > 1)
  ) {
    return pieces.map((piece, i) => (i === pieces.length - 1 ? piece : piece + last.slice(lastAct.length)));
  }
  if (/事故(?:起数)?$/.test(first) && pieces.slice(1).every((piece) => OF_ACCIDENTS.test(piece))) {
    const kind = first.replace(/起数$/, '');
    return pieces.map((piece, i) => (i === 0 ? piece : kind + piece));
  }
  return undefined;
}

/** What follows an indicator's name and makes a rate of it: 地方一般公共预算收入税性比重 → 税性比重. */
function attributeBehind(last: string, indicators: IndicatorIndex): string | undefined {
  const name = indicators.at(last, 0);
  const rest = name === undefined ? '' : last.slice(name.end);
  return /^[一-龥]{0,6}(?:率|比重|占比|比例)$/.test(rest) ? rest : undefined;
}

const AREA_ENDS = '(?:产业园|工业园|科技园|园区|高新区|开发区|经开区|综保区|新区|协同区|示范区|集聚区|港区)';
const AREA_ALONE = new RegExp(`^[一-龥]{2,10}${AREA_ENDS}$`);
const AREA_BEFORE = new RegExp(`^[一-龥]{2,12}?${AREA_ENDS}(?!建设|域)`);

const COMPARED = /^.*(?:高于|高出|快于|好于|低于|优于|超出|超过|领先|比)(?=全|省)/;

function shareTailOnly(pieces: readonly string[], last: string, indicators: IndicatorIndex): string[] {
  const share = /占[^、]{2,14}(?:比重|比例|比率)$|占比$/.exec(last)?.[0];
  return pieces.map((piece, i) => {
    // 增速高于全国、全省0.2、0.5个百分点
    const compared =
      i > 0 && /^(?:全国|全省|全区|全市|全州)(?:平均水平|平均)?$/.test(piece)
        ? COMPARED.exec(pieces[0]!)?.[0]
        : undefined;
    if (compared !== undefined) return compared + piece;
    const body = i > 0 && OF_ACCOUNTS.test(piece) ? bodyOf(pieces[0]!) : '';
    if (body !== '') return body + piece;
    if (i > 0 && piece === SPENDING && RECEIPTS.test(pieces[0]!)) return pieces[0]!.replace(RECEIPTS, SPENDING);
    const further = i > 0 ? ofTheFirst(pieces[0]!, piece) : undefined;
    if (further !== undefined) return further;
    if (i > 0 && isGeneric(piece)) return withHead(pieces[0]!, piece, indicators);
    // 城市污水收集率、处理率
    if (i > 0 && BARE_RATE.test(piece) && RATE_OF.test(pieces[0]!)) return pieces[0]!.replace(RATE_OF, piece);
    if (i === pieces.length - 1) return piece;
    if (share !== undefined && !piece.includes('占') && !(share === '占比' && piece.endsWith('率')))
      return (i > 0 ? piece : withTailOf(piece, last.slice(0, -share.length))) + share;
    // 常住人口和户籍人口城镇化率
    const rate = /率$/.test(last) && !/[率重比]$/.test(piece) ? knownWithTail(piece, last, indicators) : undefined;
    if (rate?.endsWith('率') === true) return rate;
    if (isIndicator(piece, indicators)) return piece + (attributeBehind(last, indicators) ?? '');
    // 边境地区经济增长、居民收入
    const region = REGION_AT_HEAD.exec(piece)?.[0];
    if (region !== undefined && isIndicator(piece.slice(region.length), indicators)) return piece;
    // 红寺堡区、同心县贫困发生率: what is said of the last place is said of each.
    const place = /[县区市旗州]$/.test(piece)
      ? /^[^、]{1,6}?[县区市旗州](?!场|政|民|[县区市旗州])/.exec(last)?.[0]
      : undefined;
    if (place !== undefined && place.length < last.length) return piece + last.slice(place.length);
    // 凭祥产业园、崇左高新区规模以上工业总产值
    const area = AREA_ALONE.test(piece) ? AREA_BEFORE.exec(last)?.[0] : undefined;
    if (area !== undefined && area.length < last.length) return piece + last.slice(area.length);
    if (piece.endsWith('级') && last.indexOf('级') > 0) return piece + last.slice(last.indexOf('级') + 1);
    const known = knownWithTail(piece, last, indicators);
    if (known !== undefined) return known;
    // 职工医疗保险、居民医疗保险住院费用补偿比例
    const scheme = SCHEME.exec(piece)?.[0];
    const behind = scheme === undefined ? -1 : last.indexOf(scheme);
    if (behind > 0 && last.length > behind + scheme!.length) return piece + last.slice(behind + scheme!.length);
    const kin = kinTail(piece, last);
    if (kin !== undefined) return piece + kin;
    if (
      piece.length <= 2 &&
      last.length > piece.length + 2 &&
      /^[省市县国乡区一二三]/.test(piece) &&
      !last.startsWith('“')
    ) {
      return piece + last.slice(piece.length);
    }
    const facility = FACILITY_ALONE.test(piece) ? undefined : FACILITY.exec(last)?.[0];
    if (facility !== undefined && facility.length < last.length && piece.length > 1) return piece + facility;
    if (BY_ITSELF.test(piece)) return piece;
    // 高技术产业、战略性新兴产业对工业增长贡献率
    const contributes = piece.includes('对') ? undefined : /(?<=[一-龥]{2})对[^、对]{2,14}贡献率$/.exec(last)?.[0];
    if (contributes !== undefined) return piece + contributes;
    // 科技进步对工业、农业增长的贡献率
    const given = /对[^对、]{2,6}$/.test(piece) ? /(?:增长|发展)?的?贡献率$/.exec(last)?.[0] : undefined;
    if (given !== undefined) return piece + given;
    if (last.endsWith('标准') && PAID_BY_RULE.test(piece)) return `${piece}标准`;
    // 民营企业出口、一般贸易出口比重
    if (piece.endsWith('出口') && last.endsWith('出口比重')) return `${piece}比重`;
    // 断面、水源地水质达标率和建设用地安全利用率: of rates the next one tells.
    return withTailOf(
      piece,
      (last.endsWith('率') ? pieces.slice(i + 1).find((one) => one.endsWith('率')) : last) ?? last,
    );
  });
}

/** 会议、文件和评比项目: what is counted as it stands. */
const BY_ITSELF = /^(?:会议|文件|简报|发文|论坛|节庆|检查|督查|考核)$/;
/** What the last member of a list says to be built for each: 万头奶牛、肉牛养殖场. */
const FACILITY = /(?:养殖场|养殖小区|养殖基地|种植基地|生产基地|示范基地|生产线|专业合作社|产业园)$/;
/** What is a place or a body of its own needs no such word. */
const FACILITY_ALONE = /[间器台牌体校园场院站所馆点区村镇乡线库厂心地室社楼路桥店市城县街会队户家人员目程]$/;

/** What is paid by a rule: 最低生活保障、五保户供养补助和残疾人生活救助标准. */
const PAID_BY_RULE = /(?:保障|补助|补贴|救助|供养|低保|五保|养老金|津贴|抚恤金?|补差)$/;

/** 一般公共预算收入和支出: the two sides of a budget. */
export const SPENDING = '支出';
export const RECEIPTS = /收入$/;

/** Rates of one thing: 污水收集率、处理率; 建议办结率、满意率 are of one name as well. */
const BARE_RATE =
  /^(?:收集|处理|收运|处置|利用|回收|覆盖|普及|开工|竣工|投产|入学|巩固|升学|参保|参合|就业|达标|合格)率$/;
const RATE_OF =
  /(?<=[一-龥]{2})(?:收集|处理|收运|处置|利用|回收|覆盖|普及|开工|竣工|投产|入学|巩固|升学|参保|参合|就业|达标|合格|优良)率$/;

/** Words that lists put side by side, the noun behind the last one alone: 刑事、治安警情; 城市、农村低保标准. */
const KIN: readonly (readonly string[])[] = [
  ['刑事', '治安'],
  ['城市', '城镇', '农村', '乡村', '城区'],
  ['国内', '国际', '入境', '海外', '境外', '省内', '省外'],
  ['公办', '民办'],
  ['企业', '机关事业单位', '事业单位', '机关'],
  ['职工', '居民'],
  ['中央', '地方'],
  ['小学', '初中', '高中', '中学'],
  ['大型', '中型', '小型'],
  ['线上', '线下'],
  ['地上', '地下'],
  ['内贸', '外贸'],
  ['旅客', '货物'],
  ['客', '货'],
  ['内资', '外资'],
  ['集中', '分散'],
  ['水', '气', '大气'],
  ['存', '贷'],
  ['供热', '供水', '供气', '供电', '供暖'],
];
/** 机场客、货吞吐量 → 机场客吞吐量, 机场货吞吐量: kin share what stands before the first and behind the second. */
function headOfKin(first: string, last: string): string[] | undefined {
  for (const words of KIN) {
    const one = words.find((word) => first.endsWith(word) && first.length > word.length);
    const other = words.find((word) => word !== one && last.startsWith(word) && last.length > word.length);
    if (one === undefined || other === undefined) {
      // 实际利用内资、外资
      const bare = one !== undefined && words.includes(last) && last.length > 1 && last !== one;
      if (bare) return [first, first.slice(0, -one.length) + last];
      continue;
    }
    return [first + last.slice(other.length), first.slice(0, -one.length) + last];
  }
  return sharedBehind(first, last);
}

/** 五保对象集中供养、分散供养标准 → 五保对象集中供养标准, 五保对象分散供养标准: what follows the kin is in part said twice. */
function sharedBehind(first: string, last: string): string[] | undefined {
  for (const words of KIN) {
    const other = words.find((word) => last.startsWith(word) && last.length > word.length + 2);
    if (other === undefined) continue;
    const behind = last.slice(other.length);
    for (const one of words) {
      const twice = first.slice(first.lastIndexOf(one) + one.length);
      if (one === other || !first.includes(one) || twice.length < 2 || twice === behind || !behind.startsWith(twice))
        continue;
      const head = first.slice(0, first.lastIndexOf(one));
      return [first + behind.slice(twice.length), head + last];
    }
  }
  return undefined;
}

/** Schemes whose terms a list tells, behind the last alone. */
const SCHEME = /(?:保险|医保|合作医疗|低保|新农合|养老金)$/;

/** Those of whom a rate is told: 应届大中专毕业生、退役士兵就业率. */
const WHOSE_RATE = /(?:生|人员|士兵|军人|群众|人口|儿童|对象|居民|职工|家庭|劳动力|老年人|妇女)$/;
const RATE = /(?:去向落实|规范化?管理|初次就业|稳定就业|[一-龥]{2})率$/;

/** What a member of a list lacks that only the last one carries; undefined where it lacks nothing. */
function kinTail(piece: string, last: string): string | undefined {
  const other = KIN.find((words) => words.includes(piece))?.find((word) => word !== piece && last.startsWith(word));
  if (other !== undefined && last.length > other.length) return last.slice(other.length);
  const rate = WHOSE_RATE.test(piece) ? RATE.exec(last)?.[0] : undefined;
  return rate !== undefined && rate.length < last.length ? rate : undefined;
}

/** Bodies whose accounts a list tells, said with the first alone: 市直企业资产、收入、利润总额. */
const BODY_AT_HEAD = /^[“”一-龥]{1,12}(?:企业|国企|单位|主体|集团|园区|开发区|银行|产业|行业|公司)(?=[一-龥]{2,6}$)/;
const OF_ACCOUNTS =
  /^(?:总?资产|资产总额|收入|营业收入|主营业务收入|销售收入|利润|利润总额|净利润|税收|税金|上缴税金|利税|利税总额|产值|从业人员)$/;

/** The body that the first of a list names before its own account; '' where it names none. */
export function bodyOf(first: string): string {
  return BODY_AT_HEAD.exec(first)?.[0] ?? '';
}

/** 总产值 behind 规上工业增加值 → 规上工业总产值. */
function withHead(first: string, generic: string, indicators: IndicatorIndex): string {
  for (let cut = first.length - 1; cut >= 2; cut--) {
    const whole = first.slice(0, cut) + generic;
    if (isIndicator(whole, indicators)) return whole;
  }
  if (VALUE_TAIL.test(first) && VALUE.test(generic)) return first.replace(VALUE_TAIL, generic);
  return HERD_TAIL.test(first) && HERD.test(generic) ? first.replace(HERD_TAIL, generic) : generic;
}

/** `piece` with the shortest tail of `last` that makes it an indicator: 城镇 + 居民人均可支配收入. */
function knownWithTail(piece: string, last: string, indicators: IndicatorIndex): string | undefined {
  for (let cut = 1; cut < last.length - 1; cut++) {
    const whole = piece + last.slice(cut);
    if (isIndicator(whole, indicators)) return whole;
  }
  return undefined;
}

/** Regions that a list of indicators is of, said once. */
const REGION_AT_HEAD =
  /^(?!单位|万元|人均)[一-龥]{2,8}(?:地区(?!生产)|片区|山区|牧区|库区|苏区|老区|新区|高新区|开发区|经开区)(?=[一-龥A-Z])/;

/** 边境地区经济增长、居民收入 → 边境地区居民收入: the region of the first indicator is that of all. */
export function withRegion(subjects: readonly string[], indicators: IndicatorIndex): string[] {
  const [first = '', ...others] = subjects;
  const region = REGION_AT_HEAD.exec(first)?.[0];
  const shared = region !== undefined && isIndicator(first.slice(region.length), indicators);
  if (!shared || !others.every((one) => isIndicator(one, indicators))) return [...subjects];
  return [first, ...others.map((one) => region + one)];
}

/** True where the text is an indicator's name from end to end. */
export function isIndicator(text: string, indicators: IndicatorIndex): boolean {
  return indicators.at(text, 0)?.end === text.length;
}

const GENERIC_TAIL = /(?:总量|总数|总额|数量|面积|播面|播种面积|种植面积|产量|总产量|总产|金额|规模|总里程)$/;

/** 增加值 behind 规模以上工业总产值 is 规模以上工业增加值. */
const VALUE = /^(?:增加值|总产值|产值|利润|利税|税收|主营业务收入|营业收入|销售收入)$/;
const VALUE_TAIL = /(?:增加值|总产值|产值|利润总额|利润|利税|税收|主营业务收入|营业收入|销售收入)$/;

/** 出栏量 behind 肉牛饲养量 is 肉牛出栏量. */
const HERD = /^(?:出栏|存栏|饲养|产)量?$/;
const HERD_TAIL = /(?:饲养量|存栏量|出栏量|存栏|出栏|饲养)$/;

/** What says that only the new ones are meant. */
const NEW_ONES =
  /^(?:新增加?|新设立?|新登记|净增加?|新发展|新认定|认定|新培育|新注册|新建成|新引进|签约(?=重大|项目))(?:各类)?|新增$/;

/** Bodies that are counted, of whose field a sum behind them is told. */
const BODIES = /(?:企业|单位|主体)$/;

/** 总额 behind 进出口实绩企业 → 进出口总额: the sum of the bodies' field, where that is an indicator. */
function ofTheField(generic: string, topic: string, indicators: IndicatorIndex): string | undefined {
  if (!BODIES.test(topic) || !/^(?:总额|总值|总产值|增加值|利润|税收|利税)$/.test(generic)) return undefined;
  for (let cut = topic.length - 1; cut >= 2; cut--) {
    const whole = topic.slice(0, cut) + generic;
    if (isIndicator(whole, indicators)) return whole;
  }
  return undefined;
}

/** 总量 behind 新增市场主体 → 市场主体总量; 产量 behind 粮食播面 → 粮食产量. */
export function withTopic(generic: string, topic: string, before: string, indicators: IndicatorIndex): string {
  const field = ofTheField(generic, topic, indicators);
  if (field !== undefined) return field;
  // 直接融资占社会融资26.95%，总额达60.94亿元: of what has the share, not of the whole.
  const share = /^([^占]{2,})占(?!比|用|地(?!区))/.exec(topic)?.[1];
  if (share !== undefined && isGeneric(generic) && !generic.startsWith('占'))
    return withTopic(generic, share, before, indicators);
  if (/^(?:播面|播种面积|种植面积|总产|总产量|单产|亩产|产量)$/.test(generic)) {
    const crop = lastCrop(before) ?? lastCrop(topic);
    if (crop !== undefined) return crop + generic;
  }
  // 规模以上工业企业超过1000家，企业利润增长23.9%
  if (generic.startsWith('企业')) return topic.replace(NEW_ONES, '').replace(/企业$/, '') + generic;
  // 国内生产总值达到1799亿元，人均2.5万元
  if (generic === '人均' && isIndicator(`人均${topic}`, indicators)) return `人均${topic}`;
  // 认真办理人大代表建议44件，办结率100%: of the proposals, not of their handling.
  if (OF_PROPOSALS.test(generic) && HANDLED.test(topic))
    return topic.replace(ALL_HANDLED, '').replace(HANDLED, '') + generic;
  const bare = topic.replace(NEW_ONES, '').replace(GENERIC_TAIL, '').replace(SET_UP, '');
  // 非煤产业完成投资1700亿元；完成增加值652亿元
  if (VALUE.test(generic) && /..完成投资$/.test(topic)) return topic.replace(/完成投资$/, '') + generic;
  if (VALUE.test(generic) && VALUE_TAIL.test(topic)) return topic.replace(VALUE_TAIL, generic);
  // 质量达标296天，达标率81.1%
  if (generic.endsWith('率') && bareEnd(topic, generic)) return `${topic}率`;
  // 轨道交通新增里程101公里、总里程达449公里: the total is not of what was added.
  const added = generic.startsWith('总') ? topic.indexOf('新增') : -1;
  if (added > 1) return topic.slice(0, added) + generic;
  // 研发经费投入增长19%、投入强度达到1.51%
  if (generic === '投入强度' && topic.endsWith('投入')) return `${topic}强度`;
  // 农畜产品加工转化率达到20%、产值增长10%
  const noun = generic.endsWith('率')
    ? bare.replace(/[一-龥]{2}率$/, '')
    : AMOUNT.test(generic)
      ? bare.replace(RATE_OF_WORK, '')
      : bare;
  // 产业总量达到220亿元，产业规模…
  const said = generic.startsWith('产业') && noun.endsWith('产业') ? generic.slice(2) : generic;
  return (noun === '' ? topic : noun) + said;
}

const OF_PROPOSALS = /^(?:办结|办复|办成|答复|满意|面商|采纳|落实)率$/;
const HANDLED =
  /^(?:政府系统|市政府|政府|全年|累计|共)*(?:办理答复|办理|承办|办结|办复|答复)的?(?=[一-龥]{2}.*(?:建议|提案|议案|意见|批评|信访|诉求|案件|事项)(?:全部|$))/;
const ALL_HANDLED = /(?:已|均)?(?:全部|按期)+(?:办结|办复|答复|办理)(?:完毕)?$/;

/** What is told beside a rate, of the same things. */
const AMOUNT = /^(?:总?产值|收入|面积|产量|规模|总量|数量|投资)$/;
const RATE_OF_WORK = /(?<=..)(?:综合)?(?:转化|利用|加工|覆盖|处理|普及|推广)率$/;

/** True where the topic ends with the rate's own verb: 质量达标, 达标率. */
function bareEnd(topic: string, rate: string): boolean {
  return topic.endsWith(rate.slice(0, -1));
}

/** 服务体系逐步建立，覆盖率达到95%: the rate is of what was set up. */
const SET_UP = /(?<=...)(?:逐步|基本|全面|初步|不断|进一步|日益|普遍)(?:建立|完善|健全|形成|推开|推行|扩大|提高|加强)$/;

function lastCrop(text: string): string | undefined {
  let best: string | undefined;
  let at = -1;
  for (const crop of CROPS) {
    const found = text.lastIndexOf(crop);
    if (found > at) {
      at = found;
      best = crop;
    }
  }
  return best;
}

/** A place or an area named alone: 枣阳市, 阿勒泰地区, 万年高新区. */
const PLACE_ALONE =
  /^(?![比为居从在])(?:[一-龥]{1,8}(?:(?<![困强范级族亿])县|旗|[县地市]区|(?<![城都超夜菜房股上])市|(?<![小社景户库片厂辖街能范护验步心校矿林山湾特疫灾园城牧])区)|[一-龥]{2,8}(?:新区|高新区|开发区|经开区|工业园|工业园区)|[一-龥]{1,7}(?:(?<!农)业|工)园区)$/;
/** What a place is measured by. */
const MEASURED = /(?:GDP|总值|产值|增加值|收入|投资|总额|税收|面积|产量|人口|余额|利润|进出口|任务)$/;
const PLACE_BEFORE = /^.*?(?:县|市|新区|高新区|开发区|经开区|工业园区|[一-龥]区)(?=[一-龥A-Z])/;

/**
 * 渠县 behind 宣汉、大竹GDP → 渠县GDP: a place alone is told of the same thing as the place before it.
 * Undefined where the noun is no place, or the one before tells of none.
 */
export function ofTheSame(noun: string, previous: string | undefined, indicators: IndicatorIndex): string | undefined {
  if (previous === undefined || !PLACE_ALONE.test(noun) || PLACE_ALONE.test(previous)) return undefined;
  const last = indicators.find(previous).at(-1);
  if (last !== undefined && last.end === previous.length && last.start > 0) return noun + last.text;
  const told = previous.replace(PLACE_BEFORE, '');
  return told !== previous && MEASURED.test(told) ? noun + told : undefined;
}

/** True for a noun that needs the subject before it: 总量, 占比, 总投资. */
export function isGeneric(noun: string): boolean {
  return GENERIC.has(noun);
}
