import type { Attached } from '../frame/types.js';
import { claimWords } from './intent.js';
import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';
import { claim, freeRuns, isFree } from './scratch.js';
import { turnWords } from './turn-words.js';
import { fromWords, questionWords } from './words.js';

const stopWords = fromWords(({ stop }) => ({
  several: stop.filter((w) => w.length > 1),
  single: new Set(stop.filter((w) => w.length === 1)),
}));

/** Claims words without content. Single units are claimed only where they stand alone between claimed ones, or are particles. */
function claimStopWords(scratch: Scratch): void {
  const { several, single } = stopWords();
  const { particles, edges } = patterns().residue;
  claimWords(scratch, several);
  for (let i = 0; i < scratch.text.length; i++) {
    if (scratch.used[i] || !single.has(scratch.text[i]!)) continue;
    const alone = (i === 0 || scratch.used[i - 1] === 1) && (i + 1 >= scratch.text.length || scratch.used[i + 1] === 1);
    const particle = particles.in(scratch.text[i]!);
    const edge =
      (i === 0 || scratch.used[i - 1] === 1 || !isFree(scratch, i + 1, Math.min(i + 2, scratch.text.length))) &&
      edges.in(scratch.text[i]!) &&
      !questionWords().stopLed.some((word) => scratch.text.startsWith(word, i));
    if (alone || particle || edge) claim(scratch, i, i + 1);
  }
}

/** No more than a word of asking up to the end of the clause. */
const ONLY_ASKS = /^\p{Script=Han}{1,4}(?:[，,。？?！!]|$)/u;

const BRACKETED = /[(（](\p{Script=Han}{2,8})[)）]/gu;

/** What is left over: the content that an answer must hold, and the background that it may. */
export interface LeftOver {
  readonly residue: readonly string[];
  readonly background: readonly string[];
}

/**
 * Splits what no recogniser claimed into content and background. The class word after 哪家, 哪条 is background too.
 * @param measured the noun that the unit asked for is counted by (里程); behind other words it is background.
 * @param scenes clauses that only set the scene: background.
 */
export function leftOver(
  scratch: Scratch,
  measured?: string,
  scenes: readonly (readonly [number, number])[] = [],
): LeftOver {
  const { text } = scratch;
  const said = patterns().residue;
  const background: string[] = [];
  const take = (start: number, end: number): void => {
    const part = { text: text.slice(0, end), used: scratch.used.slice(0, end) };
    part.used.fill(1, 0, start);
    background.push(...freeRuns(part));
    claim(scratch, start, end);
  };
  for (const [start, end] of scenes) take(start, end);
  for (const match of said.backgroundEnd.findAll(text)) {
    if (!isFree(scratch, match.index, match.index + 1)) continue;
    let start = match.index;
    while (start > 0 && !scratch.used[start - 1] && !/[，,。、 ]/u.test(text[start - 1]!)) start--;
    // 在全国城市里排第几: the field of an order is asked for.
    const behind = text.slice(match.index + match[0].length);
    const field = said.orderBehind.in(behind);
    // 那些疗养院以后干嘛: what stands before is what is asked about.
    const asked = turnWords().messages.asks.some((word) => ONLY_ASKS.exec(behind)?.[0].includes(word));
    if (match.index - start >= 2 && !field && !asked) take(start, match.index);
    claim(scratch, match.index, match.index + match[0].length);
  }
  for (const match of said.excepted.findAll(text)) {
    const { thing } = match.groups as { readonly thing: string };
    const start = match.index + match[0].indexOf(thing);
    if (isFree(scratch, start, start + thing.length)) take(start, start + thing.length);
    claim(scratch, match.index, match.index + match[0].length);
  }
  const noun = measured === undefined ? -1 : text.lastIndexOf(measured);
  if (noun >= 3 && isFree(scratch, noun - 3, noun + measured!.length)) take(noun, noun + measured!.length);
  // 农网（电网）改造: what stands in brackets says the same in other words.
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index + 1;
    if (isFree(scratch, start, start + match[1]!.length)) take(start, start + match[1]!.length);
  }
  for (const match of said.asides.findAll(text))
    if (isFree(scratch, match.index, match.index + match[0].length))
      claim(scratch, match.index, match.index + match[0].length);
  for (const match of said.countedSlots.findAll(text))
    if (isFree(scratch, match.index, match.index + 1)) claim(scratch, match.index, match.index + match[0].length);
  const { classNouns } = questionWords();
  for (const match of said.whichOne.findAll(text)) {
    const end = match.index + match[0].length;
    const noun = classNouns.find((n) => text.startsWith(n, end));
    if (noun && isFree(scratch, end, end + noun.length)) take(end, end + noun.length);
    claim(scratch, match.index, end);
  }
  claimStopWords(scratch);
  return { residue: freeRuns(scratch), background };
}

/** The unclaimed runs that touch a stretch of the text: 涉税 and 总收入 around a name. */
export function runsAround(scratch: Scratch, start: number, end: number): Attached {
  const { everybody, measured } = patterns().residue;
  let from = start;
  while (from > 0 && isHanFree(scratch, from - 1)) from--;
  let to = end;
  while (to < scratch.text.length && isHanFree(scratch, to)) to++;
  const before = everybody.cutFrom(scratch.text.slice(from, start));
  const behind = scratch.text.slice(end, to);
  return {
    ...(before ? { before, name: scratch.text.slice(start, end) } : {}),
    ...(behind.length > 1 && measured.in(behind) ? { behind } : {}),
  };
}

function isHanFree(scratch: Scratch, at: number): boolean {
  return !scratch.used[at] && /\p{Script=Han}/u.test(scratch.text[at]!);
}
