import type { Bound } from './bind.js';
import type { Context, Read, Single } from './single-state.js';
import { stripHeads } from './words.js';
import { workOf } from './work.js';

/** What a work brought about (惠及居民, 拉动消费, 新增产值), which tells nothing without the work. */

/** Whom or what it reached, named by the act and a bare noun. */
const EFFECT =
  /^(?:累计|直接|共|共计|可|辐射|预计|有效)*(?:(?:惠及|受益|带动|拉动|撬动|辐射|吸纳|覆盖(?![率面区]))[一-龥]{1,8}|提供就业岗位|新增(?:产值|税收|利税|销售收入))$/;
/** Where in a name the effect of a work begins: 发放消费券惠及群众. */
const EFFECT_INSIDE = /(?<=..)(?:累计|直接|共|可|辐射)*(?:惠及|受益|带动|拉动|撬动|辐射|吸纳|新增产值|新增税收).*$/;
/** In characters: what is longer is no name of a work. */
const LONGEST = 22;
/** A clause that turns to something else. */
const TURNS = /[；。]/;
/** How something fares, and what was asked for: no work. */
const NO_WORK = /^(?:[一二三四五六七八九十]是|坚持|围绕|按照|根据|为|以|在|通过)|并|任务$|[的了着]$/;

/** Projects or firms of which only the state is told. */
const BARE_THING =
  /^(?:累计|共|已|预计)*(?:(?:新|续)?(?:签约|签|引进|入驻|开工|开复工|竣工|投产|竣工投产|落地|在建|续建|入园|入库|储备|谋划|入统)(?:各类|重点|重大|工业)?(?:项目|企业)(?:总投资|投资额?|面积|数量?)?|签约(?:金额|总额|资金)|合同(?:引资额|金额|投资额?)|协议(?:引资额|金额|投资额?)|成交额|成交金额|交易额|交易金额)$/;
/** An occasion at which it was agreed: 举办广交会等系列招商活动. */
const OCCASION =
  /^(?:成功|高水平|高质量|精心|组织|组团|积极|先后|共)*(?:举办|承办|主办|参加|赴|举行|开展)(?:了)?([“”一-龥A-Za-z·—-]{2,20}(?:会|节|展|周|活动|招商|大赛|论坛))$/;

/** True for projects or firms that are told by their state alone (签约项目), of which only the words before say whose they are. */
export function isBareThing(subject: string): boolean {
  return BARE_THING.test(subject);
}

/** 大力发展生命健康产业，新引进项目16个; 举办系列招商活动，签约项目99个: of the industry, or from the occasion, that was named. */
function withField(read: Read, context: Context): Read {
  const { bound } = read;
  if (bound === undefined || !BARE_THING.test(bound.subject)) return read;
  const occasion = context.lead === undefined ? undefined : OCCASION.exec(stripHeads(context.lead))?.[1];
  const field = occasion ?? context.owner?.replace(/作为.*$/, '');
  if (field === undefined) return read;
  const subject = field + bound.subject;
  const topic = read.topic?.subject === bound.subject ? { ...read.topic, subject } : read.topic;
  return { ...read, bound: { ...bound, subject }, topic };
}

/** 开工老旧小区改造项目12个，惠及居民1万户: an effect is told with the work of the clause, or the figure, before it. */
export function withWork(read: Read, context: Context, single: Single): Read {
  const { bound } = read;
  if (bound === undefined || bound.quantity.kind !== 'number') return read;
  if (!EFFECT.test(bound.subject)) return withField(read, context);
  if (/[%‰点倍]$/.test(bound.quantity.unit)) return read;
  const work = context.lead === undefined || single.listed ? workTold(context, single) : workLed(context.lead);
  if (work === undefined || work.length > LONGEST || work.length < 2 || bound.subject.startsWith(work)) return read;
  const subject = work + bound.subject;
  const topic = read.topic?.subject === bound.subject ? { ...read.topic, subject } : read.topic;
  return { ...read, bound: { ...bound, subject }, topic };
}

/** The work of a clause without a figure. */
function workLed(lead: string): string | undefined {
  const work = workOf(lead) ?? lead;
  return NO_WORK.test(work) ? undefined : work;
}

/** What the figure right before is of, where that counts a work or what was spent on it. */
function workTold({ bounds, sentence }: Context, { quantity }: Single): string | undefined {
  const previous: Bound | undefined = bounds[bounds.length - 1];
  if (previous === undefined || previous.quantity.kind !== 'number' || previous.change === 'from') return undefined;
  if (/[%‰点倍]$/.test(previous.quantity.unit)) return undefined;
  if (TURNS.test(sentence.text.slice(previous.quantity.span.end, quantity.span.start))) return undefined;
  return previous.subject.replace(EFFECT_INSIDE, '');
}
