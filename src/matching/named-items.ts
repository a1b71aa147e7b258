import type { CountedName } from '../frame/types.js';
import { chineseNumeral } from '../question/counted-names.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { alikeItems, dashedItems, endAsClasses, headedItems, quotedItems, shareClass } from './alike-items.js';
import { evenNames, paragraphItems } from './behind-name.js';
import { definedItems, withoutLead } from './definitions.js';
import { inlineLists } from './inline-lists.js';
import { isVerb, withoutVerb } from './list-verbs.js';
import { numberedItems } from './numbered-items.js';
import { isPart, joinedBy, lineEnd, partsOf, withQuote } from './parts.js';
import { reportPatterns } from './report-patterns.js';
import type { NamedItems } from './types.js';

/** How far a definition or the parts behind a lead-in may reach. */
const MAX_REGION = 2500;
/** A clause behind the name that still belongs to the lead-in: 办好10件民生实事，让群众更满意。 */
const MAX_TAIL = 16;
/** How much may stand before a name in the sentence that goes on to list its parts. */
const MAX_BEFORE = 36;
/** How far behind the sentence of its name the first number may stand. */
const MAX_GAP = 40;
/** The longest verb before a name that heads its sentence: 深入实施“六大行动”，…。 */
const MAX_VERB = 8;
/** From so many parts on, that a sentence holds just as many clauses is no chance. */
const TELLING_COUNT = 5;

/**
 * The parts of a name where it stands at `at` (without quotation marks), or undefined where the text does not tell them there.
 * @param limit the end of its section: sentences without marks are not looked for beyond.
 */
export function namedItems(text: string, at: Span, name: CountedName, limit: number): NamedItems | undefined {
  const sentence = sentenceAt(text, at);
  const told = toldItems(text, at, sentence, name, limit);
  return told && isNameItself(text, told.items, name) ? undefined : told;
}

/** 一市、一地、一城 is how a name is written (“一市一地一城”), and tells none of its parts. */
export function isNameItself(text: string, items: readonly Span[], { forms }: CountedName): boolean {
  return items.every(
    (s) => s.end - s.start <= SHORT_PIECE && forms.some((f) => f.includes(text.slice(s.start, s.end))),
  );
}

const SHORT_PIECE = 3;

function toldItems(text: string, at: Span, sentence: Span, name: CountedName, limit: number): NamedItems | undefined {
  return (
    definedItems(text, at, name.counts) ??
    closed(text, at, name.counts, sentence) ??
    nearByClass(text, sentence, name) ??
    numbered(text, at, sentence, name) ??
    numeralItems(text, at, sentence, name) ??
    restOfSentence(text, at, sentence, name.counts) ??
    announced(text, at, sentence, name, limit)
  );
}

function sentenceAt(text: string, at: Span): Span {
  const start = Math.max(0, at.start - 600, text.lastIndexOf('\n', at.start - 1) + 1);
  const within = { start, end: Math.min(lineEnd(text, at.end), at.end + 900) };
  return splitSentences(text, within).find((s) => s.start <= at.start && s.end >= at.end) ?? at;
}

/** A、B、C三大X; A、B和C“三大X”; A、B等三大X, which tells only some of them. */
function closed(text: string, at: Span, counts: readonly number[], sentence: Span): NamedItems | undefined {
  const said = reportPatterns().lists;
  const before = said.closes.find(text.slice(sentence.start, at.start))!;
  const end = at.start - before[0].length;
  const apart =
    quotesBefore(text, { start: sentence.start, end }) ??
    (said.some.in(before[0]) ? clausesBefore(text, { start: sentence.start, end }, counts) : undefined);
  if (apart && counts.includes(apart.length))
    return { items: apart, anchor: { start: apart[0]!.start, end: withQuote(text, at).end }, quality: 1.1 };
  let start = end;
  while (start > sentence.start && !/[，,；;：:。！？\n]/u.test(text[start - 1]!)) start--;
  const parts = partsOf(text, { start, end }, '、');
  const last = parts.at(-1);
  // A name that stands in a list with others closes none (A、“三大X”), nor does one with a verb of its own (A、建设“三大X”).
  if (!last || parts.length < 2 || said.opensAgain.in(text[end - 1]!) || isVerb(text.slice(last.start, last.end)))
    return undefined;
  if (parts.some((part) => endsInCountedName(text.slice(part.start, part.end)))) return undefined;
  parts[0] = withoutLead(text, parts[0]!);
  const joined = joinedBy(text, last);
  const lists = [parts, ...(joined.length > 0 ? [[...parts.slice(0, -1), ...joined]] : [])].filter((l) =>
    l.every(isPart),
  );
  const anchor = { start, end: withQuote(text, at).end };
  const whole = lists.find((list) => counts.includes(list.length));
  if (whole) return { items: withoutVerb(text, whole), anchor, quality: 1.15 };
  const some = lists.at(-1);
  if (!some || !said.others.in(before[0]) || some.length >= Math.min(...counts)) return undefined;
  return { items: withoutVerb(text, some), anchor, quality: 0.6, of: counts[0] };
}

/** “A”“B”两顶帽子: quoted words with nothing between them right before the name. */
function quotesBefore(text: string, { start, end }: Span): Span[] | undefined {
  const run = /(?:“[^“”]{1,20}”){2,}$/u.exec(text.slice(start, end));
  if (!run) return undefined;
  const from = start + run.index;
  return [...run[0].matchAll(/“[^“”]+”/gu)].map(({ 0: quote, index }) => ({
    start: from + index,
    end: from + index + quote.length,
  }));
}

/** 重点抓好A，B，C，D，E等五件实事: the clauses before the name, just so many; of fewer than that many it may be chance. */
function clausesBefore(text: string, before: Span, counts: readonly number[]): Span[] | undefined {
  const parts = partsOf(text, before, '，,；;');
  if (parts.length < TELLING_COUNT || !counts.includes(parts.length) || !parts.every(isPart)) return undefined;
  return withoutVerb(text, parts);
}

/** A part that is a counted name of its own stands beside the name, not under it: “一个中心”、“两个枢纽”. */
export function endsInCountedName(part: string): boolean {
  return reportPatterns().lists.countedNameAtEnd.in(part);
}

/**
 * A list in the sentence, or the one behind it, whose items carry the classes of the name, just so many: 世界铜都、中华道都、智慧美城
 * for “两都一城”, 全域无垃圾、全域无化肥… for “五无”.
 */
function nearByClass(text: string, sentence: Span, { classes, counts }: CountedName): NamedItems | undefined {
  if (classes.length === 0) return undefined;
  const next = splitSentences(text, {
    start: sentence.end,
    end: Math.min(lineEnd(text, sentence.end), sentence.end + 400),
  })[0];
  const fits = (items: readonly Span[]): boolean =>
    counts.includes(items.length) &&
    (classes.length > 1 ? endAsClasses(text, items, classes) : shareClass(text, items, classes[0]!));
  for (const within of next ? [sentence, next] : [sentence]) {
    const list = inlineLists(text, within).find(fits);
    if (list) return { items: list, anchor: { start: sentence.start, end: within.end }, quality: 1.05 };
  }
  return undefined;
}

/** X。（1）…（2）…, X：一是…二是…, or a heading with numbered lines below it. */
function numbered(text: string, at: Span, sentence: Span, { counts, classes }: CountedName): NamedItems | undefined {
  for (const count of counts) {
    const dashed = leadsIn(text, at, sentence) ? dashedItems(text, sentence, count) : [];
    if (dashed.length > 0) return { items: dashed, anchor: sentence, quality: 1.05 };
    const items = numberedItems(text, { start: at.end, end: sentence.end }, count, MAX_GAP);
    if (items.length !== count) continue;
    const [only, ...more] = classes;
    // The sentence announces with its end or its beginning; a name in its midst announces what carries its class word.
    const carried = only && more.length === 0 && items.every((s) => text.slice(s.start, s.end).includes(only));
    const heads = more.length === 0 && at.start - sentence.start <= MAX_VERB;
    const lead = { start: sentence.start, end: Math.min(sentence.end, items[0]!.start) };
    if (carried || heads || leadsIn(text, at, lead)) return { items, anchor: sentence, quality: 1.1 };
  }
  return undefined;
}

/**
 * Clauses right behind a name that take up its words with 一, 二, … before them: 一不怕百姓提问题，二不怕问题本身 for “两不怕”.
 */
function numeralItems(
  text: string,
  at: Span,
  sentence: Span,
  { counts, classes }: CountedName,
): NamedItems | undefined {
  const [only, ...more] = classes;
  if (only === undefined || more.length > 0) return undefined;
  const clauses = partsOf(text, { start: at.end, end: sentence.end }, '，,；;：:、');
  for (const count of counts) {
    const items = clauses
      .filter(({ start }) => NUMERAL_HEAD.test(text.slice(start, start + 1)) && text.startsWith(only, start + 1))
      .slice(0, count);
    const inOrder = items.every(({ start }, i) => text[start] === chineseNumeral(i + 1));
    if (items.length === count && inOrder) return { items, anchor: sentence, quality: 1.1 };
  }
  return undefined;
}

const NUMERAL_HEAD = /[一二三四五六七八九十]/u;

/** 抓好十件民生实事，…，…，…: the rest of the sentence holds just so many clauses, and they are of one kind or many. */
function restOfSentence(text: string, at: Span, sentence: Span, counts: readonly number[]): NamedItems | undefined {
  const { opensRest, doneBefore } = reportPatterns().lists;
  const tail = opensRest.find(text.slice(at.end, sentence.end));
  if (!tail || !doneBefore.in(text.slice(sentence.start, at.start)) || at.start - sentence.start > MAX_BEFORE)
    return undefined;
  const region = { start: at.end + tail[0].length, end: sentence.end };
  for (const count of counts)
    for (const separator of ['；;', '，,']) {
      const parts = partsOf(text, region, separator);
      if (parts.length !== count || !parts.every(isPart)) continue;
      if (count >= TELLING_COUNT || sameForm(text, parts)) return { items: parts, anchor: sentence, quality: 1 };
    }
  return undefined;
}

/** True where all parts begin or end with the same two units, or are cut by ；. */
function sameForm(text: string, parts: readonly Span[]): boolean {
  const words = parts.map((s) => text.slice(s.start, s.end));
  return (
    words.every((w) => w.slice(0, 2) === words[0]!.slice(0, 2)) ||
    words.every((w) => w.slice(-2) === words[0]!.slice(-2))
  );
}

/** A lead-in with parts behind it: alike in form, with short heads, or just so many sentences in its paragraph. */
function announced(text: string, at: Span, sentence: Span, name: CountedName, limit: number): NamedItems | undefined {
  const region = { start: sentence.end, end: Math.min(text.length, sentence.end + MAX_REGION) };
  for (const count of name.counts) {
    const alike = alikeItems(text, region, name.classes, count);
    if (alike.length > 0) return { items: alike, anchor: sentence, quality: 0.95 };
    const quoted = count > 2 ? quotedItems(text, sentence, count) : [];
    if (quoted.length > 0) return { items: quoted, anchor: sentence, quality: 0.95 };
  }
  if (!leadsIn(text, at, sentence)) return undefined;
  for (const count of name.counts) {
    const even = evenNames(text, sentence, count);
    if (even.length > 0) return { items: even, anchor: sentence, quality: 0.9 };
  }
  if (!reportPatterns().lists.doneBefore.in(text.slice(sentence.start, at.start))) return undefined;
  const line = {
    start: sentence.end,
    end: Math.min(lineEnd(text, sentence.end), limit, sentence.end + MAX_REGION),
  };
  if (line.end >= sentence.end + MAX_REGION) return undefined;
  for (const count of name.counts) {
    const below = count > 2 ? paragraphItems(text, sentence, count, limit) : [];
    if (below.length > 0) return { items: below, anchor: sentence, quality: 0.95 };
    const headed = name.classes.length < 2 && count > 2 ? headedItems(text, sentence, count) : [];
    if (headed.length > 0) return { items: headed, anchor: sentence, quality: 0.85 };
    if (count < TELLING_COUNT) continue;
    const next = splitSentences(text, line)[0] ?? line;
    for (const [region, separators] of [
      [next, '；;'],
      [line, '；;'],
      [line, '。'],
    ] as const) {
      const parts = partsOf(text, region, separators);
      if (parts.length === count && parts.every(isPart)) return { items: parts, anchor: sentence, quality: 0.9 };
    }
  }
  return undefined;
}

/** True where nothing but a short clause stands between the name and the end of its sentence. */
function leadsIn(text: string, at: Span, sentence: Span): boolean {
  return !/[，,；;].{0,}[，,；;]/u.test(text.slice(at.end, sentence.end)) && sentence.end - at.end <= MAX_TAIL * 2;
}
