import type { Report } from '../corpus/types.js';
import type { Frame } from '../frame/types.js';
import { signs } from '../lexicon/signs.js';
import type { Place } from '../lexicon/types.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { termsInWords, termsOfFrame } from '../matching/ask.js';
import { startsWithVerb } from '../matching/list-verbs.js';
import { tellsWhatMust } from '../matching/must-tell.js';
import { notesOn } from '../matching/notes.js';
import { nearWords, onlyCounts } from '../matching/only-counts.js';
import { announcementBefore, paragraphLead } from '../matching/paragraph-lead.js';
import { lineEnd } from '../matching/parts.js';
import type { SentenceHit } from '../matching/sentences.js';
import { withCause, withLeading, withPoints } from '../matching/telling.js';
import { coverOf, shareOf, wideShareOf } from '../matching/terms.js';
import { chineseNumeral } from '../question/counted-names.js';
import { findPeriods } from '../text/periods.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import { type AnswerContext, heldYears } from './context.js';
import { findSentences, isNumbered } from './find-sentences.js';
import { headedLine, headlineOf } from './headline.js';
import { readingOf } from './reading.js';
import { missingReport, refuseNotUnderstood, refuseWords } from './refusal.js';
import { respectiveTime } from './respective-time.js';
import type { Answer } from './schema.js';
import { answerWho } from './who.js';
import { yesOrNo } from './yes-no.js';

/** What the words of a question weigh together that asks for nothing: 会下雨吗, 哪家好吃. */
const NOTHING = 0.6;
/** Share of the question's words that a sentence must hold where the question names neither place nor time. */
const ENOUGH_OPEN = 0.75;
/** A name or an office; what is longer describes somebody (牺牲的抗洪英雄是谁). */
const WHO = /(?<!\p{Script=Han})([\p{Script=Han}]{2,7}?)(?:是谁|是哪位|叫什么)/u;
/** A count before a class: 两个 of 两个副中心城市. */
const COUNT = /^[一二两三四五六七八九十\d]+[个位家大]/u;
/** How many sentences are shown. */
const SHOWN = 3;
/** Sentences are shown whose score is at least this share of the best one's; where that one is in doubt, also those further behind... */
const NEAR_BEST = 0.8;
const NEAR_DOUBTED = 0.7;
/** Another sentence is put first, for how it is put, where it is at least so likely beside the best one. */
const NEARLY_AS_LIKELY = 0.4;
/** From which likelihood the best one is in no doubt. */
const NO_DOUBT = 0.6;
/** ...as long as all quotes together stay this short. */
const MAX_QUOTED = 600;
/** How far before a sentence the question's rarest word may stand. */
const BEFORE = 120;
/** A sentence shorter than this is taken to announce what follows. */
const LEAD_IN = 32;
/** A paragraph up to this length is quoted whole where is asked how. */
const MAX_PARAGRAPH = 320;
/** How much of what follows is quoted with it. */
const FOLLOWING = 260;

/** Answers a question in words by the sentence that holds them, or says that none does. @param note said with the sentences. */
export function answerPassages(context: AnswerContext, note?: string): Answer {
  const { query } = context;
  const speaker = answerWho(context);
  if (speaker) return speaker;
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const hits = findSentences(context, place).filter((h) => !place || speaksOf(context, h, place));
  const who = nameAsked(query);
  // A question without place and time must be met almost in full: 今天天气怎么样 is none for the reports.
  // What names a place and a time is no talk, however it is put: 不通火车吗.
  const dated = place !== undefined && (query.periods.length > 0 || query.reportYear !== undefined);
  if ((query.chat && !dated) || (!who && query.quoted.length === 0 && termsOfFrame(query).total < NOTHING))
    return refuseNotUnderstood(context);
  const open = query.places.length === 0 && query.periods.length === 0 && query.reportYear === undefined;
  const timed = query.asksTime === true || query.askings.some(({ kind }) => kind === 'time');
  const enough = hits
    .filter((h) => (h.accepted && (!open || h.words >= ENOUGH_OPEN)) || (h.score >= NEAR_DOUBTED && hits[0]!.accepted))
    .filter((h) => holdsNames(query, h) && tellsAsked(context, h) && namesMembers(query, h))
    .filter((h) => !query.cues.why || givesReason(h))
    .filter((h) => !timed || tellsTime(h));
  if (enough[0]?.accepted && (!open || enough[0].words >= ENOUGH_OPEN)) return sayPassages(context, enough, note);
  if (!place && query.periods.length === 0) return refuseNotUnderstood(context);
  if (place && query.content.length === 0) return refuseNotUnderstood(context);
  return refuseWords(context, place, hits, who !== undefined && !hits.some((h) => holds(h, who)));
}

/** The name or the office of whom a question asks who it is. */
function nameAsked({ residue, describesPerson }: Frame): string | undefined {
  return describesPerson ? undefined : WHO.exec(residue.join(' '))?.[1]?.replace(COUNT, '');
}

/**
 * False for a sentence that lacks what must stand in it as asked: who somebody is can only be told where the name or the office stands (市委书记 is not
 * met by 市委 and 总书记), 第几届 by a sentence that numbers one.
 */
export function holdsNames(query: Frame, hit: SentenceHit): boolean {
  const who = nameAsked(query);
  const { ordinal } = query;
  const words = hit.report.view.text.slice(hit.span.start, hit.span.end);
  return (!who || holds(hit, who)) && (ordinal === undefined || isNumbered(words, ordinal));
}

/** False for a sentence that lacks what the question leaves no other answer than: a person's name, a place. */
export function tellsAsked({ query, lexicon }: AnswerContext, { report, span }: SentenceHit): boolean {
  const { text } = report.view;
  const quote = withLeading(text, span);
  const terms = termsInWords(query);
  const named = query.places.flatMap(({ value }) => [value.name, ...value.aliases]);
  const ask = { must: query.must, asked: [terms.text, ...named].join(' '), terms };
  return tellsWhatMust(ask, text.slice(quote.start, quote.end), lexicon.gazetteer);
}

/** False for a sentence that only speaks of what a reason is asked of: 为什么取消了地铁 is not answered by what the report says of the metro. */
export function givesReason({ report, span }: SentenceHit): boolean {
  const words = report.view.text.slice(span.start, span.end);
  const { cause, reason } = signs();
  return [...cause, ...reason].some((word) => words.includes(word));
}

/** False for a sentence with no time beside its thing whose clause tells nothing that was done: 全面推进 tells no 哪年通车. */
function tellsTime({ report, span, clause, defines }: SentenceHit): boolean {
  const { text } = report.view;
  const timed = (words: string): boolean => findPeriods(words).length > 0 || TIMES.test(words);
  const near = defines
    ? text.slice(span.start, span.end)
    : nearWords(text, span, clause, (before) => before.length <= LEADS && timed(before));
  const own = text.slice(clause.start, clause.end);
  return timed(near) || yesNoWords().nowDone.some((word) => own.includes(word));
}

/** The longest clause that only says when: 2021年9月，…. */
const LEADS = 14;

/** False for a sentence whose clause only counts what is asked for by name: 4条线路入选 tells nobody which four. */
export function namesMembers({ list, sought, operation }: Frame, { report, span, clause }: SentenceHit): boolean {
  const counts = [...(list.count === undefined ? [] : [list.count]), ...list.names.flatMap((name) => name.counts)];
  if (counts.length === 0 || (operation !== 'list' && !sought.includes('names'))) return true;
  const { text } = report.view;
  const noted = notesOn(report, span).length > 0;
  return noted || !onlyCounts(text.slice(clause.start, clause.end), text.slice(clause.end), counts, numberForms);
}

function numberForms(n: number): string[] {
  return [String(n), chineseNumeral(n), ...(n === 2 ? ['两'] : [])];
}

/** Dates, and what is aimed at within the report's own year. */
const TIMES = /\d{1,2}[月日]|[年月]底|年[内初中末]|半年|季度|[今明后去当]年|力争|争取|确保|即将|有望/u;

function holds({ report, span }: SentenceHit, name: string): boolean {
  return report.view.text.slice(span.start, span.end).includes(name);
}

/** False where a place without reports of its own is not spoken of: what the province set up is not what 雄安新区 did. */
function speaksOf({ store, lexicon }: AnswerContext, { report, span }: SentenceHit, place: Place): boolean {
  const own = report.place === null || lexicon.gazetteer.within(report.place.id, place.id);
  if (own || heldYears(store, place).length > 0) return true;
  const around = report.view.text.slice(Math.max(0, span.start - BEFORE), span.end);
  return [place.name, place.short, ...place.aliases].some((name) => around.includes(name));
}

/** The answer to a question for a figure by the clause that holds it, its sentence quoted: what stands beside it was not asked for. */
export function sayClause(context: AnswerContext, hit: SentenceHit): Answer {
  const { text } = hit.report.view;
  return saySentences(context, [hit], text.slice(hit.clause.start, hit.clause.end).replace(/\s+/gu, ''));
}

/** An answer from sentences: the best one's words as the headline, each quoted with its place in the report. */
export function sayPassages(context: AnswerContext, hits: readonly SentenceHit[], note?: string): Answer {
  const { query } = context;
  const best = firstTelling(hits, query.cues.how);
  const own = query.asksTime ? respectiveTime(best.report.view.text, best.span, query.evidence) : undefined;
  const headline = own
    ? `${own.member}：${own.time}${own.act}`
    : [yesOrNo(query, best), underLead(query, best, headlineOf({ ...best, ...withCause(best) }))]
        .filter(Boolean)
        .join('：');
  return saySentences(context, [best, ...hits.filter((h) => h !== best)], headline, note);
}

/** How much more of a question's words the lead of a paragraph must hold than a sentence under it, as a share of their weight. */
const BY_LEAD = 0.35;

/** A headline behind the lead of its paragraph, where that alone names what is asked about: 启用海关监管场所 under 加快国际陆港建设. */
function underLead(query: Frame, { report, span }: SentenceHit, headline: string): string {
  const { text } = report.view;
  const terms = termsInWords(query);
  const held = (words: string): number => shareOf(terms, coverOf(terms, words).exact);
  const least = held(headline) + BY_LEAD;
  const lead = [announcementBefore(text, span.start), paragraphLead(text, span.start)].find(
    (words) => words !== '' && held(words) >= least,
  );
  return lead === undefined ? headline : headedLine(lead, headline);
}

/** Sentences quoted under a headline. @param hits the one that the headline is of first. */
function saySentences(
  context: AnswerContext,
  [best, ...others]: readonly [SentenceHit, ...SentenceHit[]],
  headline: string,
  note?: string,
): Answer {
  const { store, query } = context;
  const draft = newDraft();
  if (note) draft.notes.push(note);
  const quoted: { report: Report; span: Span }[] = [];
  const near = best.likelihood < NO_DOUBT ? NEAR_DOUBTED : NEAR_BEST;
  for (const hit of [best, ...others.filter((h) => h.score >= best.score * near)]) {
    const { text } = hit.report.view;
    const quote = withLeading(
      text,
      withFollowing(
        text,
        hit.defines ? entryOf(hit) : quoteSpan(text, hit.span, hit.clause, hit.clause),
        query.cues.how,
      ),
    );
    const span = query.cues.why || query.cues.how ? withPoints(text, quote) : quote;
    const told = quoted.some((q) => q.report === hit.report && q.span.start < span.end && q.span.end > span.start);
    const length = quoted.reduce((sum, q) => sum + q.span.end - q.span.start, 0);
    if (told || quoted.length >= SHOWN || (quoted.length > 0 && length + span.end - span.start > MAX_QUOTED)) continue;
    quoted.push({ report: hit.report, span });
    addCitation(
      draft,
      cite(store, hit.report, span, hit.section, marksOf(hit, span, [...query.quoted, ...query.content])),
    );
  }
  for (const { span, section } of notesFor(query, best))
    if (!quoted.some((q) => q.report === best.report && q.span.start < span.end && q.span.end > span.start))
      addCitation(draft, cite(store, best.report, span, section));
  const head = best.report;
  const years = [
    {
      value: `${head.year ?? ''}年报告`,
      source: query.periods.length > 0 ? ('question' as const) : ('corpus' as const),
    },
  ];
  return compose({
    kind: 'passages',
    likelihood: best.likelihood,
    headline,
    understood: readingOf(query, head.year === null || query.periods.length > 0 ? {} : { years }),
    draft,
  });
}

/** The longest note that is quoted with a sentence, in UTF-16 units. */
const MAX_NOTE = 400;

/** What of the question's words a note must hold to be quoted with its sentence, as a share of their weight. */
const NOTE_ON_ASKED = 0.3;

/** The notes on words of a sentence, where names, a place, a meaning or a reason are asked for: the text may only count what they tell. */
function notesFor(query: Frame, { report, span }: SentenceHit): ReturnType<typeof notesOn> {
  const { operation, cues, sought } = query;
  const asked = operation === 'list' || cues.what || cues.why || sought.includes('names') || sought.includes('place');
  if (!asked) return [];
  const terms = termsInWords(query);
  return notesOn(report, span).filter(
    ({ name, span: { start, end } }) => end - start <= MAX_NOTE && wideShareOf(terms, name) >= NOTE_ON_ASKED,
  );
}

/** The best sentence that says something: a heading only names what the sentences below it say; how is told by what is to be done. */
function firstTelling(hits: readonly SentenceHit[], how: boolean): SentenceHit {
  const best = hits[0]!;
  const near = hits.filter(
    (h) => h.score >= best.score * NEAR_BEST && h.likelihood >= best.likelihood * NEARLY_AS_LIKELY,
  );
  const words = (h: SentenceHit): string => h.report.view.text.slice(h.span.start, h.span.end);
  const telling = near.filter((h) => /[。！？；”]$/u.test(words(h)));
  return (how ? telling.find((h) => startsWithVerb(words(h))) : undefined) ?? telling[0] ?? best;
}

/** The sentence that explains a name with those of its glossary entry: “5+1”：…。“5”指…；“1”指…。 */
function entryOf({ report, span, section }: SentenceHit): Span {
  const { text } = report.view;
  const end = lineEnd(text, span.end);
  const whole = report.sections[section]?.role === 'glossary' && end - span.start <= MAX_PARAGRAPH;
  return whole ? { start: span.start, end } : span;
}

/**
 * A sentence that only announces (突出“三优三特”产业集群。) is quoted with what follows it; where is asked how, any sentence is, for
 * measures are told in several.
 */
function withFollowing(text: string, span: Span, how: boolean): Span {
  if (!how && span.end - span.start >= LEAD_IN) return span;
  const paragraph = { start: text.lastIndexOf('\n', span.start) + 1, end: lineEnd(text, span.end) };
  if (how && paragraph.end - paragraph.start <= MAX_PARAGRAPH) return paragraph;
  let end = span.end;
  const within = { start: span.end, end: Math.min(how ? paragraph.end : text.length, span.end + FOLLOWING * 2) };
  for (const next of splitSentences(text, within)) {
    if (next.end - span.start > FOLLOWING) break;
    end = next.end;
  }
  return { start: span.start, end };
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
