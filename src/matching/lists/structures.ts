import type { Report } from '../../corpus/types.js';
import { type SentenceUnit, sentencesOfReport } from '../sentence-units.js';
import { alikeStructures } from './alike.js';
import { enumerationsIn } from './enumerations.js';
import { announcedStructures, headedStructures, headingStructures, numberedStructures } from './runs.js';
import type { ListStructure } from './types.js';

const known = new WeakMap<Report, readonly ListStructure[]>();

/** All lists of a report that no question need name, read once. */
export function structuresOf(report: Report): readonly ListStructure[] {
  let structures = known.get(report);
  if (!structures) {
    const units = sentencesOfReport(report);
    structures = [
      ...structuresIn(units),
      ...numberedStructures(report),
      ...headingStructures(report),
      ...alikeStructures(report),
    ];
    known.set(report, structures);
  }
  return structures;
}

/** The lists that sentences hold or announce, where a report is not read whole. */
export function structuresIn(units: readonly SentenceUnit[]): ListStructure[] {
  return [...units.flatMap(enumerationsIn), ...announcedStructures(units), ...headedStructures(units)];
}
