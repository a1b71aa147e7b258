import { inlineLists, numberedItems, parallelItems, separatedItems, wantedCount } from '../matching/enumerations.js';
import type { SentenceHit } from '../matching/sentences.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite, sectionAt } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerFigures } from './figures.js';
import { answerPassages, findSentences, marksOf } from './passages.js';
import { readingOf } from './reading.js';
import { missingReport } from './refusal.js';
import type { Answer } from './schema.js';

/** Share of the question's content that the sentence announcing a list must hold. */
const ENOUGH = 0.5;
/** The longest sentence that is quoted whole as the source of a list. */
const MAX_LIST_QUOTE = 420;
/** How many sentences are tried for a list. */
const TRIED = 12;
/** A list is given where its sentence is worth this share of the best one. */
const WORTH = 0.55;
/** A sentence shorter than this is taken to announce what follows. */
const MAX_LEAD_IN = 40;
/** How far behind its topic a list may begin. */
const MAX_ANNOUNCED = 90;
/** How far behind a lead-in the next sentences are looked for. */
const MAX_NEXT = 700;

/** Answers a question for a list: several figures, the items that a sentence announces or holds, or the passages. */
export function answerList(context: AnswerContext): Answer {
  const { query } = context;
  if (query.indicators.length > 1)
    return answerFigures(
      context,
      query.indicators.map((i) => i.value),
    );
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, undefined);
  if (missing) return missing;
  const hits = findSentences(context, place).filter((h) => h.words >= ENOUGH);
  const wanted = wantedCount(query.text, query.quoted);
  const best = hits
    .slice(0, TRIED)
    .map((hit) => ({ hit, found: itemsOf(context, hit, wanted) }))
    .map(({ hit, found }) => ({ hit, found, score: hit.score * found.quality }))
    .reduce<Chosen | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (best && best.found.items.length > 1 && best.score >= hits[0]!.score * WORTH)
    return sayList(context, best.hit, best.found.items);
  if (hits.length === 0 && query.indicators.length === 1) return answerFigure(context);
  return answerPassages(context);
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

/** The list that a sentence holds or announces, the surest reading of it. */
function itemsOf(context: AnswerContext, hit: SentenceHit, wanted: number | undefined): Items {
  const { text } = hit.report.view;
  const { quoted, residue } = context.query;
  const numbered = numberedItems(text, hit.span, wanted);
  const defined =
    wanted === undefined
      ? undefined
      : inlineLists(text, hit.span).find(
          (list) =>
            list.length === wanted && touches(text, list, quoted) && !list.some((item) => isTopic(text, item, quoted)),
        );
  if (defined) return { items: defined, quality: 1.1 };
  const near = numbered[0] && announces(text, hit.span, numbered[0], [...quoted, ...residue]);
  if (wanted !== undefined && numbered.length === wanted && near) return { items: numbered, quality: 1 };
  const counted = countedPhrase(context.query.text);
  const sentence = text.slice(hit.span.start, hit.span.end);
  // A short sentence, or one that counts (五个方面), announces what stands behind it; others seldom do.
  const leads =
    hit.span.end - hit.span.start < MAX_LEAD_IN || (counted !== undefined && sentence.includes(counted.phrase));
  for (const region of [hit.span, withNext(text, hit.span, 1), withNext(text, hit.span, 2)]) {
    const own = region === hit.span;
    const parallel = wanted !== undefined && counted && !own ? parallelItems(text, hit.span, counted.word, wanted) : [];
    if (parallel.length > 0) return { items: parallel, quality: leads ? 0.97 : 0.85 };
    const lists = inlineLists(text, region).filter((list) => !list.some((item) => isTopic(text, item, quoted)));
    if (wanted !== undefined) {
      const exact = lists.filter((list) => list.length === wanted);
      if (exact.length > 0) return { items: nearest(text, exact, quoted), quality: own ? 0.97 : leads ? 0.93 : 0.75 };
      const all = lists.flat();
      if (lists.length > 1 && all.length === wanted) return { items: all, quality: own ? 0.96 : leads ? 0.93 : 0.7 };
    } else if (lists.length > 0 && own) {
      const close = lists.filter((list) => sharesClause(text, list, [...quoted, ...residue]));
      if (close.length > 0) return { items: nearest(text, close, [...quoted, ...residue]), quality: 0.9 };
    }
  }
  if (wanted !== undefined && leads) {
    const separated = separatedItems(text, hit.span, wanted, hit.report.sections[hit.section]?.end ?? text.length);
    if (separated.length > 0) return { items: separated, quality: 0.9 };
  }
  if (numbered.length > 1 && near) return { items: numbered, quality: wanted === undefined ? 0.95 : 0.6 };
  return { items: [], quality: 0 };
}

/** True where the quoted name stands right behind the list or before it: A、B、C、D“一城三区”. */
function touches(text: string, list: readonly Span[], quoted: readonly string[]): boolean {
  const around = text.slice(list.at(-1)!.start, list.at(-1)!.end + 14);
  const before = text.slice(Math.max(0, list[0]!.start - 20), list[0]!.start);
  return quoted.some((q) => around.includes(q) || before.includes(q));
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
  let start = list[0]!.start;
  while (start > 0 && !/[，,；;。\n]/u.test(text[start - 1]!)) start--;
  let end = list.at(-1)!.end;
  while (end < text.length && !/[，,；;。\n]/u.test(text[end]!)) end++;
  const clause = text.slice(start, end);
  return topic.some(
    (word) => word.length > 1 && [...word].some((_, i) => i + 1 < word.length && clause.includes(word.slice(i, i + 2))),
  );
}

/** An item that is the topic itself defines nothing (一个中心、两个枢纽、三个基地). */
function isTopic(text: string, item: Span, quoted: readonly string[]): boolean {
  const words = text.slice(item.start, item.end);
  // Cut before its class word, the topic leaves its opening mark behind: 实施“|六大专项行动”.
  return /[“"]$/u.test(words) || quoted.some((q) => words.includes(q) && words.length < q.length + 6);
}

/** The counted phrase of a question and the word it counts: 五个方面 and 攻坚突破, 五大 and 战役. */
function countedPhrase(question: string): { phrase: string; word: string } | undefined {
  const match = /([二两三四五六七八九十](?:大|个|项|条|件|种|类)(?:方面)?)的?([\p{Script=Han}]{2,4})/u.exec(
    question.replace(/哪/gu, ''),
  );
  return match ? { phrase: match[1]!, word: match[2]! } : undefined;
}

function nearest(text: string, lists: readonly Span[][], words: readonly string[]): Span[] {
  const distance = (list: readonly Span[]): number => {
    const places = words.map((w) => text.indexOf(w, list[0]!.start - 80)).filter((i) => i >= 0);
    return places.length === 0
      ? 999
      : Math.min(...places.map((i) => Math.min(Math.abs(i - list[0]!.start), Math.abs(i - list.at(-1)!.end))));
  };
  return [...lists].sort((a, b) => distance(a) - distance(b) || b.length - a.length)[0]!;
}

/** The sentence with the `count` sentences behind it in its paragraph. */
function withNext(text: string, span: Span, count: number): Span {
  const next = splitSentences(text, { start: span.end, end: Math.min(text.length, span.end + MAX_NEXT) }).slice(
    0,
    count,
  );
  return { start: span.start, end: next.at(-1)?.end ?? span.end };
}

function sayList(context: AnswerContext, hit: SentenceHit, spans: readonly Span[]): Answer {
  const { store, query } = context;
  const { report } = hit;
  const { text } = report.view;
  const draft = newDraft();
  const anchor = clip(hit.span, spans);
  addCitation(
    draft,
    cite(store, report, anchor, hit.section, marksOf(hit, anchor, [...query.quoted, ...query.residue])),
  );
  for (const span of spans)
    if (span.start < anchor.start || span.end > anchor.end)
      addCitation(draft, cite(store, report, span, sectionAt(report.sections, span.start)));
  const items = spans.map((s) => text.slice(s.start, s.end).replace(/\n/g, ''));
  const years = [{ value: `${report.year ?? ''}年报告`, source: 'corpus' as const }];
  const topic = query.quoted.map((q) => `“${q}”`).join('、') || query.residue.join('') || '清单';
  return compose({
    kind: 'list',
    headline: `${query.places[0]?.value.name ?? report.place?.name ?? ''}${report.year ?? ''}年报告：${topic}，共${items.length}项`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(query, query.periods.length > 0 ? {} : { years }),
    draft,
    quoted: 1,
    extra: { items },
  });
}

/** The announcing sentence, cut to the limit around the items it holds. */
function clip(sentence: Span, items: readonly Span[]): Span {
  if (sentence.end - sentence.start <= MAX_LIST_QUOTE) return sentence;
  const inside = items.filter((s) => s.start >= sentence.start && s.end <= sentence.end);
  const start = inside.length > 0 ? Math.max(sentence.start, inside[0]!.start - 60) : sentence.start;
  return { start, end: Math.min(sentence.end, start + MAX_LIST_QUOTE) };
}
