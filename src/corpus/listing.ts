import type { Span } from '../text/types.js';

/** A document of a file: a listing holds several, any other file one. */
export interface Entry {
  /** Title line and text, without separators, the listing's date and site furniture. */
  readonly extent: Span;
  /** The title line of a listing, and the blank between it and the text. */
  readonly titleLine?: string;
  readonly gap?: Span;
}

const SEPARATOR = /^[-—–_=*]{1,12}$/;
/** The day on which the site listed the document: not the day of the report. */
const LISTED_ON = /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** Longest title line, in characters. */
const TITLE_LENGTH = 80;

interface Line extends Span {
  readonly text: string;
}

/**
 * Splits a listing as a site prints it: blocks of title line, text lines and date line, parted by lines of dashes.
 * What follows a block's date line is site furniture. A file without at least two such blocks is one document.
 * @param from where the body begins, after front matter.
 */
export function splitListing(text: string, from: number): readonly Entry[] {
  const entries: Entry[] = [];
  let block: Line[] = [];
  const close = (): void => {
    const entry = readBlock(block);
    if (entry) entries.push(entry);
    block = [];
  };
  for (const line of lines(text, from)) {
    if (SEPARATOR.test(line.text)) close();
    else if (line.text !== '') block.push(line);
  }
  close();
  return entries.length >= 2 ? entries : [{ extent: { start: from, end: text.length } }];
}

function readBlock(block: readonly Line[]): Entry | undefined {
  const dated = block.findIndex((line) => LISTED_ON.test(line.text));
  const title = block[0];
  if (dated < 2 || !title || title.text.length > TITLE_LENGTH) return undefined;
  return {
    extent: { start: title.start, end: block[dated - 1]!.end },
    titleLine: title.text,
    gap: { start: title.end, end: block[1]!.start },
  };
}

/** The lines of a text with their spans, blanks at both ends left out. */
function* lines(text: string, from: number): Generator<Line> {
  let start = from;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    const lead = line.length - line.trimStart().length;
    yield { start: start + lead, end: start + lead + trimmed.length, text: trimmed };
    start = end + 1;
  }
}
