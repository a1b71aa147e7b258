import { boundsAround, limits } from './bounds.js';
import { FROM, finish, type Measured, type Reading } from './figures.js';
import { isDigit } from './fold.js';
import { readNumber } from './numbers.js';
import { parseNumeral } from './numerals.js';

/** Figures that are written as fractions (分数): 百分之八, 千分之三, 三分之一, 1/3. */

const PERCENT = /([百千])分之/y;
const SECOND_PERCENT = /(?:-|—{1,2}|–|~|至|到)(?:[百千]分之)?/y;
/** 1/3; 24/7 is none. */
const SLASH_FRACTION = /([1-9])\/([2-9]|10)(?![\d/.])/y;
const FRACTION = /([一二三四五六七八九十两]{1,2})分之([一二三四五六七八九十两]{1,2})(?![一二三四五六七八九十百])/y;

/** 百分之八, 百分之5.5至百分之6, 千分之三. */
export function readPercent(text: string, at: number, floor: number): Reading | null {
  PERCENT.lastIndex = at;
  const head = PERCENT.exec(text);
  if (head === null) return null;
  const unit = head[1] === '百' ? '%' : '‰';
  const low = percentNumber(text, at + head[0].length);
  if (low === null) return null;
  const first: Measured = {
    token: { start: at, end: low.end, value: low.value, scale: '', more: false, chinese: true, digits: '' },
    unit,
    scale: '',
    base: unit,
    counts: false,
    end: low.end,
  };
  SECOND_PERCENT.lastIndex = low.end;
  const joint = SECOND_PERCENT.exec(text);
  const high = joint === null ? null : percentNumber(text, low.end + joint[0].length);
  if (high === null || high.value <= low.value || FROM.test(text.slice(Math.max(0, at - 12), at))) {
    return finish(text, first, null, floor);
  }
  return finish(text, first, { low: low.value, high: high.value, second: { ...first, end: high.end } }, floor);
}

function percentNumber(text: string, at: number): { value: number; end: number } | null {
  if (text[at] === '百' && !/[一二三四五六七八九]/.test(text[at + 1] ?? '')) return { value: 100, end: at + 1 };
  const token = readNumber(text, at);
  if (token === null || token.scale !== '') return null;
  return { value: token.value, end: at + token.digits.length };
}

/** 三分之一, 1/3. */
export function readFraction(text: string, at: number, floor: number): Reading | null {
  const arabic = isDigit(text.charCodeAt(at));
  const pattern = arabic ? SLASH_FRACTION : FRACTION;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null || (arabic && /[\dA-Za-z./]/.test(text[at - 1] ?? ''))) return null;
  const whole = parseNumeral(match[arabic ? 2 : 1]!);
  const part = parseNumeral(match[arabic ? 1 : 2]!);
  if (whole === null || part === null || part === 0 || whole <= part) return null;
  const core = { start: at, end: at + match[0].length };
  const { span, bound } = boundsAround(text, core, floor, false);
  const parts = [part, whole];
  return {
    quantity: {
      kind: 'ratio',
      ...limits(part / whole, bound),
      bound,
      unit: '',
      parts,
      span,
      core,
      text: text.slice(span.start, span.end),
    },
    next: span.end,
  };
}
