import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';

/** How much room what is new has in a process of its own, in MB, once much of it has survived. */
function youngHeap(first: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungHeap } from ${JSON.stringify(join(PACKAGE_ROOT, 'dist/adapters/shared/heap.js'))};
    ${first}
    const kept = [];
    for (let i = 0; i < 400_000; i++) kept[i % 200_000] = { i, text: [i, i + 1, i + 2] };
    const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    process.stdout.write(String(space_size / 2 ** 20));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('the room of what is new in the heap', () => {
  it('grows with what survives, and no further once it is to be kept', () => {
    expect(youngHeap('')).toBeGreaterThan(8);
    expect(youngHeap('keepYoungHeap();')).toBeLessThan(8);
  });
});
