import type { Quantity } from '../text/types.js';
import { BARE_ACT, countedAlike, withoutActs } from './acts.js';
import { CAPACITY, OUTPUT } from './counted.js';
import { rankedAmong } from './lists-behind.js';
import { joinWords, shorten, usedBehind, withoutTime } from './nouns.js';
import { MEDALS, WON } from './receipts.js';
import type { Context, Reader, Single, SingleState } from './single-state.js';
import { attributeOfNamed, projectBehind } from './spent.js';
import { splitList } from './subjects.js';
import { doingAt, doingEnd, RATE_WORDS, stripHeads, stripPredicate } from './words.js';

/** Figures that count what stands behind them, or what was counted before. */

/** 斩获2金1银. */
export const medals: Reader = ({ single, noun, previous, read, own }) => {
  const medal = MEDALS[single.quantity.unit];
  if (medal === undefined) return undefined;
  const games = noun === '' ? (previous?.subject ?? '').replace(/[金银铜]牌$/, '') : noun.replace(WON, '');
  return read(games + medal, own(games + medal));
};

/** 总投资52亿元的精细化工项目. */
export const projectTold: Reader = ({ context, single, read, own }) => {
  const { clause, sentence } = context;
  const { core, span, unit } = single.quantity;
  const project = projectBehind(
    unit,
    sentence.text.slice(Math.max(clause.start, core.start - 14), core.start),
    sentence.text.slice(span.end, clause.end),
  );
  return project === undefined ? undefined : read(project.subject, own(project.project));
};

/** 启动实施总长45.7公里的地下综合管廊项目: what is done to the work before its measure. */
const SET_GOING = /^(?:发起|启动|实施|推进|推动|开工|建设|建成|打造|组建|设立)+了?(?=总|全长)/;

/** 总投资57亿元、全长9.3公里的厦漳跨海大桥. */
export const measureOfNamed: Reader = ({ context, single, noun, previous, read, own }) => {
  if (!single.listed && context.topic !== undefined) return undefined;
  const { text } = context.sentence;
  const attribute = noun.replace(SET_GOING, '');
  const subject = attributeOfNamed(attribute, text.slice(single.quantity.span.end, context.clause.end));
  const name = subject?.slice(0, -attribute.length);
  if (subject === undefined || name === undefined) return undefined;
  return single.listed && previous?.subject.startsWith(name) !== true ? undefined : read(subject, own(name));
};

/** 43个已完成41个: how far what was counted has come. */
const SO_FAR = /^(?:目前|现|均|都)?已[^，、]{0,6}$/;

export const soFar: Reader = ({ context, single, words, counts, previous, read }) =>
  SO_FAR.test(words) && counts && previous !== undefined && previous.quantity.unit === single.quantity.unit
    ? read(previous.subject + words, context.topic)
    : undefined;

/** 综合实力在中部: what a rank among so many is of. */
const AMONG = /^([一-龥“”]{2,12})在[^，]{0,8}$/;

const TIME_UNIT = /^(?:年|天|日|个月|个?小时|个?工作日|周年)$/;
const LASTING = /(?:连续|坚守|坚持|扎根|守护)$/;

/** What was won again and again: 连续2年获评…, 是全省唯一连续4年获得…的市. */
const WON_AGAIN = /^(?:荣获|获评|获得|获|被评为|入选|蝉联)/;

/** 坚守海岛38年, 连续2年获评…: how long something was done, or how often it was won. */
export const duration: Reader = ({ single, words, after, read, own }) => {
  const lasting = TIME_UNIT.test(single.quantity.unit) ? LASTING.exec(words)?.[0] : undefined;
  if (lasting === undefined) return undefined;
  const name = stripHeads(words.slice(0, -lasting.length));
  if (lasting !== '连续') return name === '' ? undefined : read(name + lasting, own(name + lasting));
  const said = (after.split(/[，；。、]/)[0] ?? '').slice(0, LONGEST_LASTING);
  return WON_AGAIN.test(said) && (name === '' || /^[是为]/.test(name)) ? read(said, own(said)) : undefined;
};

const LONGEST_LASTING = 24;

/** 形成35亿元销售收入, 撬动10亿元社会投资: what a sum is of stands behind it. */
const MAKES = /(?:形成|创造|撬动|释放|贡献|吸引|带动|拉动)$/;
const MADE =
  /^(?:的)?([一-龥]{0,6}?(?:销售收入|营业收入|总收入|收入|产值|税收|利税|投资|消费|贷款|融资|资金|资本|效益|增加值))(?=[，。；、]|并|和|等|$)/;

export const sumMade: Reader = ({ single, words, after, read, own }) => {
  const made = single.quantity.unit.endsWith('元') && MAKES.test(words) ? MADE.exec(after)?.[1] : undefined;
  if (made === undefined) return undefined;
  const subject = stripHeads(words) + made;
  return read(subject, own(subject));
};

/** 完成贫困人口629户2773人的减贫任务: the second number of two in a row tells of the same. */
export const inARow: Reader = ({ context, single, previous, read }) =>
  single.before === '' && previous !== undefined && isSecond(context, single, previous.quantity)
    ? read(previous.subject, context.topic)
    : undefined;

/** 2773人 of 629户2773人的减贫任务, and 17项 of 12件（17项）实事. */
function isSecond({ sentence }: Context, { quantity, after }: Single, first: Quantity): boolean {
  const gap = sentence.text.slice(first.span.end, quantity.span.start);
  return (gap === '' && /^的/.test(after)) || (gap === '（' && /^）[一-龥]/.test(after));
}

/** What a place has one of, so that a place among them is that one's. */
const OF_A_KIND =
  /(?:综合?保税?区|开发区|高新区|经开区|保税[港物]?[^，]{0,2}区|自贸(?:试验)?[片区]区?|园区|口岸|机场|港口)$/;

/** 中的排名: what is told is the place in the order itself. */
const OWN_PLACE = /的(?:综合)?(?:排名|排位|位次)[^，；]{0,3}$/;

/** 居全国298个地级以上城市第16位: among how many something has its place is no figure of its own. */
export const amongSoMany: Reader = ({ context, single, own }) => {
  if (single.next?.kind !== 'rank' || !/[个家座]$/.test(single.quantity.unit)) return undefined;
  const ranked = rankedAmong(single.before, single.after);
  if (ranked === undefined) return undefined;
  const { ahead } = ranked;
  const behind = stripPredicate(stripHeads(ranked.behind)).rest;
  // The 由 of what follows is the next figure's.
  const up = /[由从]$/.test(single.after) ? single.after.length - 1 : single.after.length;
  const used = behind === '' ? up : single.after.lastIndexOf(behind);
  const name = withoutTime(stripHeads(stripPredicate(ahead.replace(/^[、，和]+/, '')).rest));
  const told = behind === '' && name.length > 1 && !RATE_WORDS.has(name);
  // 在全国73个综保区中的排名由第49位升至第25位: the place's own one of that kind.
  const inOrder = behind === '综合' || OWN_PLACE.test(single.after);
  const ofKind = ahead === '' && inOrder && OF_A_KIND.test(ranked.kind);
  if (ofKind) return { topic: own(`${ranked.kind}${behind}排名`), doing: context.doing, used: up };
  return { topic: told ? own(name) : context.topic, doing: context.doing, used };
};

/** 202个亿元以上产业项目: the noun behind the figure. */
export const ofCounted: Reader = (state) => {
  const { context, counted, noun } = state;
  if (counted === undefined) return undefined;
  if (counted === '') {
    // 综合实力在中部87个地级市中进入前20强: the rank is of what stands before 在.
    const ranked = AMONG.exec(noun)?.[1];
    return { topic: ranked === undefined ? context.topic : state.own(ranked), doing: context.doing, used: 0 };
  }
  return actOfThings(state, counted) ?? thingsCounted(state, counted);
};

/** 150个项目…，其中45个竣工投运: the act tells of the things counted before. */
function actOfThings({ context, single, noun, read }: SingleState, counted: string): ReturnType<Reader> {
  const things = noun === '' && BARE_ACT.test(counted) ? countedAlike(context.bounds, single.quantity) : undefined;
  return things === undefined ? undefined : read(withoutActs(things.subject) + counted, context.topic);
}

/** 腾龙煤电年产: what works are to make. */
const YEARLY = /年产$/;

/** The act before a figure that counts what stands behind it; of a list before it only its act (建成大型水库和20件中型水库). */
function actBefore({ context, single, noun }: SingleState): string {
  // One letter is no act that a list shares: 改 of 改善.
  if (noun === '')
    return single.listed && !/^(?:[改建修造办增]|装机)$/.test(context.doing ?? '') ? (context.doing ?? '') : '';
  const ending = doingEnd(noun);
  const work = /(?:、|[和与]|以及)$/.test(single.before) && noun.length > (ending?.length ?? 0) + 3;
  const parted = /(?:、|[和及与]|以及)$/.test(single.before) && (ending === undefined || work);
  if (parted) return doingAt(noun) ?? '';
  // 大力推进神华陶氏煤化工一期、延安100万吨乙烯: of a list of works the last one makes it.
  if ((CAPACITY.test(single.quantity.unit) || YEARLY.test(noun)) && noun.includes('、')) return splitList(noun).at(-1)!;
  return /^(?:仅?用|历时)$/.test(noun) ? '' : noun;
}

/** 达到一百斤以上的有四十五个县: of those that reach what the figure before says. */
const THOSE_THAT = /^的(?:共|已|就|只|仅|约)?有$/;

function thoseThat({ context, single, previous }: SingleState): string | undefined {
  if (previous === undefined || previous.home !== context.clause || !THOSE_THAT.test(single.before)) return undefined;
  const { text } = context.sentence;
  const { start } = previous.clause;
  const reach = text.slice(Math.max(start, context.clause.start), previous.quantity.span.end);
  return previous.quantity.kind === 'number' && reach.length <= LONGEST_REACH ? stripHeads(reach) : undefined;
}

/** In characters. */
const LONGEST_REACH = 26;

function thingsCounted(state: SingleState, counted: string): ReturnType<Reader> {
  const those = thoseThat(state);
  if (those !== undefined) return state.read(`${those}的${counted}`, state.own(`${those}的${counted}`));
  const { single, counts, read, own } = state;
  const act = actBefore(state);
  const used = usedBehind(single.after, counts && !single.last);
  // 建设提升60个都市农业园区: two acts in a row, no change of a number.
  if (act !== '' && isCompoundAct(act, state)) {
    return state.done(shorten(joinWords(act + state.predicate.taken, counted)), act, used);
  }
  // 出台稳定外贸增长的35条政策: the verb is a part of the name.
  const named = /^[一-龥]{2}的$/.exec(state.predicate.taken)?.[0];
  if (act !== '' && named !== undefined && state.predicate.direction !== undefined)
    return state.done(shorten(act + named + counted), doingAt(act) ?? '', used);
  const subject = shorten(joinWords(act, counted));
  // 乾星年产 is no act that the next of a list could share.
  const made = OUTPUT.test(single.quantity.unit);
  const shares = act !== '' && ((counts && !made) || doingAt(act) !== undefined);
  // 建设“A”等15个实验室和2个基地: the examples are of the first number alone.
  const kept = act.endsWith('等') || (made && act.length > LONGEST_ACT) ? doingAt(act) : act;
  return read(subject, own(subject), shares ? kept : undefined, used);
}

/** In characters: 新建续建 is an act, what runs longer names a work. */
const LONGEST_ACT = 6;

/** 建设提升, 改造扩大 before what was counted: the second verb is an act as well. */
function isCompoundAct(act: string, { predicate: { verb, direction, taken } }: SingleState): boolean {
  return direction !== undefined && verb === taken && doingAt(act) === act && /^(?:提升|扩大)$/.test(verb);
}
