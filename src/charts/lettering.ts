import { EM, glyphOf, type Weight } from './font.js';
import { graphemesOf } from './graphemes.js';
import { balanceLines, breakLines } from './lines.js';

/**
 * Text made fit for a picture: only characters that the bundled font can draw, in lines that fit a width in pixels.
 */

/** Stands for a character that the font lacks, as printers have it (U+3013). */
export const MISSING_SIGN = '〓';

const BLANK = /[\p{Cc}\p{Z}]+/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Drawable text, and what it could not hold. */
export interface Drawable {
  readonly text: string;
  /** Characters that the font lacks, each replaced by {@link MISSING_SIGN} in `text`. */
  readonly missing: readonly string[];
}

function canDraw(text: string, weight: Weight): boolean {
  for (const character of text) if (glyphOf(character.codePointAt(0)!, weight) === undefined) return false;
  return true;
}

/**
 * Replaces what the font cannot draw: line breaks and control characters by a blank, invisible ones by nothing, a
 * character that has a drawable compatibility form by that form, any other by {@link MISSING_SIGN}.
 */
export function drawable(text: string, weight: Weight = 'regular'): Drawable {
  const missing: string[] = [];
  const parts: string[] = [];
  const visible = text.replace(BLANK, ' ').replace(INVISIBLE, '').trim();
  if (canDraw(visible, weight)) return { text: visible, missing };
  for (const { segment } of graphemesOf(visible)) {
    const compatible = segment.normalize('NFKC');
    if (canDraw(segment, weight)) parts.push(segment);
    else if (canDraw(compatible, weight)) parts.push(compatible);
    else {
      parts.push(MISSING_SIGN);
      missing.push(segment);
    }
  }
  return { text: parts.join(''), missing };
}

/** Width in pixels of one line of drawable text. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let units = 0;
  for (const character of text) units += glyphOf(character.codePointAt(0)!, weight)?.advance ?? EM;
  return (units / EM) * size;
}

/** Breaks drawable text into lines of at most `width` pixels. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  return breakLines(text, width, (part) => textWidth(part, size, weight));
}

/** As {@link wrapText}, with lines about equally long: for titles and labels. */
export function balanceText(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  return balanceLines(text, width, (part) => textWidth(part, size, weight));
}
