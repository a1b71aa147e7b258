import { EM, glyphAdvance, glyphOf, type Weight } from './font.js';

/**
 * Text made fit for a picture: only characters that the bundled font can draw, in lines that fit a width in pixels.
 */

/** Stands for a character that the font lacks, as printers have it (U+3013). */
export const MISSING_SIGN = '〓';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const BLANK = /[\p{Cc}\p{Z}]+/gu;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Runs that are not broken between lines: figures, Latin words, a blank; otherwise single characters. */
const UNIT = /[\p{Script=Latin}\p{Nd}.,%+\-–/:]+| |./gu;
/** Never first in a line. */
const CLOSING = /^[，。、；：？！％%）》」』〉】〕”’…·—)\]}.,;:?!]$/;
/** Never last in a line. */
const OPENING = /^[（《「『〈【〔“‘([{]$/;

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
  for (const { segment } of graphemes.segment(visible)) {
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
  for (const character of text) units += glyphAdvance(glyphOf(character.codePointAt(0)!, weight) ?? 0, weight);
  return (units / EM) * size;
}

/** Breaks drawable text into lines of at most `width` pixels; keeps figures whole and punctuation off line starts. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const measure = (part: string): number => textWidth(part, size, weight);
  return fill(unbreakable(text.match(UNIT) ?? [], width, measure), width, measure);
}

/** Units set one after another, a new line where the next does not fit. */
function fill(units: readonly string[], width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line !== '' && measure(line + unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else line += unit;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Runs with their opening and closing punctuation; a run wider than a line is given up to single characters. */
function unbreakable(parts: readonly string[], width: number, measure: (part: string) => number): string[] {
  const units: string[] = [];
  for (const part of parts) {
    const before = units.at(-1);
    const joins = before !== undefined && (CLOSING.test(part) || OPENING.test(before.at(-1) ?? ''));
    if (joins && measure(before + part) <= width) units[units.length - 1] = before + part;
    else if (measure(part) <= width) units.push(part);
    else units.push(...part);
  }
  return units;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer texts are not cut into words: that is slow, and evenness is for titles and labels. */
const BALANCED_LENGTH = 120;

/** As {@link wrapText}, broken between words and with lines about equally long where that takes no more of them. */
export function balanceText(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const greedy = wrapText(text, width, size, weight);
  if (greedy.length < 2 || text.length > BALANCED_LENGTH) return greedy;
  const measure = (part: string): number => textWidth(part, size, weight);
  const even = measure(text) / greedy.length;
  const parts = [...words.segment(text)].map(({ segment }) => segment);
  for (const slack of [0.5, 1, 1.5, 2, 3]) {
    const limit = Math.min(width, even + slack * size);
    const lines = fill(unbreakable(parts, limit, measure), limit, measure);
    if (lines.length === greedy.length) return lines;
  }
  return greedy;
}
