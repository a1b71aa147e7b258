import type { Indicator } from '../lexicon/types.js';
import type { Frame } from './types.js';

/** A question for one of its indicators alone: the words of the others are no words of it. */
export function withIndicator(query: Frame, indicator: Indicator): Frame {
  const roles = [...indicator.name].map(() => 'name' as const);
  const evidence = [{ text: indicator.name, roles, content: roles.map(() => 1), start: 0 }];
  return {
    ...query,
    indicators: [{ value: indicator, source: 'question' }],
    members: undefined,
    evidence,
    askings: [],
    units: [],
    residue: [],
  };
}
