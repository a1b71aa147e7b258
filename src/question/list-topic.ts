import type { EvidenceRun } from '../frame/types.js';

/** From which probability a character is of the thing that is asked for. */
const CONTENT = 0.3;
/** Words between those of the thing that are no more than so many characters stay: 园区的道路. */
const LONGEST_GAP = 1;
/** What parts the clauses of a question. */
const PAUSE = /[，,。！!？?；;：:\s]/u;

/** The characters of one clause that may be of the thing, in order. */
interface Clause {
  readonly units: { readonly unit: string; readonly at: number; readonly weight: number }[];
  weight: number;
}

/**
 * What a list is of, for its headline: the words of the clause that holds most of the thing asked for, from its first to its last one, without the
 * places, times and words of asking between (乐山有哪些公路能通车？力争的都给我 → 公路能通车). Empty where nothing is.
 * @param leftOut where a unit stands that is none of them: 个 of 重点搞哪四个产业.
 */
export function listTopic(text: string, evidence: readonly EvidenceRun[], leftOut?: number): string {
  const best = clausesOf(text, evidence).reduce<Clause | undefined>(
    (most, clause) => (most && most.weight >= clause.weight ? most : clause),
    undefined,
  );
  if (!best) return '';
  const kept = best.units.filter(({ weight, at }) => weight > 0 && at !== leftOut);
  return kept.reduce((topic, { unit, at }, i) => {
    const before = kept[i - 1];
    const gap = before ? text.slice(before.at + 1, at) : '';
    return topic + (gap.length <= LONGEST_GAP ? gap : '') + unit;
  }, '');
}

function clausesOf(text: string, evidence: readonly EvidenceRun[]): Clause[] {
  const clauses: Clause[] = [{ units: [], weight: 0 }];
  let last = 0;
  for (const { text: units, start, content, roles } of evidence)
    for (const [i, unit] of Array.from({ length: units.length }, (_, k) => [k, units[k]!] as const)) {
      const at = start + i;
      if (PAUSE.test(text.slice(last, at))) clauses.push({ units: [], weight: 0 });
      last = at + 1;
      const own = (content[i] ?? 1) >= CONTENT && roles[i] !== 'aside' ? (content[i] ?? 1) : 0;
      const clause = clauses.at(-1)!;
      clause.units.push({ unit, at, weight: own });
      clause.weight += own;
    }
  return clauses;
}
