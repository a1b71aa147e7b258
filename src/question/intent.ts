import type { Facet } from '../facts/types.js';
import type { Operation, Order } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import { matchUnit } from '../text/units.js';
import { compile } from './analysis/pattern.js';
import { askingWords } from './asking-words.js';
import type { Judged, ReaderFacet } from './reader/types.js';
import type { Scratch } from './scratch.js';
import { claim, findFree, isFree } from './scratch.js';
import { asksUndone } from './tellings.js';
import { questionWords } from './words.js';

/** Words in which 要, 将, 目标 and the like are no sign of a plan. */
const NOT_A_PLAN =
  /要(?:回|来)|讨要|(?:首要|主要|重点|工作)任务|年度(?:投资)?计划|投资计划(?!增长|增加|增速|完成|达|下降|减少|突破|超过|是?多少|为)|经济指标|[评认鉴审稳核测制规协约选法否]定(?!目标)|一定|固定|特定|指定|(?:超|完成)(?:年度|全年)?(?:目标|计划)|比(?:原)?(?:计划|规划|工期)(?:的?(?:时间|工期))?(?:提)?[早前晚快慢推]|主要|重要|需要|首要|必要|要素|要求|要点|要事|纲要|将军|即将过去|想法|理想|思想|安排了|计划生育|(?:村庄|城市|空间|控制性|专项|详细|城乡|产业|总体)规划|规划(?:编制|设计|展|区|馆|面积|建设|局)|任务书/gu;

/** A finished action: 建成了, 改造了多少, 派了几名. At the end of a clause only where the clause asks: 孩子要上学了 tells nothing of the figure. */
const DONE =
  /[^\P{Script=Han}定排划设](?:出|到|成|掉|好|过|来)?了(?=多少|几|哪|什么|一|些|还是)|(?:多少|几|哪|什么|吗|没|怎)[^，,。；;？?！!]*[^\P{Script=Han}定排划设]了(?=[?？]|$)/u;

/** What was reached, set against what was aimed at: 超出目标几个百分点, 比年初目标高多少. */
const AGAINST =
  /(?:(?<![占贷存款])比|较|超|超出|低于|高于|超过|高出|低出)了?(?:年初|预期|年度|计划|原定|确定|全年)*的?目标(?:任务)?/u;

/** A target that was itself raised or lowered: 目标比2011年调低了多少. */
const TARGET_MOVED = /目标[^，,。]{0,4}(?:比|较)[^，,。]{0,10}(?:高|低|多|少|快|慢|增|减|升|降|调整)了/u;

export interface Intent {
  readonly facet?: Facet;
  readonly bothFacets: boolean;
  /** False where only weak words tell the facet: 想, 要, 了. */
  readonly sure: boolean;
  readonly estimate: boolean;
  /** True where an outcome is set against what was aimed at: 超目标几个百分点. */
  readonly againstTarget?: boolean;
}

/** Whether a target or an outcome is asked for, as far as the words tell. Claims the words it goes by. */
export function askedFacet(scratch: Scratch, setsAgainst: boolean): Intent {
  const weak = new Set(questionWords().facets.weak);
  const { intent, words } = readFacet(scratch, (outcome) => setsAgainst || outcome.some((word) => !weak.has(word)));
  const sure = intent.bothFacets || intent.againstTarget === true || words.some((w) => !weak.has(w));
  return { ...intent, sure };
}

/** How far the learned reader must put a target before an outcome to be heard where no word tells either. */
const TARGET_READ = 0.9;

/** The target (目标) that the learned reader hears in words that no list has (只敢定增长多少); undefined where the words tell a facet, or it is in doubt. */
export function targetRead({ facet, bothFacets }: Intent, { value, margin }: Judged<ReaderFacet>): Facet | undefined {
  return facet === undefined && !bothFacets && value === 'target' && margin >= TARGET_READ ? 'target' : undefined;
}

/** The facet with the words that told it. */
function readFacet(
  scratch: Scratch,
  tellsOutcome: (words: readonly string[]) => boolean,
): { intent: Omit<Intent, 'sure'>; words: readonly string[] } {
  const { facets } = questionWords();
  const plain = withoutDenied(scratch, facets);
  const masked = withoutFrame(plain.replace(NOT_A_PLAN, (word) => '\u0000'.repeat(word.length)));
  const against = AGAINST.exec(masked);
  if (against) claim(scratch, against.index, against.index + against[0].length);
  const target = facets.target.filter((w) => freeIn(scratch, masked, w));
  const told = facets.outcome.filter((w) => freeIn(scratch, masked, w));
  // 到底想涨几个点, 最后目标定了多少: what only lays stress on the asking tells no outcome.
  const outcome = tellsOutcome(told) ? told : told.filter((w) => !facets.emphatic.includes(w));
  const estimate = facets.estimate.some((w) => freeIn(scratch, masked, w));
  const done = DONE.test(masked) || outcome.length > 0;
  const strong = target.some((w) => w.length > 1);
  for (const word of target) claimAll(scratch, masked, word);
  for (const word of told) claimAll(scratch, masked, word, /[净新]$/u);
  const words = [...target, ...outcome];
  if (against)
    return { intent: { facet: 'outcome', bothFacets: false, estimate, againstTarget: true }, words: ['目标'] };
  if (asksUndone(scratch.text)) return { intent: { facet: 'outcome', bothFacets: false, estimate }, words: ['完成'] };
  if (strong && TARGET_MOVED.test(masked)) return { intent: { facet: 'target', bothFacets: false, estimate }, words };
  if (strong && outcome.length > 0) return { intent: { bothFacets: true, estimate }, words };
  if (strong && done)
    return { intent: { bothFacets: /目标|计划|原定|任务/u.test(masked), estimate, facet: undefined }, words };
  if (target.length > 0 && !done) return { intent: { facet: 'target', bothFacets: false, estimate }, words };
  if (done || estimate) return { intent: { facet: 'outcome', bothFacets: false, estimate }, words };
  return { intent: { bothFacets: false, estimate }, words };
}

/** The text without the facets that are not meant (我要实际不要目标), whose words are claimed. */
function withoutDenied(
  scratch: Scratch,
  { denied, target, outcome }: ReturnType<typeof questionWords>['facets'],
): string {
  let { text } = scratch;
  for (const no of denied)
    for (let at = text.indexOf(no); at >= 0; at = text.indexOf(no, at + 1)) {
      const said = [...target, ...outcome].filter((word) => word.length > 1 && text.startsWith(word, at + no.length));
      const [word] = said.sort((a, b) => b.length - a.length);
      if (word === undefined) continue;
      const end = at + no.length + word.length;
      claim(scratch, at, end);
      text = text.slice(0, at) + '\u0000'.repeat(end - at) + text.slice(end);
    }
  return text;
}

/** The text without words that only frame a request: 辛苦了 tells nothing that was done. */
function withoutFrame(text: string): string {
  return questionWords().frame.reduce((rest, word) => rest.replaceAll(word, '\u0000'.repeat(word.length)), text);
}

function freeIn(scratch: Scratch, masked: string, word: string): boolean {
  for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + 1))
    if (isFree(scratch, at, at + word.length)) return true;
  return false;
}

/** @param within what may not stand before the word: 增了 of 净增了 is content. */
function claimAll(scratch: Scratch, masked: string, word: string, within?: RegExp): void {
  for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + word.length))
    if (!within?.test(masked.slice(0, at))) claim(scratch, at, at + word.length);
}

/** A yearly mean that is no growth: PM2.5年均浓度. */
const YEARLY_STATE = /^年均(?:浓度|气温|值|水平|降水|降雨)/u;

/** 压减比例, 增长比例: the share by which something changed. */
const CHANGE_BEFORE = /(?:压减|下降|减少|降低|增长|增加|提高|上升)的?$/u;

/** Before 掉 where something is done away with. */
const TAKEN = /[砍减关拆淘去拿花用省抹压退销清扔化扒免挪撤卖还换处吃烧埋炸裁]$/u;

/** 排到第几位, 居全省第几, 排多少位: a place in an order is asked for. 安排多少 is none. */
const RANK_ASKED =
  /(?<!安)(?:排名?|位居|位列|居|列)?(?:到|在|至|于)?(?:全国|全省|全市|全区|全州)?(?:第(?:几|多少)(?![届次批期轮])|(?<=(?<!安)排(?:名|到|在|至)?)(?:多少|几))(?:位|名)?/u;
/** What stands before 多少位 where a place in an order is meant. */
const IN_ORDER = /(?<!安)排(?:名|到|在|至)?$/u;
/** What the figure is to measure, as far as the words tell. */
export function askedMeasure(scratch: Scratch): Measure | undefined {
  const { measures } = questionWords();
  const rank = RANK_ASKED.exec(scratch.text);
  if (rank && isFree(scratch, rank.index, rank.index + rank[0].length)) {
    claim(scratch, rank.index, rank.index + rank[0].length);
    return 'rank';
  }
  for (const measure of ['average', 'multiple', 'rank', 'difference', 'share', 'growth', 'level'] as const) {
    const hit = findFree(scratch, measures[measure]);
    if (hit && measure === 'share' && CHANGE_BEFORE.test(scratch.text.slice(0, hit.start))) return 'growth';
    // 砍掉了多少产能: what was taken away is an amount.
    if (hit && measure === 'growth' && hit.word.startsWith('掉') && TAKEN.test(scratch.text.slice(0, hit.start)))
      continue;
    if (!hit || YEARLY_STATE.test(scratch.text.slice(hit.start))) continue;
    if (measure !== 'share') claim(scratch, hit.start, hit.start + hit.word.length);
    return measure;
  }
  return undefined;
}

/** 达到几级, 几类水: a class is asked for, and no number of things. */
const CLASS_ASKED = /第几[届次批期轮]|(?:从|由|到|为|达|于|第)几[类级]|几[类级](?=水|标准|提升|升)/gu;

/** The text without its questions for a class. */
export function withoutClassAsked(text: string): string {
  return text.replace(CLASS_ASKED, (asked) => '\u0000'.repeat(asked.length));
}

/** What a question ends in, asked for or not: 参保人数是多少, 造林面积. */
const HEAD_NOUN = /([\p{Script=Han}]{2,8}?)(?:一共|总共|共)?(?:有|是|为|达|达到)?(?:多少|几何)?[呢？?。]*$/u;

/** What makes a clause of the words behind 多少: 多少打工的讨回了工资 asks for people and no money. */
const CLAUSE = /[的了]/u;

/** How far before its count what is counted in 块 may stand: 金牌又添了几块. */
const PIECES_BEFORE = 10;

/** True where 块 counts things and no money: their name stands right behind it, or in its clause before it. */
function countsPieces(before: string, behind: string): boolean {
  const { pieces } = askingWords();
  const clause = before
    .slice(-PIECES_BEFORE)
    .split(/[，,。；;]/u)
    .at(-1)!;
  const named = (noun: string): boolean => noun.length > 1 && clause.includes(noun);
  return pieces.some((noun) => behind.startsWith(noun) || (!behind.startsWith('钱') && named(noun)));
}

/** In what is asked by a verb of spending. */
const MONEY = ['元'];
/** In what people are counted. */
const PERSONS = ['人'];

/** Units that a question asks in: 多少公里, 几家, 多少亿元. Claims 多少 and the unit. */
export function askedUnits(scratch: Scratch): string[] {
  const words = questionWords();
  const units: string[] = [];
  for (const match of withoutClassAsked(scratch.text).matchAll(
    /(?:多少|(?<![哪这那近])(?:好|[一二两三四五六七八九十百千]+)?几[十百千]?|若干)/gu,
  )) {
    const end = match.index + match[0].length;
    const before = scratch.text.slice(0, match.index);
    const unit = before.endsWith('第') ? undefined : unitAt(scratch.text, end);
    // 几百, 三千几百: how large the number is, and no unit.
    if (unit === undefined && /[十百千]$/u.test(match[0]) && isFree(scratch, match.index, end)) {
      claim(scratch, match.index, end);
      continue;
    }
    // 几块金牌: what is counted in 块 is no money.
    if (unit === '块' && countsPieces(before, scratch.text.slice(end + 1))) {
      claim(scratch, match.index, end + 1);
      units.push('个');
      continue;
    }
    if (!unit || !isFree(scratch, match.index, end) || (/^[位名]$/u.test(unit) && IN_ORDER.test(before))) continue;
    // 多少停车位 names what is asked for; it is counted one by one.
    if (askingWords().countedNouns.includes(unit)) {
      claim(scratch, match.index, end);
      units.push('个');
      continue;
    }
    // 有几个人: people are counted, and 人 is no word of what they did.
    if (unit === '个' && /^人(?![才口均民大工群力次])/u.test(scratch.text.slice(end + 1))) {
      claim(scratch, match.index, end + 2);
      units.push('人');
      continue;
    }
    // 几份报告, 两三个年份 count what is looked through.
    if (/^(?:政府)?(?:工作)?报告|^年[份头]|^市州|^地区/u.test(scratch.text.slice(end + unit.length))) {
      claim(scratch, match.index, end + unit.length);
      continue;
    }
    const bound = /^(?:以上|以下|以内|左右)/u.exec(scratch.text.slice(end + unit.length))?.[0] ?? '';
    claim(scratch, match.index, end + unit.length + bound.length);
    units.push(unit);
  }
  if (units.length > 0) return units;
  const phrases = Object.entries(words.units).flatMap(([unit, asked]) => asked.map((phrase) => ({ unit, phrase })));
  phrases.sort((a, b) => b.phrase.length - a.phrase.length);
  for (const { unit, phrase } of phrases) {
    const hit = findFree(scratch, [phrase]);
    if (!hit || units.length > 0) continue;
    claim(scratch, hit.start, hit.start + phrase.length);
    units.push(unit);
  }
  if (units.length > 0) return units;
  if (scratch.text.search(compile(words.spends)) >= 0) return MONEY;
  if (scratch.text.search(compile(words.persons)) >= 0) return PERSONS;
  const rest = /多少([\p{Script=Han}]{2,10})/u.exec(scratch.text)?.[1];
  for (const [unit, nouns] of Object.entries(words.impliedUnits))
    if (rest && nouns.some((noun) => rest.startsWith(noun) || (rest.endsWith(noun) && !CLAUSE.test(rest))))
      return [unit];
  return headUnit(scratch)?.units ?? units;
}

/** The noun that a question ends in where it is counted in a unit of its own, and that unit: 里程 in 公里. */
export function headUnit({ text }: Scratch): { readonly noun: string; readonly units: string[] } | undefined {
  const head = HEAD_NOUN.exec(text)?.[1] ?? '';
  for (const [unit, nouns] of Object.entries(questionWords().headUnits)) {
    const noun = nouns.find((n) => head.endsWith(n));
    if (noun) return { noun, units: [unit] };
  }
  return undefined;
}

/** The unit that stands at `at`, with its scale: 万人次, 个工作日, 个亿. */
export function unitAt(text: string, at: number): string | undefined {
  // 几个亿 is money, 几个亿元项目 counts what is worth so much.
  const amount = /^个(?=(?:万亿|亿|万)(?!元))/u.exec(text.slice(at))?.[0].length ?? 0;
  const scale = /^(?:[百千]?(?:万亿|亿|万)|千|百)/u.exec(text.slice(at + amount, at + amount + 3))?.[0] ?? '';
  const match = counterAt(text, at + amount + scale.length);
  // 从多少升到多少: a verb, and no litre.
  if (match && !(scale === '' && CHANGES.test(text.slice(at + amount)))) return text.slice(at, match.end);
  return scale === '' ? undefined : text.slice(at, at + amount) + scale;
}

/** The unit at `at`, the noun left out that is counted in it (张 of 张病床); none where a noun begins so (多少家庭). */
function counterAt(text: string, at: number): { readonly end: number } | undefined {
  const { unitLike, unitFirst, countedNouns } = askingWords();
  const match = matchUnit(text, at);
  if (!match) return undefined;
  const isNoun = unitLike.some((noun) => text.startsWith(noun, at) && at + noun.length > match.end);
  if (isNoun && !unitFirst.some((words) => text.startsWith(words, at))) return undefined;
  const unit = text.slice(at, match.end);
  const noun = countedNouns.includes(unit) ? undefined : countedNouns.find((n) => unit.endsWith(n));
  return { end: match.end - (noun?.length ?? 0) };
}

/** Units that are verbs before 到, 至, 成. */
const CHANGES = /^[升长提](?=[到至成了])/u;

/** 达到预期目标了吗, 完成年初计划没有: whether what was aimed at was reached. */
const OUTCOME_ASKED =
  /(?:完成|实现|达到|达成|兑现)了?(?:年初|年度|全年|当年|预期|预定|既定|增长|主要|的)*(?:目标|计划|任务)(?:任务)?了?(?:吗|没|否|么)/u;

/** The operation that the words name, by first fit; undefined where they name none. */
export function askedOperation(scratch: Scratch): {
  operation?: Operation;
  order?: Order;
  top?: number;
  compare: boolean;
} {
  const { operations } = questionWords();
  const { text } = scratch;
  const has = (words: readonly string[]) => words.some((w) => text.includes(w));
  const order: Order | undefined = /最低|最少|最小|更低|谁低|哪个低|倒数/u.test(text)
    ? 'lowest'
    : /最高|最多|最大|更高|谁高|哪个高|前[三五十\d]|排名|排序|排行/u.test(text)
      ? 'highest'
      : undefined;
  const topText = /前([二三四五六七八九十]|\d{1,2})(?!年|季|个月|四年)/u.exec(text)?.[1];
  const top = topText
    ? '二三四五六七八九十'.indexOf(topText) >= 0
      ? '二三四五六七八九十'.indexOf(topText) + 2
      : Number(topText)
    : undefined;
  const compare = has(operations.compare);
  if (has(operations.outcome) || OUTCOME_ASKED.test(text)) return { operation: 'outcome', order, top, compare };
  if (findFree(scratch, operations.trend)) return { operation: 'trend', order, top, compare };
  return { order, top, compare };
}

/** Claims every word of `words` that is still free, longer ones first, so that it does not count as content. */
export function claimWords(scratch: Scratch, words: readonly string[]): void {
  for (const word of longestFirst(words))
    for (let at = scratch.text.indexOf(word); at >= 0; at = scratch.text.indexOf(word, at + word.length))
      if (isFree(scratch, at, at + word.length) && !isInName(scratch.text, at, word))
        claim(scratch, at, at + word.length);
}

const sortedLists = new WeakMap<readonly string[], readonly string[]>();

/** The words of a list, longer ones first; the lists are few and read from files. */
function longestFirst(words: readonly string[]): readonly string[] {
  let sorted = sortedLists.get(words);
  if (!sorted) {
    sorted = [...words].sort((a, b) => b.length - a.length);
    sortedLists.set(words, sorted);
  }
  return sorted;
}

/** 排行 in 排行榜 is part of a name. */
function isInName(text: string, at: number, word: string): boolean {
  return /排[行名]$/u.test(word) && text[at + word.length] === '榜';
}
