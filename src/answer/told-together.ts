import type { Report } from '../corpus/types.js';
import { sentencesOfReport } from '../matching/sentence-units.js';
import type { Span } from '../text/types.js';

/** The most sentences that are cited beside a list. */
const MOST = 2;
/** The shortest core by which an item is known. */
const SHORTEST = 2;
/** From so many items on, one sentence that holds them all is no chance. */
const LEAST = 3;

/**
 * Other sentences of a report that hold all items of a list, whatever word they are led or closed by: 打造实力开封、文化开封、美丽开封
 * for headings 建设实力开封, 建设文化开封, …. Empty for short lists and for items that nothing tells apart.
 */
export function toldTogether(report: Report, items: readonly Span[], quoted: Span): Span[] {
  if (items.length < LEAST) return [];
  const { text } = report.view;
  const cores = coresOf(items.map(({ start, end }) => text.slice(start, end).replace(/\n/gu, '')));
  if (cores.some((core) => core.length < SHORTEST) || new Set(cores).size < cores.length) return [];
  const [rarest] = [...cores].sort((a, b) => b.length - a.length);
  if (!text.includes(rarest!)) return [];
  return sentencesOfReport(report)
    .map(({ span }) => span)
    .filter(({ start, end }) => end <= quoted.start || start >= quoted.end)
    .filter(({ start, end }) => {
      const words = text.slice(start, end);
      return cores.every((core) => words.includes(core));
    })
    .slice(0, MOST);
}

/** Items without what all of them begin with and end in: 建设 and 开封 of 建设实力开封, 建设文化开封. */
function coresOf(items: readonly string[]): string[] {
  const [first] = items;
  const shared = (same: (n: number) => boolean): number => {
    let n = 0;
    while (n < first!.length && same(n)) n++;
    return n;
  };
  const head = shared((n) => items.every((item) => item[n] === first![n]));
  const tail = shared((n) => items.every((item) => item.at(-1 - n) === first!.at(-1 - n)));
  return items.map((item) => item.slice(head, Math.max(head, item.length - tail)));
}
