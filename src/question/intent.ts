import type { Facet } from '../facts/types.js';
import type { Operation, Order } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import { matchUnit } from '../text/units.js';
import { compile } from './analysis/pattern.js';
import { askingWords } from './asking-words.js';
import { patterns } from './patterns/index.js';
import type { Pattern } from './patterns/pattern.js';
import type { Judged, ReaderFacet } from './reader/types.js';
import type { Scratch } from './scratch.js';
import { claim, findFree, isFree, scratchOf } from './scratch.js';
import { asksUndone } from './tellings.js';
import { questionWords } from './words.js';

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
export function targetRead(
  { facet, bothFacets, estimate }: Intent,
  { value, margin }: Judged<ReaderFacet>,
): Facet | undefined {
  return facet === undefined && !bothFacets && !estimate && value === 'target' && margin >= TARGET_READ
    ? 'target'
    : undefined;
}

/** The facet with the words that told it. */
function readFacet(
  scratch: Scratch,
  tellsOutcome: (words: readonly string[]) => boolean,
): { intent: Omit<Intent, 'sure'>; words: readonly string[] } {
  const { facets } = questionWords();
  const said = patterns().facets;
  const plain = withoutDenied(scratch, facets);
  const masked = withoutFrame(said.notAPlan.replaceIn(plain, (word) => '\u0000'.repeat(word.length)));
  const set = said.againstTarget.find(masked);
  // 城乡居民收入比目标: the sign is the end of a name.
  const against = set && isFree(scratch, set.index, set.index + 1) ? set : undefined;
  if (against) claim(scratch, against.index, against.index + against[0].length);
  const target = facets.target.filter((w) => freeIn(scratch, masked, w));
  const told = facets.outcome.filter((w) => freeIn(scratch, masked, w));
  // 到底想涨几个点, 最后目标定了多少: what only lays stress on the asking tells no outcome.
  const outcome = tellsOutcome(told) ? told : told.filter((w) => !facets.emphatic.includes(w));
  const estimate = facets.estimate.some((w) => freeIn(scratch, masked, w));
  const done = said.done.in(masked) || outcome.length > 0;
  const strong = target.some((w) => w.length > 1);
  for (const word of target) claimAll(scratch, masked, word);
  for (const word of told) claimAll(scratch, masked, word, said.keptBefore);
  for (const word of facets.estimate) claimAll(scratch, masked, word);
  const words = [...target, ...outcome];
  if (against)
    return { intent: { facet: 'outcome', bothFacets: false, estimate, againstTarget: true }, words: ['目标'] };
  if (asksUndone(scratch.text)) return { intent: { facet: 'outcome', bothFacets: false, estimate }, words: ['完成'] };
  if (strong && said.targetMoved.in(masked)) return { intent: { facet: 'target', bothFacets: false, estimate }, words };
  if (strong && outcome.length > 0) return { intent: { bothFacets: true, estimate }, words };
  if (strong && done) return { intent: { bothFacets: said.aimNamed.in(masked), estimate, facet: undefined }, words };
  if (target.length > 0 && !done) return { intent: { facet: 'target', bothFacets: false, estimate }, words };
  // 预计干到多少 may ask for an aim or for what a year comes to: the reports tell which they hold.
  if (done) return { intent: { facet: 'outcome', bothFacets: false, estimate }, words };
  return { intent: { bothFacets: false, estimate }, words };
}

/** The text without the facets that are not meant (我要实际不要目标). */
function withoutDenied(
  scratch: Scratch,
  { denied, target, outcome }: ReturnType<typeof questionWords>['facets'],
): string {
  return withoutDeniedWords(
    scratch,
    denied,
    [...target, ...outcome].filter((word) => word.length > 1),
  );
}

/** The text without the words that are said not to be meant (不要增幅, 别给我总量), which are claimed. */
function withoutDeniedWords(scratch: Scratch, denied: readonly string[], words: readonly string[]): string {
  let { text } = scratch;
  for (const no of denied)
    for (let at = text.indexOf(no); at >= 0; at = text.indexOf(no, at + 1)) {
      const said = words.filter((word) => text.startsWith(word, at + no.length));
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
function claimAll(scratch: Scratch, masked: string, word: string, within?: Pattern): void {
  for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + word.length))
    if (!within?.in(masked.slice(0, at))) claim(scratch, at, at + word.length);
}

/** A measure that is said to be meant (要金额) or of two not to be (别给我增速), and the question without those words. */
export interface MeantMeasure {
  readonly measure?: Measure;
  readonly rest: string;
}

/** Reads which measure a question says that it means. */
export function meantMeasure(text: string): MeantMeasure {
  const { facets, measureNouns } = questionWords();
  const scratch = scratchOf(text);
  const measures = ['growth', 'level'] as const;
  const deniable = { ...measureNouns, growth: [...measureNouns.growth, ...measureNouns.ratio] };
  const denied = measures.filter((measure) => withoutDeniedWords(scratch, facets.denied, deniable[measure]) !== text);
  const wanted = measures.find((measure) => {
    const phrases = facets.wanted.flatMap((lead) => measureNouns[measure].map((noun) => lead + noun));
    const hit = findFree(scratch, phrases);
    if (hit) claim(scratch, hit.start, hit.start + hit.word.length);
    return hit !== undefined;
  });
  const other = denied.length === 1 ? measures.find((measure) => measure !== denied[0]) : undefined;
  const measure = wanted ?? other;
  if (measure === undefined) return { rest: text };
  const rest = text.replace(/./gsu, (unit, at: number) => (scratch.used[at] ? '' : unit));
  return { measure, rest: rest.replace(/[，,](?=[，,]|$)/gu, '').replace(/^[，,]/u, '') };
}

/** What the figure is to measure, as far as the words tell. */
export function askedMeasure(scratch: Scratch): Measure | undefined {
  const { measures } = questionWords();
  const said = patterns().measures;
  const rank = said.rankAsked.find(scratch.text);
  if (rank && isFree(scratch, rank.index, rank.index + rank[0].length)) {
    claim(scratch, rank.index, rank.index + rank[0].length);
    return 'rank';
  }
  for (const measure of ['average', 'multiple', 'rank', 'difference', 'share', 'growth', 'level'] as const) {
    const hit = findFree(scratch, measures[measure]);
    if (hit && measure === 'share' && said.changeBefore.in(scratch.text.slice(0, hit.start))) return 'growth';
    // 砍掉了多少产能: what was taken away is an amount.
    if (hit && measure === 'growth' && hit.word.startsWith('掉') && said.takenAway.in(scratch.text.slice(0, hit.start)))
      continue;
    if (!hit || said.yearlyState.in(scratch.text.slice(hit.start))) continue;
    if (measure !== 'share') claim(scratch, hit.start, hit.start + hit.word.length);
    return measure;
  }
  return undefined;
}

/** The text without its questions for a class. */
export function withoutClassAsked(text: string): string {
  return patterns().units.classAsked.replaceIn(text, (asked) => '\u0000'.repeat(asked.length));
}

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
  const said = patterns();
  const units: string[] = [];
  for (const match of said.units.amount.findAll(withoutClassAsked(scratch.text))) {
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
    if (!unit || !isFree(scratch, match.index, end) || (/^[位名]$/u.test(unit) && said.measures.rankBefore.in(before)))
      continue;
    // 多少停车位 names what is asked for; it is counted one by one.
    if (askingWords().countedNouns.includes(unit)) {
      claim(scratch, match.index, end);
      units.push('个');
      continue;
    }
    // 有几个人: people are counted, and 人 is no word of what they did.
    if (unit === '个' && said.units.people.in(scratch.text.slice(end + 1))) {
      claim(scratch, match.index, end + 2);
      units.push('人');
      continue;
    }
    // 几份报告, 两三个年份 count what is looked through.
    if (said.units.lookedThrough.in(scratch.text.slice(end + unit.length))) {
      claim(scratch, match.index, end + unit.length);
      continue;
    }
    const bound = said.units.bounds.find(scratch.text.slice(end + unit.length))?.[0] ?? '';
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
  const rest = said.units.behindAmount.find(scratch.text)?.groups?.behind;
  for (const [unit, nouns] of Object.entries(words.impliedUnits))
    if (
      rest &&
      nouns.some((noun) => rest.startsWith(noun) || (rest.endsWith(noun) && !said.units.clauseMarks.in(rest)))
    )
      return [unit];
  return headUnit(scratch)?.units ?? units;
}

/** The noun that a question ends in where it is counted in units of its own, and those units: 里程 in 公里, 企业户数 in 户 or 家. */
export function headUnit({ text }: Scratch): { readonly noun: string; readonly units: string[] } | undefined {
  const head = patterns().units.headNoun.find(text)?.groups?.noun ?? '';
  const fits = Object.entries(questionWords().headUnits).flatMap(([unit, nouns]) =>
    nouns.filter((noun) => head.endsWith(noun)).map((noun) => ({ unit, noun })),
  );
  const [longest] = fits.sort((a, b) => b.noun.length - a.noun.length);
  return (
    longest && { noun: longest.noun, units: fits.filter(({ noun }) => noun === longest.noun).map(({ unit }) => unit) }
  );
}

/** The unit that stands at `at`, with its scale: 万人次, 个工作日, 个亿. */
export function unitAt(text: string, at: number): string | undefined {
  // 几个亿 is money, 几个亿元项目 counts what is worth so much.
  const amount = /^个(?=(?:万亿|亿|万)(?!元))/u.exec(text.slice(at))?.[0].length ?? 0;
  const scale = /^(?:[百千]?(?:万亿|亿|万)|千|百)/u.exec(text.slice(at + amount, at + amount + 3))?.[0] ?? '';
  const match = counterAt(text, at + amount + scale.length);
  // 从多少升到多少: a verb, and no litre.
  if (match && !(scale === '' && patterns().units.verbs.in(text.slice(at + amount)))) return text.slice(at, match.end);
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

/** The operation that the words name, by first fit; undefined where they name none. */
export function askedOperation(scratch: Scratch): {
  operation?: Operation;
  order?: Order;
  top?: number;
  compare: boolean;
} {
  const { operations } = questionWords();
  const { text } = scratch;
  const said = patterns().operations;
  const has = (words: readonly string[]) => words.some((w) => text.includes(w));
  const order: Order | undefined = said.lowest.in(text) ? 'lowest' : said.highest.in(text) ? 'highest' : undefined;
  const topText = said.first.find(text)?.groups?.count;
  const top = topText
    ? '二三四五六七八九十'.indexOf(topText) >= 0
      ? '二三四五六七八九十'.indexOf(topText) + 2
      : Number(topText)
    : undefined;
  const compare = has(operations.compare);
  if (has(operations.outcome) || said.outcome.in(text)) return { operation: 'outcome', order, top, compare };
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
  return patterns().operations.ordering.in(word) && text[at + word.length] === '榜';
}
