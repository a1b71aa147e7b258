/** The way from a text back to its file, as runs of [first offset, length]: offsets mostly count up by one. */
export function offsetRuns(offsets: Uint32Array): string {
  const runs: [number, number][] = [];
  for (let from = 0; from < offsets.length; ) {
    const first = offsets[from] as number;
    let to = from + 1;
    while (to < offsets.length && offsets[to] === first + to - from) to += 1;
    runs.push([first, to - from]);
    from = to;
  }
  return JSON.stringify(runs);
}

/** The offsets that `offsetRuns` was given. */
export function offsetsOf(runs: string): Uint32Array {
  const list = JSON.parse(runs) as [number, number][];
  const offsets = new Uint32Array(list.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [first, length] of list) {
    for (let i = 0; i < length; i += 1) offsets[at + i] = first + i;
    at += length;
  }
  return offsets;
}
