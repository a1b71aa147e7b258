import { patterns } from '../patterns/index.js';
import { analysisWords } from './words.js';

/** True for a question that wants a yes or no. */
export function asksYesNo(text: string): boolean {
  return patterns().tables.yesNo.in(text);
}

/** True where it is asked whether something is so, in either way: …吗, 变没变, 是涨是跌. */
export function asksWhether(text: string): boolean {
  const { yesNo, either, oneOrOther } = patterns().tables;
  return yesNo.in(text) || either.in(text) || oneOrOther.in(text);
}

/** 都高于5%吗; 大多写3.5%，哪些省不是 asks for those that are not. */
export function asksOfAll(text: string): boolean {
  return asksOf(text, analysisWords().all) || patterns().tables.exceptions.in(text) || asksOfAllYears(text);
}

/** 一直是86万吗: whether something is so in all years; 历年有没有低于5%的 asks for one that is. */
export function asksOfAllYears(text: string): boolean {
  return asksOf(text, analysisWords().always) && !patterns().tables.anyOfYears.in(text);
}

function asksOf(text: string, words: readonly string[]): boolean {
  return patterns().tables.yesNo.in(text) && words.some((word) => text.includes(word));
}
