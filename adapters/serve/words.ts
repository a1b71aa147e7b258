import type { AnswerFacet } from '../../src/answer/schema.js';

/** What a figure is, for people. */
export const FACET_NAMES: Readonly<Record<AnswerFacet, string>> = {
  target: '目标',
  outcome: '完成',
  estimate: '预计完成',
  'plan-target': '规划目标',
  cumulative: '累计',
};
