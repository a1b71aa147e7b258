import type { Span } from '../text/types.js';

/** The YAML head of a Markdown file, read as plain `key: value` lines. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>;
  /** From the opening fence through the closing one; empty where there is no head. */
  readonly span: Span;
}

/** Longest head that is looked for, in code units. */
const REACH = 8192;

/** Reads the head of a file's text. Lines that are no `key: value` are passed over. */
export function readFrontMatter(text: string): FrontMatter {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  const none = { fields: {}, span: { start: 0, end: 0 } };
  if (!open) return none;
  const head = text.slice(open[0].length, REACH);
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(head);
  if (!close) return none;
  const fields: Record<string, string> = {};
  for (const line of head.slice(0, close.index).split(/\r?\n/)) {
    const field = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line);
    if (field) fields[field[1]!.toLowerCase()] = field[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return { fields, span: { start: 0, end: open[0].length + close.index + close[0].length } };
}
