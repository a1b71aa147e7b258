/** A question being read: recognisers claim what they understand; what nobody claims is left over (residue). */
export interface Scratch {
  readonly text: string;
  /** 1 where a recogniser has claimed the unit. */
  readonly used: Uint8Array;
}

export function scratchOf(text: string): Scratch {
  return { text, used: new Uint8Array(text.length) };
}

export function claim(scratch: Scratch, start: number, end: number): void {
  scratch.used.fill(1, start, end);
}

export function isFree(scratch: Scratch, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (scratch.used[i]) return false;
  return true;
}

/** Where the first of `words` stands that nobody has claimed; longer words are tried first when `words` are sorted so. */
export function findFree(scratch: Scratch, words: readonly string[]): { word: string; start: number } | undefined {
  for (const word of words) {
    for (let at = scratch.text.indexOf(word); at >= 0; at = scratch.text.indexOf(word, at + 1))
      if (isFree(scratch, at, at + word.length)) return { word, start: at };
  }
  return undefined;
}

/** The unclaimed runs that hold letters, digits or Chinese characters. */
export function freeRuns(scratch: Scratch): string[] {
  const runs: string[] = [];
  let run = '';
  for (let i = 0; i <= scratch.text.length; i++) {
    const unit = scratch.text[i];
    if (unit !== undefined && !scratch.used[i] && /[\p{Script=Han}\p{L}\p{N}.%+-]/u.test(unit)) run += unit;
    else {
      if (run) runs.push(run);
      run = '';
    }
  }
  return runs;
}
