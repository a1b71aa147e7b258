import { eastAsianWidth } from 'get-east-asian-width';
import { graphemesOf } from './graphemes.js';
import { breakLines } from './lines.js';

/**
 * Columns that text takes in a terminal or in fixed-width type: two for Chinese characters, full-width forms and emoji,
 * none for combining and zero-width characters, one for the rest. Ambiguous characters (“ ” … — ≈) take one, as the
 * Unicode report on East Asian width advises where the font is not known.
 */

export type Align = 'left' | 'right' | 'center';

/** Printable ASCII and the Chinese of everyday text: no two of these ever join into one grapheme. */
const SIMPLE = /^[\x20-\x7e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const SIMPLE_WIDE = /[^\x20-\x7e]/g;
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u;
const LEADING_INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]+/u;
/** An emoji asked for by a variation selector or a keycap, a flag, or a sequence of emoji. */
const EMOJI_SEQUENCE = /^(?:\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}.*\u200d)/u;

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI_SEQUENCE.test(grapheme)) return 2;
  const visible = grapheme.replace(LEADING_INVISIBLE, '');
  let width = eastAsianWidth(visible.codePointAt(0)!);
  // Half-width Katakana voicing marks join the letter before them but take a column of their own.
  for (const mark of visible.slice(1)) if (mark === '\uff9e' || mark === '\uff9f') width += 1;
  return width;
}

/** Columns that `text` takes. Control characters, line breaks and tabs count as none: take them out first. */
export function displayWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length + (text.match(SIMPLE_WIDE)?.length ?? 0);
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment);
  return width;
}

/** `text` filled with blanks to `width` columns; text that is wider already comes back as it is. */
export function padDisplay(text: string, width: number, align: Align = 'left'): string {
  const missing = Math.max(0, width - displayWidth(text));
  const before = align === 'left' ? 0 : align === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** `text` cut to at most `width` columns, between graphemes, with `…` (counted) in place of what was cut. */
export function truncateDisplay(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemesOf(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** `text` in lines of at most `width` columns (one grapheme at least), broken as Chinese is; blanks at breaks drop. */
export function wrapDisplay(text: string, width: number): string[] {
  return breakLines(text, width, displayWidth);
}
