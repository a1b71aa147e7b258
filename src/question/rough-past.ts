import { claim, type Scratch } from './scratch.js';

/** How long ago something was, said roughly: 二十多年前, 十几年前, 好多年以前. */
const ROUGH_PAST = /(?:[一二两三四五六七八九十\d]{1,3}[几多来]|[几好很]多?|多少|老)年(?:以|之)?前/gu;

/** Claims what says roughly how long ago the year was that a question names: it is no content. */
export function claimRoughPast(scratch: Scratch): void {
  for (const match of scratch.text.matchAll(ROUGH_PAST)) claim(scratch, match.index, match.index + match[0].length);
}
