import { patterns } from '../question/patterns/index.js';
import type { Store } from '../retrieval/types.js';

const NATION = '全国';
/** A name of so many characters may be a part of other words: it is a speaker's only with an office or a report behind it. */
const SHORT_NAME = 2;

/**
 * Reports named by who gave them (张昌平2004年报告, 戴超市长承认…): the name becomes the place's, or goes where the place is named beside it.
 * A speaker of several places says nothing of which is meant.
 */
export function createSpeakerNames(store: Store): (text: string) => string {
  const places = new Map<string, Set<string>>();
  for (const { speaker, place, duplicateOf } of store.heads)
    if (speaker && speaker.length >= SHORT_NAME && place && !duplicateOf)
      places.set(speaker, (places.get(speaker) ?? new Set()).add(place.short));
  const known = [...places].filter(([, of]) => of.size === 1).map(([name, [short]]) => [name, short!] as const);
  /** The numbers of the names by their first two characters. */
  const byHead = new Map<string, number[]>();
  for (const [number, [name]] of known.entries()) {
    const head = name.slice(0, SHORT_NAME);
    byHead.set(head, [...(byHead.get(head) ?? []), number]);
  }
  return (typed) => {
    const said = patterns().speakers;
    const text = said.ofNation.replaceFirst(typed, () => NATION);
    const near = new Set<number>();
    for (let at = 0; at < text.length; at++)
      for (const number of byHead.get(text.slice(at, at + SHORT_NAME)) ?? [])
        if (text.startsWith(known[number]![0], at)) near.add(number);
    const found = [...near].sort((a, b) => a - b).map((number) => known[number]!);
    if (found.length === 0 || said.aboutPerson.in(text)) return text;
    return found.reduce((rest, [name, short]) => {
      const pattern = new RegExp(
        name.length > SHORT_NAME ? `${name}(?:${said.office.source})?` : `${name}(?:${said.behindShortName.source})`,
        'u',
      );
      const without = rest.replace(pattern, '');
      return without.includes(short) ? without : rest.replace(pattern, short);
    }, text);
  };
}
