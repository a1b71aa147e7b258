import { alikeItems } from '../matching/alike-items.js';
import { askedCount, askedPhrase, type CountedName } from '../matching/counted-names.js';
import { inlineLists } from '../matching/inline-lists.js';
import { isVerb } from '../matching/list-verbs.js';
import { numberedItems } from '../matching/numbered-items.js';
import { partsOf } from '../matching/parts.js';
import { asksPlaces, placeItems } from '../matching/place-items.js';
import type { SentenceHit } from '../matching/sentences.js';
import { alternativesOf, sharedPairs } from '../matching/words.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { AnswerContext } from './context.js';
import type { FoundList } from './say-list.js';

/** How many sentences are tried for a list. */
const TRIED = 12;
/** A list is given where its sentence is worth this share of the best one. */
const WORTH = 0.55;
/** A sentence shorter than this is taken to announce what follows. */
const MAX_LEAD_IN = 40;
/** How far behind its topic a list may begin. */
const MAX_ANNOUNCED = 90;
/** How far before a sentence its topic may stand. */
const BEFORE = 120;
/** Share of the topic's pairs of characters that the clause of a list must hold; the rest may stand around it where it holds this much. */
const SHARED = 0.65;
const SHARED_NEAR = 0.4;
/** What a list is worth whose class is the one that the question asks for. */
const CLASSED = 1.1;
/** The same where the list is as long as the question says. */
const SHARED_EXACT = 0.3;
/** How far behind a list the word that closes it may stand: A、B等高校. */
const CLOSE = 8;
/** From so many parts on, what a sentence tells behind its colon is a list. */
const MIN_TOLD = 3;
/** How far behind a lead-in the next sentences are looked for. */
const MAX_NEXT = 700;

interface Items {
  readonly items: readonly Span[];
  /** 1 where the list is as long as asked for, less where nothing confirms it. */
  readonly quality: number;
}

const NONE: Items = { items: [], quality: 0 };

interface Chosen {
  readonly hit: SentenceHit;
  readonly found: Items;
  readonly score: number;
}

/** The list nearest to the question among those that its best sentences hold or announce; undefined where none is near. */
export function nearbyList(
  context: AnswerContext,
  hits: readonly SentenceHit[],
  names: readonly CountedName[],
): FoundList | undefined {
  const wanted = askedCount(context.query.text) ?? names[0]?.counts[0];
  const runs = context.query.residue.filter((run) => run.length > 1);
  const best = hits
    // What announces a list of so many need not say all that its items say.
    .filter((hit) => wanted !== undefined || runs.every((run) => touches(hit, run)))
    .slice(0, TRIED)
    .map((hit) => ({ hit, found: itemsOf(context, hit, wanted, names[0]) }))
    .map(({ hit, found }) => ({ hit, found, score: hit.score * found.quality }))
    .reduce<Chosen | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best || best.found.items.length < 2 || best.score < hits[0]!.score * WORTH) return undefined;
  const { report, section, span } = best.hit;
  return { report, section, anchor: span, items: best.found.items };
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
  const asks = context.query.background;
  const forPlaces = asksPlaces(context.query.text);
  // Where places are asked for, only lists of places are lists.
  const ofClass = (lists: Span[][]): Span[][] =>
    forPlaces
      ? lists.flatMap((list) => {
          const places = placeItems(context.lexicon.gazetteer, text, list, hit.report.place?.id);
          return places ? [places] : [];
        })
      : lists;
  const numbered = forPlaces ? [] : numberedItems(text, hit.span, wanted);
  const near = numbered[0] && announces(text, hit.span, numbered[0], topic);
  if (wanted !== undefined && numbered.length === wanted && near) return { items: numbered, quality: 1 };
  const sentence = text.slice(hit.span.start, hit.span.end);
  // A short sentence, or one that counts (五个方面), announces what stands behind it; others seldom do.
  const asked = askedPhrase(context.query.text);
  const counted = [...(name?.forms ?? []), ...(asked ? [asked.phrase] : [])].some((form) => sentence.includes(form));
  const leads = hit.span.end - hit.span.start < MAX_LEAD_IN || counted;
  if (wanted === undefined) {
    const told = forPlaces ? [] : toldParts(text, hit.span, topic);
    if (told.length > 0) return { items: told, quality: 0.95 };
    const { quoted } = context.query;
    const around = aroundOf(hit);
    const lists = inlineLists(text, hit.span).filter((list) =>
      quoted.length > 0 && !forPlaces
        ? isBound(text, list, quoted)
        : sharesClause(text, list, { topic, asks, around }, SHARED),
    );
    const [places] = forPlaces ? ofClass(lists) : [];
    if (forPlaces) return places ? { items: places, quality: CLASSED } : NONE;
    const asked = askedClass(context.query.text);
    const classed = asked ? lists.filter((list) => closesWith(text, list, asked)) : [];
    if (lists.length > 0) {
      const best = nearest(text, classed.length > 0 ? classed : lists, topic);
      const share = 0.5 + 0.5 * shareOf(topic, clauseOf(text, best));
      return { items: withoutTopic(text, best, topic), quality: share * (classed.length > 0 ? CLASSED : 1) };
    }
    return numbered.length > 1 && near ? { items: numbered, quality: 0.95 } : NONE;
  }
  const classes = name?.classes ?? (asked?.word ? [asked.word] : []);
  const alike = leads && classes.length > 0 ? alikeItems(text, behind(text, hit), classes, wanted) : [];
  if (alike.length > 0) return { items: alike, quality: 0.97 };
  // A name that counts must stand with its list: 三大机场 is none of 现代物流、跨境电商、临空经济.
  const fits = (list: readonly Span[]): boolean =>
    sharesClause(text, list, { topic: name ? name.classes : topic, asks }, SHARED_EXACT);
  for (const region of [hit.span, ...(leads ? [withNext(text, hit.span, 1), withNext(text, hit.span, 2)] : [])]) {
    const own = region === hit.span;
    const lists = ofClass(inlineLists(text, region).filter((list) => (!own && !name) || fits(list)));
    const exact = lists.filter((list) => list.length === wanted);
    if (exact.length > 0) return { items: nearest(text, exact, topic), quality: own ? 0.97 : 0.9 };
    const all = lists.flat();
    if (own && lists.length > 1 && all.length === wanted) return { items: all, quality: 0.96 };
  }
  return NONE;
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

/** A sentence with its heading, the title of its report and what stands before it. */
function aroundOf({ report, span, section }: SentenceHit): string {
  const path = report.sections[section]?.path.join(' ') ?? '';
  return `${report.title} ${path} ${report.view.text.slice(Math.max(0, span.start - BEFORE), span.end)}`;
}

/** True where a sentence or its heading holds something of a word: of 乳业…龙头企业 both must be spoken of. */
function touches(hit: SentenceHit, word: string): boolean {
  const around = aroundOf(hit);
  return alternativesOf(word).some((w) => pairsOf(w).some((pair) => around.includes(pair)));
}

/** What a list must be told of: the topic, and the class that the question asks for (哪些企业). */
interface Wanted {
  readonly topic: readonly string[];
  readonly asks: readonly string[];
  /** What stands around the sentence: its heading, and the text before it. */
  readonly around?: string;
}

/**
 * True where the clause of the list holds most of the topic: 中联建起、益丰成为新的百亿企业 says nothing of 上市 one clause on. A topic of
 * one short word may be any verb (取得): the class asked for must stand there too, or the word itself close the list (A、B等高校).
 */
function sharesClause(text: string, list: readonly Span[], { topic, asks, around }: Wanted, share: number): boolean {
  const clause = clauseOf(text, list);
  const pairs = topic.flatMap(pairsOf);
  if (pairs.length !== 1) {
    const own = shareOf(topic, clause);
    return (
      own >= share || (around !== undefined && own >= SHARED_NEAR && shareOf(topic, `${around} ${clause}`) >= share)
    );
  }
  if (clause.includes(pairs[0]!) && asks.flatMap(pairsOf).some((pair) => clause.includes(pair))) return true;
  return new RegExp(`^[^，；。\\n]{0,${CLOSE}}${pairs[0]}`, 'u').test(text.slice(list.at(-1)!.end));
}

/** Share of the topic that a text holds, 1 for none. */
function shareOf(topic: readonly string[], text: string): number {
  const shared = topic.map((run) => sharedPairs(run, text));
  const total = shared.reduce((sum, s) => sum + s.total, 0);
  return total === 0 ? 1 : shared.reduce((sum, s) => sum + s.held, 0) / total;
}

/** The class that a question asks for, as far as it may run: 工业产业链 of 培育哪些工业产业链. */
function askedClass(question: string): string | undefined {
  return /哪(?:些|[几二两三四五六七八九十]+[个家条项类种所座大]?)([\p{Script=Han}]{2,8})/u.exec(question)?.[1];
}

/** True where the word that closes a list is of the class asked for: A、B、C等产业链. What is done with it (开工) is no class. */
function closesWith(text: string, list: readonly Span[], asked: string): boolean {
  const behind = /^等([\p{Script=Han}]{2,6})/u.exec(text.slice(list.at(-1)!.end))?.[1];
  return behind !== undefined && pairsOf(behind).some((pair) => asked.includes(pair) && !isVerb(pair));
}

function pairsOf(word: string): string[] {
  const units = [...word];
  return units.slice(1).map((unit, i) => units[i]! + unit);
}

function clauseOf(text: string, list: readonly Span[]): string {
  let start = list[0]!.start;
  while (start > 0 && !/[，,；;。\n]/u.test(text[start - 1]!)) start--;
  let end = list.at(-1)!.end;
  while (end < text.length && !/[，,；;。\n]/u.test(text[end]!)) end++;
  return text.slice(start, end);
}

/** What may stand between a quoted name and the list that is told of it, and between a list and the name that closes it. */
const TELLS = /^[”"》]?[\p{Script=Han}]{0,8}?(?:[：:（(]|包括|包含|即|指|是|为|有)+[“"]?$/u;
const CLOSES = /^(?:等|这|共|为代表的)?[\p{Script=Han}]{0,6}[“"《]$/u;

/** True where a list is told of a quoted name: “X”包括A、B; A、B等“X”. One that merely stands beside it is not. */
function isBound(text: string, list: readonly Span[], quoted: readonly string[]): boolean {
  const [start, end] = [list[0]!.start, list.at(-1)!.end];
  return quoted.some((name) => {
    const before = text.lastIndexOf(name, start);
    const after = text.indexOf(name, end);
    return (
      (before >= 0 && TELLS.test(text.slice(before + name.length, start))) ||
      (after >= 0 && CLOSES.test(text.slice(end, after)))
    );
  });
}

/** The parts that a sentence tells behind its colon, cut by ；: 主要问题是：…；…；…. */
function toldParts(text: string, sentence: Span, topic: readonly string[]): Span[] {
  const colon = text.slice(sentence.start, sentence.end).search(/[：:]/u);
  if (colon < 0) return [];
  const parts = partsOf(text, { start: sentence.start + colon + 1, end: sentence.end }, /[；;]/u);
  // What one part alone speaks of is not what all of them tell.
  const lead = shareOf(topic, text.slice(sentence.start, sentence.start + colon));
  const told = parts.every((part) => shareOf(topic, text.slice(part.start, part.end)) <= Math.max(lead, SHARED_NEAR));
  return parts.length >= MIN_TOLD && told ? parts : [];
}

/** The items with what is said of all of them cut from the last: A、B成功上市. */
function withoutTopic(text: string, items: readonly Span[], topic: readonly string[]): Span[] {
  const last = items.at(-1)!;
  const words = text.slice(last.start, last.end);
  const others = items.slice(0, -1).map((s) => text.slice(s.start, s.end));
  const cuts = topic
    .filter((run) => run.length > 1 && !others.some((item) => item.includes(run.slice(0, 2))))
    .map((run) => words.indexOf(run.slice(0, 2)))
    .filter((at) => at >= 2);
  return cuts.length === 0
    ? [...items]
    : [...items.slice(0, -1), { start: last.start, end: last.start + Math.min(...cuts) }];
}

/** The list whose clause shares most with the question; of equal ones the nearest to its words, then the longest. */
function nearest(text: string, lists: readonly Span[][], words: readonly string[]): Span[] {
  const pairs = words.flatMap(pairsOf);
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
