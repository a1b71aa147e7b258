/** Sizes and colours of pictures. Lengths are in logical pixels; a picture has {@link SCALE} times as many. */

/** A picture is shown about 360 points wide on a phone: type of 18 in 540 comes out at 12 points there. */
export const WIDTH = 540;
/** A line chart of many years grows to this width. */
export const MAX_WIDTH = 1080;
export const SCALE = 2;
export const MARGIN = 24;

export const TYPE = { title: 22, label: 18, value: 18, note: 15 } as const;
export const LEADING = 1.4;

/** Blue and orange of Okabe and Ito's palette (told apart in every kind of colour blindness, and in grey). */
export const COLOR = {
  page: '#ffffff',
  ink: '#1b2733',
  quiet: '#5b6875',
  grid: '#e3e7eb',
  axis: '#98a3ad',
  gap: '#f1f3f5',
  main: '#0072b2',
  mainPale: '#b5d6ea',
  target: '#d98a00',
  targetPale: '#f6dfb3',
} as const;

/** Bars drawn at most; a picture of more is too long for a phone and for the platforms. */
export const MAX_BARS = 60;
/** Points of a line drawn at most. */
export const MAX_POINTS = 120;

/** What the signs beside figures mean; only those that a picture uses are explained under it. */
export const SIGN_MEANINGS = {
  '>=': '不低于此数',
  '<=': '不高于此数',
  '~': '约数',
  range: '区间',
} as const;

/** Longest texts drawn, in characters; what is longer comes from no report. */
export const MAX_LENGTH = { title: 120, unit: 40, label: 40, text: 60, source: 4000 } as const;
