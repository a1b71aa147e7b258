import { fromWords } from '../question/words.js';

const SCALE = /^(?:余|多)?(?:万亿|千万|百万|十万|亿|万|千|百)/u;

const families = fromWords((words) => {
  const index = new Map<string, string>();
  for (const [name, units] of Object.entries(words.unitFamilies))
    for (const unit of units) if (!index.has(unit)) index.set(unit, name);
  return index;
});

/** What a unit measures (config/question.json, unitFamilies): money, percent, length …; `count` for one that counts things. */
export function unitFamily(unit: string): string {
  const known = families();
  return known.get(unit) ?? known.get(unit.replace(SCALE, '')) ?? 'count';
}
