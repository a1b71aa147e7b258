import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../adapters/cli/lines.js';

async function lines(chunks: readonly (Buffer | string)[]): Promise<string[]> {
  async function* feed() {
    yield* chunks;
  }
  const found: string[] = [];
  for await (const line of readLines(feed())) found.push(line);
  return found;
}

describe('readLines', () => {
  it.each([
    ['a\nb\n', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['', []],
    ['\n', ['']],
    ['a\u2028b\rc\n', ['a\u2028b\rc']],
  ])('%j', async (text, expected) => {
    expect(await lines([text])).toEqual(expected);
  });

  it('gives the same lines however the bytes are cut', async () => {
    const text = fc.array(fc.constantFrom('常德', '😀', 'a', '\r\n', '\n', ' ')).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        const bytes = Buffer.from(given);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect(await lines(chunks)).toEqual(await lines([given]));
      }),
    );
  });

  it('cuts a line that is longer than anything asked', async () => {
    const [long, next] = await lines(['a'.repeat(1_500_000), 'b'.repeat(1_500_000), '\nnext']);
    expect(long).toHaveLength(2_000_000);
    expect(next).toBe('next');
  });

  it('reads bytes that are no UTF-8', async () => {
    expect(await lines([Buffer.from([0xff, 0x61, 0x0a])])).toEqual(['\ufffda']);
  });
});
