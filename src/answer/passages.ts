import type { Report } from '../corpus/types.js';
import type { Place } from '../lexicon/types.js';
import { isVerb, startsWithVerb } from '../matching/list-verbs.js';
import { reportsFor } from '../matching/reports.js';
import { rankSentences, type SentenceHit, type Window } from '../matching/sentences.js';
import { alternativesOf } from '../matching/synonyms.js';
import { SURE, thoseThatTell, withCause, withLeading } from '../matching/telling.js';
import type { ReportHead } from '../retrieval/types.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import { type AnswerContext, heldYears } from './context.js';
import { readingOf } from './reading.js';
import { missingReport, refuse, refuseNotUnderstood } from './refusal.js';
import type { Answer } from './schema.js';
import { answerWho } from './who.js';

/** Share of the question's content that a sentence must hold to answer it. */
const ENOUGH = 0.55;
/** The same where the question names neither place nor time, and the least content that it must have then. */
const ENOUGH_OPEN = 0.75;
const MIN_OPEN = 4;
const WHO = /([\p{Script=Han}]{2,8}?)(?:是谁|是哪位|叫什么)/u;
/** A count before a class: 两个 of 两个副中心城市. */
const COUNT = /^[一二两三四五六七八九十\d]+[个位家大]/u;
/** Reports, and places in each, that are looked at for a quoted term. */
const EXACT = 6;
/** How many sentences are shown. */
const SHOWN = 3;
/** Passages that retrieval hands over. */
const GATHERED = 16;
/** Sentences are shown whose score is at least this share of the best one's... */
const NEAR_BEST = 0.85;
/** ...as long as all quotes together stay this short. */
const MAX_QUOTED = 420;
const MAX_HEADLINE = 90;
/** How far before a sentence the question's rarest word may stand. */
const BEFORE = 120;
/** A sentence shorter than this is taken to announce what follows. */
const LEAD_IN = 32;
/** How much of what follows is quoted with it. */
const FOLLOWING = 260;

/** Sentences of the reports that hold the question's content, best first; empty where there is nothing to look for. */
export function findSentences(context: AnswerContext, place: Place | undefined): SentenceHit[] {
  const { store, query } = context;
  if (!query.content.some((run) => /\p{Script=Han}/u.test(run))) return [];
  const words = store
    .segmenter()
    .cut(query.content.join(' '))
    .filter((w) => w.trim().length > 0);
  const heads = candidates(context, place);
  const hits = store.search({
    words,
    phrases: query.quoted,
    reports: heads.map((h) => h.id),
    limit: GATHERED,
    alternatives: Object.fromEntries(query.indicators.map(({ value }) => [value.name, value.aliases])),
  });
  const windows = hits.map((h) => ({ report: store.report(h.report), passage: h.passage }));
  for (const window of exactWindows(context, heads))
    if (!windows.some((w) => w.report === window.report && w.passage === window.passage)) windows.push(window);
  const content = query.residue.length > 0 && query.indicators.length === 0 ? query.residue : query.content;
  return rankSentences(windows, content, query.background, query.quoted, query.periods[0]?.value);
}

/** Passages that hold a quoted or counted name word for word: a short one (“五无”) is no word of the index. */
function exactWindows({ store, query }: AnswerContext, heads: readonly ReportHead[]): Window[] {
  const ids = heads.map((h) => h.id);
  const names = query.residue.filter((run) => /^[\d一二两三四五六七八九十]+[件项大个]/u.test(run));
  return [...query.quoted, ...names].flatMap((term) =>
    store
      .findExact(term, { reports: ids, limit: EXACT })
      .slice(0, EXACT)
      .flatMap((hit) => {
        const report = store.report(hit.report);
        return hit.spans.flatMap((at) => {
          const passage = report.passages.findIndex((p) => p.start <= at.start && p.end >= at.end);
          return passage < 0 ? [] : [{ report, passage }];
        });
      }),
  );
}

const LOOKS_BACK = /(?:没有?|未|已)完成|完成(?:了|情况)|兑现|落实情况/u;

/** The reports in which an answer in words may stand: those of the place, and of the year asked for or the next. */
export function candidates(context: AnswerContext, place: Place | undefined): readonly ReportHead[] {
  const { store, lexicon, query } = context;
  const period = query.periods[0]?.value;
  const { reportYear } = query;
  const own = reportsFor(store, lexicon, { place, period, reportYear });
  const inner = query.inner ? reportsFor(store, lexicon, { place: query.inner, period, reportYear }) : [];
  const heads = [...own, ...inner.filter((head) => !own.includes(head))];
  // Whether a report's tasks were done is told by the next one.
  if (reportYear !== undefined && LOOKS_BACK.test(query.text))
    return [...heads, ...reportsFor(store, lexicon, { place, period, reportYear: reportYear + 1 })];
  if (period?.kind !== 'year' || query.reportYear !== undefined) return heads;
  const near = heads.filter(
    (h) => h.year === null || h.year === period.from || h.year === period.from + 1 || h.kind === 'news',
  );
  return near.length > 0 ? near : heads;
}

/** Answers a question in words by the sentence that holds them, or says that none does. @param note said with the sentences. */
export function answerPassages(context: AnswerContext, note?: string): Answer {
  const { query } = context;
  const speaker = answerWho(context);
  if (speaker) return speaker;
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const hits = findSentences(context, place);
  // Who somebody is can only be told where the name or the office stands as asked: 市委书记 is not met by 市委 and 总书记.
  const who = WHO.exec(query.residue.join(' '))?.[1]?.replace(COUNT, '');
  // A question without place and time must be met almost in full: 今天天气怎么样 is none for the reports.
  const open = query.places.length === 0 && query.periods.length === 0 && query.reportYear === undefined;
  const slight = open && !who && query.quoted.length === 0 && query.residue.join('').length < MIN_OPEN;
  const enough = slight
    ? []
    : thoseThatTell(query.text, hits)
        .filter((h) => h.words >= (open ? ENOUGH_OPEN : ENOUGH))
        .filter((h) => h.words >= SURE || holdsKey(context, h))
        .filter((h) => !place || speaksOf(context, h, place))
        .filter((h) => !who || h.report.view.text.slice(h.span.start, h.span.end).includes(who));
  if (enough.length === 0) {
    if (!place && query.periods.length === 0) return refuseNotUnderstood(context);
    if (place && query.content.length === 0) return refuseNotUnderstood(context);
    return refuse(
      context,
      'not-said',
      `${place ? `收录的${place.name}报告` : '收录的报告'}里没有找到“${(query.residue.length > 0 ? query.residue : query.content).join('')}”的内容`,
    );
  }
  return sayPassages(context, enough, note);
}

/** False where a place without reports of its own is not spoken of: what the province set up is not what 雄安新区 did. */
function speaksOf({ store, lexicon }: AnswerContext, { report, span }: SentenceHit, place: Place): boolean {
  const own = report.place === null || lexicon.gazetteer.within(report.place.id, place.id);
  if (own || heldYears(store, place).length > 0) return true;
  const around = report.view.text.slice(Math.max(0, span.start - BEFORE), span.end);
  return [place.name, place.short, ...place.aliases].some((name) => around.includes(name));
}

/** A word that names a thing: shorter ones are too often verbs and words of asking. */
const KEY = /^(?!第|[一二两三四五六七八九十]|.*政府$)\p{Script=Han}{3,}$/u;

/**
 * True where a sentence, its heading or what stands right before it holds the rarest word of the question: 大运会什么时候举办 is
 * not met by what else was held (举办). What no report holds may be no word at all, but cut out of two.
 */
function holdsKey({ store, query }: AnswerContext, { report, span, section }: SentenceHit): boolean {
  if (query.quoted.length > 0) return true;
  const words = store
    .segmenter()
    .cut((query.residue.length > 0 ? query.residue : query.content).join(' '))
    .filter((w) => KEY.test(w) && !isVerb(w));
  const [key] = words
    .map((word) => ({ word, count: store.frequency(word) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  if (!key) return true;
  const before = report.view.text.slice(Math.max(0, span.start - BEFORE), span.end);
  const held = `${report.sections[section]?.path.join(' ') ?? ''} ${before}`;
  return alternativesOf(key.word).some((word) => held.includes(word));
}

/** An answer from sentences: the best one's words as the headline, each quoted with its place in the report. */
export function sayPassages(context: AnswerContext, hits: readonly SentenceHit[], note?: string): Answer {
  const { store, query } = context;
  const best = firstTelling(hits, ASKS_HOW.test(query.text));
  const draft = newDraft();
  if (note) draft.notes.push(note);
  const quoted: { report: Report; span: Span }[] = [];
  for (const hit of [best, ...hits.filter((h) => h !== best && h.score >= best.score * NEAR_BEST)]) {
    const { text } = hit.report.view;
    const span = withLeading(text, withFollowing(text, quoteSpan(text, hit.span, hit.clause, hit.clause)));
    const told = quoted.some((q) => q.report === hit.report && q.span.start < span.end && q.span.end > span.start);
    const length = quoted.reduce((sum, q) => sum + q.span.end - q.span.start, 0);
    if (told || quoted.length >= SHOWN || (quoted.length > 0 && length + span.end - span.start > MAX_QUOTED)) continue;
    quoted.push({ report: hit.report, span });
    addCitation(
      draft,
      cite(store, hit.report, span, hit.section, marksOf(hit, span, [...query.quoted, ...query.content])),
    );
  }
  const head = best.report;
  const years = [
    {
      value: `${head.year ?? ''}年报告`,
      source: query.periods.length > 0 ? ('question' as const) : ('corpus' as const),
    },
  ];
  return compose({
    kind: 'passages',
    headline: headlineOf({ ...best, ...withCause(best) }),
    understood: readingOf(query, head.year === null || query.periods.length > 0 ? {} : { years }),
    draft,
  });
}

const ASKS_HOW = /怎么|如何|怎样|哪些(?:措施|举措|办法)|什么(?:措施|举措|办法)/u;

/** The best sentence that says something: a heading only names what the sentences below it say; how is told by what is to be done. */
function firstTelling(hits: readonly SentenceHit[], how: boolean): SentenceHit {
  const best = hits[0]!;
  const near = hits.filter((h) => h.score >= best.score * NEAR_BEST);
  const words = (h: SentenceHit): string => h.report.view.text.slice(h.span.start, h.span.end);
  const telling = near.filter((h) => /[。！？；”]$/u.test(words(h)));
  return (how ? telling.find((h) => startsWithVerb(words(h))) : undefined) ?? telling[0] ?? best;
}

function headlineOf(hit: SentenceHit): string {
  const { text } = hit.report.view;
  const sentence = text.slice(hit.span.start, hit.span.end).trim().replace(/\n/g, '');
  if (sentence.length < LEAD_IN) return sentence + opening(text, hit.span, MAX_HEADLINE - sentence.length);
  if (sentence.length <= MAX_HEADLINE) return sentence;
  let { start, end } = hit.clause;
  while (end - start < 16 && end < hit.span.end) end = nextBreak(text, end, hit.span.end);
  while (end - start < 16 && start > hit.span.start)
    start = Math.max(hit.span.start, text.lastIndexOf('，', start - 2) + 1);
  return text
    .slice(start, Math.min(end, start + MAX_HEADLINE))
    .trim()
    .replace(/[，,；;]$/u, '');
}

/** The beginning of what a lead-in announces, in whole clauses; '' where its paragraph ends with it. */
function opening(text: string, leadIn: Span, most: number): string {
  const next = splitSentences(text, { start: leadIn.end, end: Math.min(text.length, leadIn.end + FOLLOWING) })[0];
  if (!next || text.slice(leadIn.end, next.start).includes('\n')) return '';
  const words = text.slice(next.start, next.end);
  if (words.length <= most) return words;
  const cut = Math.max(...['，', '、', '；'].map((mark) => words.lastIndexOf(mark, most - 1)));
  return cut > 0 ? `${words.slice(0, cut)}…` : '';
}

/** A sentence that only announces (突出“三优三特”产业集群。) is quoted with what follows it. */
function withFollowing(text: string, span: Span): Span {
  if (span.end - span.start >= LEAD_IN) return span;
  let end = span.end;
  for (const next of splitSentences(text, { start: span.end, end: Math.min(text.length, span.end + FOLLOWING * 2) })) {
    if (next.end - span.start > FOLLOWING) break;
    end = next.end;
  }
  return { start: span.start, end };
}

function nextBreak(text: string, from: number, most: number): number {
  for (let i = from + 1; i < most; i++) if (/[，,；;。]/u.test(text[i]!)) return i;
  return most;
}

/** Where the question's words stand in a quote. */
export function marksOf(hit: Pick<SentenceHit, 'report'>, span: Span, words: readonly string[]): Span[] {
  const { text } = hit.report.view;
  const marks: Span[] = [];
  for (const word of words) {
    if (word.length < 2) continue;
    const at = text.indexOf(word, span.start);
    if (at >= 0 && at + word.length <= span.end && !marks.some((m) => at < m.end && at + word.length > m.start))
      marks.push({ start: at, end: at + word.length });
  }
  return marks.sort((a, b) => a.start - b.start);
}
