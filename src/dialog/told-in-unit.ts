import type { Frame } from '../frame/types.js';
import { counterOf, GENERAL_COUNTERS } from '../matching/unit-family.js';
import type { Continued } from '../question/followup.js';
import { ofSubject, type Reading } from '../question/readings.js';
import { thingsIn } from '../question/things.js';
import type { Session } from './sessions.js';

/** What a reading is less likely for leaving the side open. */
const OPEN = 0.15;

/**
 * What was told before the last answer in the unit that a turn asks in, where the last one is told in another and the turn names nothing: 那23年又定了
 * 养多少头 goes on from the cattle, though a rate was asked in between.
 */
export function toldInUnit({ told = [], remembered }: Session, { query }: Continued, typed: Frame): Reading[] {
  const [unit, ...more] = typed.units;
  const last = told.at(-1)?.figure;
  if (unit === undefined || more.length > 0 || !remembered || !last || typed.indicators.length > 0) return [];
  const counter = counterOf(unit);
  if (GENERAL_COUNTERS.has(counter) || counterOf(last.unit) === counter) return [];
  if (thingsIn(typed.residue.join(' ')).length > 0) return [];
  const before = told.findLast(({ figure }) => counterOf(figure.unit) === counter)?.figure;
  if (!before) return [];
  const named = { ...remembered, unit: before.unit, subject: before.indicator };
  const frame = ofSubject(named, query, { ...typed, residue: [], evidence: [] });
  if (!frame) return [];
  const reading: Reading = { frame: { ...frame, indicators: [], measure: typed.measure }, less: 0 };
  // 前一年弄成几所 behind an aim: the side that was spoken of is not asked for.
  const open = frame.facet?.source === 'earlier' ? [{ frame: { ...reading.frame, facet: undefined }, less: OPEN }] : [];
  return [reading, ...open];
}
