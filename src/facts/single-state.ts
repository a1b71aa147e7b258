import type { Quantity, Span } from '../text/types.js';
import type { Bound, Sentence, Topic } from './bind.js';
import { changeOf, startsAmong } from './changes.js';
import { countedNoun } from './counted.js';
import { nounOf, withoutParentheses } from './nouns.js';
import { COUNT_UNITS } from './vocabulary.js';
import { doingEnd, type Predicate, stripPredicate, withoutAgainst } from './words.js';

/** What the readers of a single figure (single-*.ts) look at: the words around it, taken apart once. */

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
  /** The figure behind it in the clause. */
  readonly next: Quantity | undefined;
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

/** One figure with its words taken apart, and the ways to say what it is of. */
export interface SingleState {
  readonly context: Context;
  readonly single: Single;
  /** The words before the figure without list marks and the words that call it a target. */
  readonly words: string;
  /** Those words without their verbs, and without what the figure is measured against. */
  readonly rest: string;
  readonly predicate: Predicate;
  /** The noun before the figure; '' where it is dropped. */
  readonly noun: string;
  readonly previous: Bound | undefined;
  readonly verb: string | undefined;
  readonly direction: 'up' | 'down' | undefined;
  readonly change: 'from' | 'to' | undefined;
  /** True for a figure that counts things or people. */
  readonly counts: boolean;
  /** The words behind the figure without parentheses. */
  readonly after: string;
  /** The noun behind the figure that it counts (`countedNoun`). */
  readonly counted: string | undefined;
  /** The figure read as one of `subject`; `next` is what later figures may lean on, `kept` the verb that a list shares. */
  readonly read: (subject: string, next: Topic | undefined, kept?: string, used?: number) => Read;
  /** `subject` as the topic that the clause itself set. */
  readonly own: (subject: string) => Topic;
  /** The figure as what two acts in a row have done (建设提升60个园区): no change of a number. */
  readonly done: (subject: string, act: string, used: number) => Read;
}

/** A way to read a figure; undefined where it does not apply. */
export type Reader = (state: SingleState) => Read | undefined;

/** What joins a member of a list to the one before; 及时, 和谐, 以工代赈 are words. */
const LIST_MARKS =
  /^(?:[、，]|和(?!谐|平|美|睦|田|解)|及(?!时|格)|与(?!会|[^，。；、与]{1,12}(?:共建|共办|签约|签署|签订|合作|建立|联合))|以(?!工代赈|旧换新|上|下|内))+/;

/** 八是完成1600公里…, 三年内完成80%以上…: a number in a list, or the time for it, before the verb. */
const OPENING = /^(?:[一二三四五六七八九十]{1,2}是(?=[一-龥]|$)|[一两二三四五\d]{1,2}年之?内(?=[一-龥]))/;

/** 增长的预期目标为: the words that call a figure a target. */
const TARGET_WORDS = /的?(?:预期|调控|控制)目标(?:初步)?(?:定|确定|安排)?[为在是]?$/;

/** 完成省下达的860公里农村公路: from whom the task came. */
const HANDED_DOWN =
  /(?<=[完成实施落实])(?:国家|中央|省|市|州|自治区|上级|省委省政府|省政府|省市)(?:里)?下达(?:我[市省州县区])?的?$/;

/** 提前达到省提出的7000美元的目标: who set the aim. */
const AIM_SET = /(?:提前|如期)?(?:达到|完成|实现)(?:国家|中央|省|市|州|区|上级|省委|市委)?(?:提出|确定|规定|要求)的?$/;

/** 跨上2万亿新台阶、稳居全国前8: the step that the figure before passed. */
const PASSED_STEP = /^(?:新|大|重要)?(?:台阶|大关|关口|门槛)(?=[、，])/;

/** 补助标准达到人均: for whom it is is no part of a name. */
const PER_HEAD = /((?:提高|增加|提升|调整|上调|增|提|升|达)[到至为]?)(?:每?[月年])?人均$/;
/** 养老金标准人均达到: nor is it before the verb. */
const PER_HEAD_REACHED =
  /(?<=(?:标准|金|水平|补助|补贴))(?:(?:每?[月年])?人均(?=(?:达到?|提高到|增加到)$)|人均每?月(?=(?:增加?|提高)$))/;

/** 推进5大类25个项目: of how many kinds they are. */
const OF_KINDS =
  /(?:[一二两三四五六七八九十百\d]+大[类项]|\d+类)$|^(?:[一二两三四五六七八九十百\d]+大[类项]|\d+类)(?=[一-龥]{2})/;

/** A list of nouns that goes on with what the figure counts: 高速公路三线和5条…. */
const LIST_MEMBER = /.(?:、|[和及与]|以及)$/;

/** What measures are for: 稳增长, 促消费, 农民增收. */
const POLICY = /(?:[稳促保扩惠][一-龥]{0,6}(?:增长|增收)|增收|减负|提速|减排|降耗|节能|扩大)$/;
const NO_PREDICATE: Predicate = { rest: '', reaches: false, taken: '' };

/** How a work was brought to its end: 圆满完成34项…. */
const WELL_DONE = /^(?:圆满|高质量|高标准|高水平|高效率?|优质|如期|按期|按时|超额|顺利|全部|全面)$/;

/** Takes the words around a figure apart. */
export function stateOf(context: Context, single: Single): SingleState {
  const { clause, doing, bounds, sentence } = context;
  const { quantity, before } = single;
  const words = before
    .replace(PASSED_STEP, '')
    .replace(LIST_MARKS, '')
    .replace(OPENING, '')
    .replace(TARGET_WORDS, '')
    .replace(HANDED_DOWN, '')
    .replace(AIM_SET, '达到')
    .replace(PER_HEAD, '$1')
    .replace(PER_HEAD_REACHED, '')
    .replace(OF_KINDS, '');
  const parted = withoutAgainst(stripPredicate(words, quantity.unit === '%'), quantity.unit.endsWith('点'));
  // 出台稳增长45条举措: the verb is a part of what the measures are called.
  const measures = /[条项]$/.test(quantity.unit) && POLICY.test(words);
  const { predicate, rest, against } = measures ? { ...parted, predicate: NO_PREDICATE, rest: words } : parted;
  const opening = stripPredicate(sentence.text.slice(quantity.span.start, quantity.core.start));
  // 营商环境排名上升12位: what moved is the place in the ranking.
  const moved = quantity.kind === 'number' && quantity.unit === '位' && /排名|排位/.test(predicate.taken);
  const previous = bounds[bounds.length - 1];
  const verb = predicate.verb ?? opening.verb;
  const direction = predicate.direction ?? opening.direction;
  const ranks = quantity.kind === 'rank' && single.next?.kind === 'rank';
  const change = startsAmong(words, ranks, single.after) ? 'from' : changeOf(words, previous, clause).change;
  const named = nounOf(rest, quantity, change === 'from');
  const noun = (WELL_DONE.test(named) ? '' : named) + (moved ? '排名' : '');
  const shared = {
    quantity,
    before,
    home: clause,
    reaches: predicate.verb === undefined ? opening.reaches || verb === undefined : predicate.reaches,
    ...(against === undefined ? {} : { against }),
    ...(change === undefined ? {} : { change }),
  };
  const moves = {
    ...(verb === undefined ? {} : { verb }),
    ...(direction === undefined ? {} : { direction }),
  };
  const own = (subject: string): Topic => ({ subject, start: clause.start });
  const after = withoutParentheses(single.after);
  return {
    context,
    single,
    words,
    rest,
    predicate,
    noun,
    previous,
    verb,
    direction,
    change,
    counts: COUNT_UNITS.test(quantity.unit),
    after,
    counted: countedNoun(quantity, after, noun, {
      acts: noun !== '' && doingEnd(noun) !== undefined,
      done: /^(?:完成|实现|实施)$/.test(predicate.verb ?? ''),
      governed: predicate.verb !== undefined,
      last: single.last,
      member: LIST_MEMBER.test(single.before),
      rest: sentence.text.slice(quantity.span.end, clause.end),
    }),
    read: (subject, next, kept = doing, used = 0) => ({
      bound: { ...shared, ...moves, subject, clause: { start: next?.start ?? clause.start, end: clause.end } },
      topic: next,
      doing: kept,
      used,
    }),
    own,
    done: (subject, act, used) => ({
      bound: { ...shared, reaches: true, subject, clause },
      topic: own(subject),
      doing: act,
      used,
    }),
  };
}
