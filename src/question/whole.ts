import type { EvidenceRun } from '../frame/types.js';

/** What a share is of, where a place's report tells it: 占全国多少, 在全省占几成. */
const SHARE_OF =
  /(?<!抢)占(?:到|了|据|去)?(全国|全省|全区|全州|全市|全县|全球|世界)(?:同期|总量|总数|产量)?(?:的)?(?=多少|几|百分|比|[？?。]|$)|在?(全国|全省|全区|全州|全市|全县|全球|世界)(?:的|里|中)?占(?:到|了|据|去)?(?:比|多少|几|百分)/u;
const ALONE = /^(?:那么?)?(?:占)?(全国|全省|全区|全州|全市|全县|全球|世界)(?:的)?$/u;

/** The whole of which a question asks the share; undefined where it asks for none. */
export function wholeAsked(text: string): string | undefined {
  const match = SHARE_OF.exec(text);
  return match?.[1] ?? match?.[2];
}

/** The whole that a turn puts for another (全省呢 behind 占全国多少); undefined where it says more. */
export function wholeAlone(text: string): string | undefined {
  return ALONE.exec(text)?.[1];
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
