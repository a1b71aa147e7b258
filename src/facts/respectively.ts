import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Quantity } from '../text/types.js';
import { isOfTheRate } from './beside.js';
import type { Bound } from './bind.js';
import { FROM_BEFORE, withoutChange, withoutStart } from './changes.js';
import { withoutTime } from './nouns.js';
import { rankSubject } from './ranks.js';
import {
  expandSubjects,
  isGeneric,
  isIndicator,
  ofTheSame,
  partPair,
  splitList,
  withRegion,
  withTopic,
} from './subjects.js';
import { EACH, type List, TOGETHER } from './values.js';
import { RATE_WORDS, stripHeads, stripPredicate, withoutAgainst } from './words.js';

/** 超年度目标35、23.6个百分点: said of the subjects before. */
const RELATIVE = /^(?:完成|占|超|超出|超过|高于|低于|快于|好于|高出|比|较)/;
/** 高于全国: set beside another place's figure. */
const COMPARED = /^(?:高于|高出|快于|好于|低于|优于|超出|超过|领先|落后|比)(?=[全省])/;
/** A、B、C五项指标: how many they are. */
const COUNTED_INDICATORS = /(?:这|等)?[二两三四五六七八九十\d]{1,2}(?:大|项|个)(?:主要)?(?:经济)?指标$/;
const ADDED = /^新增(?:加)?|新增$/;
/** What is told of things together: rates, and how many or how much more there are of them. */
const SAID_FURTHER = /率$|^(?:总量|增量|总数|数量|规模|增幅|增速|投资额)$/;
/** Words by which marks were passed one after the other. */
const IN_TURN = /先后|相继|接连|连续/;

/** 增长8.4%，分别高于全国、全省1.7个和0.3个百分点: what is set beside them stands before. */
const besides = (subject: string, topic: string | undefined): string =>
  topic !== undefined && (COMPARED.test(subject) || isOfTheRate(subject)) ? topic + subject : subject;

/** A value with its subject. */
type Part = Omit<Bound, 'before' | 'clause' | 'home'>;

/** 从全省第五分别升至第二、第三: where the places before started. */
const FROM_A_RANK =
  /^(?:均|都)?[由从](?:全[国省市区州]|世界)?(?:(?:倒数)?第[一二三四五六七八九十\d]+[位名]?|挂末|末位|垫底)$/;

/** 分别达到月人均: for whom the first value is. */
const FOR_WHOM = /(?<=[到至为达高加])(?:(?:每?[月年])?人均|[月年]均|每人?每[月年])$/;

/** Gives each value its subject. `inherited` where the subjects come from clauses before; `topic` is what later figures lean on. */
export function readList(
  list: List,
  before: string,
  {
    earlier,
    topic,
    lead,
    leads,
    row: things,
  }: {
    readonly earlier: readonly Bound[];
    readonly topic: string | undefined;
    readonly lead: string | undefined;
    readonly leads: readonly string[];
    /** The things told before, for which 均 stands (`subjectsOfRow`). */
    readonly row: readonly string[];
  },
  indicators: IndicatorIndex,
): { parts: Part[]; inherited: boolean; topic: string } {
  const count = list.values.length;
  const all = count === 1 && things.length > 1 ? readAll(list.values[0]!, before, things) : undefined;
  if (all !== undefined) return { parts: all, inherited: true, topic: things[things.length - 1]! };
  const [head, tail] = splitAtRespectively(before.replace(/^[、，和及与]+/, '').replace(FOR_WHOM, ''));
  const rate = list.values[0]!.unit === '%';
  const compared = withoutAgainst(stripPredicate(tail ?? head, rate));
  const { predicate } = compared;
  const ahead = tail === undefined ? compared : withoutAgainst(stripPredicate(head));
  const whole = stripHeads(ahead.rest).replace(COUNTED_INDICATORS, '');
  const named = withoutTime(withoutChange(FROM_BEFORE.test(head) ? withoutStart(whole) : whole));
  const own = FROM_A_RANK.test(named)
    ? ''
    : list.values[0]!.kind === 'rank' && tail === undefined
      ? rankSubject(named).replace(/(?:均|都|(?<![总得评积均])分)?(?:位?[列居]|排名?)?$/, '')
      : named;
  const object = tail === undefined ? '' : compared.rest;
  const said = withoutChange(list.values[0]!.kind === 'rank' ? rankSubject(object) : object).replace(
    /^(?:高|低|快|好|优)于全国(?=全[省市区州])/,
    '$&、',
  );
  // 一般公共预算收入增长10.3%，分别高于全国、全省7.3个、4个百分点: of the one told last, beside each of the two.
  const besideEach = COMPARED.test(said) && splitList(said).length === count && earlier.at(-1)?.subject === topic;
  let subjects: string[];
  let inherited = false;
  // 城镇…22211元，农民…6922元，分别增长12%左右: one value for the two before.
  const held = lastSubjects(earlier, count === 1 && TOGETHER.test(before) ? 2 : count);
  // 实际利用外资…，引进省外资金…，其中示范区分别占76.2%和72.5%: of what the two before are of.
  const partsOf = sharesOfHeld(own, before, predicate.verb, held, count);
  const each =
    partsOf ??
    (count > 1 && own !== '' && (isGeneric(own.replace(/^产业/, '')) || own.startsWith('占')) && held.length < count
      ? ledByEach(leads, own, count)
      : count > 1 && splitList(own).length === 1
        ? ledByAreas(leads, own, count)
        : undefined);
  const led = own === '' && lead !== undefined ? expandSubjects(withoutPredicate(lead), count, indicators) : [];
  if (each !== undefined) {
    subjects = each;
  } else if (led.length === count && count > 1) {
    subjects = led;
  } else if (own === '' && (held.length === 0 || besideEach) && splitList(said).length === count) {
    const parts = crosswise(list.values, said, indicators);
    const beside = parts.map((part) => ({ ...part, subject: besides(part.subject, topic) }));
    return { parts: beside, inherited: COMPARED.test(said), topic: said };
  } else if (own === '') {
    subjects = held.length > 0 ? held : [topic ?? lead ?? ''];
    inherited = true;
    // 分别新增266家和105家，累计分别达到891家和531家: what there is in all.
    if (count > 1 && /累计/.test(before) && subjects.every((subject) => ADDED.test(subject)))
      subjects = subjects.map((subject) => withTopic('总数', subject.replace(ADDED, ''), '', indicators));
  } else if (lead === undefined && held.length === count && count > 1 && isGeneric(own) && held.every(isPlain)) {
    // 产值分别达到…，占比分别提高…: of each of the subjects before.
    subjects = held.map((subject) => withTopic(own, subject, '', indicators));
    inherited = true;
  } else if (
    tail !== undefined &&
    count > 1 &&
    held.length === count &&
    held[count - 1]!.replace(/分别$/, '') === own
  ) {
    // 45个省级重点项目和76个挂图作战项目分别完成投资…: what was counted is what the values are of.
    subjects = [...held.slice(0, -1), own];
  } else if (saysFurther(own, tail, count, earlier)) {
    // 参保率分别达83%和99%，缴费率分别达81%和90%
    subjects = held.map((subject) => withTopic(own, subject, '', indicators));
    inherited = true;
  } else if (count > 1 && lead !== undefined && ledByPair(lead, own, count) !== undefined) {
    // 城乡低保实现应保尽保，标准分别提高7%和11%
    subjects = ledByPair(lead, own, count)!;
  } else if (count > 1 && tail !== undefined && lead === undefined && pairOf(own, count, earlier) !== undefined) {
    // 城乡低保覆盖到35万人，月人均补助标准分别提高到264元和120元
    subjects = pairOf(own, count, earlier)!;
  } else if (RELATIVE.test(head) && held.length > 1) {
    subjects = held.map((subject) => subject + head.slice(0, compared.rest.length));
    inherited = true;
  } else {
    // 城乡居民收入分别增长12%: one value for both.
    const forEach = EACH.test(before) || TOGETHER.test(before);
    const both = count === 1 && splitList(own).length === 1 && forEach ? partPair(own, 2) : undefined;
    subjects = both ?? expandSubjects(own, count, indicators);
    if (
      count === 1 &&
      subjects.length > 1 &&
      tail === undefined &&
      !EACH.test(before) &&
      list.values[0]!.kind !== 'phrase' &&
      list.values[0]!.unit !== '番' &&
      !subjects.every((s) => isIndicator(s, indicators))
    ) {
      subjects = [own];
    }
    if (subjects.length > 1) subjects = withRegion(subjects, indicators);
  }
  // 枣阳市、襄州区分别突破1500亿元 behind 高新区工业总产值突破5500亿元
  const told = earlier[earlier.length - 1];
  if (told !== undefined && said === '' && told.quantity.unit === list.values[0]!.unit) {
    subjects = subjects.map((subject) => ofTheSame(subject, told.subject, indicators) ?? subject);
  }
  // 办理建议97件，办结率、满意率均为100%
  if (
    topic !== undefined &&
    subjects.length > 1 &&
    !inherited &&
    subjects.every((one) => SAID_FURTHER.test(one) && isGeneric(one))
  )
    subjects = subjects.map((subject) => withTopic(subject, ofRates(topic, earlier, things), '', indicators));
  subjects = subjects.map((subject) => besides(subject, topic));
  // 生产总值增长6.2%，总量连续跨越2000亿元、2500亿元大关
  const marks = topic !== undefined && subjects.length === 1 && IN_TURN.test(before) && SAID_FURTHER.test(own);
  if (marks) {
    subjects = [withTopic(own, topic, '', indicators)];
    inherited = true;
  }
  const targets = said === '' ? [] : splitList(said);
  if (subjects.length === 1 && targets.length === count && count > 1)
    subjects = targets.map((target) => subjects[0]! + target);
  else if (said !== '' && said.length <= 20) subjects = subjects.map((subject) => subject + said.replace(/的$/, ''));
  const against = compared.against ?? ahead.against;
  const first = list.values[0]!;
  // 单产增幅分别为12%、18%: the changes themselves.
  const change = RATE_WORDS.has(ahead.predicate.verb ?? '') ? ahead.predicate : predicate;
  // 分别突破3600亿元: the verb is a part of the figure's words.
  const verb = change.verb ?? stripPredicate(first.text.slice(0, first.core.start - first.span.start)).verb;
  // 先后突破600亿元、700亿元: one name passed several marks, and the last is where it stands.
  const inTurn = subjects.length === 1 && count > 1 && IN_TURN.test(before);
  const common = {
    ...(inTurn ? { milestone: true as const } : {}),
    ...(verb === undefined ? {} : { verb }),
    ...(change.direction === undefined || first.kind === 'rank' ? {} : { direction: change.direction }),
    reaches: change.reaches || verb === undefined,
    ...(against === undefined ? {} : { against }),
  };
  const row = (values: readonly Quantity[], change?: 'from' | 'to'): Part[] =>
    align(values, subjects).map(([quantity, subject]) => ({
      ...common,
      quantity,
      subject,
      ...(change === undefined ? {} : { change }),
    }));
  // 由986.1亿元、599.1亿元，分别增加到…: the values reached stand in the next clause.
  const starts = /[由从]$/.test(before) ? 'from' : undefined;
  const values = inTurn ? list.values.slice(-1) : list.values;
  if (list.bases === undefined) return { parts: row(values, starts), inherited, topic: own };
  const reached = stripPredicate(list.between);
  const toParts = row(list.values, 'to').map((part) => ({
    ...part,
    verb: reached.verb ?? part.verb,
    ...(reached.direction ? { direction: reached.direction } : {}),
    reaches: true,
  }));
  return { parts: [...row(list.bases, 'from'), ...toParts], inherited, topic: own };
}

/** What a government answers, and the words that it did. */
const TO_ANSWER = /(?:建议|提案|议案)$/;
const ANSWERED = /^.*?(?:办理|办复|办结|承办|答复)(?=[一-龥]{2})/;

/** 建议66件、提案156件，办结率和满意率: rates of what was counted side by side are of all of it. */
function ofRates(topic: string, earlier: readonly Bound[], things: readonly string[]): string {
  const both = things.length === 2 && things.every((thing) => TO_ANSWER.test(thing));
  return earlier.at(-1)?.quantity.unit === '件' && both
    ? things.map((thing) => thing.replace(ANSWERED, '')).join('、')
    : topic;
}

/** Before what is told of each thing: ，均居全省第一; 均占全市90%; 均增长20%. */
const OF_ALL = /^[，、]?(?:数量|总量|规模)?(?:均|都|双双)(?=[位居列排占为是高低快优好超达保稳创实增下])[为是]?/;

/** One value of each of the things told before; undefined where the words name others, or none. */
function readAll(quantity: Quantity, before: string, things: readonly string[]): Part[] | undefined {
  const opening = OF_ALL.exec(before)?.[0];
  if (opening === undefined) return undefined;
  const { predicate, rest, against } = withoutAgainst(
    stripPredicate(before.slice(opening.length), quantity.unit === '%'),
  );
  const named = stripHeads(rest);
  const own = quantity.kind === 'rank' ? rankSubject(named) : named;
  if (own !== '' && !/^占[^，、]{2,10}$/.test(own) && !OF_SCOPE.test(own)) return undefined;
  const verb = predicate.verb ?? stripPredicate(quantity.text.slice(0, quantity.core.start - quantity.span.start)).verb;
  return things.map((subject) => ({
    quantity,
    subject: own.startsWith('占') ? subject + own : subject,
    ...(verb === undefined ? {} : { verb }),
    ...(predicate.direction === undefined || quantity.kind === 'rank' ? {} : { direction: predicate.direction }),
    reaches: predicate.reaches || verb === undefined,
    ...(against === undefined ? {} : { against }),
  }));
}

/** Among whom something has its place. */
const OF_SCOPE = /^(?:全[国省市区州]|世界|全球|国内|中部|西部|东部)(?:地?级市|城市|省份|市州|地区|同类城市)?$/;

const INDUSTRY = /^(?:[“”一-龥、]*、)?([“”一-龥]{2,16}?(?:产业|行业|工业|集群|制造业|板块))/;
/** 有色金属四大支柱产业 behind a list of what they are: 四大支柱产业. */
const SEVERAL_KINDS = /^.+?(?=[两三四五六七八九十]大)/;

/**
 * What each of several clauses, or the last one's list, is about: 食品加工产业实现新突破，…，产值分别达到480亿元、310亿元;
 * 做强粮食、畜牧加工和预制菜产业，产业规模分别达到….
 */
function ledByEach(leads: readonly string[], own: string, count: number): string[] | undefined {
  const said = own.replace(/^产业/, '');
  const named = leads.slice(-count).map((clause) => INDUSTRY.exec(clause)?.[1]?.replace(SEVERAL_KINDS, ''));
  if (leads.length >= count && named.every((name) => name !== undefined)) return named.map((name) => name! + said);
  const list = /^[^、]{0,8}?(?:做[强优大]|发展|壮大|培育|打造|推动)?([^、]{2,8}、.+?)(?:产业|行业|集群)$/.exec(
    stripHeads(leads[leads.length - 1] ?? '').replace(/^(?:做强|做优|做大|发展|壮大|培育|打造|推动)+/, ''),
  );
  const parts = list === null ? [] : splitList(list[1]!);
  return parts.length === count ? parts.map((part) => `${part}产业${said}`) : undefined;
}

/** What part of each of the figures before a body has: 示范区占实际利用外资. */
function sharesOfHeld(
  own: string,
  before: string,
  verb: string | undefined,
  held: readonly string[],
  count: number,
): string[] | undefined {
  const shares = /^占/.test(verb ?? '') && /其中/.test(before) && count > 1 && held.length === count;
  return shares && own !== '' && splitList(own).length === 1 ? held.map((whole) => `${own}占${whole}`) : undefined;
}

const AREA = '[一-龥]{1,10}?(?:新区|高新区|开发区|经开区|综保区|园区|[县区市旗州])';
const AREAS = new RegExp(`^${AREA}(?:[、和与及]${AREA})+(?![、和与及级])`);

/** 兰州新区、高新区、经开区加速发展，生产总值年均增长13.7%、8.5%和8%: as many areas as values. */
function ledByAreas(leads: readonly string[], own: string, count: number): string[] | undefined {
  const areas = splitList(AREAS.exec(leads[leads.length - 1] ?? '')?.[0] ?? '');
  return areas.length === count && partPair(own, count) === undefined ? areas.map((area) => area + own) : undefined;
}

/** In characters: 月人均实际救助金额. */
const LONGEST_FURTHER = 10;

/** True for one short noun with a value for each of the subjects that were listed right before. */
function saysFurther(own: string, tail: string | undefined, count: number, earlier: readonly Bound[]): boolean {
  if (
    tail === undefined ||
    count < 2 ||
    own.length > LONGEST_FURTHER ||
    splitList(own).length > 1 ||
    RELATIVE.test(own)
  )
    return false;
  const last = earlier.slice(-count);
  const home = last[0]?.home;
  return (
    last.length === count &&
    last.every((one) => one.home === home && one.change === undefined && isPlain(one.subject)) &&
    new Set(last.map(({ subject }) => subject)).size === count &&
    earlier[earlier.length - count - 1]?.home !== home &&
    partPair(own, count) === undefined
  );
}

/** What a pair has, told for both: 标准, 人均补助水平. */
const OF_A_PAIR = /^[一-龥]{0,8}(?:标准|金额|水平|补助|补差|人数|面积|收入)$/;
/** What is said of the pair itself. */
const FARES =
  /(?:全面|基本|逐步|继续|已|均|都)*(?:实现|做到|应保|动态|扩面|提标|提质|稳步|持续|不断|进一步|统筹|纳入|覆盖|保障|并轨|完善).*$/;

/** The two that the clause before stands for, each with what is said of them. */
function ledByPair(lead: string, own: string, count: number): string[] | undefined {
  if (!OF_A_PAIR.test(own) || partPair(own, count) !== undefined || splitList(own).length > 1) return undefined;
  const whose = lead.replace(FARES, '');
  return whose === '' || whose.length > 10 ? undefined : partPair(whose + own, count);
}

/** The two that a name before stands for, each with what is said of them: 城镇低保月人均补助标准, 农村低保月人均补助标准. */
function pairOf(own: string, count: number, earlier: readonly Bound[]): string[] | undefined {
  const before = earlier[earlier.length - 1]?.subject;
  if (before === undefined || own.length > 10 || splitList(own).length > 1 || partPair(own, count) !== undefined)
    return undefined;
  return partPair(before, count)?.map((subject) =>
    subject.endsWith(own) ? subject : subject.replace(/(?:标准|覆盖|参保)$/, '') + own,
  );
}

/** False for a subject that is itself said of another, or that stands for several. */
function isPlain(subject: string): boolean {
  return !/等$|高于|低于|快于|比/.test(subject);
}

function splitAtRespectively(before: string): [string, string | undefined] {
  const at = before.search(TOGETHER);
  return at < 0 ? [before, undefined] : [before.slice(0, at), before.slice(at + 2)];
}

/** A clause that names subjects without a figure, up to its predicate: 原油产量、加工量再创新高 → 原油产量、加工量. */
function withoutPredicate(clause: string): string {
  return (
    /^.*(?:量|额|值|率|数|收入|投资|利润|税收|面积|支出|水平|标准|企业|项目|总产|能力)/.exec(clause)?.[0] ?? clause
  );
}

/**
 * 分别向怀化高新区、怀化经开区下放管理权限190项、187项: the receivers tell the values apart;
 * 分别新增果业、油茶种植面积1万亩、0.5万亩: the objects do.
 */
function crosswise(values: readonly Quantity[], said: string, indicators: IndicatorIndex): Part[] {
  const given = /^(?:向|给|为|在|对)(.+?、.+?)(下放|拨付|发放|投入|新增|完成|引进|建成|建设|选派|捐赠|支援)(.+)$/.exec(
    said,
  );
  const receivers = given === null ? [] : splitList(given[1]!);
  const told = receivers.length === values.length;
  const subjects = told
    ? receivers.map((one) => one + given![2]! + given![3]!)
    : expandSubjects(said, values.length, indicators);
  return values.map((quantity, i) => ({
    quantity,
    subject: subjects[i] ?? said,
    ...(told ? { verb: given![2]! } : {}),
    reaches: true,
  }));
}

/** The subjects of the last `count` figures, each once. */
function lastSubjects(earlier: readonly Bound[], count: number): string[] {
  const subjects: string[] = [];
  for (let i = earlier.length - 1; i >= 0 && subjects.length < count; i--) {
    const { subject, change } = earlier[i]!;
    if (change !== 'from' && !subjects.includes(subject)) subjects.unshift(subject);
  }
  if (subjects.length === count) return subjects;
  const starts = earlier.slice(-count);
  return starts.length === count && starts.every(({ change }) => change === 'from')
    ? starts.map(({ subject }) => subject)
    : [];
}

/** One value for all subjects, one subject for all values, or crosswise; left-over subjects at the front get none. */
function align(values: readonly Quantity[], subjects: readonly string[]): [Quantity, string][] {
  if (subjects.length === 0) return values.map((value) => [value, '']);
  if (values.length === 1) return subjects.map((subject) => [values[0]!, subject]);
  // Several values for one name: which of them is the name's own is not told.
  if (subjects.length === 1)
    return values.map((value) => [
      value,
      value.kind === 'rank' || subjects[0] === '' ? subjects[0]! : `${subjects[0]!}等`,
    ]);
  const shift = subjects.length - values.length;
  return values.map((value, i) => [value, subjects[Math.max(0, i + shift)]!]);
}
