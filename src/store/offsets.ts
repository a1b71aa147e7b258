import type { Offsets } from '../text/types.js';

/** The way from a text back to its file, as runs of [first offset, length]: offsets mostly count up by one. */
export function offsetRuns(offsets: Offsets): string {
  const runs: [number, number][] = [];
  for (let from = 0; from < offsets.length; ) {
    const first = offsets.at(from) as number;
    let to = from + 1;
    while (to < offsets.length && offsets.at(to) === first + to - from) to += 1;
    runs.push([first, to - from]);
    from = to;
  }
  return JSON.stringify(runs);
}

/** The offsets that `offsetRuns` was given. They stay runs: some hundred numbers for a report, where an array would take four bytes a character. */
export function offsetsOf(json: string): Offsets {
  return new RunOffsets(JSON.parse(json) as [number, number][]);
}

class RunOffsets implements Offsets {
  readonly length: number;
  /** Where each run begins in the text, and in the file. */
  private readonly starts: Uint32Array;
  private readonly firsts: Uint32Array;

  constructor(runs: readonly (readonly [first: number, length: number])[]) {
    this.starts = new Uint32Array(runs.length);
    this.firsts = new Uint32Array(runs.length);
    let at = 0;
    for (let run = 0; run < runs.length; run++) {
      const [first, length] = runs[run]!;
      this.starts[run] = at;
      this.firsts[run] = first;
      at += length;
    }
    this.length = at;
  }

  at(index: number): number | undefined {
    if (index >= this.length) return undefined;
    let run = 0;
    for (let end = this.starts.length; end - run > 1; ) {
      const middle = (run + end) >> 1;
      if (this.starts[middle]! <= index) run = middle;
      else end = middle;
    }
    return this.firsts[run]! + index - this.starts[run]!;
  }
}
