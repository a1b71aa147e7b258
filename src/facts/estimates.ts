import type { Span } from '../text/types.js';

/** Which figures of a sentence the report calls estimates (预计): behind the word, or from a bracket that says 下同 on. */

/** Words that call a figure an estimate. */
const ESTIMATE = /预计|预测|估计/;
/** （预计数，下同）, （下同）, （以下同）: what is said in it goes on. */
const GOES_ON = /（([^（）]{0,24}?)(?:以?下同)[^（）]{0,6}）/;
/** How far before a bracket that says only 下同 the word may stand: 初步预计（以下同）, 预计（下同）. */
const REACH = 12;

/** What a sentence says of estimates. Offsets are into the sentence. */
export interface Estimates {
  readonly spans: readonly Span[];
  /** True where it says that all that follows are estimates too. */
  readonly goOn: boolean;
}

const NONE: Estimates = { spans: [], goOn: false };

/**
 * The stretches of a sentence whose figures are estimates.
 * 上下同心 and （同比，下同） say nothing of estimates. 预计 before the first figure holds for the sentence; behind another figure
 * (前11个月增长33.2%，预计全年增长30%；) it ends with ；.
 * @param firstFigure where the first figure of the sentence begins
 */
export function estimatesIn(words: string, firstFigure: number): Estimates {
  if (!ESTIMATE.test(words)) return NONE;
  const bracket = GOES_ON.exec(words);
  if (bracket !== null && saysEstimate(words, bracket)) {
    // （预计数，下同） stands right behind the first figure that it governs.
    const start = words.lastIndexOf('，', bracket.index) + 1;
    return { spans: [{ start, end: words.length }], goOn: true };
  }
  const spans: Span[] = [];
  for (const match of words.matchAll(new RegExp(ESTIMATE, 'g'))) {
    const stop = words.indexOf('；', match.index);
    const end = match.index < firstFigure || stop < 0 ? words.length : stop;
    // （预计） behind a figure, and 预计数, call the figure before them an estimate.
    const start = /[（(]$/.test(words.slice(0, match.index)) ? words.lastIndexOf('，', match.index) + 1 : match.index;
    spans.push({ start, end });
  }
  return { spans, goOn: false };
}

function saysEstimate(words: string, bracket: RegExpExecArray): boolean {
  const inside = bracket[1]!;
  if (inside !== '') return ESTIMATE.test(inside);
  return ESTIMATE.test(words.slice(Math.max(0, bracket.index - REACH), bracket.index));
}
