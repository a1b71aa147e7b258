import { EM, glyphOf, glyphOutline, MIDDLE, type Weight } from './font.js';
import { textWidth } from './lettering.js';
import type { TextMark } from './shapes.js';
import { COLOR } from './theme.js';

/** Width of the rim round a text that has one, in pixels. */
const HALO = 4;

const ANCHOR = { left: 0, center: 0.5, right: 1 } as const;

/** Drawable texts as SVG: each glyph's outline once, then the places where it stands. */
export function outlineTexts(texts: readonly TextMark[]): string {
  const used = new Map<string, string>();
  const lines = texts.map((mark) => outlineLine(mark, used));
  return `<defs>${[...used].map(([id, outline]) => `<path id="${id}" d="${outline}"/>`).join('')}</defs>${lines.join('')}`;
}

function outlineLine(mark: TextMark, used: Map<string, string>): string {
  const weight: Weight = mark.weight ?? 'regular';
  const scale = mark.size / EM;
  let advance = 0;
  let glyphs = '';
  for (const character of mark.text) {
    const glyph = glyphOf(character.codePointAt(0)!, weight);
    if (glyph === undefined) throw new Error(`图片中有字库所缺的字：${mark.text}`);
    const id = `${weight[0]}${glyph.id}`;
    if (!used.has(id)) used.set(id, glyphOutline(glyph, weight));
    if (used.get(id) !== '') glyphs += `<use href="#${id}" x="${advance}"/>`;
    advance += glyph.advance;
  }
  const x = mark.x - textWidth(mark.text, mark.size, weight) * ANCHOR[mark.align ?? 'left'];
  const y = mark.y + MIDDLE * scale;
  const place = `transform="translate(${round(x)} ${round(y)}) scale(${round(scale)} ${round(-scale)})"`;
  const rim = mark.halo
    ? `<g ${place} fill="none" stroke="${COLOR.page}" stroke-width="${round(HALO / scale)}" stroke-linejoin="round">${glyphs}</g>`
    : '';
  return `${rim}<g ${place} fill="${mark.color}">${glyphs}</g>`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
