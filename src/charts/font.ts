import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';

/**
 * The bundled Chinese type (Noto Sans Hans, two weights) as widths and outlines.
 *
 * Pictures hold glyph outlines, not text: resvg 2.6 reads a font's whole file (8 MB) again for every glyph that it
 * sets, which made a picture of thirty places take 0.9 s. HarfBuzz gives an outline in some 10 µs, and what it lacks
 * is known before anything is drawn.
 */

export type Weight = 'regular' | 'bold';

const FILES: Record<Weight, string> = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' };

/** Units of the em square of both weights. */
export const EM = 1000;
/** Height of the middle of Chinese type above its baseline, in units: half-way between ascender and descender. */
export const MIDDLE = 380;

const fonts = new Map<Weight, Font>();

/** The font of a weight, read once a process (some 15 ms). Throws where its file is missing. */
function font(weight: Weight): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const home = dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'));
  const opened = new Font(new Face(new Blob(readFileSync(join(home, '..', 'fonts', FILES[weight])))));
  fonts.set(weight, opened);
  return opened;
}

/** A glyph's number in its font and its advance in units of the em square. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
}

/** Answers kept: layout asks for the same characters many times over. As many as Unicode has at most. */
const glyphs: Record<Weight, Map<number, Glyph | undefined>> = { regular: new Map(), bold: new Map() };

/** The glyph for a code point; undefined where the weight lacks it. */
export function glyphOf(codePoint: number, weight: Weight): Glyph | undefined {
  const known = glyphs[weight];
  if (known.has(codePoint)) return known.get(codePoint);
  const id = font(weight).nominalGlyph(codePoint);
  const glyph = id === undefined ? undefined : { id, advance: font(weight).glyphHAdvance(id) };
  known.set(codePoint, glyph);
  return glyph;
}

/** Outline of a glyph as SVG path data in units of the em square, y upwards from the baseline. */
export function glyphOutline(glyph: Glyph, weight: Weight): string {
  return font(weight).glyphToPath(glyph.id);
}
