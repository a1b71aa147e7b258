/**
 * Numerals (数字): Arabic, Chinese (formal, positional, financial) and mixed. Everything else is refused: a number that is
 * almost understood is a wrong one.
 */

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, value) =>
    Array.from(forms, (form) => [form, value]),
  ),
);
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};

/** Every character that a Chinese numeral can hold. */
export const CHINESE_NUMERAL_CHARS = [...Object.keys(DIGITS), ...Object.keys(SCALES), '点'].join('');

const CHINESE = new RegExp(`^[${CHINESE_NUMERAL_CHARS}]+$`);
/** Each part is an Arabic number with an own scale, from the highest down: 3万5千, 1.2万亿. */
const MIXED = /^(\d+(?:\.\d+)?)([十百千万亿]+)(\d.*)?$/;
const ARABIC = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/;
/** More characters than any number has. */
const LONGEST = 40;

/**
 * The value of a numeral that fills the whole of `text`, or null: 1,234.5; １２; 1.2万亿; 3万5千; 两万三千五百; 一百零五; 二〇二二; 三点五; 负三.
 * 半, 几, 数十 and the like are no numbers.
 */
export function parseNumeral(text: string): number | null {
  if (text.length > LONGEST) return null;
  const folded = text.normalize('NFKC').trim();
  const negative = /^[-−负]/.test(folded);
  const value = parseUnsigned(negative ? folded.slice(1) : folded);
  return value === null ? null : negative && value !== 0 ? -value : value;
}

function parseUnsigned(text: string): number | null {
  if (text === '') return null;
  if (ARABIC.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replace(/[,，]/g, ''));
  if (CHINESE.test(text)) return parseChinese(text);
  return parseMixed(text);
}

function parseMixed(text: string): number | null {
  let total = 0;
  let rest = text;
  let ceiling = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    // 3万5 fails here: the last figure may be one place below, or a number of its own.
    const match = MIXED.exec(rest);
    if (match === null) return null;
    const scale = scaleValue(match[2]!);
    if (scale === null || scale >= ceiling) return null;
    const value = Number(match[1]);
    if (total > 0 && value * scale >= ceiling) return null;
    total += shifted(match[1]!, scale);
    ceiling = scale;
    rest = match[3] ?? '';
  }
  return total;
}

/** The product of a decimal and a power of ten, without the error of binary fractions: 1.1 × 10000 is 11000. */
export function shifted(decimal: string, scale: number): number {
  return Number(`${decimal}e${Math.round(Math.log10(scale))}`);
}

/** The value of a run of scales: 万 10⁴, 千万 10⁷, 万亿 10¹²; null for what nobody writes (百千). */
export function scaleValue(text: string): number | null {
  const match = /^(十|百|千)?(万亿|万|亿)?$/.exec(text);
  if (match === null || text === '') return null;
  const low = match[1] === undefined ? 1 : SCALES[match[1]]!;
  const high = match[2] === undefined ? 1 : match[2] === '万亿' ? 1e12 : SCALES[match[2]]!;
  return low * high;
}

function parseChinese(text: string): number | null {
  const point = text.indexOf('点');
  if (point >= 0) {
    const whole = parseWhole(text.slice(0, point));
    const fraction = positional(text.slice(point + 1));
    return whole === null || fraction === null ? null : Number(`${whole}.${fraction}`);
  }
  return parseWhole(text);
}

function parseWhole(text: string): number | null {
  if (text === '') return null;
  const digits = positional(text);
  // Two digits in a row are a year's (九五) or an estimate (七八个); three and more are positional.
  if (digits !== null) return text.length === 2 && DIGITS[text[0]!] !== 0 ? null : Number(digits);
  return parseFormal(text);
}

/** The Arabic digits of a positional numeral (二〇二二), null where a scale is in it. */
export function positional(text: string): string | null {
  let digits = '';
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === '' ? null : digits;
}

/** 两万三千五百, 一亿零五万, 一万亿: each section under 万 and 亿, scales falling within it. */
function parseFormal(text: string): number | null {
  let total = 0; // sections closed by 亿
  let wan = 0; // the section closed by 万
  let section = 0; // the section under 10,000 that is being read
  let digit: number | null = null;
  let zero = false;
  let floor = 1e5; // the scale read last within the section
  let last = 0; // the scale read last at all, for 两百五
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const scale = SCALES[char];
    if (scale === undefined) {
      const value = DIGITS[char]!;
      if (value === 0) {
        if (digit !== null || i === 0 || zero) return null;
        zero = true;
        last = 0;
        continue;
      }
      if (digit !== null) return null;
      digit = value;
      continue;
    }
    if (scale < 1e4) {
      if (scale >= floor) return null;
      // 十 may stand without its 一, at the head and after 零 or a higher scale (一百十).
      if (digit === null && scale !== 10) return null;
      section += (digit ?? 1) * scale;
      floor = scale;
    } else if (scale === 1e4) {
      section += digit ?? 0;
      if (section === 0 || wan > 0) return null;
      wan = section * 1e4;
      section = 0;
      floor = 1e5;
    } else {
      const whole = wan + section + (digit ?? 0);
      if (whole === 0 || total > 0) return null;
      total = whole * 1e8;
      wan = 0;
      section = 0;
      floor = 1e5;
    }
    digit = null;
    zero = false;
    last = scale;
  }
  if (zero && digit === null) return null;
  if (digit !== null) {
    // The last digit stands one place below the scale before it: 两百五 is 250, 三万五 is 35,000; after 零 it is a unit.
    section += !zero && last >= 100 ? digit * (last / 10) : digit;
  }
  return total + wan + section;
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** The formal Chinese numeral of a whole number from 0 to 10¹⁶ − 1. Throws a RangeError for others. */
export function toChineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e16) {
    throw new RangeError(`no Chinese numeral for ${value}: a whole number from 0 to 10^16 - 1 is needed`);
  }
  if (value === 0) return '零';
  const high = Math.floor(value / 1e8);
  const middle = Math.floor((value % 1e8) / 1e4);
  const low = value % 1e4;
  let text = '';
  if (high > 0) text += `${toChineseNumeral(high)}亿`;
  if (middle > 0) text += `${text !== '' && middle < 1000 ? '零' : ''}${section(middle, text === '')}万`;
  if (low > 0) text += `${text !== '' && (low < 1000 || middle === 0) ? '零' : ''}${section(low, text === '')}`;
  return text;
}

function section(value: number, first: boolean): string {
  let text = '';
  let zero = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    if (zero) text += '零';
    zero = false;
    text += first && scale === 10 && digit === 1 && text === '' ? name : CHINESE_DIGITS[digit]! + name;
  }
  return text;
}
