import type { Facet } from '../facts/types.js';
import type { Cues, Frame, Operation, Order } from '../frame/types.js';
import { opensQuote } from './counted-names.js';
import { cuesOf } from './cues.js';
import { explainsName } from './explains-name.js';
import type { AskedIndicator } from './indicators.js';
import { askedFacet, askedOperation, claimWords, type Intent, targetRead, withoutClassAsked } from './intent.js';
import type { MeasureAsked } from './measure-of.js';
import { milestonesIn } from './milestones.js';
import { sideBySide } from './named-places.js';
import { chooseOperation, operationWords } from './operation.js';
import { patterns } from './patterns/index.js';
import type { Pattern } from './patterns/pattern.js';
import type { Reading } from './reader/types.js';
import { claim, freeRuns, type Scratch } from './scratch.js';
import { asksTime } from './tellings.js';
import type { WhereWhen } from './where-when.js';
import { fromWords, questionWords } from './words.js';

/** What was read of a question before it is decided what it asks for. */
export interface ReadSoFar extends Pick<WhereWhen, 'places' | 'periods'> {
  readonly quoted: readonly string[];
  readonly detail: Frame['detail'];
  /** True where reports are asked for that hold a word. */
  readonly mentions: boolean;
  readonly indicators: readonly AskedIndicator[];
  readonly measured: MeasureAsked;
  /** What the learned reader makes of the question. */
  readonly reading: Reading;
}

/** What is to be done, and with which facet. */
export interface AskedFor {
  readonly chosen: Operation;
  readonly order?: Order;
  /** How many of the order are asked for. */
  readonly top?: number;
  readonly intent: Intent;
  readonly facet?: Facet;
  /** True where the learned reader heard it and no word tells it. */
  readonly facetHeard: boolean;
  readonly wantsNumber: boolean;
  readonly cues: Cues;
}

/** Decides what a question asks for, and claims the words of asking that carry no content. */
export function askedFor(scratch: Scratch, read: ReadSoFar): AskedFor {
  const { text } = scratch;
  const { quoted, indicators, reading, measured } = read;
  const { frame } = questionWords();
  const { operation, compare, order, top } = askedOperation(scratch);
  claimWords(scratch, frame);
  const intent = askedFacet(scratch, reading.operation.value === 'outcome');
  const wantsNumber =
    measured.units.length > 0 || measured.inWords !== undefined || patterns().units.number.in(withoutClassAsked(text));
  const cues = cuesOf(
    frame.reduce((rest, word) => rest.replaceAll(word, ' '), text),
    quoted.length > 0 || (indicators.length === 0 && explainsName(text)),
  );
  const chosen = chosenOf(scratch, read, {
    asked: operation ?? outcomeRead(reading, indicators.length),
    compare,
    intent,
    wantsNumber,
    cues,
  });
  const heard = chosen === 'figure' ? targetRead(intent, reading.facet) : undefined;
  const facet = intent.facet ?? heard;
  claimAsking(scratch, chosen, wantsNumber, indicators.length > 0);
  return {
    chosen,
    order,
    top,
    intent,
    facet,
    facetHeard: intent.facet === undefined && heard !== undefined,
    wantsNumber,
    cues,
  };
}

/** The operation: what is asked of a report itself, which reports hold a word, else what the signs tell. */
function chosenOf(
  scratch: Scratch,
  { places: { places, all }, periods, quoted, detail, mentions, indicators }: ReadSoFar,
  said: {
    readonly asked: Operation | undefined;
    readonly compare: boolean;
    readonly intent: Intent;
    readonly wantsNumber: boolean;
    readonly cues: Cues;
  },
): Operation {
  const { text } = scratch;
  if (detail) return 'metadata';
  if (mentions) return 'mentions';
  const { asked, compare, intent, wantsNumber, cues } = said;
  return chooseOperation(text, {
    cues,
    asked,
    compare,
    places: all ? 2 : places.length,
    placesJoined: sideBySide(text, places) || (all !== undefined && places.length === 0),
    periods: periods.periods,
    reports: periods.reportYears.length,
    indicators: new Set(indicators.map((i) => i.indicator.id)).size,
    quoted: quoted.length > 0,
    carried: opensQuote(text),
    bothFacets: intent.bothFacets,
    hasFacet: intent.facet !== undefined,
    wantsNumber,
    leftover: freeRuns(scratch).join('').length,
  });
}

/** Claims the words by which the operation was asked for, which are no content. */
function claimAsking(scratch: Scratch, chosen: Operation, wantsNumber: boolean, named: boolean): void {
  const { text } = scratch;
  const { operations, measures } = patterns();
  const claimAll = (pattern: Pattern): void => {
    for (const m of pattern.findAll(text)) claim(scratch, m.index, m.index + m[0].length);
  };
  if (chosen === 'outcome') {
    const whether = operations.whetherAtEnd.find(text);
    if (whether) claim(scratch, whether.index, text.length);
    claimAll(operations.valueOfAim);
  }
  if (chosen === 'compare') claimAll(measures.howMuchMore);
  // GDP破万亿，准确数是多少: what the figure passed is told by the question itself.
  if (chosen === 'figure' && wantsNumber && !asksTime(text))
    for (const { match } of milestonesIn(text)) claim(scratch, match.index!, match.index! + match[0].length);
  if (chosen !== 'passage') claimWords(scratch, operationWords(chosen));
  claimWords(scratch, measureWords());
  if (wantsNumber || named) claimWords(scratch, questionWords().numberStop);
}

const measureWords = fromWords(({ measures: { rank, growth, average, level, difference } }) => [
  ...rank,
  ...growth,
  ...average,
  ...level,
  ...difference,
]);

/** What a question that sets a target against its outcome in whatever words (降到位了没, 守住了没有) is read as by the learned reader. */
function outcomeRead({ operation: { value, margin } }: Reading, indicators: number): Operation | undefined {
  return value === 'outcome' && margin > SURE_OUTCOME && indicators > 0 ? 'outcome' : undefined;
}

/** From which margin on the learned reader's word for an outcome is taken. */
const SURE_OUTCOME = 0.8;
