import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import { type CheckWords, checkWords } from './check-words.js';
import { milestonesIn } from './milestones.js';
import { patterns } from './patterns/index.js';

/** What is to be checked, without the words that ask for it. */
export interface CheckAsked {
  readonly claims: string;
  /** The words around a quotation that is to be checked: they may name place and time. */
  readonly around?: string;
  /** True where yes or no is asked of a figure (过4000亿没): any figure beyond one that is only passed bears it out. */
  readonly whether?: boolean;
  /** True where it is asked whether the figure was reached (达到90%了吗). */
  readonly cameAbout?: boolean;
}

const IS = '是';
/** Before the years that something went on without a break. */
const RUN = '连续';

/** A quotation this long is what is to be checked; a shorter one is a name. */
const QUOTED_CLAIM = 10;
const QUOTATION = /[“「『"]([^“”「」『』"]{10,})[”」』"]/gu;
const RANK = /第[一二三四五六七八九十\d]/u;

/**
 * The claim of a question that asks whether something is so (…对吗, 听说…是真的吗, …吧); undefined for any other. What holds a word of
 * asking (多少, 哪) asks for something that it does not claim. Never throws.
 * @param typed a normalised question.
 * @param leans true behind a turn that was answered: then a figure alone is a claim (是7%吧, 你确定吗，不是7%？).
 */
export function checkAsked(typed: string, leans = false): CheckAsked | undefined {
  const words = checkWords();
  const { rhetorical, otherwise, runWord, saidSo } = patterns().claims;
  const said = runWord.replaceIn(
    otherwise.replaceFirst(typed, () => ''),
    () => RUN,
  );
  const saysSo = saidSo.in(said);
  const text = saidSo.replaceFirst(
    rhetorical.replaceFirst(said, () => IS),
    () => '',
  );
  const doubted = leans ? doubtedFigure(text, words) : undefined;
  if (doubted !== undefined) return { claims: doubted };
  const asks = saysSo || (words.asks.some((w) => text.includes(w)) && !looksUp(text, words));
  const hearsay = [...words.hearsay, ...words.fears].some((w) => text.includes(w));
  const closed = bare(text);
  const ends = words.ends.some((w) => closed.endsWith(w)) || isWhetherFigure(text);
  // Most questions are none: what one claims need not be looked at.
  if (!asks && !ends && !hearsay) return undefined;
  const claims = stripClaim(text, words);
  const figure = holdsFigure(claims) || (leans && isBareNumber(claims));
  const stated = ends && isDatedStatement(claims, words);
  if (!asks && !stated && !(ends && figure) && !(hearsay && figure)) return undefined;
  if (words.asking.some((w) => claims.includes(w))) return undefined;
  if (!/\p{Script=Han}{2}/u.test(claims) && !(leans && figure)) return undefined;
  return quoted(claims) ?? { claims };
}

/** True for what is only to be looked up: 核个数，常德GDP目标 states nothing that could be right or wrong. */
function looksUp(text: string, words: CheckWords): boolean {
  const { lookUps } = words;
  const doubts = words.asks.some((w) => text.includes(w) && !lookUps.words.includes(w));
  const claims = stripClaim(text, words);
  return !doubts && !holdsFigure(claims) && lookUps.things.some((w) => claims.endsWith(w));
}

/** What is said to have happened in a year: 富士康是2010年招来的. */
function isDatedStatement(claims: string, { statements }: CheckWords): boolean {
  const closed = statements.ends.some((w) => claims.endsWith(w)) && statements.is.some((w) => claims.includes(w));
  return closed && findPeriods(claims).length > 0;
}

/** True for a number without a unit, which behind a figure is of its unit: 不是14.7吗. */
export function isBareNumber(text: string): boolean {
  return /^\d+(?:\.\d+)?$/u.test(text);
}

function holdsFigure(text: string): boolean {
  return findQuantities(text).some((q) => q.kind !== 'phrase') || RANK.test(text) || milestonesIn(text).length > 0;
}

/** The figure that is put against the one that was answered: 7% of 你确定吗，不是7%？; undefined where nothing more is said. */
function doubtedFigure(text: string, words: CheckWords): string | undefined {
  const rest = words.doubts.reduce((left, word) => left.replaceAll(word, '，'), text);
  const claims = patterns().claims.particleAtEnd.cutFrom(bare(stripClaim(rest, words)));
  const denies = words.denied.find((w) => claims.startsWith(w));
  if (rest === text && denies === undefined) return undefined;
  const figure = claims.slice(denies?.length ?? 0);
  return (holdsFigure(figure) || isBareNumber(figure)) &&
    !words.asking.some((w) => figure.includes(w)) &&
    !/[，,]/u.test(figure)
    ? figure
    : undefined;
}

/** What a text that is to be checked as it stands claims: a pasted paragraph, the argument of /check. */
export function claimsOf(text: string): CheckAsked {
  const words = checkWords();
  const plain = text.length <= SHORT ? stripClaim(text, words) : text;
  return quoted(plain) ?? { claims: plain };
}

/** A text up to this length may hold words that ask for the check. */
const SHORT = 200;

/** 目标是不是6.4%: yes or no is asked of a figure. */
function isWhetherFigure(text: string): boolean {
  const at = text.indexOf('是不是');
  const claimed = at < 0 ? '' : text.slice(at + 3);
  return findQuantities(claimed).length > 0 || milestonesIn(claimed).length > 0;
}

function bare(text: string): string {
  return text.replace(/[？?。!！，,\s]+$/u, '');
}

/** The text without the words that ask for the check, that tell who said it, and that are said beside it. */
export function stripClaim(text: string, words: CheckWords): string {
  let rest = patterns().claims.isItSo.replaceFirst(text, (_, at) => {
    const behind = text.slice(at + 3);
    return [...words.exceeds, ...words.reaches].some((verb) => behind.startsWith(verb)) ? '' : '是';
  });
  for (const word of [...words.asks, ...words.hearsay, ...words.fears].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, '，');
  const parts = rest.split(/([，。？！；：\n])/u);
  rest = parts.map((part) => withoutAside(part, words.asides)).join('');
  rest = bare(rest);
  for (const word of [...words.ends].sort((a, b) => b.length - a.length))
    if (rest.endsWith(word)) rest = rest.slice(0, -word.length);
  return rest
    .replace(/[，？！：；、]*[，？！：；、](?=[，。？！；：]|$)/gu, '')
    .replace(/^[，。？！；：\s]+/u, '')
    .trim();
}

/** A clause that is nothing but asides is left out; at the head of another they are cut. */
function withoutAside(clause: string, asides: readonly string[]): string {
  let rest = clause.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    const found = asides.filter((w) => rest.startsWith(w)).sort((a, b) => b.length - a.length)[0];
    if (found !== undefined && (rest.length === found.length || found.length > 1)) rest = rest.slice(found.length);
  }
  return rest;
}

/** A quotation that claims something by itself, with the words around it. */
function quoted(text: string): CheckAsked | undefined {
  const found = [...text.matchAll(QUOTATION)].filter(
    ([, words]) => words!.length >= QUOTED_CLAIM && (findQuantities(words!).length > 0 || RANK.test(words!)),
  );
  if (found.length === 0) return undefined;
  const claims = found.map(([, words]) => words!.replace(/[。；，]*$/u, '。')).join('');
  const around = found.reduce((rest, [whole]) => rest.replace(whole, ''), text);
  return { claims, around };
}
