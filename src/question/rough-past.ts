import { patterns } from './patterns/index.js';
import { claim, type Scratch } from './scratch.js';

/** Claims what says roughly how long ago the year was that a question names: it is no content. */
export function claimRoughPast(scratch: Scratch): void {
  for (const match of patterns().residue.roughPast.findAll(scratch.text))
    claim(scratch, match.index, match.index + match[0].length);
}
