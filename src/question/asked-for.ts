import type { Facet } from '../facts/types.js';
import type { Cues, Frame, Operation, Order } from '../frame/types.js';
import { OPEN_QUOTE } from './counted-names.js';
import { cuesOf } from './cues.js';
import { explainsName } from './explains-name.js';
import type { AskedIndicator } from './indicators.js';
import { askedFacet, askedOperation, claimWords, type Intent, targetRead, withoutClassAsked } from './intent.js';
import type { MeasureAsked } from './measure-of.js';
import { milestonesIn } from './milestones.js';
import { sideBySide } from './named-places.js';
import { chooseOperation, operationWords } from './operation.js';
import type { Reading } from './reader/types.js';
import { claim, freeRuns, type Scratch } from './scratch.js';
import { ASKS_TIME } from './tellings.js';
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
  readonly wantsNumber: boolean;
  readonly cues: Cues;
}

const WANTS_NUMBER =
  /多少|(?<![哪第前近这那])几(?=[\p{Script=Han}%])|百分之|多高|多大|多长|多快|多重|第几(?![届批期次轮])|总量|总数|人数/u;

/** Decides what a question asks for, and claims the words of asking that carry no content. */
export function askedFor(scratch: Scratch, read: ReadSoFar): AskedFor {
  const { text } = scratch;
  const { quoted, indicators, reading, measured } = read;
  const { frame } = questionWords();
  const { operation, compare, order, top } = askedOperation(scratch);
  claimWords(scratch, frame);
  const intent = askedFacet(scratch, reading.operation.value === 'outcome');
  const wantsNumber =
    measured.units.length > 0 || measured.inWords !== undefined || WANTS_NUMBER.test(withoutClassAsked(text));
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
  const facet = intent.facet ?? (chosen === 'figure' ? targetRead(intent, reading.facet) : undefined);
  claimAsking(scratch, chosen, wantsNumber, indicators.length > 0);
  return { chosen, order, top, intent, facet, wantsNumber, cues };
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
    carried: OPEN_QUOTE.test(text),
    bothFacets: intent.bothFacets,
    hasFacet: intent.facet !== undefined,
    wantsNumber,
    leftover: freeRuns(scratch).join('').length,
  });
}

/** 长多少公里, 多了多少亿元, 高出几个: the adjective says which way a difference is asked, and is no content. */
const HOW_MUCH_MORE = /(?<![总全延增扩最新提升周])[长短高低多少大小快慢](?:了|出|出了)?(?=多少|几)/gu;

/** Claims the words by which the operation was asked for, which are no content. */
function claimAsking(scratch: Scratch, chosen: Operation, wantsNumber: boolean, named: boolean): void {
  const { text } = scratch;
  const claimAll = (pattern: RegExp): void => {
    for (const m of text.matchAll(pattern)) claim(scratch, m.index, m.index + m[0].length);
  };
  if (chosen === 'outcome') {
    const whether = WHETHER_AT_END.exec(text);
    if (whether) claim(scratch, whether.index, text.length);
    claimAll(VALUE_OF_AIM);
  }
  if (chosen === 'compare') claimAll(HOW_MUCH_MORE);
  // GDP破万亿，准确数是多少: what the figure passed is told by the question itself.
  if (chosen === 'figure' && wantsNumber && !ASKS_TIME.test(text))
    for (const { match } of milestonesIn(text)) claim(scratch, match.index!, match.index! + match[0].length);
  if (chosen !== 'passage') claimWords(scratch, operationWords(chosen));
  claimWords(scratch, measureWords());
  if (wantsNumber || named) claimWords(scratch, questionWords().numberStop);
}

/** 完成目标没有: whether it was, at the end. */
const WHETHER_AT_END = /(?:没有?|否)[？?。]*$/u;

/** 目标7%完成没有: the figure that was aimed at. */
const VALUE_OF_AIM = /(?<=目标)\d+(?:\.\d+)?[%％]?/gu;

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
