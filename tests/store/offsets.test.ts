import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetRuns, offsetsOf } from '../../src/store/offsets.js';

test('the way back to a file is the same after it has been kept', () => {
  const steps = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 50 })));
  fc.assert(
    fc.property(steps, fc.nat(100), (gaps, first) => {
      let at = first;
      const offsets = Uint32Array.from(gaps, (gap) => {
        at += gap;
        return at;
      });
      const kept = offsetsOf(offsetRuns(offsets));
      expect(kept.length).toBe(offsets.length);
      expect(gaps.map((_, i) => kept.at(i))).toEqual([...offsets]);
      expect(kept.at(gaps.length)).toBeUndefined();
    }),
  );
});
