import { renderAsync } from '@resvg/resvg-js';
import * as echarts from 'echarts/dist/echarts.esm.min.mjs';
import type { Chart } from '../answer/schema.js';
import { barBody } from './bars.js';
import { type Body, framed, type Picture } from './frame.js';
import { drawable } from './lettering.js';
import { lineBody } from './line.js';
import { outlineTexts } from './outlines.js';
import { type Plotted, plotted, sourceLine } from './points.js';
import { MAX_LENGTH, SCALE } from './theme.js';
import { tileBody } from './tiles.js';

/** Lays out a chart: every text made drawable, every length fixed. */
export function layOut(chart: Chart): Picture {
  const missing: string[] = [];
  const fitText = (text: string, length: number, weight: 'regular' | 'bold' = 'regular'): string => {
    const characters = [...text];
    const drawn = drawable(characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text, weight);
    missing.push(...drawn.missing);
    return drawn.text;
  };
  const points = plotted(chart).map((point) => ({
    ...point,
    label: fitText(point.label, MAX_LENGTH.label),
    text: fitText(point.text, MAX_LENGTH.text),
  }));
  const heading = {
    title: fitText(chart.title, MAX_LENGTH.title, 'bold'),
    unit: fitText(chart.unit, MAX_LENGTH.unit),
    source: fitText(sourceLine(chart.source), MAX_LENGTH.source),
    missing,
  };
  return framed(heading, bodyOf(chart.type, points));
}

function bodyOf(type: Chart['type'], points: readonly Plotted[]): Body {
  if (type === 'line') return lineBody(points);
  return type === 'map' ? tileBody(points) : barBody(points);
}

/** A picture as SVG without any text element: echarts' drawing with the lettering over it as outlines. */
export function pictureSvg(picture: Picture): string {
  const size = { width: picture.width, height: picture.height };
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    instance.setOption(picture.option);
    const drawing = instance.renderToSVGString();
    return drawing.replace(/<\/svg>\s*$/, () => `${outlineTexts(picture.texts)}</svg>`);
  } finally {
    instance.dispose();
  }
}

/** Paints a chart as PNG, {@link SCALE} pixels to a logical one, away from the main thread. */
export async function paintChart(chart: Chart): Promise<Buffer> {
  const image = await renderAsync(pictureSvg(layOut(chart)), {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: SCALE },
  });
  return image.asPng();
}
