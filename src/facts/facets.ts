import type { Section } from '../corpus/types.js';
import type { Measure } from '../lexicon/types.js';
import type { Anchor, Years } from './periods.js';
import type { Facet } from './types.js';

const WILL = /力争|确保|争取|努力|计划|拟|将|要|目标|预期|到20\d\d年|明年/;
const DONE = /去年|上年|过去|已|完成了|实现了|达到了|历史|以来|截至|目前|现有|累计/;

/** Whether a figure is aimed at or reached, from its section's role, its years and its words. */
export function facetOf(
  section: Section,
  years: Years,
  flow: boolean,
  measure: Measure,
  words: string,
  anchor: Anchor,
  news: boolean,
): Facet {
  const summed = years.to > years.from && (flow || measure === 'average');
  const reached: Facet = summed ? 'cumulative' : 'outcome';
  const { year } = anchor;
  switch (section.role) {
    case 'review':
    case 'review5':
    case 'glossary':
      if (years.to > year || (years.to === year && WILL.test(words))) return years.to > year ? 'plan-target' : 'target';
      return reached;
    case 'outlook':
      return years.to < year ? reached : 'plan-target';
    case 'tasks':
    case 'annex':
      if (years.to < year) return reached;
      if (years.to > year || years.to - years.from > 1) return 'plan-target';
      return DONE.test(words) && !WILL.test(words) && /目前|现有|已(?!建成的)|截至/.test(words) ? 'outcome' : 'target';
    default:
      if (years.to > year) return 'plan-target';
      return news || years.to < year || !WILL.test(words) ? reached : 'target';
  }
}
