import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Quantity, Span } from '../text/types.js';
import { readList, takeList } from './respectively.js';
import { isGeneric, splitList, withTopic } from './subjects.js';
import { CLASSIFIERS, COUNT_UNITS } from './vocabulary.js';
import { doingAt, doingEnd, stripHeads, stripPredicate, withoutAgainst } from './words.js';

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
  /** from: the first figure of 由49.3%提高到58%; to: the second. */
  readonly change?: 'from' | 'to';
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
interface Topic {
  readonly subject: string;
  /** The verb of doing that a list shares: 新增 in 新增市场主体4.96万户、“四上企业”400家. */
  readonly doing?: string;
  readonly start: number;
}

const RELATIVE_PREDICATE = /^(?:完成|占|超|超出|超过|高于|低于|快于|好于|高出|比|较|总|其中)/;
/** Behind a figure these begin a predicate or a new member, not the noun that the figure counts. */
const NO_NOUN =
  /^(?:[，、；：。！？)）”’\s]|并(?!购)|且|和(?!美|谐)|及(?!以上)|与|以及|以上|以下|以内|左右|排(?:名|在|全|第|中)|居(?!民|家|住)|列(?:入|为|全)|位(?:居|列|于)|增(?:长|加|至|幅|速)|下降|减(?:少|至)|比(?:上|去|20|预|全|目|“)|较|是|占|为|被|均(?!衡)|都(?!市)|也|其(?!他)|达|超|实现|完成|纳入|带动|惠及|投入使用|用于|通过|成功|入选|获评|获批|全面|正式|基本(?!公共|农田|医)|高于|低于|快于|提高|提升|上升|需(?!求)|要(?!素)|给(?!水|排)|支持|助力|投产|建成|开工|在(?!建|校|园|编|岗|册|库|线|外)|已|至|到(?!位|期)|的基础|时间|内(?!河|陆|外|资|需|科)|后(?!备|勤|台)|前(?!期|沿|置)|中(?!小|医|央|国|型|高|心|职|学|药|等|草|华|级|试)|起(?!重|步)|来(?!料|华)|之)/;
/** 其中过10亿元30个: only the size tells the part from the whole. */
const SIZE_ONLY = /^(?:投资|产值|税收|营收)?(?:过|超过?)?[\d.]+[万亿]元(?:及?以上|以下)?的?$/;
const PREDICATE_INSIDE =
  /完成|总投资|累计|实现|签约|涉及|惠及|带动|到位|投资|获得|新增|增长|建成|投产|开工|达到|竣工|引进/;

/** Binds each quantity of a sentence to its subject, clause by clause. */
export function bindSentence(sentence: Sentence): Bound[] {
  const bounds: Bound[] = [];
  let topic: Topic | undefined;
  for (const clause of sentence.clauses) {
    const inside = sentence.quantities.filter((q) => q.span.start >= clause.start && q.span.end <= clause.end);
    if (inside.length === 0) {
      topic = topicOf(sentence, clause) ?? topic;
      continue;
    }
    topic = bindClause(sentence, clause, inside, topic, bounds);
  }
  return bounds;
}

/** A clause without a figure that names an indicator leads those that follow: 地区生产总值再创新高，达到…. */
function topicOf({ text, indicators }: Sentence, clause: Span): Topic | undefined {
  const words = stripHeads(text.slice(clause.start, clause.end));
  const [first] = indicators.find(words);
  return first !== undefined && first.start <= 4
    ? { subject: words.slice(0, first.end), start: clause.start }
    : undefined;
}

function bindClause(
  sentence: Sentence,
  clause: Span,
  quantities: readonly Quantity[],
  given: Topic | undefined,
  bounds: Bound[],
): Topic | undefined {
  const { text } = sentence;
  let topic = given;
  let doing: string | undefined;
  let from = clause.start;
  for (let i = 0; i < quantities.length; ) {
    const before = plain(text.slice(from, quantities[i]!.span.start));
    const list = takeList(text, quantities, i, before, sentence.indicators);
    if (list !== undefined) {
      const read = readList(list, before, bounds, topic?.subject, sentence.indicators);
      const start = before === '' || read.inherited ? (topic?.start ?? clause.start) : clause.start;
      for (const part of read.parts) bounds.push({ ...part, before, clause: { start, end: clause.end }, home: clause });
      if (!read.inherited && read.parts.length > 0) topic = { subject: read.topic, start: clause.start };
      i += list.taken;
      from = quantities[i - 1]!.span.end;
      doing = undefined;
      continue;
    }
    const quantity = quantities[i]!;
    const next = quantities[i + 1];
    const after = text.slice(quantity.span.end, next?.span.start ?? clause.end);
    const single = bindSingle(
      sentence,
      clause,
      { quantity, before, after, last: next === undefined, listed: from > clause.start },
      topic,
      doing,
      bounds,
    );
    if (single !== undefined) {
      bounds.push(single.bound);
      topic = single.topic;
      doing = single.doing;
    }
    // The noun behind a figure, up to the next member of the list, is used up.
    const member =
      single?.counted === true ? text.slice(quantity.span.end, next?.span.start ?? clause.end).search(/[、]/) : -1;
    from = quantity.span.end + Math.max(0, member);
    i++;
  }
  return topic;
}

interface Single {
  readonly quantity: Quantity;
  readonly before: string;
  readonly after: string;
  /** True where no figure follows in the clause. */
  readonly last: boolean;
  /** True where a figure stands before it in the clause. */
  readonly listed: boolean;
}

function bindSingle(
  sentence: Sentence,
  clause: Span,
  single: Single,
  topic: Topic | undefined,
  doing: string | undefined,
  bounds: readonly Bound[],
): { bound: Bound; topic: Topic | undefined; doing: string | undefined; counted?: boolean } | undefined {
  const { quantity, before } = single;
  const words = before.replace(/^[、，和及与以]+/, '');
  const compared = withoutAgainst(stripPredicate(words));
  const bare = compared.predicate;
  const { against } = compared;
  const bound = stripPredicate(sentence.text.slice(quantity.span.start, quantity.core.start));
  const unheaded = stripHeads(compared.rest);
  const noun = unheaded.replace(/(?:的|中的|中|之中|当中)$/, '').replace(/^前[一二三四五两]年$/, '');
  const verb = bare.verb ?? bound.verb;
  const direction = bare.direction ?? bound.direction;
  const base = {
    quantity,
    before,
    home: clause,
    ...(verb === undefined ? {} : { verb }),
    ...(direction === undefined ? {} : { direction }),
    reaches: bare.verb === undefined ? bound.reaches || verb === undefined : bare.reaches,
    ...(against === undefined ? {} : { against }),
    ...changeOf(words, bounds, clause),
  };
  const made = (subject: string, start: number, next: Topic | undefined, kept: string | undefined) => ({
    bound: { ...base, subject, clause: { start, end: clause.end } },
    topic: next,
    doing: kept,
  });

  const counted = countedNoun(single, noun, bare.verb !== undefined);
  if (counted !== undefined) {
    if (counted === '') return undefined;
    const act = doingAt(noun) === noun || noun.length <= 10 ? noun : (doingEnd(noun) ?? '');
    const shared = noun === '' && single.listed ? (doing ?? '') : act;
    const subject = joinWords(shared, counted);
    return {
      ...made(subject, clause.start, { subject, start: clause.start }, shared === '' ? undefined : shared),
      counted: true,
    };
  }
  if (noun === '') {
    const previous = bounds[bounds.length - 1]?.subject ?? topic?.subject ?? '';
    const done = /(?:完成|整改|安置|消化|办结|整改完成|化解|交付|清理)$/.exec(stripHeadSeparators(words));
    const subject = single.listed && done !== null && COUNT_UNITS.test(quantity.unit) ? previous + words : previous;
    return made(subject, topic?.start ?? clause.start, topic ?? { subject, start: clause.start }, doing);
  }
  if (topic === undefined && isGeneric(noun)) {
    const subject = withTopic(noun, '', sentence.text.slice(0, quantity.span.start));
    return made(subject, clause.start, { subject, start: clause.start }, doing);
  }
  if (topic !== undefined && (isGeneric(noun) || relative(words, noun))) {
    const subject = withTopic(
      relative(words, noun) && !isGeneric(noun) ? stripHeads(words.slice(0, words.length - bare.taken.length)) : noun,
      topic.subject,
      sentence.text.slice(0, quantity.span.start),
    );
    return made(subject, topic.start, topic, doing);
  }
  if (topic !== undefined && SIZE_ONLY.test(noun)) {
    const act = doingAt(topic.subject) ?? '';
    const subject = act + noun.replace(/的$/, '') + topic.subject.slice(act.length).replace(/^亿元(?:以上)?/, '');
    return made(subject, topic.start, topic, doing);
  }
  const own = lastPredicate(noun);
  const head = doingAt(own);
  const among = /^[，、]?其中/.test(before);
  const carried =
    doing !== undefined && head === undefined && single.listed && !bare.reaches && COUNT_UNITS.test(quantity.unit)
      ? doing
      : among && head === undefined && topic !== undefined && COUNT_UNITS.test(quantity.unit) && bare.verb === undefined
        ? doingAt(topic.subject)
        : undefined;
  const subject = joinWords(carried ?? '', own);
  return made(subject, clause.start, { subject, start: clause.start }, head ?? carried);
}

function stripHeadSeparators(text: string): string {
  return text.replace(/^[、，]/, '');
}

/** 占GDP比重, 超年度目标: said of the subject before. */
function relative(words: string, noun: string): boolean {
  return (
    RELATIVE_PREDICATE.test(words) &&
    !/^其中/.test(words) &&
    noun.length <= 14 &&
    !/^总(?:产值|收入|投资)?[^产收投]{3}/.test(words)
  );
}

/** Of several predicates in a row the one next to the figure: 推进农村公路建设、改造危桥 → 改造危桥. */
function lastPredicate(noun: string): string {
  if (!noun.includes('、')) return noun;
  const pieces = splitList(noun);
  const last = pieces[pieces.length - 1]!;
  const act = doingAt(last);
  if ((act !== undefined && act.length >= 2 && act.length < last.length && pieces.length < 3) || noun.length > 36)
    return last;
  return noun;
}

/**
 * The noun behind a figure that counts it: 202个亿元以上产业项目. Undefined where the figure belongs to the words before it,
 * '' where the figure is only a part of another's subject: 46个考核断面水质优良率达89.1%.
 */
function countedNoun(single: Single, noun: string, governed: boolean): string | undefined {
  const { quantity, after } = single;
  if (quantity.kind !== 'number') return undefined;
  const behind = plain(after).replace(/^的/, '');
  if (behind === '' || NO_NOUN.test(plain(after)) || NO_NOUN.test(behind)) return undefined;
  const classifier = CLASSIFIERS.test(quantity.unit);
  const acts = noun !== '' && doingEnd(noun) !== undefined;
  if (
    noun !== '' &&
    !acts &&
    !(classifier && doingAt(noun) !== undefined && noun.length <= 8) &&
    !(classifier && /[县区市省州镇乡]$|等$/.test(noun))
  )
    return undefined;
  if (governed && !classifier) return undefined;
  const piece = behind.split(/[、，；]/)[0]!.replace(/(?:中的|之中|中)$/, '');
  if (single.last || behind.includes('、')) return shorten(piece);
  const stop = piece.search(PREDICATE_INSIDE);
  if (stop > 1) return shorten(piece.slice(0, stop));
  return /(?:率|比重|比例|占比|占|面积|产值|增加值|收入|浓度|达|为)(?:达|为|达到|均达|保持在|稳定在)?$/.test(piece)
    ? ''
    : shorten(stripPredicate(piece).rest || piece);
}

function shorten(noun: string): string {
  return noun.length > 30 ? noun.slice(0, 30) : noun;
}

function joinWords(act: string, noun: string): string {
  const verb = act.replace(/的$/, '');
  return noun.startsWith(verb) ? noun : verb + noun;
}

/** 由49.3%提高到58%: the second figure's words begin with a verb of reaching, the first's end with 由 or 从. */
function changeOf(words: string, bounds: readonly Bound[], clause: Span): { change?: 'from' | 'to' } {
  if (/[由从](?:[^，、]{0,12}的)?$/.test(words)) return { change: 'from' };
  const previous = bounds[bounds.length - 1];
  const follows = previous !== undefined && previous.home === clause && previous.change === 'from';
  return follows && /[到至为成居](?:[^，、]{0,10}的)?$/.test(words) ? { change: 'to' } : {};
}

const PARENTHESIS = /[（(][^（）()]*[）)]/g;

/** The words without parentheses, which are no part of a subject's name. */
function plain(text: string): string {
  return text.replace(PARENTHESIS, '').replace(/^[^（(]*[）)]/, '');
}
