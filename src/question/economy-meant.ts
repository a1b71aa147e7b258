import type { Frame } from '../frame/types.js';

/** 辽宁2015年增速: where a whole question asks for a growth and names nothing, the economy's is meant. */
export function withEconomy(text: string, frame: Frame): string {
  const { places, periods, indicators, measure, residue, cues, reportYear } = frame;
  // 增长目标凭啥定到7%: the reason for an aim that is named by no more is the economy's.
  const dated = periods.length > 0 || reportYear !== undefined;
  if (cues.why && places.length > 0 && dated && indicators.length === 0)
    return text.replace(BARE_AIM, (said) => `${ECONOMY}${said}`);
  const whole = places.length > 0 && periods.length > 0 && indicators.length === 0 && measure === 'growth';
  return whole && residue.join('') === '' ? text.replace(BARE_GROWTH, (said) => `${ECONOMY}${said}`) : text;
}

const BARE_GROWTH = /增[速幅]|增长率|增长速度/u;
const BARE_AIM = /(?<=[定把将年])增长(?:速度|率)?目标/u;
const ECONOMY = 'GDP';
