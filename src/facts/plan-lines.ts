import type { Report } from '../corpus/types.js';
import type { Span } from '../text/types.js';

/** An annex on how the year's promises were kept: 2013年为民办实事项目完成情况. */
const ACCOUNT = /实事[^，。]{0,10}(?:完成|落实|办理|执行|进展)情况/;
/** A promise as it was made has its number; how it was kept has none, or says that it tells that. */
const NUMBERED = /^(?:\d{1,2}[.．、]|（?[一二三四五六七八九十]{1,3}[）、.])/;
const KEPT = /^(?:完成|落实|办理|进展)情况[:：]|^(?:全市|已|完成)/;
/** Fewer lines of both kinds than this make no such annex. */
const FEWEST = 3;

/**
 * The lines of an account of the year's promises that say what was promised: each stands, with its number, right above the line
 * without one that says how it was kept. Its figures were aimed at, though the account is one of results.
 */
export function planLines(report: Report): Span[] {
  const { text } = report.view;
  const lines: Span[] = [];
  let kept = 0;
  for (const section of report.sections) {
    if (!section.path.some((heading) => ACCOUNT.test(heading))) continue;
    let promised: Span | undefined;
    for (const line of linesOf(text, section)) {
      const words = text.slice(line.start, line.end);
      if (NUMBERED.test(words)) {
        promised = line;
      } else if (promised !== undefined) {
        lines.push(promised);
        promised = undefined;
        if (KEPT.test(words)) kept += 1;
      }
    }
  }
  return kept < FEWEST ? [] : lines;
}

/** The lines of a stretch that hold anything. */
function linesOf(text: string, within: Span): Span[] {
  const lines: Span[] = [];
  let start = within.start;
  while (start < within.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > within.end ? within.end : newline;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
