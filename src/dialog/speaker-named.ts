import type { Store } from '../retrieval/types.js';

/** What may stand behind a name of two characters that is meant as a speaker's: 戴超市长, 咸辉2018年报告. */
const OFFICE = '(?:代)?(?:市长|省长|主席|州长|盟长|专员|区长|县长|总理)';
const TWO_BEHIND = `(?:${OFFICE}|(?=(?:19|20)?\\d{2}年?(?:的)?报告|(?:的)?报告|(?:19|20)\\d{2}年(?:说|讲)))`;
/** The nation's reports by the office of who gives them: 总理报告, 总理2014年的报告; or by whose they are: 国家报告. */
const OF_NATION =
  /(?:国务院)?总理(?:的)?(?:政府)?(?:工作)?(?:报告|(?=(?:19|20)\d{2}年))|(?:国家|中央)(?:的)?(?:政府)?(?:工作)?报告/u;
const NATION = '全国';
/** Asks about the speaker and for no report. */
const ABOUT_PERSON = /是谁|谁是|哪里人|是哪位|什么人/u;
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
    const text = typed.replace(OF_NATION, NATION);
    const near = new Set<number>();
    for (let at = 0; at < text.length; at++)
      for (const number of byHead.get(text.slice(at, at + SHORT_NAME)) ?? [])
        if (text.startsWith(known[number]![0], at)) near.add(number);
    const found = [...near].sort((a, b) => a - b).map((number) => known[number]!);
    if (found.length === 0 || ABOUT_PERSON.test(text)) return text;
    return found.reduce((rest, [name, short]) => {
      const pattern = new RegExp(name.length > SHORT_NAME ? `${name}(?:${OFFICE})?` : `${name}${TWO_BEHIND}`, 'u');
      const without = rest.replace(pattern, '');
      return without.includes(short) ? without : rest.replace(pattern, short);
    }, text);
  };
}
