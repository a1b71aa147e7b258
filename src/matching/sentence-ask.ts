import type { AskedPeriod, Cues, Frame } from '../frame/types.js';
import type { Sought } from '../lexicon/sought.js';
import { termsInWords } from './ask.js';
import type { Terms } from './terms.js';
import { unitFamily } from './unit-family.js';

/** What kind of thing a question in words asks for. */
export type Wanted = 'words' | 'list' | 'number' | 'time' | 'duration';

/** A question that a sentence may answer. */
export interface SentenceAsk {
  readonly terms: Terms;
  readonly wanted: Wanted;
  readonly cues: Cues;
  readonly quoted: readonly string[];
  /** What the units measure that are asked for (money of 多少钱); empty where none is. */
  readonly families: ReadonlySet<string>;
  /** True where a share is asked for. */
  readonly share: boolean;
  /** What is asked for by words: a person, a place, names. */
  readonly sought: ReadonlySet<Sought>;
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
      : frame.asksTime && frame.operation === 'passage'
        ? 'time'
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
    share: (asking?.measure ?? frame.measure) === 'share',
    sought: new Set(frame.sought),
    families: new Set((asking?.units.length ? asking.units : frame.units).map(unitFamily)),
    ...(period ? { period } : {}),
    ...(frame.reportYear === undefined ? {} : { reportYear: frame.reportYear }),
  };
}
