import type { Report } from '../corpus/types.js';
import type { CountedName } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { carriedStructures } from '../matching/lists/alike.js';
import type { ListSearch } from '../matching/lists/features.js';
import { namedStructures } from '../matching/lists/named.js';
import { structuresIn, structuresOf } from '../matching/lists/structures.js';
import type { ListStructure } from '../matching/lists/types.js';
import type { SentenceAsk } from '../matching/sentence-ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import { countOfForm } from '../question/counted-names.js';
import type { ReportHead } from '../retrieval/types.js';
import type { Span } from '../text/types.js';
import { byNearness } from './by-nearness.js';
import type { AnswerContext } from './context.js';
import { candidates, findSentences, READ_WHOLE, sentenceAskFor, sentenceUnitsFor } from './find-sentences.js';
import { impliedNames } from './implied-names.js';

/** How many names are tried that a question only implies. */
const IMPLIED = 4;
/** How many places of a name are looked at in one report, and in how many reports. */
const OCCURRENCES = 8;
const REPORTS = 12;
/** The shortest beginning of a name that is still the name: 三大战略. */
const MIN_NAME = 4;

/** The lists that may answer, with whether a report holds the counted name at all. */
export interface FoundLists {
  readonly search: ListSearch;
  readonly structures: readonly ListStructure[];
  readonly held: boolean;
}

/** The lists of the reports that may answer a question, and what they are set against. */
export function findLists(context: AnswerContext, place: Place | undefined): FoundLists {
  const { store, lexicon, query } = context;
  const { list } = query;
  const hits = findSentences(context, place);
  const ask: SentenceAsk = { ...sentenceAskFor(context, place), wanted: 'list' };
  const search: ListSearch = { ask, list, gazetteer: lexicon.gazetteer, hits };
  const heads = [...candidates(context, place)].sort(byNearness(context));
  const names = list.carried
    ? [list.carried.name]
    : list.names.length > 0
      ? list.names
      : list.aspects
        ? [list.aspects]
        : [];
  const ids = heads.map((head) => head.id);
  const places = names.map((name) => occurrences(context, name, ids));
  const held = names.length > 0 && places.every((byReport) => byReport.size > 0);
  const named = held
    ? ids
        .filter((id) => places.every((byReport) => byReport.has(id)))
        .slice(0, REPORTS)
        .flatMap((id) =>
          namedStructures(
            store.report(id),
            names,
            places.map((byReport) => byReport.get(id)!),
          ),
        )
    : names.length > 0 || !place
      ? []
      : impliedNames(context, place)
          .slice(0, IMPLIED)
          .flatMap((name) => {
            const at = occurrences(context, name, ids);
            return [...at]
              .slice(0, REPORTS)
              .flatMap(([id, spans]) => namedStructures(store.report(id), [name], [spans]));
          });
  return {
    search,
    structures: [
      ...named,
      ...structuresAround(context, place, heads, hits, new Set(places.flatMap((p) => [...p.keys()]))),
    ],
    held,
  };
}

/** The lists of reports that are read whole; of more reports those of the passages that retrieval hands over. */
function structuresAround(
  context: AnswerContext,
  place: Place | undefined,
  heads: readonly ReportHead[],
  hits: readonly SentenceHit[],
  holding: ReadonlySet<string>,
): ListStructure[] {
  const { store, query } = context;
  const whole = place !== undefined && heads.length <= READ_WHOLE;
  const near = whole ? heads : heads.filter((h) => holding.has(h.id)).slice(0, READ_WHOLE);
  const reports = near.map((head) => store.report(head.id));
  const carried = query.list.carried
    ? [{ classes: [query.list.carried.word], counts: query.list.carried.counts, forms: query.list.carried.name.forms }]
    : query.list.names.flatMap((name) => [name, ...byWordBefore(name)]);
  const units = whole
    ? []
    : sentenceUnitsFor(context, place).filter(
        ({ report }) => !reports.includes(report) && hits.some((h) => h.report === report),
      );
  return [
    ...reports.flatMap((report: Report) => [
      ...carried.flatMap((name) => carriedStructures(report, name)),
      ...structuresOf(report),
    ]),
    ...structuresIn(units),
  ];
}

/** A class of so many units is two words, of which the items may carry the first: 经济 of 四种经济形态. */
const TWO_WORDS = 4;

/** A counted name by the first of the two words that name its class; none where it is one word. */
function byWordBefore(name: CountedName): CountedName[] {
  const [form] = name.forms;
  const words = form?.slice(countOfForm(form)?.length ?? form.length) ?? '';
  return name.classes.length === 1 && words.length === TWO_WORDS ? [{ ...name, classes: [words.slice(0, 2)] }] : [];
}

/** Where a name stands, by report; the question may have run on behind it, so that its end is cut until the reports hold it. */
function occurrences(context: AnswerContext, name: CountedName, ids: readonly string[]): Map<string, Span[]> {
  const { store } = context;
  const found = new Map<string, Span[]>();
  const shortest = Math.min(...name.forms.map((f) => f.length));
  for (let cut = 0; found.size === 0 && (cut === 0 || shortest - cut >= MIN_NAME); cut++)
    for (const form of name.forms)
      for (const hit of store.findExact(form.slice(0, form.length - cut), { reports: ids, limit: OCCURRENCES })) {
        const { text } = store.report(hit.report).view;
        const own = hit.spans.filter((s) => isWholeNumber(text, s));
        if (own.length > 0) found.set(hit.report, [...(found.get(hit.report) ?? []), ...own]);
      }
  return found.size > 0 ? found : occurrencesApart(context, name, ids);
}

/** How far behind its number the class word of a name may stand: 8件顺民意得人心的实事. */
const MAX_BETWEEN = 14;

/** Where the number of a name stands with its class word some words behind it, by report. */
function occurrencesApart(
  { store }: AnswerContext,
  { forms, classes }: CountedName,
  ids: readonly string[],
): Map<string, Span[]> {
  const found = new Map<string, Span[]>();
  const word = classes.length === 1 ? classes[0]! : '';
  const counts = [...new Set(forms.flatMap((form) => countOfForm(form) ?? []))];
  if (word === '') return found;
  for (const count of counts)
    for (const { report, spans } of store.findExact(count, { reports: ids, limit: OCCURRENCES * 4 })) {
      const { text } = store.report(report).view;
      for (const span of spans) {
        const between = text.slice(span.end, span.end + MAX_BETWEEN + word.length).indexOf(word);
        const apart = between >= 0 && /^[\p{Script=Han}“”]*$/u.test(text.slice(span.end, span.end + between));
        if (!apart || !isWholeNumber(text, span)) continue;
        const own = { start: span.start, end: span.end + between + word.length };
        found.set(report, [...(found.get(report) ?? []), own]);
      }
    }
  return found;
}

/** 十件 is none in 二十件. */
function isWholeNumber(text: string, { start }: Span): boolean {
  return !/[一二三四五六七八九十百\d第]/u.test(text[start - 1] ?? '');
}
