import type { CountedName } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { askingWords } from '../question/asking-words.js';
import { countedBefore } from '../question/counted-names.js';
import { byNearness } from './by-nearness.js';
import type { AnswerContext } from './context.js';
import { candidates } from './find-sentences.js';

/** The shortest topic that may be a name without its count, and how far before it the count is looked for. */
const MIN_TOPIC = 4;
const BEFORE = 14;
/** How many places of a topic are looked at in one report. */
const OCCURRENCES = 8;

/** The counted names that the reports have for what a question names without a count: 十件民生实事 for 民生实事. */
export function impliedNames(context: AnswerContext, place: Place): CountedName[] {
  const { query } = context;
  const topic = query.residue.at(-1) ?? '';
  if (topic.length < MIN_TOPIC || query.indicators.length > 0) return [];
  return namesEndingIn(context, place, [topic]);
}

/** The same for a thing that every report counts under a name of its own: 十大惠民工程 for 实事; nearest report first, longest lists first. */
export function thingsCounted(context: AnswerContext, place: Place): CountedName[] {
  const { query } = context;
  const { names, carried, count, topic, ofClass = '' } = query.list;
  if (names.length > 0 || carried || count !== undefined || query.indicators.length > 0) return [];
  const said = (word: string): boolean => topic.endsWith(word) || ofClass.endsWith(word);
  const group = askingWords().countedThings.find((words) => words.some(said));
  return group ? namesEndingIn(context, place, group) : [];
}

function namesEndingIn(context: AnswerContext, place: Place, topics: readonly string[]): CountedName[] {
  const { store } = context;
  const reports = [...candidates(context, place)].sort(byNearness(context)).map((head) => head.id);
  const names = topics.flatMap((topic) =>
    store.findExact(topic, { reports, limit: OCCURRENCES }).flatMap((hit) => {
      const { text } = store.report(hit.report).view;
      return hit.spans.flatMap((at) => countedBefore(text.slice(Math.max(0, at.start - BEFORE), at.end)));
    }),
  );
  return [...new Map(names.map((name) => [name.forms[0], name])).values()];
}
