/** A value axis with round steps: its ends and the distance of its ticks. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** The tightest axis with round ticks, four or so, that holds all `values`; it begins at zero where zero is not far. */
export function roundScale(values: readonly number[]): Scale {
  if (values.length === 0) return { min: 0, max: 1, step: 1 };
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (low >= 0 && low <= high * 0.4) low = 0;
  if (high <= 0 && high >= low * 0.4) high = 0;
  // Values that differ in the seventh digit alone are one height on the page; ticks between them would be noise.
  if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-6) {
    const spread = Math.abs(low) * 0.1 || 1;
    low -= spread;
    high += spread;
  }
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((candidate) => candidate * power >= raw * 0.999) ?? 10) * power;
  return { min: tidy(Math.floor(low / step) * step), max: tidy(Math.ceil(high / step) * step), step: tidy(step) };
}

/** Takes the dust of binary fractions off a tick: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A tick as people write it: 0.5, 800, 1.2万, 3亿. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${tidy(value / 1e8)}亿`;
  if (size >= 1e4) return `${tidy(value / 1e4)}万`;
  return String(tidy(value));
}
