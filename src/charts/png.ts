import type { Chart } from '../answer/schema.js';

/** Pictures kept in memory, the least recently used dropped first: some 100 KB each. */
const CACHE_SIZE = 32;

const cache = new Map<string, Promise<Buffer>>();

/**
 * A picture of a chart as PNG: a bar chart for a comparison, a line with gaps for a trend, target beside result for an
 * outcome, the provinces as tiles for a map. The same chart gives the same bytes. Figures stand as written, bounds and ranges are drawn as such, a point
 * without a figure stays a gap. Characters that the bundled font lacks are replaced by 〓, and the picture says so.
 * Renderer and fonts are loaded with the first picture. Rejects only where one of these is broken.
 */
export function renderChartPng(chart: Chart): Promise<Buffer> {
  const key = JSON.stringify(chart);
  const picture = cache.get(key) ?? import('./picture.js').then(({ paintChart }) => paintChart(chart));
  cache.delete(key);
  cache.set(key, picture);
  picture.catch(() => cache.delete(key));
  if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value!);
  return picture;
}
