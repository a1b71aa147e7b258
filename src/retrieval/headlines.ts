import { bytesOf, decodeJson, encodeJson } from './bytes.js';
import type { HeadlineFilter, HeadlineRow } from './types.js';

/** The facts of known indicators over all reports, read indicator by indicator as they are asked for. */
export interface HeadlineTable {
  /** Ids of the indicators with at least one row. */
  readonly indicators: readonly string[];
  rows(filter: HeadlineFilter): HeadlineRow[];
}

type Directory = Record<string, readonly [offset: number, length: number]>;

/** Packs rows, in the order given, one block of JSON per indicator. */
export function packHeadlines(rows: readonly HeadlineRow[]): Buffer {
  const groups = new Map<string, HeadlineRow[]>();
  for (const row of rows) {
    const group = groups.get(row.indicator);
    if (group) group.push(row);
    else groups.set(row.indicator, [row]);
  }
  const directory: Directory = {};
  const blocks: Buffer[] = [];
  let offset = 0;
  for (const [indicator, group] of groups) {
    const block = encodeJson(group);
    directory[indicator] = [offset, block.length];
    blocks.push(block);
    offset += block.length;
  }
  const head = encodeJson(directory);
  return Buffer.concat([bytesOf(Uint32Array.of(head.length)), head, ...blocks]);
}

/** Opens a packed table. `order` gives each report's rank. */
export function openHeadlines(bytes: Buffer, order: ReadonlyMap<string, number>): HeadlineTable {
  const blocksAt = 4 + bytes.readUInt32LE(0);
  const directory = decodeJson<Directory>(bytes.subarray(4, blocksAt));
  const read = new Map<string, readonly HeadlineRow[]>();
  const rowsOf = (indicator: string): readonly HeadlineRow[] => {
    const known = read.get(indicator);
    if (known) return known;
    const extent = directory[indicator];
    if (!extent) return [];
    const from = blocksAt + extent[0];
    const rows = decodeJson<HeadlineRow[]>(bytes.subarray(from, from + extent[1]));
    read.set(indicator, rows);
    return rows;
  };
  const indicators = Object.keys(directory);
  return {
    indicators,
    rows(filter) {
      const wanted = filter.indicator === undefined ? indicators : [filter.indicator];
      const fits = filterOf(filter);
      const rows = wanted.flatMap((indicator) => rowsOf(indicator).filter(fits));
      if (wanted.length > 1) rows.sort((a, b) => rank(order, a) - rank(order, b) || numberOf(a) - numberOf(b));
      return rows;
    },
  };
}

const rank = (order: ReadonlyMap<string, number>, row: HeadlineRow): number => order.get(row.report) ?? 0;
const numberOf = (row: HeadlineRow): number => Number(row.id.slice(row.id.lastIndexOf('#') + 1));

function filterOf({ facet, places, years, reports }: HeadlineFilter): (row: HeadlineRow) => boolean {
  const placeSet = places && new Set(places);
  const reportSet = reports && new Set(reports);
  return (row) =>
    (facet === undefined || row.facet === facet) &&
    (placeSet === undefined || placeSet.has(row.place)) &&
    (reportSet === undefined || reportSet.has(row.report)) &&
    (years === undefined || years.some((year) => row.period.from <= year && year <= row.period.to));
}
