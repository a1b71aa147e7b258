import type { Attached } from '../frame/types.js';
import { claimWords } from './intent.js';
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
  claimWords(scratch, several);
  for (let i = 0; i < scratch.text.length; i++) {
    if (scratch.used[i] || !single.has(scratch.text[i]!)) continue;
    const alone = (i === 0 || scratch.used[i - 1] === 1) && (i + 1 >= scratch.text.length || scratch.used[i + 1] === 1);
    const particle = /[的了吗呢吧啊呀么]/u.test(scratch.text[i]!);
    const edge =
      (i === 0 || scratch.used[i - 1] === 1 || !isFree(scratch, i + 1, Math.min(i + 2, scratch.text.length))) &&
      /[是有在把给要让从对]/u.test(scratch.text[i]!) &&
      !questionWords().stopLed.some((word) => scratch.text.startsWith(word, i));
    if (alone || particle || edge) claim(scratch, i, i + 1);
  }
}

/** Ends of phrases that say when or amid what: 铁腕治旅之后, 小水电整治里, 铁路方面. The words before them are background. */
const BACKGROUND_END =
  /之后|以后|之前|以来|期间|的时候|过程中|(?<=攻坚|攻坚战|行动|工作)中|背景下|方面|当中|(?<![公邻故乡海万城])里(?![程约耶面头])|时(?=[，,]|$)/gu;

const IN_ORDER = /^(?:中|面|头)?(?:的?(?:排|位|居|列))/u;

/** No more than a word of asking up to the end of the clause. */
const ONLY_ASKS = /^\p{Script=Han}{1,4}(?:[，,。？?！!]|$)/u;

/** What is known already and not asked for: 除了纺织，还有…. */
const EXCEPTED = /除(?:了|去)?([^，,。？?还]{2,12}?)(?:之外|以外|外)?[，,]?(?:还|另外?|其他|其余)/gu;

const BRACKETED = /[(（](\p{Script=Han}{2,8})[)）]/gu;

/** Words of asking that hold nothing of what is asked: 报告里讲的, 卖了多少钱的东西, 在治水上花了, 每人多少. */
const ASIDE =
  /(?<=报告[里中]?)[讲说提写](?:到|过|了)?的|(?<=钱的?)(?:东西|货)(?!部)|(?<=在[^，,。]{2,12})上(?=[投花用])|(?<=榜单?|名单)上|每(?:人每[年月]|人|户|亩|月|年|天|名|生)(?=多少|几)/gu;

/** Words that only count the slots: 三个市, 两地, 三年里. */
const COUNTED_SLOTS =
  /(?:[两二三四五六七八九十几]|(?<!\d)\d{1,2})(?:个)?(?:城市|市|省份?|地区|地方|地|县|年(?=里|来|内|间|各|中|，|的))(?!重点|[级直属政本场])/gu;

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
  const background: string[] = [];
  const take = (start: number, end: number): void => {
    const part = { text: text.slice(0, end), used: scratch.used.slice(0, end) };
    part.used.fill(1, 0, start);
    background.push(...freeRuns(part));
    claim(scratch, start, end);
  };
  for (const [start, end] of scenes) take(start, end);
  for (const match of text.matchAll(BACKGROUND_END)) {
    if (!isFree(scratch, match.index, match.index + 1)) continue;
    let start = match.index;
    while (start > 0 && !scratch.used[start - 1] && !/[，,。、 ]/u.test(text[start - 1]!)) start--;
    // 在全国城市里排第几: the field of an order is asked for.
    const behind = text.slice(match.index + match[0].length);
    const field = IN_ORDER.test(behind);
    // 那些疗养院以后干嘛: what stands before is what is asked about.
    const asked = turnWords().messages.asks.some((word) => ONLY_ASKS.exec(behind)?.[0].includes(word));
    if (match.index - start >= 2 && !field && !asked) take(start, match.index);
    claim(scratch, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(EXCEPTED)) {
    const start = match.index + match[0].indexOf(match[1]!);
    if (isFree(scratch, start, start + match[1]!.length)) take(start, start + match[1]!.length);
    claim(scratch, match.index, match.index + match[0].length);
  }
  const noun = measured === undefined ? -1 : text.lastIndexOf(measured);
  if (noun >= 3 && isFree(scratch, noun - 3, noun + measured!.length)) take(noun, noun + measured!.length);
  // 农网（电网）改造: what stands in brackets says the same in other words.
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index + 1;
    if (isFree(scratch, start, start + match[1]!.length)) take(start, start + match[1]!.length);
  }
  for (const match of text.matchAll(ASIDE))
    if (isFree(scratch, match.index, match.index + match[0].length))
      claim(scratch, match.index, match.index + match[0].length);
  for (const match of text.matchAll(COUNTED_SLOTS))
    if (isFree(scratch, match.index, match.index + 1)) claim(scratch, match.index, match.index + match[0].length);
  const { classNouns } = questionWords();
  for (const match of text.matchAll(
    /哪(?:一|几|两|[二三四五六七八九十])?(?:家|个|条|座|位|些|种|类|块|项|所|只|支)?/gu,
  )) {
    const end = match.index + match[0].length;
    const noun = classNouns.find((n) => text.startsWith(n, end));
    if (noun && isFree(scratch, end, end + noun.length)) take(end, end + noun.length);
    claim(scratch, match.index, end);
  }
  claimStopWords(scratch);
  return { residue: freeRuns(scratch), background };
}

/** What is measured of a thing, behind its name: 市场主体总收入. A verb there (控制在多少) makes it no other thing. */
const MEASURED = /(?:[率值额量数]|收入|利润|投资|面积|规模|强度|浓度|人次|产能|税收|资金|贡献|费用|成本|价格|标准)$/u;

/** Words before an indicator that narrow nothing: 市民人均可支配收入. */
const EVERYBODY = /(?:市区|城区|市民|老?百姓|居民|群众|当地|本地|人民|[两三四五六七八九十几\d]年)$/u;

/** The unclaimed runs that touch a stretch of the text: 涉税 and 总收入 around a name. */
export function runsAround(scratch: Scratch, start: number, end: number): Attached {
  let from = start;
  while (from > 0 && isHanFree(scratch, from - 1)) from--;
  let to = end;
  while (to < scratch.text.length && isHanFree(scratch, to)) to++;
  const before = scratch.text.slice(from, start).replace(EVERYBODY, '');
  const behind = scratch.text.slice(end, to);
  return {
    ...(before ? { before, name: scratch.text.slice(start, end) } : {}),
    ...(behind.length > 1 && MEASURED.test(behind) ? { behind } : {}),
  };
}

function isHanFree(scratch: Scratch, at: number): boolean {
  return !scratch.used[at] && /\p{Script=Han}/u.test(scratch.text[at]!);
}
