import { alikeItems } from '../matching/alike-items.js';
import { askedCount, askedPhrase, type CountedName, countedNames } from '../matching/counted-names.js';
import { inlineLists } from '../matching/inline-lists.js';
import { numberedItems } from '../matching/numbered-items.js';
import { partsOf } from '../matching/parts.js';
import type { SentenceHit } from '../matching/sentences.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerFigures } from './figures.js';
import { findNamed } from './named-list.js';
import { answerPassages, findSentences } from './passages.js';
import { missingReport } from './refusal.js';
import { sayList } from './say-list.js';
import type { Answer } from './schema.js';
import { asksStanding, standingList } from './standing.js';

/** Share of the question's content that the sentence announcing a list must hold. */
const ENOUGH = 0.5;
/** How many sentences are tried for a list. */
const TRIED = 12;
/** A list is given where its sentence is worth this share of the best one. */
const WORTH = 0.55;
/** A sentence shorter than this is taken to announce what follows. */
const MAX_LEAD_IN = 40;
/** How far behind its topic a list may begin. */
const MAX_ANNOUNCED = 90;
/** From so many parts on, what a sentence tells behind its colon is a list. */
const MIN_TOLD = 3;
/** How far behind a lead-in the next sentences are looked for. */
const MAX_NEXT = 700;

/**
 * Answers a question for a list: several figures; the parts of a name that counts them; the items that the sentence nearest to
 * the question holds or announces; or the passages.
 */
export function answerList(context: AnswerContext): Answer {
  const { query } = context;
  if (query.indicators.length > 1)
    return answerFigures(
      context,
      query.indicators.map((i) => i.value),
    );
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const standing = standingList(context, place);
  if (standing) return sayList(context, standing);
  if (asksStanding(context)) return answerPassages(context);
  const names = countedNames(query.text, query.quoted);
  const named = findNamed(context, place, names);
  if (named.found) return sayList(context, named.found);
  const hits = findSentences(context, place).filter((h) => h.words >= ENOUGH);
  // A name that the reports use and nowhere take apart has no list: what stands near it is another matter.
  const best = named.held ? undefined : bestList(context, hits, names);
  if (best)
    return sayList(context, {
      report: best.hit.report,
      section: best.hit.section,
      anchor: best.hit.span,
      items: best.found.items,
    });
  if (hits.length === 0 && query.indicators.length === 1) return answerFigure(context);
  return answerPassages(context, named.held ? '报告提到这个名称，没有逐项写明' : undefined);
}

/** The list of a bare name (常德2021年民生实事, 怀化2022年重点工作) that a report counts or has a part for; undefined where none does. */
export function listOfName(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  if (place && missingReport(context, place, context.query.periods[0]?.value)) return undefined;
  const found =
    standingList(context, place) ??
    findNamed(context, place, countedNames(context.query.text, context.query.quoted)).found;
  return found && sayList(context, found);
}

interface Items {
  readonly items: readonly Span[];
  /** 1 where the list is as long as asked for, less where nothing confirms it. */
  readonly quality: number;
}

interface Chosen {
  readonly hit: SentenceHit;
  readonly found: Items;
  readonly score: number;
}

function bestList(
  context: AnswerContext,
  hits: readonly SentenceHit[],
  names: readonly CountedName[],
): Chosen | undefined {
  const wanted = askedCount(context.query.text) ?? names[0]?.counts[0];
  const best = hits
    .slice(0, TRIED)
    .map((hit) => ({ hit, found: itemsOf(context, hit, wanted, names[0]) }))
    .map(({ hit, found }) => ({ hit, found, score: hit.score * found.quality }))
    .reduce<Chosen | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  return best && best.found.items.length > 1 && best.score >= hits[0]!.score * WORTH ? best : undefined;
}

/** The list that a sentence holds or announces, the surest reading of it. */
function itemsOf(
  context: AnswerContext,
  hit: SentenceHit,
  wanted: number | undefined,
  name: CountedName | undefined,
): Items {
  const { text } = hit.report.view;
  const topic = [...context.query.quoted, ...context.query.residue];
  const numbered = numberedItems(text, hit.span, wanted);
  const near = numbered[0] && announces(text, hit.span, numbered[0], topic);
  if (wanted !== undefined && numbered.length === wanted && near) return { items: numbered, quality: 1 };
  const sentence = text.slice(hit.span.start, hit.span.end);
  // A short sentence, or one that counts (五个方面), announces what stands behind it; others seldom do.
  const asked = askedPhrase(context.query.text);
  const counted = [...(name?.forms ?? []), ...(asked ? [asked.phrase] : [])].some((form) => sentence.includes(form));
  const leads = hit.span.end - hit.span.start < MAX_LEAD_IN || counted;
  if (wanted === undefined) {
    const told = toldParts(text, hit.span);
    if (told.length > 0) return { items: told, quality: 0.95 };
    const close = inlineLists(text, hit.span).filter(
      (list) => sharesClause(text, list, topic) && !list.some((item) => holdsAny(text, item, context.query.quoted)),
    );
    if (close.length > 0) return { items: nearest(text, close, topic), quality: 0.9 };
    return numbered.length > 1 && near ? { items: numbered, quality: 0.95 } : { items: [], quality: 0 };
  }
  const classes = name?.classes ?? (asked?.word ? [asked.word] : []);
  const alike = leads && classes.length > 0 ? alikeItems(text, behind(text, hit), classes, wanted) : [];
  if (alike.length > 0) return { items: alike, quality: 0.97 };
  for (const region of [hit.span, ...(leads ? [withNext(text, hit.span, 1), withNext(text, hit.span, 2)] : [])]) {
    const own = region === hit.span;
    const lists = inlineLists(text, region).filter((list) => !own || sharesClause(text, list, topic));
    const exact = lists.filter((list) => list.length === wanted);
    if (exact.length > 0) return { items: nearest(text, exact, topic), quality: own ? 0.97 : 0.9 };
    const all = lists.flat();
    if (lists.length > 1 && all.length === wanted) return { items: all, quality: own ? 0.96 : 0.85 };
  }
  return { items: [], quality: 0 };
}

/** What stands behind a sentence, as far as a list that it announces may reach. */
function behind({ length }: string, { span }: SentenceHit): Span {
  return { start: span.end, end: Math.min(length, span.end + 4 * MAX_NEXT) };
}

/** True where the topic's last word stands close before the first item. */
function announces(text: string, sentence: Span, first: Span, topic: readonly string[]): boolean {
  const ends = topic
    .map((word) => ({ at: text.lastIndexOf(word.slice(-2), first.start), word }))
    .filter((e) => e.at >= sentence.start);
  return ends.some((e) => first.start - e.at <= MAX_ANNOUNCED);
}

/** True where the topic stands in the clause of the list: 中联建起、益丰成为新的百亿企业 says nothing of 上市 one clause on. */
function sharesClause(text: string, list: readonly Span[], topic: readonly string[]): boolean {
  const clause = clauseOf(text, list);
  return topic.some(
    (word) => word.length > 1 && [...word].some((_, i) => i + 1 < word.length && clause.includes(word.slice(i, i + 2))),
  );
}

function clauseOf(text: string, list: readonly Span[]): string {
  let start = list[0]!.start;
  while (start > 0 && !/[，,；;。\n]/u.test(text[start - 1]!)) start--;
  let end = list.at(-1)!.end;
  while (end < text.length && !/[，,；;。\n]/u.test(text[end]!)) end++;
  return text.slice(start, end);
}

/** An item that is the quoted name itself tells nothing of it. */
function holdsAny(text: string, item: Span, quoted: readonly string[]): boolean {
  return quoted.some((q) => text.slice(item.start, item.end).includes(q));
}

/** The parts that a sentence tells behind its colon, cut by ；: 主要问题是：…；…；…. */
function toldParts(text: string, sentence: Span): Span[] {
  const colon = text.slice(sentence.start, sentence.end).search(/[：:]/u);
  if (colon < 0) return [];
  const parts = partsOf(text, { start: sentence.start + colon + 1, end: sentence.end }, /[；;]/u);
  return parts.length >= MIN_TOLD ? parts : [];
}

/** The list whose clause shares most with the question; of equal ones the nearest to its words, then the longest. */
function nearest(text: string, lists: readonly Span[][], words: readonly string[]): Span[] {
  const pairs = words.flatMap((word) => [...word].slice(1).map((unit, i) => [...word][i]! + unit));
  const shared = (list: readonly Span[]): number => {
    const clause = clauseOf(text, list);
    return pairs.filter((pair) => clause.includes(pair)).length;
  };
  const distance = (list: readonly Span[]): number => {
    const places = words.map((w) => text.indexOf(w, list[0]!.start - 80)).filter((i) => i >= 0);
    return places.length === 0
      ? 999
      : Math.min(...places.map((i) => Math.min(Math.abs(i - list[0]!.start), Math.abs(i - list.at(-1)!.end))));
  };
  return [...lists].sort((a, b) => shared(b) - shared(a) || distance(a) - distance(b) || b.length - a.length)[0]!;
}

/** The sentence with the `count` sentences behind it in its paragraph. */
function withNext(text: string, span: Span, count: number): Span {
  const next = splitSentences(text, { start: span.end, end: Math.min(text.length, span.end + MAX_NEXT) }).slice(
    0,
    count,
  );
  return { start: span.start, end: next.at(-1)?.end ?? span.end };
}
