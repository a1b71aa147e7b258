import type { Quantity, Span } from '../text/types.js';
import { BARE_ACT, countedAlike, withoutActs } from './acts.js';
import type { Bound, Sentence, Topic } from './bind.js';
import { changeOf } from './changes.js';
import { countedNoun } from './counted.js';
import {
  HOW_IT_FARES,
  joinWords,
  lastMember,
  nounOf,
  phraseSubject,
  shorten,
  usedBehind,
  withoutParentheses,
} from './nouns.js';
import { MEDALS, tourismReceipts, VALUE_NOUN, WON } from './receipts.js';
import { projectBehind, spentOn } from './spent.js';
import { isGeneric, ofTheSame, withTopic } from './subjects.js';
import { COUNT_UNITS } from './vocabulary.js';
import { doingAt, doingEnd, stripHeads, stripPredicate, withoutAgainst } from './words.js';

/** What has been read of the sentence so far. */
export interface Context {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly topic: Topic | undefined;
  /** The verb of doing that a list shares: 新增 in 新增市场主体4.96万户、“四上企业”400家. */
  readonly doing: string | undefined;
  readonly bounds: readonly Bound[];
  /** The clause without a figure right before, where it may name the subject. */
  readonly lead: string | undefined;
  /** All clauses without a figure since the last figure. */
  readonly leads: readonly string[];
  /** The industry that the sentence speaks of: 新材料产业 in 新材料产业加快发展，产值增长15%. */
  readonly owner: string | undefined;
  /** What was said right before to have passed a mark: 综合收入 in 综合收入首次突破千亿元大关，达到1220亿元. */
  readonly passed: string | undefined;
}

/** One figure and the words around it. */
export interface Single {
  readonly quantity: Quantity;
  /** The words from the figure before it, or the clause's start. */
  readonly before: string;
  /** The words up to the figure behind it, or the clause's end. */
  readonly after: string;
  /** True where no figure follows in the clause. */
  readonly last: boolean;
  /** True where a figure stands before it in the clause. */
  readonly listed: boolean;
}

export interface Read {
  /** Absent where the figure is only a part of another's subject. */
  readonly bound?: Bound;
  readonly topic: Topic | undefined;
  readonly doing: string | undefined;
  /** How many characters behind the figure belong to its subject, so that the next figure must not lean on them. */
  readonly used: number;
}

/** Said of the subject before: 占GDP比重, 超年度目标, 完成年度计划的. */
const RELATIVE =
  /^(?:完成(?:年度|全年|目标|计划|投资|任务|总投资|工程|进度|序时|年初|预算)|占|超|超出|超过|高于|低于|快于|好于|高出|比|较)/;
/** 其中过10亿元30个: only the size tells the part from the whole. */
const SIZE_ONLY = /^(?:投资|产值|税收|营收)?(?:过|超过?)?[\d.]+[万亿]元(?:及?以上|以下)?的?$/;
/** 43个已完成41个: how far what was counted has come. */
const SO_FAR = /^(?:目前|现|均|都)?已[^，、]{0,6}$/;

/** “小巨人”企业国家级7家、省级69家. */
const LEVEL_ONLY = /^(?:国家|部|省|自治区|市|县|区)级$/;
/** 新增国家级重点专科1个，自治区级3个: the level is said of the same things. */
const LEVEL = /(?:国家|部|省|自治区|市|县|区)级/;

/** 企业利润 behind 规模以上工业企业超过1000家 is theirs. */
const OF_FIRMS = /^企业(?:利润|利润总额|产值|总产值|营业收入|销售收入|主营业务收入|税收|利税)$/;

/** What joins a member of a list to the one before; 及时, 和谐, 以工代赈 are words. */
const LIST_MARKS = /^(?:[、，]|和(?!谐|平|美)|及(?!时|格)|与(?!会)|以(?!工代赈|旧换新|上|下|内))+/;

/** 增长的预期目标为: the words that call a figure a target. */
const TARGET_WORDS = /的?(?:预期|调控|控制)目标(?:初步)?(?:定|确定|安排)?[为在是]?$/;

const PER = /(?:平均)?每[天日月周](?=[^，]{0,3}$)|[日月]均(?=[^，]{0,3}$)/;
/** 新增市场主体8.3万户，累计达43.6万户: the stock behind what was added. */
const STOCK = /^(?:达|达到|已达|增至|累计|突破|超过|达成|共有|增加到)$/;
const NEWLY = /^(?:新增|净增|新认定|认定|新培育|新登记|新注册|新设|新建成|新引进)|新增$/;

/** Binds a figure that stands for itself, not in a list of values. */
export function bindSingle(context: Context, single: Single): Read {
  const { clause, topic, doing, bounds, sentence, lead } = context;
  const { quantity, before, listed } = single;
  const words = before.replace(LIST_MARKS, '').replace(TARGET_WORDS, '');
  const compared = withoutAgainst(stripPredicate(words));
  const { predicate } = compared;
  const opening = stripPredicate(sentence.text.slice(quantity.span.start, quantity.core.start));
  // 营商环境排名上升12位: what moved is the place in the ranking.
  const moved = quantity.kind === 'number' && quantity.unit === '位' && /排名|排位/.test(predicate.taken);
  const noun = nounOf(compared.rest, quantity) + (moved ? '排名' : '');
  const previous = bounds[bounds.length - 1];
  const verb = predicate.verb ?? opening.verb;
  const direction = predicate.direction ?? opening.direction;
  const shared = {
    quantity,
    before,
    home: clause,
    ...(verb === undefined ? {} : { verb }),
    ...(direction === undefined ? {} : { direction }),
    reaches: predicate.verb === undefined ? opening.reaches || verb === undefined : predicate.reaches,
    ...(compared.against === undefined ? {} : { against: compared.against }),
    ...changeOf(words, previous, clause),
  };
  const read = (subject: string, next: Topic | undefined, kept = doing, used = 0): Read => ({
    bound: { ...shared, subject, clause: { start: next?.start ?? clause.start, end: clause.end } },
    topic: next,
    doing: kept,
    used,
  });
  const own = (subject: string): Topic => ({ subject, start: clause.start });

  const medal = MEDALS[quantity.unit];
  if (medal !== undefined) {
    const games = noun === '' ? (previous?.subject ?? '').replace(/[金银铜]牌$/, '') : noun.replace(WON, '');
    return read(games + medal, own(games + medal));
  }
  const project = projectBehind(
    quantity.unit,
    sentence.text.slice(Math.max(clause.start, quantity.core.start - 14), quantity.core.start),
    sentence.text.slice(quantity.span.end, clause.end),
  );
  if (project !== undefined) return read(project.subject, own(project.project), undefined);
  const counts = COUNT_UNITS.test(quantity.unit);
  if (SO_FAR.test(words) && counts && previous !== undefined && previous.quantity.unit === quantity.unit) {
    return read(previous.subject + words, topic);
  }
  const after = withoutParentheses(single.after);
  const counted = countedNoun(quantity, after, noun, {
    acts: noun !== '' && doingEnd(noun) !== undefined,
    done: /^(?:完成|实现|实施)$/.test(predicate.verb ?? ''),
    governed: predicate.verb !== undefined,
    last: single.last,
    rest: sentence.text.slice(quantity.span.end, clause.end),
  });
  if (counted === '') {
    // 综合实力在中部87个地级市中进入前20强: the rank is of what stands before 在.
    const ranked = AMONG.exec(noun)?.[1];
    return { topic: ranked === undefined ? topic : own(ranked), doing, used: 0 };
  }
  // 150个项目…，其中45个竣工投运: the act tells of the things counted before.
  const things =
    counted !== undefined && noun === '' && BARE_ACT.test(counted) ? countedAlike(bounds, quantity) : undefined;
  if (things !== undefined) return read(withoutActs(things.subject) + counted, topic);
  if (counted !== undefined) {
    const act = noun === '' && listed ? (doing ?? '') : /^(?:仅?用|历时)$/.test(noun) ? '' : noun;
    // 建设提升60个都市农业园区: two acts in a row, no change of a number.
    if (act !== '' && isCompoundAct(act, predicate)) {
      const { verb: _, direction: __, ...done } = shared;
      const subject = shorten(joinWords(act + predicate.taken, counted));
      return {
        bound: { ...done, reaches: true, subject, clause },
        topic: own(subject),
        doing: act,
        used: usedBehind(single.after),
      };
    }
    const subject = shorten(joinWords(act, counted));
    // 乾星年产 is no act that the next of a list could share.
    const shares = act !== '' && (counts || doingAt(act) !== undefined);
    return read(subject, own(subject), shares ? act : undefined, usedBehind(single.after));
  }
  // 减排完成省定指标: a noun that looks like a verb.
  if (quantity.kind === 'phrase' && noun === '' && /[排耗碳]$/.test(words)) return read(words, own(words));
  if (quantity.kind === 'phrase' && words === '') {
    const inner = phraseSubject(quantity.text, after);
    if (inner !== undefined) return inner === '' ? { topic, doing, used: 0 } : read(inner, topic);
  }
  if (noun === '' && context.passed !== undefined && predicate.reaches && !listed) {
    const subject = tourismReceipts(context.passed, previous?.subject) ?? context.passed;
    return read(subject, own(subject));
  }
  if (noun === '') {
    // A rank tells of the subject, it is none: 居全国…城市第十位，年均增长9%.
    // Nor is a share what grew: 产业投资占48%、增长119%.
    const grows = quantity.unit === '%' && !predicate.reaches && direction !== undefined;
    const last =
      bounds.findLast(
        (one) =>
          one.quantity.kind !== 'rank' &&
          !(grows && one.quantity.unit === '%' && /占(?:比|[^，占]{1,14})$/.test(one.subject) && topic !== undefined),
      ) ?? previous;
    const shareOnly = grows && topic !== undefined && last?.subject.endsWith('占比');
    // What the clause itself began with comes before a figure of the clause before.
    const begun = listed && topic?.start === clause.start && previous?.home !== clause;
    // 财政收入首超百亿元，增长20.8% behind figures of another: what a clause without a figure turned to.
    const turned = !listed && topic !== undefined && previous !== undefined && topic.start >= previous.home.end;
    // 由第22位前移至第15位: of what the first figure is of, be it a rank.
    const reached = shared.change === 'to' ? previous?.subject : undefined;
    const held = reached ?? (shareOnly || begun || turned ? topic?.subject : last?.subject) ?? topic?.subject ?? '';
    // 17个已交付使用 behind 27个…项目: the same things, said further of; 325万人实现脱贫 behind 新增就业168万人: others.
    const said = !listed && counts && words === '' ? after.split(/[，；、]/)[0]!.slice(0, 24) : '';
    if (counts && STOCK.test(verb ?? '') && last?.quantity.unit === quantity.unit && NEWLY.test(held)) {
      return read(withTopic('总数', held, '', sentence.indicators), topic);
    }
    // 新登记市场主体184.1万户、平均每天5044户
    const per = PER.exec(words)?.[0];
    if (per !== undefined && held !== '') return read(held + per, topic);
    if (held === '' && lead !== undefined) {
      const subject = lead + (/^实现/.test(after) ? after.split(/[、，；]/)[0]! : '');
      return read(subject, own(subject));
    }
    const same = previous?.quantity.unit === quantity.unit && /^已/.test(said);
    const further = said === '' || same ? held + said : said;
    return read(further, topic ?? (previous && own(held)));
  }
  const soFar = /已[^，、已]{2,4}$/.exec(words)?.[0];
  if (soFar !== undefined && listed && previous?.quantity.unit === quantity.unit) {
    const subject = stripHeads(words);
    return read(subject, own(subject));
  }
  const alike =
    previous?.quantity.unit === quantity.unit && quantity.kind === 'number'
      ? ofTheSame(noun, previous.subject, sentence.indicators)
      : undefined;
  if (alike !== undefined) return read(alike, own(alike));
  const receipts = tourismReceipts(noun, topic?.subject ?? previous?.subject);
  if (receipts !== undefined) return read(receipts, own(receipts));
  const ofThem = topic !== undefined && OF_FIRMS.test(noun) && topic.subject.endsWith('企业');
  if (ofThem || isGeneric(noun) || (topic !== undefined && isRelative(words, noun))) {
    const said = ofThem || isGeneric(noun) ? noun : stripHeads(compared.rest);
    const spent = purposeOf(context, single, said);
    if (spent !== undefined) return read(spent, topic);
    const owner = VALUE_NOUN.test(said) && topic?.start !== clause.start ? context.owner : undefined;
    const held = owner ?? topic?.subject ?? '';
    const subject = withTopic(said, held, sentence.text.slice(0, quantity.span.start), sentence.indicators);
    return read(subject, owner === undefined ? (topic ?? own(noun)) : own(subject));
  }
  if (topic !== undefined && SIZE_ONLY.test(noun)) {
    const act = doingAt(topic.subject) ?? '';
    const whole = topic.subject.slice(act.length).replace(/^亿元(?:以上)?/, '');
    return read(act + noun.replace(/的$/, '') + whole, topic);
  }
  if (previous !== undefined && LEVEL_ONLY.test(noun) && previous.quantity.unit === quantity.unit) {
    if (LEVEL.test(previous.subject)) return read(previous.subject.replace(/总数$/, '').replace(LEVEL, noun), topic);
    const level = noun + withoutActs(previous.subject);
    if (/其中/.test(before)) return read(level, own(level));
  }
  if (topic !== undefined && /^(?:城镇|城市|农村|乡村)$/.test(noun) && /居民.*收入$/.test(topic.subject)) {
    return read(noun + topic.subject.replace(/^.*(?=居民)/, ''), topic);
  }
  if (BARE_ACT.test(noun) && !/[%‰点]$/.test(quantity.unit)) {
    const object = countedAlike(bounds, quantity)?.subject ?? (listed ? topic?.subject : undefined);
    if (object !== undefined) return read(noun + withoutActs(object), topic);
  }
  // 产业项目投资占48%: the figure is of the share, not of the investment.
  if (quantity.unit === '%' && /占(?:到|约|比达)?$/.test(predicate.taken) && !noun.includes('占')) {
    return read(`${noun}占比`, own(noun));
  }
  const named = lastMember(noun);
  // 东盟作为第一大贸易伙伴，进出口额达330.8亿元: the figure is of the one that was named.
  const whose = lead === undefined ? undefined : /^([^，、]{2,12}?)作为/.exec(lead)?.[1];
  if (whose !== undefined && !named.startsWith(whose)) return read(whose + named, own(whose + named));
  const spent = purposeOf(context, single, named);
  // 能源、交通的投资，占基本建设投资总额的60%: of what the clause before names.
  if (
    /^占(?!地(?!区)|用|比)/.test(named) &&
    topic === undefined &&
    lead !== undefined &&
    lead !== '' &&
    lead.length <= 30
  ) {
    const whole = lead.replace(HOW_IT_FARES, '');
    return read(whole + named, topic);
  }
  if (spent !== undefined) return read(spent, topic);
  const act = doingAt(named);
  const lent = act === undefined ? lentVerb(context, single, predicate) : undefined;
  const subject = joinWords(lent ?? '', named);
  return read(subject, own(subject), act ?? lent);
}

/** 建设提升, 改造扩大 before what was counted: the second verb is an act as well. */
function isCompoundAct(act: string, { verb, direction, taken }: ReturnType<typeof stripPredicate>): boolean {
  return direction !== undefined && verb === taken && doingAt(act) === act && /^(?:提升|扩大)$/.test(verb);
}

/** What a bare sum was spent on: told behind it where nothing before says so. */
function purposeOf(
  { sentence, clause, topic }: Context,
  { quantity, before, listed }: Single,
  noun: string,
): string | undefined {
  const turns = topic === undefined || clause.start === 0 || /[；。]$/.test(sentence.text.slice(0, clause.start));
  if (listed || !turns || before.includes('完成')) return undefined;
  return spentOn(noun, quantity.unit, sentence.text.slice(quantity.span.end));
}

/** 综合实力在中部: what a rank among so many is of. */
const AMONG = /^([一-龥“”]{2,12})在[^，]{0,8}$/;

/** The verb of doing that a member of a list, or a part (其中), takes from what stands before it. */
function lentVerb(
  { topic, doing }: Context,
  { quantity, before, listed }: Single,
  { verb, reaches }: { readonly verb?: string; readonly reaches: boolean },
): string | undefined {
  if (/[%‰]$|百分点$/.test(quantity.unit) || quantity.kind !== 'number') return undefined;
  if (/元$/.test(quantity.unit) && !PAYS.test(doing ?? '')) return undefined;
  if (doing !== undefined && listed && !reaches) return doing;
  return verb === undefined && /^[，、]?其中/.test(before) && topic !== undefined ? doingAt(topic.subject) : undefined;
}

function isRelative(words: string, noun: string): boolean {
  return RELATIVE.test(words.replace(/^其中/, '')) && noun.length <= 14;
}

/** Verbs whose object is money. */
const PAYS = /^(?:发放|拨付|支付|投放|减免|安排|筹措|争取|追回|追缴|兑现)$/;
