import type { Report } from '../corpus/types.js';
import type { AskedPeriod, Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { Place } from '../lexicon/types.js';
import { withRareHeld } from '../matching/rare-terms.js';
import { reportsFor } from '../matching/reports.js';
import { type SentenceAsk, sentenceAskOf } from '../matching/sentence-ask.js';
import { type SentenceUnit, sentencesOfPassage, sentencesOfReport } from '../matching/sentence-units.js';
import { rankSentences, type SentenceHit } from '../matching/sentences.js';
import { recent } from '../retrieval/recent.js';
import type { ReportHead, Store } from '../retrieval/types.js';
import { anchoredPeriod } from './anchored.js';
import type { AnswerContext } from './context.js';

/** Passages that retrieval hands over. */
const GATHERED = 16;
/** Reports, and places in each, that are looked at for a quoted term. */
const EXACT = 6;
/** Reports whose every sentence is looked at; of more, only those passages that retrieval hands over. */
export const READ_WHOLE = 4;

/** Sentences of the reports that may answer, best first; empty where there is nothing to look for. */
export function findSentences(context: AnswerContext, place: Place | undefined): readonly SentenceHit[] {
  return sentencesOf(context.store, context.lexicon, context.query, place);
}

/** An answer in words, a list and a refusal of one question look through the same sentences. */
const sentencesOf = recent(
  (store: Store, lexicon: Lexicon, query: Frame, place: Place | undefined): readonly SentenceHit[] => {
    const context = { store, lexicon, query };
    return rankSentences(sentenceAskFor(context, place), unitsThatMay(context, place));
  },
);

/** The longest line of a report's front that only says whose report it is, where and when. */
const FRONT_LINE = 60;

/**
 * The sentences without those that cannot answer: the lines that name speaker and meeting, notes where shortcomings are asked for, and where 第几届 is asked those that number no event.
 * All where nothing would be left.
 */
export function unitsThatMay(context: AnswerContext, place: Place | undefined): readonly SentenceUnit[] {
  const { ordinal, cues, quoted } = context.query;
  const all = sentenceUnitsFor(context, place);
  // What explains a word of the report owns to nothing.
  const admits = cues.admits && quoted.length === 0;
  const units = all.filter(({ report, section, span }) => {
    const role = report.sections[section]?.role;
    return (role !== 'front' || span.end - span.start > FRONT_LINE) && !(admits && role === 'glossary');
  });
  if (ordinal === undefined) return units.length > 0 ? units : all;
  const numbered = units.filter(({ report, span }) =>
    isNumbered(report.view.text.slice(span.start, span.end), ordinal),
  );
  return numbered.length > 0 ? numbered : units;
}

/** True for a text in which an event is numbered: 第五届, 首届. @param ordinal what events are counted by. */
export function isNumbered(text: string, ordinal: string): boolean {
  return new RegExp(`第[一二三四五六七八九十百\\d]+${ordinal}|首${ordinal}`, 'u').test(text);
}

/** What a question asks of the sentences that are looked through for it. */
export function sentenceAskFor(context: AnswerContext, place: Place | undefined): SentenceAsk {
  const ask = sentenceAskOf(context.query, anchoredPeriod(context, place));
  const reports = [...new Set(sentenceUnitsFor(context, place).map(({ report }) => report))];
  return { ...ask, terms: withRareHeld(ask.terms, (pair) => reports.some(({ view }) => view.text.includes(pair))) };
}

/** The sentences that are looked through for an answer in words. */
export function sentenceUnitsFor(context: AnswerContext, place: Place | undefined): readonly SentenceUnit[] {
  return unitsOf(context.store, context.lexicon, context.query, place);
}

/** The sentences and the lists of one question are those of the same passages. */
const unitsOf = recent(gatherUnits);

function gatherUnits(store: Store, lexicon: Lexicon, query: Frame, place: Place | undefined): readonly SentenceUnit[] {
  const context: AnswerContext = { store, lexicon, query };
  if (!query.evidence.some((run) => /\p{Script=Han}/u.test(run.text))) return [];
  const heads = candidates(context, place);
  if (place && heads.length <= READ_WHOLE) store.want({ reports: heads.map((h) => h.id) });
  if (place && heads.length <= READ_WHOLE) return heads.flatMap((h) => sentencesOfReport(store.report(h.id)));
  const words = store
    .segmenter()
    .cut(query.content.join(' '))
    .filter((w) => w.trim().length > 0);
  const hits = store.search({
    words,
    phrases: query.quoted,
    reports: heads.map((h) => h.id),
    limit: GATHERED,
    alternatives: alternativesFor(context, words),
  });
  const windows = hits.map((h) => ({ report: store.report(h.report), passage: h.passage }));
  for (const window of exactWindows(context, heads))
    if (!windows.some((w) => w.report === window.report && w.passage === window.passage)) windows.push(window);
  return windows.flatMap(({ report, passage }) => sentencesOfPassage(report, passage));
}

/** Other names under which the reports may have a word: those of its indicator, and those of the thesaurus. */
function alternativesFor({ query }: AnswerContext, words: readonly string[]): Record<string, readonly string[]> {
  const known = thesaurus();
  return {
    ...Object.fromEntries(words.filter((w) => known.has(w)).map((w) => [w, known.alternatives(w).slice(0, 12)])),
    ...Object.fromEntries(query.indicators.map(({ value }) => [value.name, value.aliases])),
  };
}

/** Passages that hold a quoted or counted name word for word: a short one (“五无”) is no word of the index. */
function exactWindows(
  { store, query }: AnswerContext,
  heads: readonly ReportHead[],
): { report: Report; passage: number }[] {
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

/** The year whose report, or the next one's, tells what is asked: the one that is named, or at whose end it stood (2020年底). */
function yearTold(period: AskedPeriod | undefined, { facet }: Frame): number | undefined {
  if (period?.kind === 'year') return period.from;
  // What is to be reached by the end of a year is told by plans of long before.
  return period?.kind === 'end' && facet === undefined && period.to > 0 ? period.to : undefined;
}

/** The reports in which an answer in words may stand: those of the place, and of the year asked for or the next. */
export function candidates(context: AnswerContext, place: Place | undefined): readonly ReportHead[] {
  const { store, lexicon, query } = context;
  // 今年 is the newest report's year.
  const period = anchoredPeriod(context, place);
  const { reportYear } = query;
  const own = reportsFor(store, lexicon, { place, period, reportYear });
  const inner = query.inner ? reportsFor(store, lexicon, { place: query.inner, period, reportYear }) : [];
  const heads = [...own, ...inner.filter((head) => !own.includes(head))];
  // Whether a report's tasks were done is told by the next one.
  if (reportYear !== undefined && (query.cues.kept || query.ofMissed))
    return [...heads, ...reportsFor(store, lexicon, { place, period, reportYear: reportYear + 1 })];
  const year = yearTold(period, query);
  if (year === undefined || query.reportYear !== undefined) return heads;
  const near = heads.filter((h) => h.year === null || h.year === year || h.year === year + 1 || h.kind === 'news');
  return near.length > 0 ? near : heads;
}
