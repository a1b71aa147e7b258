import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Quantity, Span } from '../text/types.js';
import { industryOf } from './owners.js';
import { shareReceivers } from './receivers.js';
import { indicatorNear } from './recognise.js';
import { readList } from './respectively.js';
import { shareGraded, shareKind, shareProjects, shareThings, shareUnit, shareWork } from './shared-tails.js';
import { bindSingle } from './single.js';
import type { Context } from './single-state.js';
import { readTimes } from './times-in-a-row.js';
import { shareTreatment } from './treated.js';
import { EACH, TOGETHER, takeList } from './values.js';
import { CLASSIFIERS } from './vocabulary.js';
import { doingAt, stripHeads } from './words.js';

/** A quantity with the words that say what it is of. Spans are offsets into the sentence. */
export interface Bound {
  readonly quantity: Quantity;
  readonly subject: string;
  readonly verb?: string;
  readonly direction?: 'up' | 'down';
  /** True where the verb tells of a level reached (达到, 提高到), not of a change (增长). */
  readonly reaches: boolean;
  /** The words between the figure before it (or the clause's start) and the figure, as written. */
  readonly before: string;
  /** What the figure is measured against: 2015年 in 比2015年增加, 上年 in 恢复到上年的. */
  readonly against?: string;
  /** The time that the figure alone is of, where several stand in a row: 上半年 in 一季度、上半年分别增长5.8%、6.1%. */
  readonly when?: string;
  /** from: the first figure of 由49.3%提高到58%; to: the second. */
  readonly change?: 'from' | 'to';
  /** True for a mark that was passed in a row of others: 连续跨越4万亿、5万亿两个台阶. */
  readonly milestone?: true;
  /** From the subject's first word to the clause's end. */
  readonly clause: Span;
  /** The clause alone in which the figure stands. */
  readonly home: Span;
}

export interface Sentence {
  readonly text: string;
  readonly clauses: readonly Span[];
  /** Those that are figures of their own; the ones that only qualify a noun left out. */
  readonly quantities: readonly Quantity[];
  readonly indicators: IndicatorIndex;
}

/** What a later figure of the sentence may lean on. */
export interface Topic {
  readonly subject: string;
  readonly start: number;
}

/**
 * Binds each quantity of a sentence to its subject, clause by clause.
 * @param given what the sentence is about before it says so: the economy in 经济稳中有进。全年增长4.8%
 */
export function bindSentence(sentence: Sentence, given?: string): Bound[] {
  const bounds: Bound[] = [];
  let topic: Topic | undefined = given === undefined ? undefined : { subject: given, start: 0 };
  let lead: string | undefined;
  const leads: string[] = [];
  let owner: string | undefined;
  let passed: string | undefined;
  for (const clause of sentence.clauses) {
    const inside = sentence.quantities.filter((q) => q.span.start >= clause.start && q.span.end <= clause.end);
    if (inside.length === 0) {
      topic = topicOf(sentence, clause) ?? topic;
      const words = plain(sentence.text.slice(clause.start, clause.end));
      lead = stripHeads(words);
      leads.push(lead);
      owner = industryOf(words) ?? owner;
      passed = passedIn(words);
      continue;
    }
    topic = bindClause(sentence, clause, inside, { topic, lead, owner, passed, leads }, bounds);
    shareThings(sentence.text, clause, bounds);
    shareWork(sentence.text, clause, bounds);
    shareKind(sentence.text, clause, bounds);
    shareGraded(sentence.text, clause, bounds);
    shareProjects(sentence.text, clause, bounds);
    shareUnit(clause, bounds);
    shareReceivers(sentence.text, clause, bounds);
    shareTreatment(sentence.text, clause, bounds);
    lead = undefined;
    leads.length = 0;
    passed = passedIn(sentence.text.slice(inside[inside.length - 1]!.span.end, clause.end));
    // An indicator of its own ends what was said of the industry.
    if (topic !== undefined && topic.start === clause.start && ENDS_IN_VALUE.test(topic.subject)) {
      owner = owner !== undefined && topic.subject.startsWith(owner) ? owner : undefined;
    }
  }
  return bounds;
}

const ENDS_IN_VALUE = /(?:产值|增加值|收入|投资)$/;
/** A mark that was passed, told in words: 、综合收入首次突破千亿元大关. */
const PASSED_MARK =
  /(?:^|[、和])([一-龥]{2,12}?)(?:首次|成功|历史性|一举|全面|再次)?(?:突破|迈上|跨上|跃上|超过|站上|迈过|跨越)[百千万亿两一二三四五六七八九十]+(?:元|美元|人次|户|家|亩|吨)?(?:新?台阶|大关|关口|门槛)?$/;

/** 高速铁路从无到有，达到867公里. */
const FROM_NOTHING = /^([“”一-龥]{2,14})(?:实现)?从无到有$/;

/** What the words say to have passed a mark that is no figure of its own. */
function passedIn(words: string): string | undefined {
  const noun = PASSED_MARK.exec(words)?.[1] ?? FROM_NOTHING.exec(words)?.[1];
  return noun === undefined ? undefined : stripHeads(noun);
}

/** A clause without a figure that names an indicator leads those that follow: 地区生产总值再创新高，达到…. */
function topicOf({ text, indicators }: Sentence, clause: Span): Topic | undefined {
  const words = stripHeads(text.slice(clause.start, clause.end));
  const first = indicatorNear(words, 4, indicators);
  // 跑赢经济增速 sets the subject before beside it.
  if (first !== undefined && /(?:跑赢|快于|高于|好于|优于|超过)$/.test(words.slice(0, first.start))) return undefined;
  return first && { subject: words.slice(0, first.end), start: clause.start };
}

function bindClause(
  sentence: Sentence,
  clause: Span,
  quantities: readonly Quantity[],
  { topic: given, lead, owner, passed, leads }: Pick<Context, 'topic' | 'lead' | 'owner' | 'passed' | 'leads'>,
  bounds: Bound[],
): Topic | undefined {
  const { text, indicators } = sentence;
  let topic = given;
  let doing: string | undefined;
  let from = clause.start;
  for (let i = 0; i < quantities.length; ) {
    const quantity = quantities[i]!;
    const before = plain(text.slice(from, quantity.span.start));
    const list = takeList(text, quantities, i, before, indicators);
    if (list !== undefined) {
      const earlier = outside(text, bounds);
      const known = { earlier, topic: topic?.subject, lead, leads, row: subjectsOfRow(text, clause, earlier) };
      const read = readTimes(list, before, known, indicators) ?? readList(list, before, known, indicators);
      const start = before === '' || read.inherited ? (topic?.start ?? clause.start) : clause.start;
      const things =
        list.taken === 1 && (EACH.test(before) || TOGETHER.test(before))
          ? thingsOfEach(text, quantity, quantities[i + 1], clause)
          : '';
      for (const part of read.parts)
        bounds.push({
          ...part,
          subject: part.subject + things,
          before,
          clause: { start, end: clause.end },
          home: clause,
        });
      if (!read.inherited && read.parts.length > 0) topic = { subject: read.topic, start: clause.start };
      i += list.taken;
      from = quantities[i - 1]!.span.end + perUnit(text, quantities[i - 1]!).length;
      doing = undefined;
      continue;
    }
    const next = quantities[i + 1];
    // 30万平方米5000套公租房: two figures in a row count the same noun.
    const again = next !== undefined && countsAgain(text, quantity, next);
    const joined = next !== undefined && (again || next.span.start === quantity.span.end) && !hasObject(before);
    const behind = joined ? next : quantity;
    const after = text.slice(
      behind.span.end + perUnit(text, behind).length,
      quantities[i + (joined ? 2 : 1)]?.span.start ?? clause.end,
    );
    const single = {
      quantity,
      before,
      after,
      next: behind === quantity ? next : quantities[i + 2],
      last: next === undefined,
      listed: i > 0,
    };
    const aside = insideParenthesis(text.slice(clause.start, quantity.span.start));
    const known = aside ? bounds : outside(text, bounds);
    const held = holderOf(text.slice(clause.start, quantity.span.start), clause.start);
    const read = bindSingle(
      { sentence, clause, topic: held ?? topic, doing, bounds: known, lead, owner, passed, leads },
      single,
    );
    if (read.bound !== undefined) bounds.push(...forEachOfThem(read.bound, bounds), read.bound);
    // What a parenthesis says or does (增长6%（可比增长6.4%），总量达…; 1个卫生所（配备1名医生）、1处休闲场所) is not shared by what follows.
    if (!aside) {
      topic = read.topic;
      doing = read.doing;
    }
    from = quantity.span.end + (joined ? 0 : Math.max(read.used, perUnit(text, behind).length));
    i++;
  }
  return topic;
}

/** So many things one word (均) may stand for, where they stand in clauses of their own. */
const LONGEST_ROW = 4;

/**
 * The things told right before a clause, for which 均 stands: those of the clause before where it tells of several, else those told in
 * the same unit since the last ；. None where they are too many to be sure.
 */
function subjectsOfRow(text: string, { start }: Span, bounds: readonly Bound[]): string[] {
  const last = bounds[bounds.length - 1];
  if (last === undefined) return [];
  const told = bounds.filter(({ change }) => change !== 'from');
  const names = (row: readonly Bound[]): string[] => [...new Set(row.map(({ subject }) => subject))];
  const beside = names(told.filter(({ home }) => home === last.home));
  if (beside.length > 1) return beside;
  const from = text.lastIndexOf('；', start - 2) + 1;
  const since = names(told.filter(({ home, quantity }) => home.start >= from && quantity.unit === last.quantity.unit));
  return since.length <= LONGEST_ROW ? since : [];
}

/** 分别增长8.1%、9.2%，与经济增长同步: what a clause by itself says of a row holds for each; of the others than the last. */
function forEachOfThem(bound: Bound, bounds: readonly Bound[]): Bound[] {
  const last = bounds[bounds.length - 1];
  if (bound.quantity.kind !== 'phrase' || bound.before !== '' || last?.subject !== bound.subject) return [];
  if (!TOGETHER.test(last.before)) return [];
  const others = bounds.filter((one) => one.home === last.home && one.before === last.before && one !== last);
  return others.map(({ subject }) => ({ ...bound, subject }));
}

/** 12件（17项）实事: the same things counted once more in a parenthesis, before their name. */
function countsAgain(text: string, { span, unit }: Quantity, next: Quantity): boolean {
  return (
    text.slice(span.end, next.span.start) === '（' &&
    text[next.span.end] === '）' &&
    CLASSIFIERS.test(unit) &&
    CLASSIFIERS.test(next.unit)
  );
}

/** A县、B县各1个产前筛查机构: what each of them has stands behind the figure. */
function thingsOfEach(text: string, { span, unit }: Quantity, next: Quantity | undefined, clause: Span): string {
  const money = unit.endsWith('元');
  if (!money && !CLASSIFIERS.test(unit)) return '';
  const after = text.slice(span.end, next !== undefined && next.span.end <= clause.end ? next.span.start : clause.end);
  // 分别成功发行10亿元债券
  if (money) return /^(?:[一-龥]{0,6}?(?:债券|公司债|企业债|中期票据|贷款))(?=[、，；。]|$)/.exec(after)?.[0] ?? '';
  return /^(?!以上|以下|左右|和|及|并|与|，)的?([“”一-龥A-Za-z]{2,16})(?=[、，；]|$)/.exec(after)?.[1] ?? '';
}

/** Behind a figure, for whom or for how long it is: 430元/人·月, 2000万吨/年. */
const PER_UNIT =
  /^(?:\/(?:每?[人户亩年月日天次吨]|公里|公斤|平方米|立方米|小时|标箱|[千百十]?万?[人吨])(?:[·.](?:每?[人户年月日天次]))?)+/;

function perUnit(text: string, { span }: Quantity): string {
  return PER_UNIT.exec(text.slice(span.end, span.end + 12))?.[0] ?? '';
}

/** True for an act with its object: 改造老旧小区 before 9个138栋楼房, of which the first counts what stands before it. */
function hasObject(before: string): boolean {
  const words = stripHeads(before);
  const act = doingAt(words);
  return act !== undefined && act.length >= 2 && words.length - act.length >= 2 && !words.endsWith('的');
}

function insideParenthesis(before: string): boolean {
  return before.lastIndexOf('（') > before.lastIndexOf('）');
}

/** The figures that stand in no parenthesis that was closed: those that what follows may lean on. */
function outside(text: string, bounds: readonly Bound[]): readonly Bound[] {
  if (!text.includes('）')) return bounds;
  const free = bounds.filter(({ quantity }) => !insideParenthesis(text.slice(0, quantity.span.start)));
  // 1万套（50万平方米），竣工20万平方米: the same things, counted in two units.
  const things = new Set(free.map(({ subject }) => subject));
  return free.length === 0 ? bounds : bounds.filter((bound) => free.includes(bound) || things.has(bound.subject));
}

/** What a parenthesis tells of: 中航工业凯阳发动机基地项目 before （总投资30亿元）. */
function holderOf(before: string, start: number): Topic | undefined {
  const open = before.lastIndexOf('（');
  if (open < 0 || before.indexOf('）', open) >= 0) return undefined;
  const noun = stripHeads(before.slice(0, open)).replace(/^.*[，；：\d]/, '');
  return /(?:项目|工程|企业|公司|基地|园区?|线|桥|电站|电厂|学校|医院|中心)$/.test(noun)
    ? { subject: noun, start }
    : undefined;
}

const PARENTHESIS = /（[^（）]*）/g;

/** The words without parentheses, which are no part of a subject's name; inside one, its own words alone. */
function plain(text: string): string {
  const whole = text.replace(PARENTHESIS, '').replace(/^[^（]*）/, '');
  const open = whole.lastIndexOf('（');
  return open < 0 ? whole : whole.slice(open + 1);
}
