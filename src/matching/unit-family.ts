import { fromWords } from '../question/words.js';
import { reportPatterns } from './report-patterns.js';

const SCALE = /^(?:余|多)?(?:万亿|千万|百万|十万|亿|万|千|百)/u;

const families = fromWords((words) => {
  const index = new Map<string, string>();
  for (const [name, units] of Object.entries(words.unitFamilies))
    for (const unit of units) if (!index.has(unit)) index.set(unit, name);
  return index;
});

/** The counter of anything before a unit that needs none: 4个小时. */
const GENERAL = /^个(?=.)/u;

/** A scale alone: 几个亿, 多少万. */
const BARE_SCALE = /^(?:(?:个)?[百千]?(?:万亿|亿|万))?$/u;

/**
 * What a unit measures (config/question.json, unitFamilies): money, percent, length …; `scale` for a scale or a number without a unit; `count`
 * for one that counts things. What stands behind a stroke does not matter: 元/人 is money.
 */
export function unitFamily(unit: string): string {
  if (BARE_SCALE.test(unit)) return 'scale';
  const known = families();
  const plain = unit.replace(/[/／].*$/u, '');
  const counted = plain.replace(SCALE, '').replace(GENERAL, '');
  return known.get(plain) ?? known.get(plain.replace(SCALE, '')) ?? known.get(counted) ?? 'count';
}

/** What a unit counts by, without its scale and the noun behind it: 个 of 万个学位, 张 of 张床位. */
export function counterOf(unit: string): string {
  const { countedNoun } = reportPatterns().units;
  const plain = countedNoun.cutFrom(unit.replace(/[/／].*$/u, '')).replace(SCALE, '');
  return plain === '' ? '个' : plain;
}

const others = fromWords(({ othersCounters }) => othersCounters);

/** True where a figure is counted by a counter of other things than the asked one: 家 for 张. */
export function countsAnother(asked: string, unit: string): boolean {
  return others()[counterOf(asked)]?.includes(counterOf(unit)) === true;
}

/** True where two units have the same scale, or none. */
export function isSameScale(a: string, b: string): boolean {
  return (SCALE.exec(a)?.[0] ?? '') === (SCALE.exec(b)?.[0] ?? '');
}

/** True for a unit without a scale (500个): too small for what is asked in 亿. */
export function isSmall(unit: string): boolean {
  return !SCALE.test(unit);
}

/** True where a scale alone (亿, 几个亿) is that of a unit, or one a step from it: 亿元, 万亿元. */
export function isOfScale(scale: string, unit: string): boolean {
  const bare = scale.replace(/^个?[百千]?/u, '');
  return bare !== '' && SCALE.exec(unit)?.[0]?.endsWith(bare) === true;
}

/** Counters of anything (个): a figure counted so may be told by another counter. */
export const GENERAL_COUNTERS: ReadonlySet<string> = new Set(['个', '项', '处']);
