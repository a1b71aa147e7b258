import { displayWidth } from '../../src/charts/index.js';
import { breakLines } from '../../src/charts/lines.js';
import { findQuantities } from '../../src/text/quantities.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes that set terminal text off
const CODES = /\u001b\[[\d;]*m/g;
/** A terminal narrower than this is not worth breaking lines for. */
const NARROWEST = 10;

/**
 * A reply in lines of at most `width` columns: figures stay with their units, no line begins with a stop. Lines that are
 * short enough come back as they are; the further lines of a long one are indented as its first. Terminal codes take no room.
 */
export function wrapReply(text: string, width: number): string {
  if (width < NARROWEST) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const plain = line.replace(CODES, '');
  if (displayWidth(plain) <= width) return line;
  const indent = /^ */.exec(plain)![0];
  if (indent.length > width / 2) return line;
  const body = plain.slice(indent.length);
  const whole = findQuantities(body).map(({ core }) => core);
  const lines = breakLines(body, width - indent.length, displayWidth, whole);
  return withCodes(line, plain, lines, indent);
}

/** The lines with the codes of the unbroken line where they stood: each after as many characters of text as before. */
function withCodes(line: string, plain: string, lines: readonly string[], indent: string): string {
  const codes = codesOf(line);
  let out = '';
  let at = 0;
  let next = 0;
  const upTo = (end: number): void => {
    for (; next < codes.length && codes[next]!.at <= end; next += 1) {
      out += plain.slice(at, codes[next]!.at) + codes[next]!.code;
      at = Math.max(at, codes[next]!.at);
    }
    out += plain.slice(at, end);
    at = end;
  };
  for (const [index, one] of lines.entries()) {
    const start = plain.indexOf(one, at);
    if (index > 0) {
      // Blanks at a break are dropped, codes among them are not.
      while (next < codes.length && codes[next]!.at < start) out += codes[next++]!.code;
      out += `\n${indent}`;
      at = start;
    }
    upTo(start + one.length);
  }
  for (; next < codes.length; next += 1) out += codes[next]!.code;
  return out;
}

/** The codes of a line, each with the offset in the text without codes before which it stands. */
function codesOf(line: string): { readonly at: number; readonly code: string }[] {
  let removed = 0;
  return [...line.matchAll(CODES)].map(({ 0: code, index }) => {
    const at = index - removed;
    removed += code.length;
    return { at, code };
  });
}
