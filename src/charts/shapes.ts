import type { Weight } from './font.js';
import { COLOR } from './theme.js';

/** A drawing element of echarts' renderer, in pixels. */
export interface Shape {
  readonly type: 'rect' | 'polygon' | 'circle';
  readonly shape: Readonly<Record<string, unknown>>;
  readonly style: Readonly<Record<string, unknown>>;
  readonly z2?: number;
  readonly silent: true;
}

/** One line of text; `y` is the middle of the line. */
export interface TextMark {
  readonly type: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly weight?: Weight;
  /** A rim in the colour of the page that keeps letters apart from lines behind them. */
  readonly halo?: boolean;
}

export type Mark = Shape | TextMark;

export function textMark(
  text: string,
  x: number,
  y: number,
  style: Omit<TextMark, 'type' | 'text' | 'x' | 'y'>,
): TextMark {
  return { type: 'text', text, x, y, ...style };
}

export function rectShape(x: number, y: number, width: number, height: number, fill: unknown): Shape {
  const left = width < 0 ? x + width : x;
  return { type: 'rect', shape: { x: left, y, width: Math.abs(width), height }, style: { fill }, silent: true };
}

export function circleShape(cx: number, cy: number, r: number, fill: string): Shape {
  return {
    type: 'circle',
    z2: 10,
    shape: { cx, cy, r },
    style: { fill, stroke: COLOR.page, lineWidth: 3 },
    silent: true,
  };
}

/** A triangle whose tip is at (x, y). */
export function arrowShape(x: number, y: number, towards: 'left' | 'right' | 'up' | 'down', fill: string): Shape {
  const length = 10;
  const half = 7;
  const [dx, dy] = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] }[towards] as [number, number];
  const [baseX, baseY] = [x + dx * length, y + dy * length];
  const points = [
    [x, y],
    [baseX + dy * half, baseY + dx * half],
    [baseX - dy * half, baseY - dx * half],
  ];
  return { type: 'polygon', z2: 10, shape: { points }, style: { fill }, silent: true };
}

/** Room that {@link aboutMark} takes. */
export const ABOUT_WIDTH = 18;

/** The sign ≈ with its middle at (x, y). */
export function aboutMark(x: number, y: number, color: string): TextMark {
  return textMark('≈', x, y, { size: 22, color, align: 'center', weight: 'bold', halo: true });
}

/** The mark moved down. */
export function lowered(mark: TextMark, by: number): TextMark {
  return { ...mark, y: mark.y + by };
}
