import type { Frame } from '../frame/types.js';
import type { SentenceUnit } from '../matching/sentence-units.js';
import { questionWords } from '../question/words.js';
import type { AnswerContext } from './context.js';
import { sentenceUnitsFor } from './find-sentences.js';

/** The words of a sentence. */
export function wordsOf({ report, span }: SentenceUnit): string {
  return report.view.text.slice(span.start, span.end);
}

/** True where a sentence owns to aims that were not reached: 仍未达到预期目标, 部分指标没有完成. */
export function ownsMiss(unit: SentenceUnit): boolean {
  const { undone, aims } = questionWords();
  return [undone, aims].every((list) => list.some((word) => wordsOf(unit).includes(word)));
}

/** The sentences of the reports in which a year's misses may be owned to, in order: those of the next year's report, or of the one that is named. */
export function unitsOnMisses(context: AnswerContext): readonly SentenceUnit[] {
  const place = context.query.places[0]?.value;
  const years = reportYears(context.query);
  return sentenceUnitsFor(context, place).filter(
    ({ report: { year } }) => years.size === 0 || (year !== null && years.has(year)),
  );
}

/** True where a report owns to some. */
export function reportOwns(context: AnswerContext): boolean {
  return unitsOnMisses(context).some(ownsMiss);
}

function reportYears({ periods, reportYear }: Frame): ReadonlySet<number> {
  const next = periods.flatMap(({ value }) => (value.kind === 'year' && value.to > 0 ? [value.to + 1] : []));
  return new Set([...next, ...(reportYear === undefined ? [] : [reportYear, reportYear + 1])]);
}
