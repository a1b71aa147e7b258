import type { Report } from '../../../src/corpus/types.js';
import type { Span } from '../../../src/text/types.js';

/** A part of a report's page. Spans are offsets into the view. */
export interface Part extends Span {
  readonly kind: 'heading' | 'paragraph';
  /** 2 for the outermost headings. */
  readonly level: number;
}

/** Headings lie no deeper than this on a page. */
const DEEPEST = 5;
/** A heading longer than this is a paragraph that begins a section. */
const LONGEST_HEADING = 60;

/** The parts of a report in order: the headings that stand in its text, and its paragraphs. No character of the view but line ends and blanks is left out. */
export function partsOf(report: Report): Part[] {
  const { text } = report.view;
  const starts = new Set([0, ...report.passages.map((passage) => passage.start)]);
  const headings = new Map<number, Part>();
  for (const { start, path } of report.sections) {
    starts.add(start);
    const heading = path.at(-1) ?? '';
    if (heading === '' || heading.length > LONGEST_HEADING || !text.startsWith(heading, start)) continue;
    const level = Math.min(DEEPEST, path.length + 1);
    headings.set(start, { kind: 'heading', level, start, end: withStop(text, start + heading.length) });
  }
  for (const heading of headings.values()) starts.add(heading.end);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.add(at + 1);
  const order = [...starts].filter((start) => start < text.length).sort((a, b) => a - b);
  return order.flatMap((start, index): Part[] => {
    const heading = headings.get(start);
    const end = order[index + 1] ?? text.length;
    const trimmed = withoutBlanks(text, { start, end });
    if (trimmed.end <= trimmed.start) return [];
    return [heading ?? { kind: 'paragraph', level: 0, ...trimmed }];
  });
}

/** A heading that is followed by a stop keeps it, so that no paragraph begins with one. */
function withStop(text: string, end: number): number {
  return text[end] === '。' || text[end] === '：' ? end + 1 : end;
}

function withoutBlanks(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && text[from]! <= ' ') from += 1;
  while (to > from && text[to - 1]! <= ' ') to -= 1;
  return { start: from, end: to };
}
