import type { CarriedWord, CountedName } from '../frame/types.js';
import { parseNumeral } from '../text/numerals.js';
import { patterns } from './patterns/index.js';

/** Names that say how many parts they have: 十大民生实事, “两带一区”, 12件市级民生实事. */

/** The most parts that a list may have. */
export const MAX_ITEMS = 200;

/**
 * The counted names that a question asks for: the last one, with those that 和 joins to it (三大硬仗和两大攻坚战); the others only
 * say amid what (“3+2”产业里的三大产业).
 * @param quoted the words in quotation marks.
 */
export function countedNames(question: string, quoted: readonly string[]): CountedName[] {
  const found = [...quotedNames(question, quoted), ...runningNames(question)].sort((a, b) => a.start - b.start);
  const asked: typeof found = [];
  for (const name of found.reverse()) {
    const next = asked[0];
    // “5+1”集群，六个产业分别是…: the count takes up what the name before counts.
    if (
      next &&
      asked.length === 1 &&
      takesUp(next.name, name.name) &&
      quoted.some((q) => name.name.forms.includes(q))
    ) {
      asked[0] = name;
      break;
    }
    if (next && !patterns().countedNames.joined.in(question.slice(name.end, next.start))) break;
    asked.unshift(name);
  }
  return asked.map(({ name }) => name);
}

/** What the parts of “四位一体” make together: it is none of them. “三化一平台” has four. */
const ONE_BODY = '体';

/** True for a count of parts (六个产业) that says once more how many a name before has. */
function takesUp({ counts }: CountedName, before: CountedName): boolean {
  return counts.length === 1 && before.counts[0] === counts[0];
}

/** The number of a counted name with its classifier: 8件 of 8件实事; undefined for a name without one (两带一区). */
export function countOfForm(form: string): string | undefined {
  return patterns().countedNames.countOfForm.find(form)?.[0];
}

interface NamePlace {
  readonly name: CountedName;
  readonly start: number;
  readonly end: number;
}

function quotedNames(question: string, quoted: readonly string[]): NamePlace[] {
  const open = withoutQuotes(question);
  return quoted.flatMap((words) => {
    const name = countedQuote(words);
    if (!name) return [];
    const start = question.indexOf(words);
    return [{ name, start, end: start + words.length }, ...halvesNamed(words, open)];
  });
}

/** A number with what it counts, as the halves of a name have it. */
interface Half {
  readonly half: string;
  readonly count: string;
  readonly rest: string;
  readonly index: number;
}

function halvesOf(name: string): Half[] {
  return [...patterns().countedNames.halves.findAll(name)].map(({ 0: half, index, groups }) => {
    const { count, rest } = groups as { readonly count: string; readonly rest: string };
    return { half, count, rest, index };
  });
}

/** The half of a quoted name that the question names once more by itself: 五访 of “五访三挂”里的五访是哪五类; none where it names them all. */
function halvesNamed(words: string, open: string): NamePlace[] {
  const halves = halvesOf(words);
  const named = halves.filter(({ half, rest }) => rest !== '' && open.includes(half));
  const [only, ...others] = named;
  const count = parseNumeral(only?.count ?? '') ?? 0;
  if (!only || halves.length < 2 || others.length > 0 || count < 2) return [];
  const { half, count: numeral, rest } = only;
  const start = open.indexOf(half);
  const name = { forms: formsOf(numeral, rest), counts: [count], classes: [rest.slice(-2)] };
  return [{ name, start, end: start + half.length }];
}

/** The question with what stands in quotation marks blanked, as long as it was. */
function withoutQuotes(question: string): string {
  return question.replace(/[“"「『《][^”"」』》]*[”"」』》]/gu, (q) => `“${'”'.repeat(q.length - 1)}`);
}

function runningNames(question: string): NamePlace[] {
  const names: NamePlace[] = [];
  const open = withoutQuotes(question);
  const { running, asking, whichBefore, mereClass, tells } = patterns().countedNames;
  let next = 0;
  for (let match = running.findFrom(open, next); match; match = running.findFrom(open, next)) {
    const {
      count: numeral,
      classifier,
      words: rest,
    } = match.groups as Record<'count' | 'classifier' | 'words', string>;
    const words = rest.slice(0, asking.find(rest)?.index ?? rest.length);
    const end = match.index + numeral.length + classifier.length + words.length;
    next = Math.max(end, match.index + 1);
    const count = parseNumeral(numeral) ?? 0;
    if (whichBefore.in(open.slice(0, match.index)) || words.length < 2 || mereClass.in(words) || tells.in(words))
      continue;
    if (count < 2 || count > MAX_ITEMS) continue;
    const name = { forms: formsOf(numeral, classifier + words), counts: [count], classes: [words.slice(-2)] };
    names.push({ name, start: match.index, end });
  }
  return names;
}

/** A quoted name that counts its parts: “六大专项行动”, “两带一区”. */
function countedQuote(name: string): CountedName | undefined {
  const code = codeOf(name);
  if (code) return code;
  const halves = halvesOf(name);
  if (halves.length === 0 || halves[0]!.index !== 0 || !/^[\p{Script=Han}\dA-Za-z]+$/u.test(name)) return undefined;
  if (halves.some((h) => h.rest === '')) return undefined;
  const numbers = halves.map((h) => parseNumeral(h.count) ?? 0);
  const sum = numbers.reduce((a, b) => a + b, 0);
  const pairs = numbers.length > 1 && numbers.every((n) => n === numbers[0]) && numbers[0]! > 1 ? [numbers[0]!] : [];
  // “四位一体” are four that make one.
  const made = numbers.length === 2 && numbers[1] === 1 && halves[1]!.rest === ONE_BODY;
  const whole = made && numbers[0]! > 2 ? [numbers[0]!] : [];
  const counts = [...whole, sum, ...pairs].filter((n) => n >= 2 && n <= MAX_ITEMS);
  if (counts.length === 0) return undefined;
  const { classBefore } = patterns().countedNames;
  const classes = halves.map((h) => classBefore.cutFrom(h.rest)).filter(Boolean);
  const [only] = halves;
  const forms = halves.length === 1 ? formsOf(only!.count, only!.rest) : [name];
  return {
    forms,
    counts,
    classes: halves.length === 1 ? classes.map((c) => c.slice(-2)) : classes.map((c) => c.slice(-1)),
  };
}

/** A code of counts: “5+1” of six parts, “53211” of twelve. A year is none. */
function codeOf(name: string): CountedName | undefined {
  if (!/^(?:\d{1,2}(?:\+\d{1,2})+|[1-9]{3,6})$/u.test(name)) return undefined;
  const numbers = name.includes('+') ? name.split('+') : [...name];
  const counts = [numbers.reduce((sum, n) => sum + Number(n), 0), numbers.length];
  return { forms: [name], counts: counts.filter((n) => n >= 2 && n <= MAX_ITEMS), classes: [] };
}

/** A name with its number in Chinese and in Arabic figures: 十件…, 10件…. */
function formsOf(numeral: string, rest: string): string[] {
  const value = parseNumeral(numeral);
  if (value === null) return [numeral + rest];
  const said = [numeral, String(value), chineseNumeral(value), ...(value === 2 ? ['两'] : [])];
  return [...new Set(said)].flatMap((n) => asWrittenWith(rest).map((words) => n + words));
}

/** 方面 is counted with a classifier and without: 十方面民生实事, 十个方面民生实事. */
function asWrittenWith(rest: string): string[] {
  const bare = patterns().countedNames.counterOfAspects.cutFrom(rest);
  return bare.startsWith('方面') ? [rest, rest === bare ? `个${bare}` : bare] : [rest];
}

const DIGITS = '一二三四五六七八九十';

/** 1 to 99 in Chinese figures. */
export function chineseNumeral(n: number): string {
  if (n <= 10) return DIGITS[n - 1] ?? String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${n % 10 ? DIGITS[(n % 10) - 1] : ''}`;
}

/** The `count` that a pattern handed on, where so many items may be listed: one or none. */
function countsIn(match: RegExpExecArray | null): number[] {
  const count = match ? (parseNumeral(match.groups!.count!) ?? 0) : 0;
  return count >= 2 && count <= MAX_ITEMS ? [count] : [];
}

/** How many items a question asks for by a count that belongs to no name: 哪九个方面, 哪三项, 三个“…强市”. */
export function askedCount(question: string): number | undefined {
  const { countAsked, countStands } = patterns().countedNames;
  const [count] = countsIn(countAsked.find(question) ?? countStands.find(question));
  return count;
}

/** The counted phrase that a question asks by (五个方面 in 哪五个方面攻坚突破), and the word that its items may carry (攻坚突破). */
export function askedPhrase(question: string): { readonly phrase: string; readonly word?: string } | undefined {
  const asked = patterns().countedNames.phrase.find(question)?.groups;
  return asked ? { phrase: asked.phrase!, word: asked.word } : undefined;
}

/** The count of what a question asks for in general words (七个方面), as the sentence that announces them may write it. */
export function askedAspects(question: string): CountedName | undefined {
  const match = patterns().countedNames.aspects.find(question);
  const [count] = countsIn(match);
  if (!match || count === undefined) return undefined;
  return { forms: formsOf(match.groups!.count!, match.groups!.words!), counts: [count], classes: [] };
}

/** The counted name that a text ends with: 十件重点民生实事. */
export function countedBefore(text: string): CountedName[] {
  const match = patterns().countedNames.atEnd.find(text);
  const [count] = countsIn(match);
  if (!match || count === undefined) return [];
  const { count: numeral, words } = match.groups as Record<'count' | 'words', string>;
  return [{ forms: formsOf(numeral, words), counts: [count], classes: [words.slice(-2)] }];
}

/** The quotation without what stands for the part that differs: 城市 of “XX城市”, 宁夏 of “××宁夏”, 之河 of “什么什么之河”. */
export function withoutPlaceholder(quoted: string): string {
  return patterns().countedNames.placeholder.cutFrom(quoted);
}

/** True for a question with a quotation in which a part that differs is left open: “什么什么之河”. */
export function opensQuote(question: string): boolean {
  return patterns().countedNames.openQuote.in(question);
}

/** The quoted word that several items are to carry: 四个“坚持”, 哪五种“××城市”; undefined where the question asks for none. */
export function carriedWord(question: string, quoted: readonly string[]): CarriedWord | undefined {
  const said = patterns().countedNames;
  for (const word of quoted) {
    const written = word.replace(/[^\p{Script=Han}\w]/gu, '.');
    const at = question.search(new RegExp(`[“"「『《](?:${said.differs.source})?${written}`, 'u'));
    const before = question.slice(0, Math.max(0, at));
    const counted = said.countBefore.find(before);
    // “答好”的四道题: the count may stand behind the word.
    const behind = at >= 0 ? said.countBehind.find(question.slice(at + word.length + 1)) : null;
    const { count: numeral, classifier } = (counted ?? behind)?.groups ?? {};
    const count = numeral ? (parseNumeral(numeral) ?? 0) : 0;
    const open = said.placeholder.in(question.slice(at + 1)) || said.some.in(before);
    if (countedQuote(word) || word.length > LONGEST_CARRIED) continue;
    if (
      numeral &&
      count >= 2 &&
      count <= MAX_ITEMS &&
      (word.length > 1 || (counted && said.whichBefore.in(before.slice(0, counted.index))))
    )
      return {
        word,
        counts: [count],
        name: { forms: formsOf(numeral, `${classifier}“${word}”`), counts: [count], classes: [] },
      };
    if (open) return { word, counts: totalOf(question), name: { forms: [`“${word}”`], counts: [], classes: [] } };
  }
  return undefined;
}

/** How many there are in all, where a question says so apart from the word: 一共九个. */
function totalOf(question: string): number[] {
  return countsIn(patterns().countedNames.total.find(question));
}

/** The longest word that items share. */
const LONGEST_CARRIED = 8;
