import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { isVerb, startsWithVerb } from './list-verbs.js';
import { lineEnd, partsOf, trimmed } from './parts.js';

/** Parts that no number marks but their form: sentences or clauses that carry the class word, or short heads of sentences. */

/** A clause that counts the items is none of them: 打好“五大战役”. */
const COUNTED = /(?:[二两三四五六七八九十]|\d)(?:大|个|项|条|件|种|类)/u;
/** The longest head: 做实滨江经济带。 */
const MAX_HEAD = 32;
/** How far behind a lead-in clauses may begin whose class is but a verb (五个坚持). */
const MAX_VERB_GAP = 30;
/** Parallel parts in one paragraph this close behind the lead-in need not be the only ones. */
const MAX_CLOSE = 600;

/**
 * Clauses of a region that carry the class word (五大战役 … 重点项目建设战役，… 城市建设战役，…), in order. Empty unless there are just
 * `count` of them. With several classes (两带一区) each clause must end in one of them.
 */
export function alikeItems(text: string, region: Span, classes: readonly string[], count: number): Span[] {
  if (classes.length === 0) return [];
  const heads = headsOf(text, { start: region.start, end: Math.min(region.end, lineEnd(text, region.start + 1)) });
  const lines = linesOf(text, region).map((line) => headOf(text, line));
  for (const candidates of [heads, lines]) {
    const ending = candidates.filter((s) => classes.some((c) => text.slice(s.start, s.end).endsWith(c)));
    if (
      ending.length === count &&
      endAsClasses(text, ending, classes) &&
      !ending.some((s) => COUNTED.test(text.slice(s.start, s.end)))
    )
      return ending;
    const formed = sameForm(text, candidates, classes, count);
    if (formed.length > 0) return formed;
  }
  // Two clauses with one word are too easily found by chance.
  if (classes.length > 1 || classes[0]!.length < 2 || count < 3) return [];
  return parallelClauses(text, region, classes[0]!, count);
}

/** True where the items end in all the classes of a name: 带, 带 and 区 for 两带一区. */
export function endAsClasses(text: string, items: readonly Span[], classes: readonly string[]): boolean {
  const ends = (s: Span, c: string): boolean =>
    text
      .slice(s.start, s.end)
      .replace(/[”"》]$/u, '')
      .endsWith(c);
  return items.every((s) => classes.some((c) => ends(s, c))) && classes.every((c) => items.some((s) => ends(s, c)));
}

/** True where all items hold the class at one place, from their start or from their end: 无 in 全域无垃圾, 全域无化肥. */
export function shareClass(text: string, items: readonly Span[], word: string): boolean {
  const words = items.map((s) => text.slice(s.start, s.end));
  const from = words.map((w) => w.indexOf(word));
  if (from.some((i) => i < 0)) return false;
  return from.every((i) => i === from[0]) || words.every((w, i) => w.length - from[i]! === words[0]!.length - from[0]!);
}

function parallelClauses(text: string, region: Span, word: string, count: number): Span[] {
  const clauses = partsOf(text, region, '，,；;：:。！？\n').filter((c) => {
    const clause = text.slice(c.start, c.end);
    return clause.includes(word) && !COUNTED.test(clause);
  });
  const first = clauses.slice(0, count);
  if (first.length < count) return [];
  // A verb stands before many things: clauses that begin with it belong to the name only right behind it.
  if (isVerb(word) && first[0]!.start - region.start > MAX_VERB_GAP) return [];
  // Clauses that merely speak of the same thing (维护社会安全稳定, 构建大安全工作格局) are no list of it.
  if (!first.every((c) => text.slice(c.start, c.end).endsWith(word)) && !shareClass(text, first, word)) return [];
  const close =
    !text.slice(first[0]!.start, first.at(-1)!.end).includes('\n') && first.at(-1)!.end - region.start < MAX_CLOSE;
  return close || (clauses.length === count && !isVerb(word)) ? first : [];
}

/** Heads that begin and end alike and hold the class word: 实行“有岗”惠民, 实行“有医”惠民. */
function sameForm(text: string, heads: readonly Span[], classes: readonly string[], count: number): Span[] {
  const groups = new Map<string, Span[]>();
  for (const head of heads) {
    const words = text.slice(head.start, head.end);
    if (words.length < 5 || !classes.some((c) => words.includes(c.slice(-1)))) continue;
    const key = `${words.slice(0, 2)}…${words.slice(-2)}`;
    groups.set(key, [...(groups.get(key) ?? []), head]);
  }
  return [...groups.values()].find((group) => group.length === count) ?? [];
}

/** Short sentences with a verb that head longer ones in the lead-in's paragraph (推进户籍改革。…); empty unless there are just `count`. */
export function headedItems(text: string, leadIn: Span, count: number): Span[] {
  const line = { start: leadIn.end, end: lineEnd(text, leadIn.end) };
  const short = splitSentences(text, line)
    .filter((s) => s.end - s.start <= MAX_HEAD && text[s.end - 1] === '。')
    .map((s) => trimmed(text, s));
  return short.length === count && short.every((s) => startsWithVerb(text.slice(s.start, s.end))) ? short : [];
}

/**
 * Clauses of the lead-in's paragraph that each begin with a name in quotation marks (“树上山”改造…；“水进城”完成…), whole; empty unless there
 * are just `count`.
 */
export function quotedItems(text: string, leadIn: Span, count: number): Span[] {
  const line = { start: leadIn.end, end: lineEnd(text, leadIn.end) };
  const items = partsOf(text, line, '。；;').filter(({ start, end }) => QUOTED_HEAD.test(text.slice(start, end)));
  const names = new Set(items.map(({ start, end }) => QUOTED_HEAD.exec(text.slice(start, end))![0]));
  return items.length === count && names.size === count ? items : [];
}

const QUOTED_HEAD = /^“[^“”]{1,12}”/u;

/** The longest way from one dashed line to the next. */
const MAX_DASHED = 3000;

/** The first sentences of lines that begin with a dash behind a lead-in (——聚焦A，实现B。…); empty unless there are just `count`. */
export function dashedItems(text: string, leadIn: Span, count: number): Span[] {
  const items: Span[] = [];
  const dash = /(?:\n|(?<=[。：:]))\s*[—–―－-]{1,3}\s*(?=[\p{Script=Han}“])/gu;
  dash.lastIndex = leadIn.end - 1;
  let from = leadIn.end;
  for (let match = dash.exec(text); match && items.length <= count; match = dash.exec(text)) {
    if (match.index - from > (items.length === 0 ? 2 : MAX_DASHED)) break;
    const start = match.index + match[0].length;
    const end = start + Math.max(0, text.slice(start, start + MAX_DASHED).search(/[。\n]/u));
    items.push(trimmed(text, { start, end }));
    from = start;
  }
  return items.length === count ? items : [];
}

/** The first clause of every sentence, where it is short. */
function headsOf(text: string, region: Span): Span[] {
  return splitSentences(text, region).flatMap((s) => {
    const head = headOf(text, s);
    return head.end - head.start <= MAX_HEAD ? [head] : [];
  });
}

function headOf(text: string, sentence: Span): Span {
  const cut = text.slice(sentence.start, sentence.end).search(/[，,；;：:。]/u);
  return trimmed(text, { start: sentence.start, end: cut > 0 ? sentence.start + cut : sentence.end });
}

function linesOf(text: string, region: Span): Span[] {
  return partsOf(text, region, '\n');
}
