import type { CarriedWord, CountedName } from '../frame/types.js';
import { parseNumeral } from '../text/numerals.js';

/** Names that say how many parts they have: 十大民生实事, “两带一区”, 12件市级民生实事. */

/** The most parts that a list may have. */
export const MAX_ITEMS = 200;

const NUMERAL = '(?:[一二两三四五六七八九十]{1,3}|\\d{1,3})';
const CLASSIFIER = '(?:个?方面|大类|大|个|项|条|件|步|类|种|家|块|组|场|级|张|座|支|层|所|道|篇|笔|桩)';
/** A counted phrase in running text: its number, classifier, and the words it counts. */
const COUNTED = new RegExp(
  `(?<![\\d.第之“十五百千万亿]|[十百千万])(${NUMERAL})(${CLASSIFIER})([\\p{Script=Han}A-Za-z]{2,16})`,
  'gu',
);
/** Where the counted words end and the asking begins. */
const ASKING =
  /(?:都|各|分别|具体|主要|究竟|到底|一共|的)?(?:是|有|指|包括|包含|说|涉及|在|为(?!民|群众|百姓)|叫|怎|如何|什么|哪|分别|具体|清单|一览|里|中(?!心|国|小)|当中|都|吗|呢|[和与及](?=[一二两三四五六七八九十\d]))/u;
/** What tells what they did is no name: 7家企业进了500强. */
const TELLS = /[了过着]/u;
/** What is only the class of the answer: 三个地方, 十个方面. */
const MERE_CLASS =
  /^(?:那个|这个|那些|这些|那种|方面|地方|城市|部分|内容|项目|领域|任务|目标|问题|方向|重点|月|百分点|工作日|小时|人)$/u;

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
    if (next && !/^(?:[”"]?[和与及、以]+[“"]?|[”"][“"])$/u.test(question.slice(name.end, next.start))) break;
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

const COUNT_OF_FORM = new RegExp(`^${NUMERAL}${CLASSIFIER}`, 'u');

/** The number of a counted name with its classifier: 8件 of 8件实事; undefined for a name without one (两带一区). */
export function countOfForm(form: string): string | undefined {
  return COUNT_OF_FORM.exec(form)?.[0];
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

const HALVES = new RegExp(`(${NUMERAL})((?:(?!${NUMERAL})[^\\s])*)`, 'gu');

/** The half of a quoted name that the question names once more by itself: 五访 of “五访三挂”里的五访是哪五类; none where it names them all. */
function halvesNamed(words: string, open: string): NamePlace[] {
  const halves = [...words.matchAll(HALVES)];
  const named = halves.filter(([half, , rest]) => rest !== '' && open.includes(half));
  const [only, ...others] = named;
  const count = parseNumeral(only?.[1] ?? '') ?? 0;
  if (!only || halves.length < 2 || others.length > 0 || count < 2) return [];
  const [half, numeral, rest] = only as unknown as [string, string, string];
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
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(open); match; match = COUNTED.exec(open)) {
    const [, numeral, classifier, rest] = match;
    const words = rest!.slice(0, ASKING.exec(rest!)?.index ?? rest!.length);
    const end = match.index + numeral!.length + classifier!.length + words.length;
    COUNTED.lastIndex = Math.max(end, match.index + 1);
    const count = parseNumeral(numeral!) ?? 0;
    if (/哪$/u.test(open.slice(0, match.index)) || words.length < 2 || MERE_CLASS.test(words) || TELLS.test(words))
      continue;
    if (count < 2 || count > MAX_ITEMS) continue;
    const name = { forms: formsOf(numeral!, classifier! + words), counts: [count], classes: [words.slice(-2)] };
    names.push({ name, start: match.index, end });
  }
  return names;
}

/** A quoted name that counts its parts: “六大专项行动”, “两带一区”. */
function countedQuote(name: string): CountedName | undefined {
  const code = codeOf(name);
  if (code) return code;
  const halves = [...name.matchAll(HALVES)];
  if (halves.length === 0 || halves[0]!.index !== 0 || !/^[\p{Script=Han}\dA-Za-z]+$/u.test(name)) return undefined;
  if (halves.some((h) => h[2] === '')) return undefined;
  const numbers = halves.map((h) => parseNumeral(h[1]!) ?? 0);
  const sum = numbers.reduce((a, b) => a + b, 0);
  const pairs = numbers.length > 1 && numbers.every((n) => n === numbers[0]) && numbers[0]! > 1 ? [numbers[0]!] : [];
  // “四位一体” are four that make one.
  const made = numbers.length === 2 && numbers[1] === 1 && halves[1]![2] === ONE_BODY;
  const whole = made && numbers[0]! > 2 ? [numbers[0]!] : [];
  const counts = [...whole, sum, ...pairs].filter((n) => n >= 2 && n <= MAX_ITEMS);
  if (counts.length === 0) return undefined;
  const classes = halves.map((h) => h[2]!.replace(/^[大个项条件类种张座支层](?=.)/u, '')).filter(Boolean);
  const [only] = halves;
  const forms = halves.length === 1 ? formsOf(only![1]!, only![2]!) : [name];
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
  const bare = rest.replace(/^个(?=方面)/u, '');
  return bare.startsWith('方面') ? [rest, rest === bare ? `个${bare}` : bare] : [rest];
}

const DIGITS = '一二三四五六七八九十';

/** 1 to 99 in Chinese figures. */
export function chineseNumeral(n: number): string {
  if (n <= 10) return DIGITS[n - 1] ?? String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${n % 10 ? DIGITS[(n % 10) - 1] : ''}`;
}

/** How many items a question asks for by a count that belongs to no name: 哪九个方面, 哪三项, 三个“…强市”. */
export function askedCount(question: string): number | undefined {
  const asked = new RegExp(`哪(${NUMERAL})(?:${CLASSIFIER}|方面|[\\p{Script=Han}])`, 'u').exec(question);
  const match =
    asked ?? new RegExp(`(?<![\\d.第])(${NUMERAL})${CLASSIFIER}(?=[“"]|方面|部分|方向|领域)`, 'u').exec(question);
  const count = match ? (parseNumeral(match[1]!) ?? 0) : 0;
  return count >= 2 && count <= MAX_ITEMS ? count : undefined;
}

/** The counted phrase that a question asks by (五个方面 in 哪五个方面攻坚突破), and the word that its items may carry (攻坚突破). */
export function askedPhrase(question: string): { readonly phrase: string; readonly word?: string } | undefined {
  const match = new RegExp(`哪(${NUMERAL}${CLASSIFIER}(?:方面|领域)?)的?(\\p{Script=Han}{2,4})?`, 'u').exec(question);
  return match ? { phrase: match[1]!, word: match[2] } : undefined;
}

/** The count of what a question asks for in general words (七个方面), as the sentence that announces them may write it. */
export function askedAspects(question: string): CountedName | undefined {
  const match = new RegExp(`哪(${NUMERAL})(个?(?:方面|领域|环节|部分|方向))`, 'u').exec(question);
  const count = match ? (parseNumeral(match[1]!) ?? 0) : 0;
  if (!match || count < 2 || count > MAX_ITEMS) return undefined;
  return { forms: formsOf(match[1]!, match[2]!), counts: [count], classes: [] };
}

/** The counted name that a text ends with: 十件重点民生实事. */
export function countedBefore(text: string): CountedName[] {
  const match = new RegExp(`(?<![\\d.第])(${NUMERAL})(${CLASSIFIER}[\\p{Script=Han}]{2,12})$`, 'u').exec(text);
  const count = match ? (parseNumeral(match[1]!) ?? 0) : 0;
  if (!match || count < 2 || count > MAX_ITEMS) return [];
  return [{ forms: formsOf(match[1]!, match[2]!), counts: [count], classes: [match[2]!.slice(-2)] }];
}

const DIFFERS = '(?:[XxＸ×某○〇*＊]{1,3}|什么什么|啥啥)';
/** What stands for the part that differs: “XX城市”, “××宁夏”, “什么什么之河”. */
export const PLACEHOLDER = new RegExp(`^${DIFFERS}(?=\\p{Script=Han})`, 'u');

/** A quotation in which a part that differs is left open: “什么什么之河”. */
export const OPEN_QUOTE = new RegExp(`[“"「『《]${DIFFERS}(?=\\p{Script=Han})`, 'u');

/** Asks for several of what is quoted next, without their number: 哪几个“…”, 那几个“…”, 哪些“…”. */
const SOME = new RegExp(`(?:哪些|[哪那这]几${CLASSIFIER}|几${CLASSIFIER})的?$`, 'u');

/** The quoted word that several items are to carry: 四个“坚持”, 哪五种“××城市”; undefined where the question asks for none. */
export function carriedWord(question: string, quoted: readonly string[]): CarriedWord | undefined {
  for (const word of quoted) {
    const written = word.replace(/[^\p{Script=Han}\w]/gu, '.');
    const at = question.search(new RegExp(`[“"「『《]${DIFFERS}?${written}`, 'u'));
    const before = question.slice(0, Math.max(0, at));
    const counted = new RegExp(`(?<![\\d.第])(${NUMERAL})(${CLASSIFIER})的?$`, 'u').exec(before);
    // “答好”的四道题: the count may stand behind the word.
    const behind = new RegExp(`^.{${word.length + 1}}[”"」』》]的?(${NUMERAL})(${CLASSIFIER})`, 'u').exec(
      question.slice(Math.max(0, at)),
    );
    const [, numeral, classifier] = counted ?? (at >= 0 ? behind : null) ?? [];
    const count = numeral ? (parseNumeral(numeral) ?? 0) : 0;
    const open = PLACEHOLDER.test(question.slice(at + 1)) || SOME.test(before);
    if (countedQuote(word) || word.length > LONGEST_CARRIED) continue;
    if (
      numeral &&
      count >= 2 &&
      count <= MAX_ITEMS &&
      (word.length > 1 || (counted && /哪$/u.test(before.slice(0, counted.index))))
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
  const total = new RegExp(`(?:一共|总共|合计|拢共|共)(?:有|是)?(${NUMERAL})(?:${CLASSIFIER})`, 'u').exec(question);
  const count = total ? (parseNumeral(total[1]!) ?? 0) : 0;
  return count >= 2 && count <= MAX_ITEMS ? [count] : [];
}

/** The longest word that items share. */
const LONGEST_CARRIED = 8;
