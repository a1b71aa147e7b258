import type { Report } from '../../corpus/types.js';
import type { CountedName } from '../../frame/types.js';
import type { Span } from '../../text/types.js';
import { namedItems } from '../named-items.js';
import type { ListStructure } from './types.js';

/** Where a name stands in a report. */
export type NamePlaces = readonly Span[];

/** The parts of names that are asked for together (三大硬仗和两大攻坚战), each read where it stands; empty unless all of them are told. */
export function namedStructures(
  report: Report,
  names: readonly CountedName[],
  places: readonly NamePlaces[],
): ListStructure[] {
  const told = names.map((name, i) => places[i]!.flatMap((at) => namedAt(report, name, at)));
  if (told.length === 0 || told.some((structures) => structures.length === 0)) return [];
  if (told.length === 1) return told[0]!;
  const best = told.map((structures) => structures.reduce((a, b) => (b.bond! > a.bond! ? b : a)));
  const [first] = best;
  return [
    {
      ...first!,
      items: best.flatMap(({ items }) => items),
      bond: Math.min(...best.map(({ bond }) => bond!)),
    },
  ];
}

function namedAt(report: Report, name: CountedName, at: Span): ListStructure[] {
  const section = report.sections.findLastIndex((s) => s.start <= at.start && s.end > at.start);
  const found = namedItems(report.view.text, at, name, report.sections[section]?.end ?? report.view.text.length);
  if (!found) return [];
  const { items, anchor, of, quality } = found;
  return [
    {
      report,
      kind: 'named',
      section: Math.max(0, section),
      anchor,
      items,
      bond: quality,
      ...(of === undefined ? {} : { of }),
    },
  ];
}
