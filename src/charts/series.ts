import type { CustomSeriesOption, CustomSeriesRenderItemReturn } from 'echarts';
import type { Shape } from './shapes.js';

/** A series of ready-made shapes, moved down by `top`; `z` says before (greater) or behind which other series. */
export function drawnSeries(shapes: readonly Shape[], top: number, z = 0): CustomSeriesOption {
  const group = { type: 'group', y: top, children: shapes } as unknown as CustomSeriesRenderItemReturn;
  return { type: 'custom', silent: true, clip: false, z, data: [[0, 0]], renderItem: () => group };
}
