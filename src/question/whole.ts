import type { EvidenceRun } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';

/** What a share is of, where a place's report tells it: 占全国多少, 在全省占几成. */
const SHARE_OF =
  /(?<!抢)占(?:到|了|据|去)?(全国|全省|全区|全州|全市|全县|全球|世界)(?:同期|总量|总数|产量)?(?:的)?(?=多少|几|百分|比|[？?。]|$)|在?(全国|全省|全区|全州|全市|全县|全球|世界)(?:的|里|中)?占(?:到|了|据|去)?(?:比|多少|几|百分)/u;
const ALONE = /^(?:那么?)?(?:占)?(全国|全省|全区|全州|全市|全县|全球|世界)(?:的)?$/u;

/** The whole of which a question asks the share; undefined where it asks for none. */
export function wholeAsked(text: string): string | undefined {
  const match = SHARE_OF.exec(text);
  return match?.[1] ?? match?.[2];
}

/** What stands before the name of a whole: 占浙江的比重. */
const BEFORE_WHOLE = /(?<!抢)占(?:到|了|据|去)?$/u;

/** A question with the place that a share is of as reports write it beside a place within it: 宁波GDP占浙江比重 is …占全省比重. */
export function withWholeAsWritten(text: string, { gazetteer }: Lexicon): string {
  if (!text.includes('占')) return text;
  const found = gazetteer.find(text);
  const whole = found.find(
    ({ place, start }) =>
      (place.level === 'province' || place.level === 'nation') && BEFORE_WHOLE.test(text.slice(0, start)),
  );
  if (!whole || !found.some((m) => m !== whole && gazetteer.within(m.place.id, whole.place.id))) return text;
  return text.slice(0, whole.start) + (whole.place.level === 'nation' ? '全国' : '全省') + text.slice(whole.end);
}

/** The whole that a turn puts for another (全省呢 behind 占全国多少); undefined where it says more. */
export function wholeAlone(text: string): string | undefined {
  return ALONE.exec(text)?.[1];
}

/** The nation's product, in a turn that asks the share of it that the figure before has: 占GDP多少. */
const OF_PRODUCT =
  /^(?:那么?|它)?占(?:到|了)?(?:全市|全省|全国|全县|全区|全州)?(GDP|地区生产总值|生产总值|国内生产总值)(?:的)?(?:比重|比例|份额|百分比)?(?:是|有)?(?:多少|几成|百分之几|百分之多少|几个点)?(?:呢|啊)?$/u;

/** True for a turn that asks what share of the product the figure before is. */
export function asksShareOfProduct(text: string): boolean {
  return OF_PRODUCT.test(text.replace(/[？?。]+$/u, ''));
}

/** Runs in which the words of a share count as words of asking. */
export function withoutWhole(runs: readonly EvidenceRun[], whole: string): EvidenceRun[] {
  return runs.map((run) => {
    const roles = [...run.roles];
    for (const word of [whole, ...WORDS])
      for (let at = run.text.indexOf(word); at >= 0; at = run.text.indexOf(word, at + word.length))
        roles.fill('function', at, at + word.length);
    return { ...run, roles };
  });
}

const WORDS = ['占', '的比重', '比重', '比例', '份额'];

/** Words left over without those of a share. */
export function besidesWhole(said: string, whole: string | undefined): string {
  return whole === undefined ? said : [whole, ...WORDS].reduce((rest, word) => rest.replaceAll(word, ''), said);
}
