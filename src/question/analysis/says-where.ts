import { patterns } from '../patterns/index.js';
import { analysisWords } from './words.js';

const CLAUSE_END = /[，,。；;？?！! ]/u;
const LAST_CLAUSE = /[^，,。；;？?！! ]*$/u;
/**
 * True for a clause of nothing but a report and that it says so, behind one that asks (有哪些国际比赛落户？22年报告提到三个): it names where is looked, and
 * asks for no reports.
 * @param text with places and times as characters that are no words.
 * @param verb where the verb of mentioning stands.
 */
export function onlySaysWhere(text: string, [from, to]: readonly [start: number, end: number]): boolean {
  const start = text.slice(0, from).search(LAST_CLAUSE);
  const behind = text.slice(to).search(CLAUSE_END);
  const end = behind < 0 ? text.length : to + behind;
  const said = text.slice(start, from) + text.slice(to, end);
  const rest = analysisWords().mentions.saysWhere.reduce((left, word) => left.replaceAll(word, ''), said);
  return start > 0 && !/\p{Script=Han}/u.test(rest) && patterns().searches.askingBefore.in(text.slice(0, start));
}
