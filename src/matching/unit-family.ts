import { fromWords } from '../question/words.js';

const SCALE = /^(?:余|多)?(?:万亿|千万|百万|十万|亿|万|千|百)/u;

const families = fromWords((words) => {
  const index = new Map<string, string>();
  for (const [name, units] of Object.entries(words.unitFamilies))
    for (const unit of units) if (!index.has(unit)) index.set(unit, name);
  return index;
});

/** A scale alone: 几个亿, 多少万. */
const BARE_SCALE = /^(?:个)?(?:万亿|亿|万)?$/u;

/**
 * What a unit measures (config/question.json, unitFamilies): money, percent, length …; `scale` for a scale or a number without a unit; `count`
 * for one that counts things. What stands behind a stroke does not matter: 元/人 is money.
 */
export function unitFamily(unit: string): string {
  if (BARE_SCALE.test(unit)) return 'scale';
  const known = families();
  const plain = unit.replace(/[/／].*$/u, '');
  return known.get(plain) ?? known.get(plain.replace(SCALE, '')) ?? 'count';
}
