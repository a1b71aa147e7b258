import type { Report } from '../corpus/types.js';
import type { Frame } from '../frame/types.js';
import { termsInWords } from '../matching/ask.js';
import { startsWithVerb } from '../matching/list-verbs.js';
import { notesOn } from '../matching/notes.js';
import { announcementBefore, paragraphLead } from '../matching/paragraph-lead.js';
import { lineEnd } from '../matching/parts.js';
import type { SentenceHit } from '../matching/sentences.js';
import { withCause, withLeading, withPoints } from '../matching/telling.js';
import { coverOf, shareOf, wideShareOf } from '../matching/terms.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { findSentences } from './find-sentences.js';
import { headedLine, headlineOf } from './headline.js';
import { type OtherHit, otherThing } from './other-thing.js';
import { readingOf } from './reading.js';
import { respectiveTime } from './respective-time.js';
import type { Answer } from './schema.js';
import { QUOTE_LENGTH } from './wording.js';
import { yesOrNo } from './yes-no.js';

/** How many sentences are shown. */
const SHOWN = 3;
/** Sentences are shown whose score is at least this share of the best one's; where that one is in doubt, also those further behind... */
const NEAR_BEST = 0.8;
export const NEAR_DOUBTED = 0.7;
/** Another sentence is put first, for how it is put, where it is at least so likely beside the best one. */
const NEARLY_AS_LIKELY = 0.4;
/** From which likelihood the best one is in no doubt. */
const NO_DOUBT = 0.6;
/** ...as long as all quotes together stay this short. */
const MAX_QUOTED = 600;
/** A sentence shorter than this is taken to announce what follows. */
const LEAD_IN = 32;
/** A paragraph up to this length is quoted whole where is asked how. */
const MAX_PARAGRAPH = 320;
/** An entry of a glossary up to this length is quoted whole. */
const MAX_ENTRY = 640;
/** How much of what follows is quoted with it. */
const FOLLOWING = 260;

/** The answer to a question for a figure by the clause that holds it, its sentence quoted: what stands beside it was not asked for. */
export function sayClause(context: AnswerContext, hit: SentenceHit): Answer {
  const { text } = hit.report.view;
  return saySentences(context, [hit], text.slice(hit.clause.start, hit.clause.end).replace(/\s+/gu, ''));
}

/** An answer from sentences: the best one's words as the headline, each quoted with its place in the report. */
export function sayPassages(context: AnswerContext, hits: readonly SentenceHit[], note?: string): Answer {
  const { query } = context;
  const best = firstTelling(hits, query.cues.how);
  const other = otherThing(query, best, findSentences(context, query.places[0]?.value));
  const own = query.asksTime ? respectiveTime(best.report.view.text, best.span, query.evidence) : undefined;
  const headline = own
    ? `${own.member}：${own.time}${own.act}`
    : [yesOrNo(query, best), underLead(query, best, headlineOf({ ...best, ...withCause(best) }))]
        .filter(Boolean)
        .join('：');
  if (other) return saySentences(context, [best, other], `${headline.replace(/。$/u, '')}；${headlineOf(other)}`, note);
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
  [best, ...others]: readonly [SentenceHit, ...OtherHit[]],
  headline: string,
  note?: string,
): Answer {
  const { store, query } = context;
  const draft = newDraft();
  if (note) draft.notes.push(note);
  const quoted: { report: Report; span: Span }[] = [];
  const near = best.likelihood < NO_DOUBT ? NEAR_DOUBTED : NEAR_BEST;
  for (const hit of [best, ...others.filter((h, i) => (i === 0 && h.otherThing) || h.score >= best.score * near)]) {
    const { text } = hit.report.view;
    const quote = withLeading(
      text,
      withFollowing(
        text,
        explains(query, hit) ? entryOf(hit) : quoteSpan(text, hit.span, hit.clause, hit.clause),
        query.cues.how,
      ),
    );
    const span = query.cues.why || query.cues.how ? withPoints(text, quote) : quote;
    const told = quoted.some((q) => q.report === hit.report && q.span.start < span.end && q.span.end > span.start);
    const length = quoted.reduce((sum, q) => sum + q.span.end - q.span.start, 0);
    if (told || quoted.length >= SHOWN || (quoted.length > 0 && length + span.end - span.start > MAX_QUOTED)) continue;
    quoted.push({ report: hit.report, span });
    const citation = cite(
      store,
      hit.report,
      span,
      hit.section,
      marksOf(hit, span, [...query.quoted, ...query.content]),
    );
    const whole = (hit === best && (explains(query, hit) || query.cues.admits)) || span.end > quote.end;
    addCitation(draft, whole ? { ...citation, whole } : citation);
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
export function firstTelling(hits: readonly SentenceHit[], how: boolean): SentenceHit {
  const best = hits[0]!;
  const near = hits.filter(
    (h) => h.score >= best.score * NEAR_BEST && h.likelihood >= best.likelihood * NEARLY_AS_LIKELY,
  );
  const words = (h: SentenceHit): string => h.report.view.text.slice(h.span.start, h.span.end);
  const telling = near.filter((h) => /[。！？；”]$/u.test(words(h)));
  return (how ? telling.find((h) => startsWithVerb(words(h))) : undefined) ?? telling[0] ?? best;
}

/** True for a sentence that explains the name which is asked for, or any that it is asked for by: 啥意思 behind a plan that was told by its note. */
function explains({ cues }: Frame, { report, section, defines }: SentenceHit): boolean {
  return defines || (cues.what && report.sections[section]?.role === 'glossary');
}

/** The sentence that explains a name with those of its glossary entry: “5+1”：…。“5”指…；“1”指…。 */
function entryOf({ report, span, section }: SentenceHit): Span {
  const { text } = report.view;
  const end = lineEnd(text, span.end);
  const whole = report.sections[section]?.role === 'glossary' && end - span.start <= MAX_ENTRY;
  return whole ? { start: span.start, end } : span;
}

/**
 * A sentence that only announces (突出“三优三特”产业集群。) is quoted with what follows it; where is asked how, any sentence is, for
 * measures are told in several.
 */
function withFollowing(text: string, span: Span, how: boolean): Span {
  if (!how && span.end - span.start >= LEAD_IN) return span;
  const paragraph = { start: text.lastIndexOf('\n', span.start) + 1, end: lineEnd(text, span.end) };
  // Of a paragraph that is not shown whole, what stands behind the sentence tells more of how than what stands before it.
  if (how && paragraph.end - paragraph.start <= QUOTE_LENGTH) return paragraph;
  if (how && paragraph.end - paragraph.start <= MAX_PARAGRAPH) return { start: span.start, end: paragraph.end };
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
