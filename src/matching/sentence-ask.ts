import type { AskedPeriod, Cues, Frame } from '../frame/types.js';
import { termsInWords } from './ask.js';
import type { Terms } from './terms.js';

/** What kind of thing a question in words asks for. */
export type Wanted = 'words' | 'list' | 'number' | 'time' | 'duration';

/** A question that a sentence may answer. */
export interface SentenceAsk {
  readonly terms: Terms;
  readonly wanted: Wanted;
  readonly cues: Cues;
  readonly quoted: readonly string[];
  /** Anchored. */
  readonly period?: AskedPeriod;
  readonly reportYear?: number;
}

/** What a frame asks of sentences. @param period anchored. */
export function sentenceAskOf(frame: Frame, period: AskedPeriod | undefined): SentenceAsk {
  const [asking] = frame.askings;
  const timed = frame.askings.find((a) => a.kind !== 'figure');
  const wanted: Wanted =
    timed && timed.kind !== 'figure'
      ? timed.kind
      : frame.operation === 'list'
        ? 'list'
        : frame.wantsNumber || asking
          ? 'number'
          : 'words';
  return {
    terms: termsInWords(frame),
    wanted,
    cues: frame.cues,
    quoted: frame.quoted,
    ...(period ? { period } : {}),
    ...(frame.reportYear === undefined ? {} : { reportYear: frame.reportYear }),
  };
}
