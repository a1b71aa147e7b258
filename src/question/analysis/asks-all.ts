import { analysisWords } from './words.js';

/** A verb with its own denial: 变没变. */
const EITHER = /(\p{Script=Han})[没不]\1/u;
const YES_NO = /吗|是不是|是否|有没有|[^有]没有?[？?]?$/u;

/** True for a question that wants a yes or no. */
export function asksYesNo(text: string): boolean {
  return YES_NO.test(text);
}

/** Two ways to choose from: 是涨是跌, 升还是降. */
const ONE_OR_OTHER = /是?[涨升增高加](?:了|)(?:还|)是[跌降减低]/u;

/** True where it is asked whether something is so, in either way: …吗, 变没变, 是涨是跌. */
export function asksWhether(text: string): boolean {
  return YES_NO.test(text) || EITHER.test(text) || ONE_OR_OTHER.test(text);
}

/** 都高于5%吗. */
export function asksOfAll(text: string): boolean {
  return asksOf(text, analysisWords().all) || asksOfAllYears(text);
}

/** 一直是86万吗: whether something is so in all years. */
export function asksOfAllYears(text: string): boolean {
  return asksOf(text, analysisWords().always);
}

function asksOf(text: string, words: readonly string[]): boolean {
  return YES_NO.test(text) && words.some((word) => text.includes(word));
}
