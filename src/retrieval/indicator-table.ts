import type { Fact } from '../facts/types.js';
import type { IndicatorIndex } from '../lexicon/indicators.js';
import { bytesOf, decodeJson, encodeJson } from './bytes.js';
import { encodeFacts, type FactFilter, type FactRows, openFacts } from './facts-codec.js';

/** The facts of known indicators over all reports, read indicator by indicator as they are asked for. */
export interface IndicatorTable {
  /** Ids of the indicators that at least one fact carries. */
  readonly indicators: readonly string[];
  /** The facts of an indicator, and those that carry none but go by its name; in the order they were packed. */
  facts(indicator: string, filter: FactFilter): Fact[];
}

type Directory = Record<string, readonly [offset: number, length: number]>;

/** Packs facts, in the order given, one block for each indicator. */
export function packIndicators(facts: Iterable<Fact>, lexicon: IndicatorIndex): Buffer {
  const groups = new Map<string, Fact[]>();
  const carried = new Set<string>();
  const add = (indicator: string, fact: Fact): void => {
    const group = groups.get(indicator);
    if (group) group.push(fact);
    else groups.set(indicator, [fact]);
  };
  for (const fact of facts) {
    if (fact.indicator === undefined) for (const { id } of lexicon.namesakes(fact.subject)) add(id, fact);
    else {
      add(fact.indicator, fact);
      carried.add(fact.indicator);
    }
  }
  const directory: Directory = {};
  const blocks: Buffer[] = [];
  let offset = 0;
  for (const [indicator, group] of groups) {
    const block = encodeFacts(group);
    directory[indicator] = [offset, block.length];
    blocks.push(block);
    offset += block.length;
  }
  const head = encodeJson({ directory, carried: [...carried] });
  return Buffer.concat([bytesOf(Uint32Array.of(head.length)), head, ...blocks]);
}

/** Opens a packed table. */
export function openIndicators(bytes: Buffer): IndicatorTable {
  const blocksAt = 4 + bytes.readUInt32LE(0);
  const { directory, carried } = decodeJson<{ directory: Directory; carried: string[] }>(bytes.subarray(4, blocksAt));
  const opened = new Map<string, FactRows>();
  return {
    indicators: carried,
    facts(indicator, filter) {
      const extent = directory[indicator];
      if (!extent) return [];
      let rows = opened.get(indicator);
      if (!rows) {
        const from = blocksAt + extent[0];
        rows = openFacts(bytes.subarray(from, from + extent[1]));
        opened.set(indicator, rows);
      }
      return rows.where(filter);
    },
  };
}
