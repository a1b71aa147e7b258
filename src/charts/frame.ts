import type { EChartsCoreOption } from 'echarts/core';
import { balanceText, MISSING_SIGN, textWidth, wrapText } from './lettering.js';
import {
  ABOUT_WIDTH,
  aboutMark,
  arrowShape,
  lowered,
  type Mark,
  rectShape,
  type TextMark,
  textMark,
} from './shapes.js';
import { COLOR, LEADING, MARGIN, SIGN_MEANINGS, TYPE } from './theme.js';

export type Sign = keyof typeof SIGN_MEANINGS;

/** The drawing between title and source line, as a bar or line chart lays it out. */
export interface Body {
  readonly width: number;
  readonly height: number;
  /** Which signs stand beside its figures. */
  readonly signs: ReadonlySet<Sign>;
  /** True where figures grow upwards: it turns the arrows of the signs. */
  readonly upright: boolean;
  /** What the picture leaves out, in Chinese. */
  readonly notes: readonly string[];
  /** Its lettering, with `y` counted from the body's upper edge. */
  readonly texts: readonly TextMark[];
  /** Axes and series for echarts, with the body's upper edge at `top`. */
  option(top: number): EChartsCoreOption;
}

/** A whole picture in logical pixels: what echarts draws, and the lettering set over it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
  readonly texts: readonly TextMark[];
}

export interface Heading {
  readonly title: string;
  readonly unit: string;
  /** The source line, drawn whole. */
  readonly source: string;
  /** Characters that the font lacks. */
  readonly missing: readonly string[];
}

/** Puts title and unit above a body, and below it the meaning of its signs, its notes and the source line. */
export function framed(heading: Heading, body: Body): Picture {
  const inner = body.width - 2 * MARGIN;
  const marks: Mark[] = [];
  let y = MARGIN;
  const put = (lines: readonly string[], style: Parameters<typeof textMark>[3]): void => {
    const step = style.size * LEADING;
    for (const line of lines) {
      marks.push(textMark(line, MARGIN, y + step / 2, style));
      y += step;
    }
  };
  const quiet = { size: TYPE.note, color: COLOR.quiet };
  const title = { size: TYPE.title, color: COLOR.ink, weight: 'bold' } as const;

  put(balanceText(heading.title, inner, title.size, title.weight), title);
  if (heading.unit !== '') put(wrapText(`单位：${heading.unit}`, inner, TYPE.note), quiet);
  y += 14;
  const top = y;
  y += body.height + 14;
  const key = signKey(body, y, inner);
  marks.push(...key.marks);
  y += key.height;
  for (const note of [...body.notes, ...missingNote(heading.missing)]) put(wrapText(note, inner, TYPE.note), quiet);
  if (heading.source !== '') {
    marks.push(rectShape(MARGIN, y + 8, inner, 1, COLOR.grid));
    y += 16;
    put(wrapText(heading.source, inner, TYPE.note), quiet);
  }

  const shapes = marks.filter((mark) => mark.type !== 'text');
  return {
    width: body.width,
    height: Math.ceil(y + MARGIN),
    option: { animation: false, backgroundColor: COLOR.page, ...body.option(top), graphic: { elements: shapes } },
    texts: [...marks.filter((mark) => mark.type === 'text'), ...body.texts.map((mark) => lowered(mark, top))],
  };
}

function missingNote(missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  const codes = [...new Set(missing)].map((character) =>
    [...character].map((part) => `U+${part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
  );
  const listed = codes.slice(0, 4).join('、');
  return [`注：${MISSING_SIGN} 代替图片字库所缺的字（${listed}${codes.length > 4 ? ' 等' : ''}）。`];
}

/** The line that explains the signs in use, broken where it grows too long. */
function signKey(body: Body, top: number, inner: number): { marks: Mark[]; height: number } {
  const step = TYPE.note * LEADING;
  const marks: Mark[] = [];
  let x = MARGIN;
  let line = 0;
  for (const sign of (Object.keys(SIGN_MEANINGS) as Sign[]).filter((known) => body.signs.has(known))) {
    const meaning = SIGN_MEANINGS[sign];
    const width = ABOUT_WIDTH + 6 + textWidth(meaning, TYPE.note);
    if (x > MARGIN && x + width > MARGIN + inner) {
      x = MARGIN;
      line += 1;
    }
    const middle = top + step * (line + 0.5);
    marks.push(...signMarks(sign, x + ABOUT_WIDTH / 2, middle, body.upright));
    marks.push(textMark(meaning, x + ABOUT_WIDTH + 6, middle, { size: TYPE.note, color: COLOR.quiet }));
    x += width + 20;
  }
  return { marks, height: marks.length === 0 ? 0 : step * (line + 1) };
}

function signMarks(sign: Sign, x: number, y: number, upright: boolean): Mark[] {
  const span = (left: number, top: number, width: number, height: number): Mark =>
    upright
      ? rectShape(x + top, y + left, height, width, COLOR.quiet)
      : rectShape(x + left, y + top, width, height, COLOR.quiet);
  switch (sign) {
    case '>=':
      return [upright ? arrowShape(x, y - 5, 'up', COLOR.quiet) : arrowShape(x + 5, y, 'right', COLOR.quiet)];
    case '<=':
      return [upright ? arrowShape(x, y + 5, 'down', COLOR.quiet) : arrowShape(x - 5, y, 'left', COLOR.quiet)];
    case '~':
      return [aboutMark(x, y, COLOR.quiet)];
    case 'range':
      return [span(-8, -6, 3, 12), span(-5, -3, 10, 6), span(5, -6, 3, 12)];
  }
}
