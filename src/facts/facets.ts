import type { Section } from '../corpus/types.js';
import type { Measure } from '../lexicon/types.js';
import type { Anchor, Years } from './periods.js';
import type { Facet } from './types.js';

const WILL = /力争|确保|争取|努力|计划|拟|将|要|目标|预期|到20\d\d年|明年/;
/** Before a figure among the tasks these tell of what is there already: 重大水利工程已开工的57个项目. */
const ALREADY = /目前|现有$|截至|已经?[^，、]{1,6}的$|已[^，、]{2,12}的[^，、]{1,6}有$/;

/** Before a figure of a review these tell what had been aimed at: 涨幅原定控制在4%左右. */
const PLANNED =
  /(?:原定|原计划|年初(?:预定|确定|提出|下达|安排)|预定)(?:的?目标)?(?:分别)?[为是]?(?:增长|控制在|达到)?$/;

/** Whether a figure is aimed at or reached, from its section's role, its years and its words. */
export function facetOf(
  section: Section,
  years: Years,
  flow: boolean,
  measure: Measure,
  { clause: words, before }: { readonly clause: string; readonly before: string },
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
      return PLANNED.test(before) && !summed ? 'target' : reached;
    case 'outlook':
      if (years.to < year) return reached;
      return years.from === year && years.to === year ? 'target' : 'plan-target';
    case 'tasks':
    case 'annex':
      if (years.to < year) return reached;
      if (years.to > year || years.to - years.from > 1) return 'plan-target';
      return ALREADY.test(before) ? 'outcome' : 'target';
    default:
      if (years.to > year) return 'plan-target';
      return news || years.to < year || !WILL.test(words) ? reached : 'target';
  }
}
