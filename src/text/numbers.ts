import { isDigit } from './fold.js';
import { CHINESE_NUMERAL_CHARS, parseNumeral, scaleValue, shifted } from './numerals.js';
import { matchUnit } from './units.js';

/** A number in running text with its scale (数词), before it is known whether it is a figure. */
export interface NumberToken {
  readonly start: number;
  /** After the scale and 余/多. */
  readonly end: number;
  /** Without the scale: 3.26 for 3.26万. */
  readonly value: number;
  /** 万, 亿, 万亿 or ''. */
  readonly scale: string;
  /** 余, 多 or + stands in it: the true value is somewhat higher. */
  readonly more: boolean;
  readonly chinese: boolean;
  /** The digits as written: 3.26, 两万三千. */
  readonly digits: string;
}

const ARABIC = /\d{1,15}(?:\.\d{1,15})?/y;
const CHINESE = new RegExp(
  `[${CHINESE_NUMERAL_CHARS.replace('点', '')}]{1,24}(?:点[零〇一二三四五六七八九]{1,8})?`,
  'y',
);
const SCALE = /[十百千]?(?:万亿|万|亿)|[十百千]/y;
const CHINESE_SCALE = /万亿|万|亿/y;
/** 千 and 百 that belong to the unit: 千瓦, 千米, 千克, 千伏, 千卡, 百分点. */
const KILO_UNIT = /千(?:瓦|米|克|伏|卡|乏)|百分/y;
/** A Chinese numeral that ends in a scale of its own: 五百万 is 500 in 万; 两万三千 is one number. */
const OWN_SCALE = /^([^万亿萬億]+)(万亿|万|亿)$/;

/** The number that begins at `at`, Arabic or Chinese; null where there is none. */
export function readNumber(text: string, at: number): NumberToken | null {
  return isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readChinese(text, at);
}

function readArabic(text: string, at: number): NumberToken | null {
  const digits = sticky(ARABIC, text, at);
  if (digits === null) return null;
  let end = at + digits.length;
  let more = false;
  const skipMore = (): void => {
    const char = text[end];
    if (more || (char !== '余' && char !== '多' && char !== '+')) return;
    // 20多式联运 and 4+9 are something else: the figure must go on behind the sign.
    if (sticky(SCALE, text, end + 1) === null && matchUnit(text, end + 1) === null) return;
    more = true;
    end++;
  };
  skipMore();
  let scale = readScale(text, end);
  end += scale.length;
  let value = Number(digits);
  if (scale !== '' && isDigit(text.charCodeAt(end))) {
    const mixed = readMixed(text, at, end);
    if (mixed !== null) return { start: at, ...mixed, scale: '', more, chinese: false, digits };
  }
  if (/^[十百千]/.test(scale)) {
    value = shifted(digits, scaleValue(scale[0]!)!);
    scale = scale.slice(1);
  }
  if (scale !== '') skipMore();
  return { start: at, end, value, scale, more, chinese: false, digits };
}

/** 3万5千, 1亿2000万: the parts after the first, each with a lower scale. */
function readMixed(text: string, at: number, from: number): { value: number; end: number } | null {
  const digits = sticky(ARABIC, text, from);
  if (digits === null || digits.includes('.')) return null;
  const scale = readScale(text, from + digits.length);
  if (scale === '') return null;
  const end = from + digits.length + scale.length;
  const value = parseNumeral(text.slice(at, end));
  return value === null ? null : { value, end };
}

function readScale(text: string, at: number): string {
  return sticky(KILO_UNIT, text, at) === null ? (sticky(SCALE, text, at) ?? '') : '';
}

function readChinese(text: string, at: number): NumberToken | null {
  const digits = sticky(CHINESE, text, at);
  if (digits === null) return null;
  let end = at + digits.length;
  const own = OWN_SCALE.exec(digits);
  let scale = own?.[2] ?? '';
  const value = parseNumeral(own?.[1] ?? digits);
  if (value === null) return null;
  let more = false;
  if (text[end] === '余' || text[end] === '多') {
    more = true;
    end++;
    if (scale === '') {
      scale = sticky(CHINESE_SCALE, text, end) ?? '';
      end += scale.length;
    }
  }
  return { start: at, end, value, scale, more, chinese: true, digits };
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
