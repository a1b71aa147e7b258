import type { EvidenceRun } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { patterns } from './patterns/index.js';
import { questionWords } from './words.js';

/** The whole of which a question asks the share; undefined where it asks for none. */
export function wholeAsked(text: string): string | undefined {
  const said = patterns().shares.of.find(text)?.groups;
  return said?.whole ?? said?.inWhole;
}

/** A question with the place that a share is of as reports write it beside a place within it: 宁波GDP占浙江比重 is …占全省比重. */
export function withWholeAsWritten(text: string, { gazetteer }: Lexicon): string {
  if (!text.includes('占')) return text;
  const found = gazetteer.find(text);
  const whole = found.find(
    ({ place, start }) =>
      (place.level === 'province' || place.level === 'nation') &&
      patterns().places.shareBefore.in(text.slice(0, start)),
  );
  if (!whole || !found.some((m) => m !== whole && gazetteer.within(m.place.id, whole.place.id))) return text;
  return text.slice(0, whole.start) + (whole.place.level === 'nation' ? '全国' : '全省') + text.slice(whole.end);
}

/** The whole that a turn puts for another (全省呢 behind 占全国多少); undefined where it says more. */
export function wholeAlone(text: string): string | undefined {
  return patterns().shares.alone.find(text)?.groups?.whole;
}

/** True for a turn that asks what share of the product the figure before is. */
export function asksShareOfProduct(text: string): boolean {
  return patterns().shares.ofProduct.in(text.replace(/[？?。]+$/u, ''));
}

/** Runs in which the words of a share count as words of asking. */
export function withoutWhole(runs: readonly EvidenceRun[], whole: string): EvidenceRun[] {
  return runs.map((run) => {
    const roles = [...run.roles];
    for (const word of [whole, ...questionWords().shareWords])
      for (let at = run.text.indexOf(word); at >= 0; at = run.text.indexOf(word, at + word.length))
        roles.fill('function', at, at + word.length);
    return { ...run, roles };
  });
}

/** Words left over without those of a share. */
export function besidesWhole(said: string, whole: string | undefined): string {
  return whole === undefined
    ? said
    : [whole, ...questionWords().shareWords].reduce((rest, word) => rest.replaceAll(word, ''), said);
}
