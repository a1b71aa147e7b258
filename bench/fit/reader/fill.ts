import type { Chance } from './chance.js';
import type { Vocabulary } from './vocabulary.js';

/** What a character of a generated question is: as LABELS of the reader, and one that is either. */
export const MARK = { frame: 0, content: 1, slot: 2, either: 3 } as const;
export type Mark = (typeof MARK)[keyof typeof MARK];

/** A stretch of a generated question. */
export type Stretch = readonly [text: string, mark: Mark];

/** Fills one slot. */
type Fill = (v: Vocabulary, c: Chance) => Stretch[];

const one =
  (mark: Mark, text: (v: Vocabulary, c: Chance) => string): Fill =>
  (v, c) => [[text(v, c), mark]];

const DIGITS = '零一二三四五六七八九';

function year(c: Chance): string {
  const y = c.often(0.7) ? 2015 + c.below(12) : 1999 + c.below(28);
  const form = c.below(20);
  if (form < 12) return `${y}年`;
  if (form < 15) return `${String(y).slice(2)}年`;
  if (form < 18) return String(y);
  if (form < 19) return `${[...String(y)].map((d) => DIGITS[Number(d)]).join('')}年`;
  return `${y}年${c.pick(['底', '末', '全年', '一季度', '上半年', '前三季度'])}`;
}

const time = (v: Vocabulary, c: Chance): string => (c.often(0.72) ? year(c) : c.pick(v.fillers.years));

function span(v: Vocabulary, c: Chance): string {
  if (c.often(0.55)) return c.pick(v.fillers['terms-of-office']);
  const from = 2003 + c.below(18);
  const to = from + 1 + c.below(6);
  return c.pick([
    `${from}到${to}年`,
    `${from}年到${to}年`,
    `${from}-${to}年`,
    `从${from}年到${to}年`,
    `到${to}年那五年`,
    `${from}—${to}`,
  ]);
}

function place(v: Vocabulary, c: Chance): string {
  const r = c.below(100);
  if (r < 52) return c.pick(v.prefectures).short;
  if (r < 64) return c.pick(v.prefectures).name;
  if (r < 76) return c.pick(v.provinces).short;
  if (r < 80) return c.pick(v.provinces).name;
  if (r < 88) return c.pick(v.counties).name;
  if (r < 92) return c.pick(v.counties).short;
  if (r < 95) return c.pick(v.provinces).short + c.pick(v.prefectures).name;
  return c.pick(v.fillers.home);
}

function placeAndTime(v: Vocabulary, c: Chance): string {
  const r = c.below(100);
  if (r < 62) return `${place(v, c)}${time(v, c)}`;
  if (r < 82) return `${time(v, c)}${place(v, c)}`;
  if (r < 94) return place(v, c);
  if (r < 97) return `${place(v, c)} ${time(v, c)} `;
  return time(v, c);
}

const thing = (v: Vocabulary, c: Chance): string => c.pick(c.pick(v.things));

/** A name that nobody knows: 沅辰大桥. */
function invented(v: Vocabulary, c: Chance): string {
  const [a, b] = [c.pick(v.counties).short, c.pick(v.counties).short];
  const stem = c.often(0.5) ? a[0]! + b[0]! : c.often(0.5) ? a : a[0]! + b[0]! + c.pick(v.prefectures).short[0]!;
  return stem + c.pick(v.fillers.works);
}

/** A word that stands in no dictionary: characters of several. */
function unknown(v: Vocabulary, c: Chance): string {
  const length = 2 + c.below(3);
  let word = '';
  while (word.length < length) {
    const from = thing(v, c);
    word += from[c.below(from.length)]!;
  }
  return c.often(0.3) ? word + thing(v, c).slice(-2) : word;
}

function named(v: Vocabulary, c: Chance): string {
  const name = c.often(0.6)
    ? c.pick(v.fillers.named)
    : `${c.pick(['两', '三', '四', '五', '六', '八', '十'])}${c.pick(['个', '大', '条', '项', '化', '张'])}${thing(v, c)}`;
  return c.often(0.4) ? `“${name}”` : name;
}

/** Anything that a report may tell of. */
function subject(v: Vocabulary, c: Chance): Stretch[] {
  const r = c.below(100);
  if (r < 43) return [[thing(v, c), MARK.content]];
  if (r < 51) return [[unknown(v, c), MARK.content]];
  if (r < 58) return [[c.pick(v.indicators), MARK.content]];
  if (r < 66) return [[c.pick(v.fillers.qualifiers) + thing(v, c), MARK.content]];
  if (r < 72)
    return [
      [thing(v, c), MARK.content],
      ['的', MARK.frame],
      [thing(v, c), MARK.content],
    ];
  if (r < 78) return [[thing(v, c) + thing(v, c), MARK.content]];
  if (r < 84)
    return [
      [c.pick(v.counties).name, MARK.slot],
      [thing(v, c), MARK.content],
    ];
  if (r < 94) return [[invented(v, c), MARK.content]];
  return [[named(v, c), MARK.content]];
}

const unit = (v: Vocabulary, c: Chance): string => c.pick(c.pick(v.counted).units);

function unitAsked(v: Vocabulary, c: Chance): string {
  const r = c.below(10);
  if (r < 4) return '多少';
  if (r < 8) return `多少${unit(v, c)}`;
  return `几${unit(v, c)}`;
}

function number(c: Chance): string {
  const n = c.often(0.4) ? (c.below(200) / 10).toFixed(1) : String(1 + c.below(c.often(0.5) ? 20 : 3000));
  return `${n}${c.pick(['%', '%', '%', '亿', '亿元', '万', '个百分点', '万人', ''])}`;
}

const amount = (v: Vocabulary, c: Chance): string => `${1 + c.below(5000)}${unit(v, c)}`;
const ordinal = (c: Chance): string =>
  c.pick(['三', '五', '十', '3', '5', '10', '二', '两', '四', '八', '1', '2', '20']);
const rateAsked = (c: Chance): string =>
  c.pick(['多少', '百分之几', '百分之多少', '几', '多高', '几个点', '几个百分点']);
const amountAsked = (c: Chance): string => c.pick(['多少', '多少亿', '多少亿元', '多少钱', '几亿', '多大']);

const P = one(MARK.slot, place);
const Y = one(MARK.slot, time);
const G = one(MARK.slot, (v, c) => c.pick(v.fillers.groups));
const I = one(MARK.content, (v, c) => (c.often(0.75) ? c.pick(v.indicators) : thing(v, c)));
const N = one(MARK.frame, (_, c) => number(c));
const W = one(MARK.content, (v, c) => (c.often(0.6) ? c.pick(v.fillers.terms) : thing(v, c)));
const Z = one(MARK.content, named);
const CN = one(MARK.content, (v, c) => c.pick(c.pick(v.counted).words));
const CU = one(MARK.frame, unitAsked);
const V = one(MARK.content, (v, c) => c.pick(v.verbs));
const VO: Fill = (v, c) => [
  [c.pick(v.verbs), MARK.content],
  [c.pick(['了', '了', '', '']), MARK.frame],
];
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
const PE = one(MARK.slot, (v, c) =>
  c.often(0.4) ? c.pick(v.fillers['english-places']) : capital(c.pick(v.prefectures).pinyin),
);
const PP = one(MARK.slot, (v, c) => c.pick(v.prefectures).pinyin);

/** How each slot of a frame is filled; Q and QL, another question, are not here. */
export const FILLS: Readonly<Record<string, Fill>> = {
  P,
  P2: P,
  P3: P,
  PC: one(MARK.slot, (v, c) => c.pick(['下面', '各县', '下辖', c.pick(v.counties).name])),
  PY: one(MARK.slot, placeAndTime),
  PA: G,
  G,
  G2: G,
  U: one(MARK.frame, (v, c) => c.pick(v.fillers.kinds)),
  Y,
  YB: Y,
  Y2: one(MARK.slot, (_, c) => `${year(c)}${c.pick(['和', '、', '跟', '与'])}${year(c)}`),
  YR: one(MARK.slot, span),
  YF: one(MARK.slot, (_, c) => `${2010 + c.below(26)}年${c.pick(['', '', '底', '末'])}`),
  I,
  I2: I,
  IL: one(MARK.content, (v, c) => c.pick(v.levels)),
  ILU: one(MARK.frame, (_, c) => amountAsked(c)),
  LN: one(MARK.content, (v, c) => c.pick(c.pick(v.rates))),
  LU: one(MARK.frame, (_, c) => rateAsked(c)),
  GN: I,
  S: subject,
  S2: subject,
  T: one(MARK.content, (v, c) => (c.often(0.85) ? thing(v, c) : unknown(v, c))),
  K: one(MARK.content, (v, c) => (c.often(0.8) ? invented(v, c) : thing(v, c))),
  W,
  W2: W,
  Zt: W,
  Z,
  Z2: Z,
  Zn: Z,
  Znp: Z,
  CN,
  CN2: CN,
  CNp: CN,
  CNt: CN,
  CU,
  CU2: CU,
  CV: V,
  CV2: V,
  CVo: VO,
  CVo2: VO,
  V,
  V2: V,
  VP: V,
  N,
  N2: N,
  Nn: N,
  NC: one(MARK.frame, amount),
  D: one(MARK.frame, (_, c) => c.pick(['1个点', '0.5个百分点', '两个点', '200亿', '一个百分点', '0.3'])),
  C: one(MARK.frame, (_, c) => ordinal(c)),
  PE,
  PE2: PE,
  GE: one(MARK.slot, (v, c) => c.pick(v.fillers['english-groups'])),
  IE: one(MARK.content, (v, c) => c.pick(v.fillers['english-indicators'])),
  WE: one(MARK.content, (v, c) => c.pick(v.fillers['english-terms'])),
  PP,
  PP2: PP,
  GP: one(MARK.slot, (v, c) => c.pick(v.fillers['pinyin-groups'])),
  IP: one(MARK.content, (v, c) => c.pick(v.fillers['pinyin-indicators'])),
  WP: one(MARK.content, (v, c) => c.pick(v.fillers['pinyin-terms'])),
};
