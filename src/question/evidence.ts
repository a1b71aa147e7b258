import type { EvidenceRole, EvidenceRun } from '../frame/types.js';
import type { Scratch } from './scratch.js';

/** What the recognisers had claimed when they were asked, one flag a UTF-16 unit. */
export interface Claims {
  /** After places and times: none of it is looked for. */
  readonly slots: ArrayLike<number>;
  /** After indicators: what they claimed is a name. */
  readonly names: ArrayLike<number>;
  /** After all: what is still free is content. */
  readonly all: ArrayLike<number>;
  /** Runs that say when or amid what. */
  readonly background: readonly string[];
  /** Words in quotation marks: a name is content, whatever its characters are elsewhere. */
  readonly quoted: readonly string[];
}

const WORD = /[\p{Script=Han}\p{L}\p{N}.%+-]/u;

/**
 * Cuts the question into the runs that are looked for in reports, each character with its role.
 * @param content the learned reader's probability for each unit that it is of the thing asked for.
 */
export function evidenceOf({ text }: Scratch, claims: Claims, content: ArrayLike<number>): EvidenceRun[] {
  const aside = flagsOf(text, claims.background);
  // A name that is more than a place or a time (“余庆经验”) is looked for as a whole.
  const named = flagsOf(
    text,
    claims.quoted.filter((name) => {
      const at = text.indexOf(name);
      return at >= 0 && Array.from(name).some((_, i) => !claims.slots[at + i]);
    }),
  );
  const roleAt = (i: number): EvidenceRole => {
    if (aside[i]) return 'aside';
    if (!claims.all[i]) return 'content';
    if (claims.names[i]) return 'name';
    return named[i] ? 'content' : 'function';
  };
  const runs: EvidenceRun[] = [];
  let units = '';
  let roles: EvidenceRole[] = [];
  for (let i = 0; i <= text.length; i++) {
    const unit = text[i];
    if (unit !== undefined && (!claims.slots[i] || named[i]) && WORD.test(unit)) {
      units += unit;
      roles.push(roleAt(i));
      continue;
    }
    const start = i - units.length;
    if (units !== '')
      runs.push({
        text: units,
        roles,
        start,
        content: Array.from(units, (_, k) => (named[start + k] ? 1 : (content[start + k] ?? 1))),
      });
    units = '';
    roles = [];
  }
  return runs;
}

/** Where the first of each of some words stands, as flags of the text's UTF-16 units. */
function flagsOf(text: string, words: readonly string[]): Uint8Array {
  const flags = new Uint8Array(text.length);
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0) flags.fill(1, at, at + word.length);
  }
  return flags;
}
