import { placePosition } from '../../lexicon/place-position.js';
import { thesaurus } from '../../lexicon/thesaurus.js';
import { patterns } from '../patterns/index.js';
import { freeTokens, type Line, lineOf, restOf, type Token, tokenAt } from './line.js';
import { claimMatch, matchesOf } from './pattern.js';
import { analysisWords } from './words.js';

/** The longest thing that is looked for. */
const LONGEST = 30;
/** How many words are taken off the ends of a run at most. */
const MOST_STRIPS = 8;
type Known = (text: string) => boolean;

/** True where the question speaks of two things: 既提到…又提到…, …和…. */
export function speaksOfTwo(text: string): boolean {
  return patterns().searches.two.in(text);
}

/**
 * The place right behind the verb, which is the thing looked for or its beginning (提到雄安, 提到汶川地震), and not whose reports are
 * meant; where places are asked for also at the head of a clause (柳州螺蛳粉哪些省提过). Claims it.
 */
export function placeLookedFor(line: Line, known: Known, ofMany: boolean): string | undefined {
  const { object, stems } = analysisWords().mentions;
  const match = matchesOf(line, object)[0];
  const token = match?.tokens.find((t) => PLACES.has(t.kind));
  if (match && token) {
    claimToken(line, token);
    return token.text;
  }
  for (let i = 0; i < line.text.length; i++) {
    const place = tokenAt(line, i);
    const behindVerb = stems.some((stem) => patterns().searches.perfect.cutFrom(line.text.slice(0, i)).endsWith(stem));
    if (!place || !PLACES.has(place.kind) || !(behindVerb || (ofMany && isClauseHead(line.text, i)))) continue;
    const thing = wholeThing(line, i, place, known);
    if (thing !== undefined) return thing;
  }
  return undefined;
}

/** The longest words that a firm or a school has behind its place. */
const LONGEST_KIND = 6;

/**
 * The names of firms and schools with a place in them, which are looked for and whose place is none that is asked about: 黄冈中学, 蜜雪冰城.
 * Claims them.
 */
export function institutionsIn(text: string, line: Line, known: Known): string[] {
  const { enterprises, institutions } = placePosition();
  const found: string[] = [];
  for (let i = 0; i < line.text.length; i++) {
    const place = tokenAt(line, i);
    if (place?.kind !== 'P') continue;
    const firm = enterprises.find((name) => {
      const at = text.indexOf(name);
      return at >= 0 && at <= place.start && place.end <= at + name.length && name.length > place.text.length;
    });
    const before = firm === undefined ? 0 : place.start - text.indexOf(firm);
    const kind = institutions
      .map((word) => [word, line.text.indexOf(word, i + 1)] as const)
      .map(([word, at]) => (at < 0 ? '' : line.text.slice(i + 1, at + word.length)))
      .filter((own) => /^\p{Script=Han}+$/u.test(own) && own.length <= LONGEST_KIND)
      // 西安交通大学 stands in reports; of 北京的大学 nobody knows that it is a name.
      .find((own) => institutions.includes(own) || known(place.text + own));
    const name = firm ?? (kind === undefined ? undefined : place.text + kind);
    if (name === undefined) continue;
    const start = i - before;
    claimMatch(line, { start, end: start + name.length - place.text.length + 1 });
    found.push(name);
  }
  return [...new Set(found)].slice(0, 2);
}

function isClauseHead(text: string, at: number): boolean {
  return at === 0 || /[，,。；;？?\s]$/u.test(text.slice(0, at));
}

/** Places and groups of them, by which things are called too: 长三角一体化. */
const PLACES: ReadonlySet<Token['kind']> = new Set(['P', 'G']);

/** 汶川地震 of 念叨汶川地震: the longest name that begins with the place and stands in the reports. Claims it. */
function wholeThing(line: Line, at: number, place: Token, known: Known): string | undefined {
  const behind = /^\p{Script=Han}{2,6}/u.exec(line.text.slice(at + 1))?.[0] ?? '';
  for (let length = behind.length; length >= 2; length--) {
    const name = place.text + behind.slice(0, length);
    if (!known(name)) continue;
    claimMatch(line, { start: at, end: at + 1 + length });
    return name;
  }
  return undefined;
}

function claimToken(line: Line, token: Token): void {
  for (let i = 0; i < line.text.length; i++) if (tokenAt(line, i) === token) line.used[i] = 1;
}

/**
 * The things looked for, in order: those in quotation marks, else of the runs that are left the longest, each character as far as the
 * learned reader takes it for content.
 * @param content the probability that each character of a run is of the thing asked for, 0–1.
 * @param sure whether the question surely looks for a thing, so that a run may hold more than it.
 */
export function termsOf(
  line: Line,
  known: Known,
  content: (run: string) => readonly number[],
  sure: boolean,
): string[] {
  const quoted = freeTokens(line, 'W').map((t) => String(t.value));
  if (quoted.length > 0) return quoted.slice(0, 2);
  for (let i = 0; i < line.text.length; i++) {
    const code = line.text.charCodeAt(i);
    if (code >= 0xe000 && code < 0xe500) claimMatch(line, { start: i, end: i + 1 });
  }
  const two = speaksOfTwo(line.text);
  const left = restOf(line, ['I']);
  const all = (two ? left.flatMap((run) => partsOf(run, known)) : rejoined(line, left, known))
    .map((run) => withoutParticles(bareTerm(withoutParticles(run), known)))
    .map((run) => (sure ? narrowed(run, known, content) : run))
    .map((run) => widened(line, run, known))
    .filter((run) => run.length >= 2 && run.length <= LONGEST);
  // 有谁, 那阵 are looked for only where nothing else is there.
  // 做预制菜生意的，谁把预制菜写进报告: what is named twice is the thing itself.
  const twice = (run: string): boolean => all.some((other) => other !== run && run.includes(other) && known(other));
  const things = all.filter((run) => !isFrame(run) && !twice(run));
  const worthOf = (run: string): number => content(run).reduce((sum, p) => sum + p, 0);
  const named = things.filter((run) => worthOf(run) / run.length > FRAME);
  const runs = [named, things, all].find((some) => some.length > 0) ?? [];
  const worth = new Map(runs.map((run) => [run, worthOf(run)]));
  const best = [...runs].sort((a, b) => worth.get(b)! - worth.get(a)!).slice(0, two ? 2 : 1);
  return runs.filter((run) => best.includes(run)).slice(0, 2);
}

/** The most units of a verb or a particle that may part a name. */
const MOST_BETWEEN = 4;

/** 低空 and 经济 of 低空这块提没提经济: a name that a verb or a particle parts is one, where the reports hold both pieces as one. */
function rejoined({ text }: Line, runs: readonly string[], known: Known): string[] {
  for (let i = 0; i + 1 < runs.length; i++) {
    const [head, tail] = [withoutParticles(runs[i]!), withoutParticles(runs[i + 1]!)];
    const at = text.indexOf(head);
    const between = at < 0 ? -1 : text.indexOf(tail, at + head.length) - at - head.length;
    if (between < 0 || between > MOST_BETWEEN || head.length < 2 || tail.length < 2) continue;
    const apart = text.slice(at + head.length, at + head.length + between);
    if (!patterns().searches.parting.in(apart) && known(head + tail))
      return [...runs.slice(0, i), head + tail, ...runs.slice(i + 2)];
  }
  return [...runs];
}

/** From this probability on the learned reader takes a character for one of the thing asked for, and beside such a one from less. */
const CONTENT = 0.45;
const BESIDE_CONTENT = 0.25;
/** The shortest words that reports hold within a run that they do not, where the learned reader knows none of it. */
const LEAST_HELD = 3;

/**
 * What of a run is the thing where no report holds it as it is: what the learned reader takes for it (宇树科技 of 宇树科技被, DeepSeek of
 * DeepSeek火成那样), else the longest words that reports hold (天价彩礼 of 治天价彩礼).
 */
function narrowed(run: string, known: Known, content: (run: string) => readonly number[]): string {
  if (known(run)) return run;
  const probability = content(run);
  let [from, to] = [0, 0];
  for (let start = 0; start < run.length; start++) {
    let end = start;
    while (end < run.length && probability[end]! >= CONTENT) end++;
    if (end - start > to - from) [from, to] = [start, end];
    start = Math.max(start, end - 1);
  }
  while (to > from && to < run.length && probability[to]! >= BESIDE_CONTENT) to++;
  while (to > from && cutsWord(run, from)) from--;
  while (to > from && cutsWord(run, to)) to++;
  const thing = to - from >= 2 ? run.slice(from, to) : undefined;
  return longestHeld(thing ?? run, known) ?? thing ?? run;
}

function longestHeld(run: string, known: Known): string | undefined {
  for (let size = run.length; size >= LEAST_HELD; size--)
    for (let at = 0; at + size <= run.length; at++) {
      const words = run.slice(at, at + size);
      if (!cutsWord(run, at) && !cutsWord(run, at + size) && known(words)) return words;
    }
  return undefined;
}

/** True within a word in letters, and within one that the thesaurus has: GPT is none of ChatGPT, nor 铁 of 地铁. */
function cutsWord(text: string, at: number): boolean {
  if (/[A-Za-z\d]/.test(text[at - 1] ?? '') && /[A-Za-z\d]/.test(text[at] ?? '')) return true;
  const around = text.slice(Math.max(0, at - 1), at + 1);
  return around.length === 2 && HAN.test(around) && thesaurus().has(around);
}

/** The most that a word of asking holds which begins the name of a thing: 数字 of 数字人民币. */
const WIDENED = [4, 3, 2] as const;

/** A run with the word of asking before it, where the reports hold both as one: 数字人民币, though 数字 asks for figures. */
function widened({ text }: Line, run: string, known: Known): string {
  const at = text.indexOf(run);
  if (at < 0) return run;
  const whole = WIDENED.map((size) => text.slice(Math.max(0, at - size), at) + run).find(
    (name) => name.length > run.length + 1 && HAN.test(name) && known(name),
  );
  return whole ?? run;
}

const HAN = /^[\p{Script=Han}]+$/u;

/** What the learned reader gives less than this is a word of asking: 有没 of 有没哪个省没提. */
const FRAME = 0.25;

/** 碳达峰和共同富裕 are two things, 碳中和 is one: what the reports hold as it is stays whole. */
function partsOf(run: string, known: Known): string[] {
  const whole = bareTerm(withoutParticles(run), known);
  return known(whole) ? [whole] : patterns().searches.joins.split(run);
}

/** True for a run that is a word of the frame and nothing else. */
function isFrame(run: string): boolean {
  return matchesOf(lineOf(run, []), analysisWords().noise).some((m) => m.start === 0 && m.end === run.length);
}

/** 区块链的吗 without what ends a sentence: no thing's name ends so. */
function withoutParticles(run: string): string {
  const ends = analysisWords().mentions.particles.find((p) => run.length > p.length + 1 && run.endsWith(p));
  return ends === undefined ? run : withoutParticles(run.slice(0, -ends.length));
}

/** A run without words of the frame at its ends, as long as the reports do not hold it as it is: 比亚迪 stays whole. */
function bareTerm(run: string, known: Known): string {
  let term = run;
  for (let tries = 0; tries < MOST_STRIPS && term.length >= 2 && !known(term); tries++) {
    const free = lineOf(term, []);
    const all = matchesOf(free, analysisWords().noise).filter((m) => m.start === 0 || m.end === term.length);
    const without = ({ start, end }: { start: number; end: number }): string =>
      start === 0 ? term.slice(end) : term.slice(0, start);
    // What leaves a name that the reports hold comes first: 和一带一路 loses its 和 and not its 一路.
    const ends = all.find((m) => without(m).length >= 2 && known(without(m))) ?? all[0];
    if (!ends || ends.end - ends.start === term.length) break;
    const bare = without(ends);
    // One unit is as likely the first of a name (比亚迪) as a word of the frame.
    if (ends.end - ends.start === 1 && !known(bare)) {
      const inner = term.slice(1, -1);
      return inner.length >= 2 && known(inner) ? inner : term;
    }
    term = bare;
  }
  return term;
}
