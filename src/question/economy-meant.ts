import type { Frame } from '../frame/types.js';
import { patterns } from './patterns/index.js';
import type { Pattern } from './patterns/pattern.js';

/** 辽宁2015年增速: where a whole question asks for a growth and names nothing, the economy's is meant. */
export function withEconomy(text: string, frame: Frame): string {
  const { places, periods, indicators, measure, residue, cues, reportYear } = frame;
  const { bareAim, bareGrowth } = patterns().measures;
  // 增长目标凭啥定到7%: the reason for an aim that is named by no more is the economy's.
  const dated = periods.length > 0 || reportYear !== undefined;
  if (cues.why && places.length > 0 && dated && indicators.length === 0) return withBefore(text, bareAim);
  const whole = places.length > 0 && periods.length > 0 && indicators.length === 0 && measure === 'growth';
  return whole && residue.join('') === '' ? withBefore(text, bareGrowth) : text;
}

/** The text with the economy named before the first place where a pattern stands. */
function withBefore(text: string, pattern: Pattern): string {
  const at = pattern.find(text)?.index;
  return at === undefined ? text : text.slice(0, at) + ECONOMY + text.slice(at);
}

const ECONOMY = 'GDP';
