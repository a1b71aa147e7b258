import type { Quantity, Span } from '../text/types.js';
import { BARE_ACT, countedAlike, withoutActs } from './acts.js';
import { ofTheFirst } from './attributes.js';
import { isOfTheRate } from './beside.js';
import type { Bound } from './bind.js';
import { withoutChange } from './changes.js';
import { HOW_IT_FARES, joinWords, lastMember, withoutTime } from './nouns.js';
import { tourismReceipts, VALUE_NOUN } from './receipts.js';
import type { Context, Reader, SingleState } from './single-state.js';
import { spentOn } from './spent.js';
import { isGeneric, ofTheSame, RECEIPTS, SHARED_VERB, SPENDING, withTopic } from './subjects.js';
import { COUNT_UNITS } from './vocabulary.js';
import { doingAt, isDoing, stripHeads } from './words.js';
import { BARE_SUM, OUTLAY, REACHED, workOf } from './work.js';

/** Figures before which a noun stands, which may need the subject before it to be whole. */

/** …43个，已完成41个: how far the same things have come. */
const doneSoFar: Reader = ({ single, words, previous, read, own }) => {
  const told = /已[^，、已]{2,4}$/.test(words) && single.listed;
  if (!told || previous?.quantity.unit !== single.quantity.unit) return undefined;
  const subject = stripHeads(words);
  return read(subject, own(subject));
};

/** 其中市本级11.9亿元: the part of a level, of what the figure before is of. */
const LEVEL_ALONE = /^(?:[省市州区县]本级|[省市州区县]直|[省市州区县]级|(?:中心|主)?城区)$/;

/** 渠县 behind 宣汉、大竹GDP: a place alone is told of the same thing as the place before it. */
const placeAlone: Reader = ({ context, single, noun, previous, read, own }) => {
  const { quantity } = single;
  const whole = context.topic?.subject ?? '';
  if (/其中/.test(single.before) && LEVEL_ALONE.test(noun) && whole !== '' && !whole.startsWith(noun))
    return read(noun + whole, own(noun + whole));
  if (previous?.quantity.unit !== quantity.unit || quantity.kind !== 'number') return undefined;
  const alike = ofTheSame(noun, previous.subject, context.sentence.indicators);
  return alike === undefined ? undefined : read(alike, own(alike));
};

/** Sums by which firms are measured, at the end of a name. */
const SUM_OF_FIRMS =
  /(?:企业|公司|集团)(?:完成|实现)?((?:主营业务|营业|销售)?收入|总?产值|(?:年)?(?:营收|销售额|税收|纳税|利润))$/;
/** The name of one firm, told of the same sum: no noun of its own, no act. */
const FIRM_ALONE = /^[一-龥]{3,8}$/;
const NO_FIRM =
  /(?:收入|产值|税收|利润|总额|投资|企业|公司|集团|项目|产业|规模|资产|市值|总量|贷款|存款|资金|额|量|率|数)$/;

/** 4家企业销售收入突破百亿元，山西建龙突破500亿元: one of them is told of the same sum. */
const firmAlone: Reader = ({ single, noun, previous, predicate, read, own }) => {
  const { quantity } = single;
  if (!quantity.unit.endsWith('元') || previous === undefined || !FIRM_ALONE.test(noun) || NO_FIRM.test(noun))
    return undefined;
  const sum = predicate.reaches || quantity.bound === '>=' ? SUM_OF_FIRMS.exec(previous.subject)?.[1] : undefined;
  if (sum === undefined || doingAt(noun) !== undefined || previous.quantity.unit !== quantity.unit) return undefined;
  return read(noun + sum, own(noun + sum));
};

/** 医疗卫生投入安排62亿元，其中省级财政拟安排16亿元: who pays what part, of the same. */
const PAYER = /^(?:中央|省|市|州|区|自治区|县|本)(?:级)?(?:本级)?财政(?:拟|计划)?(?:安排|投入|补助|承担|筹措|配套)?$/;
const PAID =
  /^(?:全省|全市|全区|各级)?(?:政府|财政)?(?:拟|计划)?(?:安排|投入)?|(?:拟|计划)?(?:安排|投入)?(?:资金)?共?$/g;

const paidByOne: Reader = ({ context, single, noun, read, own }) => {
  const { topic } = context;
  if (topic === undefined || !/其中/.test(single.before) || !PAYER.test(noun)) return undefined;
  const what = topic.subject.replace(PAID, '');
  return what.length < 2 || what.includes(noun) ? undefined : read(noun + what, own(noun + what));
};

/** 道路交通事故数下降6.5%、亡人数下降26.6%: of what the figure before it in the clause is of. */
const attributeAlone: Reader = ({ context, single, noun, previous, read, own }) => {
  const told = single.listed && previous?.home === context.clause ? ofTheFirst(previous.subject, noun) : undefined;
  return told === undefined ? undefined : read(told, own(told));
};

const receiptsOfTourism: Reader = ({ context, noun, previous, read, own }) => {
  const receipts = tourismReceipts(noun, context.topic?.subject ?? previous?.subject);
  return receipts === undefined ? undefined : read(receipts, own(receipts));
};

/** 强力推进保障房项目建设，完成投资260亿元: a bare sum is of the work that the clause before names. */
const ofWork: Reader = (state) => {
  const { context, noun, read, own } = state;
  const { lead, topic } = context;
  // …，完成投资330亿元；市域快速铁路开工建设，完成投资105亿元: behind the mark another work is spoken of.
  const told = topic !== undefined && !context.sentence.text.slice(topic.start, context.clause.start).includes('；');
  if (lead === undefined || told || !BARE_SUM.test(noun)) return undefined;
  // 纺织服装业，完善研发设计、检验检测等配套，力争产值达66亿元: the industry's, whatever is done for it.
  if (context.owner !== undefined && VALUE_NOUN.test(noun)) return undefined;
  const work = purposeOf(state, noun) === undefined ? workOf(lead, OUTLAY.test(noun)) : undefined;
  return work === undefined ? undefined : read(work + noun, own(work + noun));
};

/** 免费开展“两癌”筛查，惠及102万人: whom a work, or the sum before, reached. */
const reachedBy: Reader = ({ context, noun, previous, read, own }) => {
  if (!REACHED.test(noun)) return undefined;
  const by = context.lead === undefined ? previous?.subject : (workOf(context.lead) ?? context.lead);
  if (by === undefined || by === '' || by.length > LONGEST_WORK) return undefined;
  const subject = by.endsWith(noun) ? by : by + noun;
  return read(subject, own(subject));
};
const LONGEST_WORK = 26;

/** 水源地水质100%达标率: the rate's own name stands behind its figure. */
const rateBehind: Reader = ({ single, noun, after, read, own }) => {
  const rate = single.quantity.unit === '%' ? /^(?:的)?([一-龥]{1,5}率)(?=[，。；、]|$)/.exec(after)?.[1] : undefined;
  return rate === undefined ? undefined : read(noun + rate, own(noun + rate));
};

/** Said of the subject before: 占GDP比重, 超年度目标, 完成年度计划的. */
const RELATIVE =
  /^(?:相当于|完成(?:年度|全年|年计划|年任务|目标|计划|投资|任务|总投资|工程|进度|序时|年初|预算)|占|超(?!过?[\d.百千]*[万亿]|长期|[高低大薄细]|级|市|算|导|临界)|超出|高于|低于|快于|好于|高出|比|较|为(?:年度|全年|年|省定|市定)[^，、]{0,6}(?:计划|目标|任务))/;
/** 企业利润 behind 规模以上工业企业超过1000家 is theirs. */
const OF_FIRMS = /^企业(?:利润|利润总额|产值|总产值|营业收入|销售收入|主营业务收入|税收|利税)$/;

/** 8%的年均增速高于全省: the rate itself is what the clause is about. */
const OWN_RATE = /增速|增幅|涨幅|降幅/;

const SHARED_KIND = /(?:增加值|总产值|产值|投资|收入|税收|利润|产量)$/;

/** 我市经济保持中高速增长，总量突破1000亿元: the economy's. */
const OF_THE_ECONOMY = /^(?:[全我本][市省州区县国盟旗])?(?:[国宏]民?观?经济|经济|综合实力)(?![技适作区林强薄开])/;

const economysTotal: Reader = ({ context, single, noun, read, own }) => {
  const { lead, topic } = context;
  if (noun !== '总量' || topic !== undefined || !single.quantity.unit.endsWith('元')) return undefined;
  return lead !== undefined && OF_THE_ECONOMY.test(lead) ? read('经济总量', own('经济总量')) : undefined;
};

/** How much there is of it, whose share is told. */
const AMOUNT_SHARES = /^(?:总量|数量|产量)(?=占[^，、]{2,})/;

/** 总量, 占比, 企业利润: a noun that needs the subject before it. */
const saidOfTopic: Reader = (state) => {
  const { context, noun, words, rest, read, own } = state;
  const { topic, clause, sentence } = context;
  const ofThem = topic !== undefined && OF_FIRMS.test(noun) && topic.subject.endsWith('企业');
  // 住房公积金…，归集资金32.5亿元，发放贷款30亿元: another act of the fund.
  const ofFund = noun === '发放贷款' && /归集/.test(topic?.subject ?? '');
  const generic = ofThem || (isGeneric(noun) && !ofFund);
  if (topic !== undefined && isOfTheRate(noun) && !OWN_RATE.test(topic.subject))
    return read(topic.subject + noun, topic);
  // 地区生产总值增长5.8%、总量占全区21.3%
  const amount = topic === undefined ? undefined : AMOUNT_SHARES.exec(noun)?.[0];
  if (amount !== undefined && !topic!.subject.includes('占')) {
    const whole = withTopic(amount, topic!.subject, '', sentence.indicators);
    return read(whole + noun.slice(amount.length), topic);
  }
  const relative = topic !== undefined && RELATIVE.test(words.replace(/^(?:其中|即(?=占))/, '')) && noun.length <= 14;
  if (!generic && !relative) return undefined;
  const said = generic ? noun : withoutTime(withoutChange(stripHeads(rest)));
  const spent = purposeOf(state, said);
  if (spent !== undefined) return read(spent, topic);
  // 完成增加值652亿元，占规模以上工业增加值的34.4%: of the figure that is of the same kind.
  const whole = /^占[^，、]{2,}/.exec(said)?.[0];
  const alike = whole === undefined ? undefined : state.previous?.subject;
  const kind = alike === undefined ? undefined : SHARED_KIND.exec(alike)?.[0];
  if (alike !== undefined && kind !== undefined && whole!.endsWith(kind) && !(topic?.subject ?? '').endsWith(kind))
    return read(alike + whole!, topic ?? own(alike));
  const owner =
    ((VALUE_NOUN.test(said) || (OUTLAY.test(said) && topic === undefined)) && topic?.start !== clause.start
      ? ownerOf(context)
      : undefined) ?? (OUTLAY.test(said) ? wholeOfParts(state) : undefined);
  const before = sentence.text.slice(0, state.single.quantity.span.start);
  const subject = withTopic(said, owner ?? topic?.subject ?? '', before, sentence.indicators);
  return read(subject, owner === undefined ? (topic ?? own(noun)) : own(subject));
};

/** 项目371个，其中产业项目68个、基础设施项目11个，…，完成投资1056亿元: behind several parts a sum is of the whole. */
function wholeOfParts({ context, single }: SingleState): string | undefined {
  const { bounds, sentence } = context;
  const before = sentence.text.slice(0, single.quantity.span.start);
  const at = before.lastIndexOf('其中');
  if (at < 0 || /[；。]/.test(before.slice(at))) return undefined;
  const parts = bounds.filter(({ quantity }) => quantity.span.start > at);
  const whole = bounds[bounds.length - parts.length - 1];
  const alike = (one: Bound): boolean => one.change === undefined && one.quantity.unit === whole?.quantity.unit;
  if (whole === undefined || parts.length < 2 || !parts.every(alike) || !COUNT_UNITS.test(whole.quantity.unit))
    return undefined;
  return withoutActs(whole.subject);
}

/** 打造西北新型化工产业基地，力争产值达到120亿元: what the clause before says is built up has the value behind it. */
const BUILT_UP =
  /(?:打造|建成|形成|培育|做大做强|做强做优|做强|做大)(?:[一-龥]{0,6}?(?:新型|重要|特色))?([一-龥]{2,12}(?:基地|集群|产业链|产业带|产业园))$/;

function ownerOf({ lead, owner }: Context): string | undefined {
  return owner ?? BUILT_UP.exec(lead ?? '')?.[1];
}

/** 对经济增长的贡献率: of what the clause before, or the figure before, is about. */
const CONTRIBUTES = /^对[^，、]{0,12}(?:贡献|拉动)[^，、]{0,3}$/;
/** 工业增加值占比, 产值在GDP的占比: a share of it, where it is asked for itself. */
const AS_A_SHARE = /(?:占[^，、]{2,14}|在[^，、]{2,14}(?:占比|比重))$/;

const contribution: Reader = ({ context, noun, previous, read, own }) => {
  if (!CONTRIBUTES.test(noun)) return undefined;
  const whose = (context.lead ?? context.topic?.subject ?? previous?.subject ?? '')
    .replace(HOW_IT_FARES, '')
    .replace(AS_A_SHARE, '');
  if (whose === '' || whose.length > LONGEST_WORK) return undefined;
  return read(whose + noun, own(whose));
};

/** 农民收入扭转了下滑的局面，人均纯收入达到2558元: of those whom the sentence named. */
const RURAL = /农牧民|农民|农村居民|农户/;

const incomeOfResidents: Reader = ({ context, noun, read, own }) => {
  if (noun !== '人均纯收入') return undefined;
  const { sentence, clause } = context;
  const whose = RURAL.exec(sentence.text.slice(0, clause.start))?.[0];
  return whose === undefined ? undefined : read(whose + noun, own(whose + noun));
};

/** 其中过10亿元30个: only the size tells the part from the whole. */
const A_SIZE =
  '(?:总?投资|年?产值|税收|营收|市值|资产|规模|年?销售收入|年?(?:主营业务|营业)收入)?(?:过|超过?)?[\\d.百千]*[万亿]元(?:及?以上|以下)?的?';
const SIZE_ONLY = new RegExp(`^${A_SIZE}$`);
/** 其中超50亿元项目2个: the part is named with its kind. */
const SIZED_KIND = new RegExp(`^${A_SIZE}(?:项目|企业)$`);
const SIZE_OF_WHOLE = new RegExp(A_SIZE);

const partBySize: Reader = ({ context, noun, read }) => {
  const { topic } = context;
  if (topic === undefined) return undefined;
  const act = doingAt(topic.subject) ?? '';
  if (SIZED_KIND.test(noun) && SIZE_OF_WHOLE.test(topic.subject)) return read(act + noun, topic);
  if (!SIZE_ONLY.test(noun)) return undefined;
  const whole = topic.subject
    .slice(act.length)
    .replace(SIZE_OF_WHOLE, '')
    .replace(/(?:新增|净增)$/, '');
  return read(act + noun.replace(/的$/, '') + whole, topic);
};

/** “小巨人”企业国家级7家、省级69家. */
const LEVEL_ONLY = /^(?:国家|部|省|自治区|市|县|区|[三四五]星)级的?$/;
/** 新增国家级重点专科1个，自治区级3个: the level is said of the same things. */
const LEVEL =
  /(?:国家|部|省|自治区|市|县|区)级|[二三四五]星级(?:及?以上)?|(?<=^|建成|新增|获评|获批|创建|培育|认定|新建)国家(?!级)(?=[一-龥]{4})/;

const partByLevel: Reader = ({ context, single, noun, previous, read, own }) => {
  if (previous === undefined || !LEVEL_ONLY.test(noun) || previous.quantity.unit !== single.quantity.unit)
    return undefined;
  if (LEVEL.test(previous.subject))
    return read(previous.subject.replace(/总数$/, '').replace(LEVEL, noun.replace(/的$/, '')), context.topic);
  const level = noun.replace(/的$/, '') + withoutActs(previous.subject);
  return /其中/.test(single.before) ? read(level, own(level)) : undefined;
};

/** 一般公共预算收入19亿元、支出26亿元: the other side of the budget before. */
const spendingBeside: Reader = ({ context, noun, read, own }) => {
  const receipts = context.topic?.subject ?? '';
  if (noun !== SPENDING || !/财政|预算/.test(receipts) || !RECEIPTS.test(receipts)) return undefined;
  const subject = receipts.replace(RECEIPTS, SPENDING);
  return read(subject, own(subject));
};

/** 新增财力的80%用于民生，五年投入9255亿元: what the money went to stands in the clause before. */
const USED_FOR = /用于([一-龥]{2,6}?)(?:支出|领域|事业|方面|改善|保障|投入)?，[^，。；\d]*$/;
const SPENT = /^(?:累计|共|五年)*(?:投入|支出)$/;

const usedFor: Reader = ({ context, single, noun, read, own }) => {
  const { sentence, clause } = context;
  if (!SPENT.test(noun) || !single.quantity.unit.endsWith('元') || single.listed) return undefined;
  const use = USED_FOR.exec(sentence.text.slice(0, single.quantity.span.start))?.[1];
  return use === undefined || clause.start === 0 ? undefined : read(use + noun, own(use + noun));
};

/** 农村 behind 城镇居民人均可支配收入. */
const otherResidents: Reader = ({ context, noun, read }) => {
  const { topic } = context;
  return topic !== undefined && /^(?:城镇|城市|农村|乡村)$/.test(noun) && /居民.*收入$/.test(topic.subject)
    ? read(noun + topic.subject.replace(/^.*(?=居民)/, ''), topic)
    : undefined;
};

const WORKED_ON =
  /^(?:加快|推进|推动|实施|加强|抓好|启动|开展|统筹|继续|全面|积极|有序|大力|稳步|高质量|扎实|深入|切实|持续)*([“”一-龥A-Za-z]{2,14}?)(?:建设|改造|治理|整治|修复|搬迁|清理|打通|疏通|化解)(?:工程|工作|项目|行动|攻坚)?$/;

/** 新建项目4月底前全部开工，竣工300个 */
const PROJECTS =
  /^(?:新建|续建|在建|重点|重大|产业|省市?|市级?)*(项目)(?=[^一-龥]|\d|[一-龥]{0,8}(?:开工|复工|建设|推进|投产)$)/;

/** 新建燃气干管40公里、改造70公里: the act alone, of the things before. */
const BUILT_WITH = /^([一-龥]{2,12}(?:房|住房|小区|安居工程))(?:建设|改造)?(?:完成)?(?:总)?投资(?:额)?$/;
const actAlone: Reader = ({ context, single, noun, read, own }) => {
  if (!BARE_ACT.test(noun) || /[%‰点]$/.test(single.quantity.unit)) return undefined;
  const counted = countedAlike(context.bounds, single.quantity)?.subject;
  const object = counted ?? (single.listed ? context.topic?.subject : undefined);
  // 生命健康产业新引进项目16个、新开工12个: the industry stands before the act.
  const field = context.owner !== undefined && object?.startsWith(context.owner) === true ? context.owner : '';
  if (object !== undefined) return read(field + noun + withoutActs(object.slice(field.length)), context.topic);
  // 保障性住房完成投资35.6亿元，新开工13353套: what the money went into is what was begun.
  const built = BUILT_WITH.exec(context.topic?.subject ?? '')?.[1];
  if (built !== undefined && /[套户]$/.test(single.quantity.unit)) return read(noun + built, context.topic);
  // 加快城市主次干道建设，建成19条: what the clause before says is worked on.
  const worked = WORKED_ON.exec(stripHeads(context.lead ?? ''))?.[1] ?? PROJECTS.exec(context.lead ?? '')?.[1];
  return worked === undefined || doingAt(worked) !== undefined ? undefined : read(noun + worked, own(noun + worked));
};

/** 产业项目投资占48%: the figure is of the share, not of the investment. */
/** 福利院和敬老院开工79%，其中完工49%: how far the same things have come. */
const FAR_ALONG = /^(?:全部|已)?(?:开工|完工|竣工|投产|投用|建成|达产|复工)$/;

const sharesDone: Reader = ({ context, single, noun, previous, read }) => {
  const { unit } = single.quantity;
  if (unit !== '%' || previous?.quantity.unit !== unit || !FAR_ALONG.test(noun)) return undefined;
  const things = withoutActs(previous.subject);
  return things === previous.subject ? undefined : read(things + noun, context.topic);
};

/** 政务服务事项100%进驻大厅, 财政支出的七成用于民生: what the share of them does stands behind it. */
const SHARE_DOES =
  /^((?:实现|进驻|完成|参加|享受|接受|通过|纳入|建有|配备|开展|(?:主要)?用于|投向|投入到?|来自|源自|销往|出口到|在)[^，。；、\d]{2,16}?)(?=[，。；、]|的(?:硬)?(?:指标|要求|目标|规定)|$)/;
/** Parts of a whole. */
const SHARE_UNIT = /^(?:%|成|分之)/;
const shareDoes: Reader = ({ single, noun, predicate, after, change, read, own }) => {
  const { quantity } = single;
  const part = SHARE_UNIT.test(quantity.unit) || (quantity.kind === 'ratio' && quantity.text.includes('分之'));
  const plain = part && /^的?$/.test(predicate.taken) && change === undefined;
  const does = plain && !/[率比重例]$/.test(noun) ? SHARE_DOES.exec(after)?.[1] : undefined;
  return does === undefined ? undefined : read(noun + does, own(noun));
};

const shareTaken: Reader = ({ single, noun, predicate, read, own }) =>
  single.quantity.unit === '%' && /占(?:到|约|比达)?$/.test(predicate.taken) && !noun.includes('占')
    ? read(`${noun}占比`, own(noun))
    : undefined;

/** In characters: 货物进出口总额. */
const LONGEST_OWNED = 7;

/** 东盟作为第一大贸易伙伴，进出口额达330.8亿元: the figure is of the one that was named. */
const ofTheNamed: Reader = ({ context, noun, read, own }) => {
  const whose = context.lead === undefined ? undefined : /^([^，、]{2,12}?)作为/.exec(context.lead)?.[1];
  const named = lastMember(noun);
  // What has a name of its own is nobody's: 男子桥牌队作为国家队出战，…选手斩获金牌数量居第一.
  return whose === undefined || named.startsWith(whose) || named.length > LONGEST_OWNED
    ? undefined
    : read(whose + named, own(whose + named));
};

/** 能源、交通的投资，占基本建设投资总额的60%: of what the clause before names. */
const shareOfLead: Reader = ({ context, noun, read }) => {
  const { lead = '', topic } = context;
  const named = lastMember(noun);
  const shares = /^(?:占(?!地(?!区)|用|比)|相当于)/.test(named) && topic === undefined;
  return shares && lead !== '' && lead.length <= 30 ? read(lead.replace(HOW_IT_FARES, '') + named, topic) : undefined;
};

/** 完成年度投资600亿元，其中新型工业化270亿元、新型城镇化138亿元: parts of what was invested, named by what it went into. */
const INVESTED_IN = /^[一-龥]{2,8}(?:化|改造|建设|领域|方面)$/;

const partOfInvestment: Reader = ({ context, single, noun, previous, read }) => {
  const { topic, sentence } = context;
  if (!single.quantity.unit.endsWith('元') || !INVESTED_IN.test(noun)) return undefined;
  const before = sentence.text.slice(0, single.quantity.span.start);
  const at = before.lastIndexOf('其中');
  const whole = /其中/.test(single.before) ? topic?.subject : previous?.subject;
  const part = at >= 0 && !/[；。]/.test(before.slice(at)) && /投资$/.test(whole ?? '');
  return part ? read(`${noun}投资`, topic) : undefined;
};

const purposeTold: Reader = (state) => {
  const spent = purposeOf(state, lastMember(state.noun));
  return spent === undefined ? undefined : state.read(spent, state.context.topic);
};

/** 实施项目146个, 落实资金2.3亿元: a noun that says nothing without what was done. */
const SAYS_NOTHING = /^(?:项目|资金|工程)$/;
const ITS_ACT = /(?:实施|推进|落实|争取|安排|统筹|签约|开展|启动|建设|谋划|储备)$/;

function withItsAct(noun: string, rest: string): string {
  if (!SAYS_NOTHING.test(noun) || !rest.endsWith(noun)) return noun;
  return (ITS_ACT.exec(rest.slice(0, -noun.length))?.[0] ?? '') + noun;
}

const asNamed: Reader = (state) => {
  const named = lastMember(state.noun);
  const done = withItsAct(named, state.rest);
  if (done !== named) return state.read(done, state.own(named));
  const act = doingAt(named);
  const verb = act === undefined ? lentVerb(state) : undefined;
  // 改 of 改厕, and 造林 before 森林碳汇造林, are no verbs that a list shares.
  const whole = verb === state.previous?.subject && /[林树草]$/.test(verb ?? '');
  const lent = verb === undefined || verb.length < 2 || whole || named.endsWith(verb) ? undefined : verb;
  const subject = joinWords(lent ?? '', named);
  // 造林 in 造林绿化 is a part of its name, no act that a list shares.
  const shared = act !== undefined && isDoing(named.slice(act.length)) ? undefined : act;
  return state.read(subject, state.own(subject), shared ?? lent ?? actInside(named, state.single.quantity.unit));
};

/** 市区改造供水管网5.2公里、老旧排水管线1公里: the act behind where, or how, it was done. */
const WHERE =
  /^(?:(?:市?(?:中心城|主城|城|市)|(?:中心|主)城)区|县城|[一-龥]{2,3}[县区市]|[一-龥]{2,4}新区|共|累计|先后|同步|综合)/;
const NO_ACT = /^建成区/;

function actInside(named: string, unit: string): string | undefined {
  const where = WHERE.exec(named)?.[0];
  const done = where === undefined ? '' : named.slice(where.length);
  const act = /[%‰元]$|百分点$/.test(unit) || NO_ACT.test(done) ? undefined : doingAt(done);
  return act !== undefined && SHARED_VERB.test(act) && named.length > where!.length + act.length + 1 ? act : undefined;
}

/** 年度投资41.7亿元的34个项目全面动工, 抓好总投资5966亿元的191个市级重点项目建设: of the projects that are counted behind the sum. */
const SUM_OF =
  /(?:^|(?<=[一-龥]{2}))((?:年度|当年|首期|第?[一二三]期|(?:年度)?计划|协议|合同|概算)*总?投资(?:额)?|总投资规模)$/;
const COUNTED_BEHIND =
  /^的\d+[余多]?[个项](?:以上)?的?([一-龥“”A-Z、]{0,24}?(?:项目|工程))(?=全面|全部|加快|建成|开工|动工|建设|投产|竣工|前期|签约|落地|完成|纳入|启动|已|正|有序|顺利|集中|相继|[列被]入|集聚|达产|并网|年内|前|[，。；、]|$)/;
/** Several works of which the first is named, and what became of others: …等重点项目, 项目列入…重点项目. */
const OF_EXAMPLES = /等|(?:[列纳]入|举行)/;

const sumOfProjects: Reader = ({ context, single, noun, read, own }) => {
  const sum = single.quantity.unit.endsWith('元') ? SUM_OF.exec(noun)?.[1] : undefined;
  if (sum === undefined) return undefined;
  const { clause, sentence } = context;
  const counted = COUNTED_BEHIND.exec(sentence.text.slice(single.quantity.span.end, clause.end))?.[1];
  if (counted === undefined || OF_EXAMPLES.test(counted)) return undefined;
  const field = counted.length === KIND_LENGTH ? (FIELD_OF.exec(noun.slice(0, -sum.length))?.[0] ?? '') : '';
  return read(field + counted + sum, own(field + counted), doingAt(noun));
};
/** Whose projects they are, or which of them, before their sum. */
const FIELD_OF = /^(?:首批|.*等)$/;

/** What a bare sum was spent on: told behind it where nothing before says so. */
function purposeOf({ context, single }: SingleState, noun: string): string | undefined {
  const { sentence, clause, topic } = context;
  const { quantity, before, listed } = single;
  const turns = topic === undefined || clause.start === 0 || /[；。]$/.test(sentence.text.slice(0, clause.start));
  if (listed || !turns || before.includes('完成')) return undefined;
  return spentOn(noun, quantity.unit, sentence.text.slice(quantity.span.end));
}

/** Verbs whose object is money. */
const PAYS = /^(?:发放|拨付|支付|投放|减免|安排|筹措|争取|追回|追缴|兑现)$/;

/** The verb of doing that a member of a list, or a part (其中), takes from what stands before it. */
function lentVerb({ context, single, predicate, previous, noun }: SingleState): string | undefined {
  const { topic, doing, clause } = context;
  const { quantity, before, listed } = single;
  if (/[%‰]$|百分点$/.test(quantity.unit) || quantity.kind !== 'number') return undefined;
  // 出口机电产品142亿元、高新技术产品24亿元
  const trade = listed ? /^(?:出口|进口)(?=[一-龥]{3})/.exec(previous?.subject ?? '')?.[0] : undefined;
  if (trade !== undefined && quantity.unit.endsWith('元') && noun.endsWith('产品')) return trade;
  if (/元$/.test(quantity.unit) && !PAYS.test(doing ?? '')) return undefined;
  // 新入库企业30家、存量企业突破60家
  if (/^(?:存量|总量|累计|现有)/.test(noun)) return undefined;
  // 投入267亿元开展国土整治1267万亩: what was paid for is not paid.
  if (/^(?:投入|投资|安排|筹措|争取)$/.test(doing ?? '') && !quantity.unit.endsWith('元')) return undefined;
  // 其中发电装机由284万千瓦增加到1294万千瓦
  if (/^[，、]?其中/.test(before) && /[由从]$/.test(before)) return undefined;
  if (doing !== undefined && listed && !predicate.reaches) return doing;
  const over =
    predicate.verb === undefined && !listed
      ? overTheComma(context.sentence.text, clause, single.quantity, previous, noun)
      : undefined;
  if (over !== undefined) return over;
  // 新增规模企业179户、总数达到949户，其中亿元企业401户: of all there are.
  const ofAll = previous !== undefined && topic !== undefined && /总[数量]$/.test(previous.subject);
  return predicate.verb === undefined && /^[，、]?其中/.test(before) && topic !== undefined && !ofAll
    ? doingAt(topic.subject)
    : undefined;
}

/** 新增国家驰名商标11件，省著名商标55件: things of one kind, of which the verb is said once. */
function overTheComma(
  text: string,
  clause: Span,
  { unit, span, core }: Quantity,
  previous: Bound | undefined,
  noun: string,
): string | undefined {
  if (previous === undefined || previous.quantity.unit !== unit || previous.change !== undefined) return undefined;
  if (span.start < core.start || !/^，?$/.test(text.slice(previous.quantity.span.end, clause.start))) return undefined;
  const act = doingAt(previous.subject);
  if (act === undefined || !SHARED_VERB.test(act) || ANOTHER_ACT.test(noun) || OF_ANY_KIND.test(noun)) return undefined;
  const kind = noun.slice(-KIND_LENGTH);
  const whole = previous.subject.slice(act.length);
  return noun.length > KIND_LENGTH + 1 && whole.length > KIND_LENGTH && whole.endsWith(kind) ? act : undefined;
}

/** So many characters name the kind: 商标, 公路, 示范镇. */
const KIND_LENGTH = 2;
/** Nouns so wide that a number of them may as well be all there are. */
const OF_ANY_KIND = /(?:企业|项目|面积|人口|人数|人员|就业|主体|收入|资金|产品|存款|贷款|游客)$/;
const ANOTHER_ACT =
  /^[新含实共再又累]|(?:建成|新建|改造|废止|登记|备案|竣工|开工|在建|续建|前期|获|评|通过|拥有|实有|实现|帮助|帮扶|引导|组织|完成|发放|培训|转移|安置|签约|投产|入选|列入|修复|治理|施划|设置|设立|配备|提升|维护|保护)/;

/** The ways to read a figure with a noun before it, tried in order; the last one always applies. */
export const NAMED: readonly Reader[] = [
  doneSoFar,
  placeAlone,
  firmAlone,
  paidByOne,
  attributeAlone,
  receiptsOfTourism,
  incomeOfResidents,
  spendingBeside,
  usedFor,
  ofWork,
  reachedBy,
  rateBehind,
  sumOfProjects,
  contribution,
  economysTotal,
  saidOfTopic,
  partBySize,
  partByLevel,
  otherResidents,
  actAlone,
  sharesDone,
  shareDoes,
  shareTaken,
  ofTheNamed,
  shareOfLead,
  partOfInvestment,
  purposeTold,
  asNamed,
];
