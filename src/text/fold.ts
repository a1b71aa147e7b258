/**
 * Folding of single characters (折叠): one UTF-16 unit in, one out, so that offsets stay as they are.
 *
 * Folded: full-width digits, letters and signs to ASCII; ％ ﹪ to %; ．︒ to the ASCII dot; every blank to U+0020; every line end to \n;
 * ∶ to the colon; ﹝﹞ to 〔〕; ㈠ is left as it is; radicals and compatibility ideographs (as PDF readers write them) to the ordinary letter.
 * Dropped: control characters, zero-width and direction marks, variation selectors, private-use characters.
 */

/** What a table entry says of a character that must be left out. */
export const DROPPED = 0;

const NEWLINE = 0x0a;
const BLANK = 0x20;

const LINE_ENDS = '\n\r\v\f\u0085\u2028\u2029';
const BLANKS = '\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
const DROPPED_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffc],
];
/** Blocks in which the compatibility form (NFKC) of a letter is the letter meant. */
const COMPATIBILITY_RANGES: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xff01, 0xff5e],
];
/** Characters with their own fold, one pair after the other. */
const PAIRS = '﹪%﹣-−-‐-‑-﹢+﹤<﹥>﹝〔﹞〕﹙(﹚)﹐,﹑、﹒.﹔;﹕:﹖?﹗!∶:︰:○〇◯〇｡。､、｢「｣」';

/**
 * Radicals as PDF files have them in place of letters (增⻓, ⼈⺠), of which Unicode knows no compatibility form, or the traditional one
 * (⾧ is 长 in a simplified text); one pair after the other. Source: Unicode's EquivalentUnifiedIdeograph.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺲罒⺶羊⺷羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟⾒见⾙贝⾞车⾧长⾨门⾱韦⾴页⾵风⾶飞⾺马⿂鱼⿃鸟⿄卤⿆麦⿈黄⿌黾⿑齐⿒齿⿓龙⿔龟⼾户⾭青';

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const [from, to] of COMPATIBILITY_RANGES) {
    for (let unit = from; unit <= to; unit++) {
      const folded = String.fromCharCode(unit).normalize('NFKC');
      if (folded.length === 1) table[unit] = folded.charCodeAt(0);
    }
  }
  for (const [from, to] of DROPPED_RANGES) table.fill(DROPPED, from, to + 1);
  for (let i = 0; i < RADICALS.length; i += 2) table[RADICALS.charCodeAt(i)] = RADICALS.charCodeAt(i + 1);
  for (let i = 0; i < PAIRS.length; i += 2) table[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1);
  for (const char of BLANKS) table[char.charCodeAt(0)] = BLANK;
  for (const char of LINE_ENDS) table[char.charCodeAt(0)] = NEWLINE;
  return table;
}

/** `FOLD[unit]` is the folded unit, or `DROPPED`. */
export const FOLD: Readonly<Uint16Array> = buildTable();

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** True for the letters of Chinese (the unified ideographs of the basic plane) and for 〇. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}
