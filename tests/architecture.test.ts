import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';

/** What the house promises of its own text (docs/ARCHITECTURE.md), held where the linter has no word for it. */

/**
 * Files behind question/ that still read the question's text, with how often. The list may only shrink: what they look for belongs
 * into the Frame.
 */
const STILL_READ: Readonly<Record<string, number>> = {
  'answer/clarification.ts': 2,
  'answer/compare.ts': 1,
  'answer/facets.ts': 6,
  'answer/group.ts': 2,
  'answer/notice.ts': 2,
  'answer/trend.ts': 1,
  'answer/unknown-place.ts': 2,
  'answer/who.ts': 1,
};

const SRC = join(PACKAGE_ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

describe('behind question/', () => {
  it.each(files.filter((file) => /^(?:matching|analysis|answer|plan)[\\/]/u.test(file)))(
    '%s reads no question',
    (file) => {
      const reads = textOf(file).match(/\b(?:query|frame)\.(?:text|raw)\b/gu)?.length ?? 0;
      expect(reads).toBeLessThanOrEqual(STILL_READ[file.replaceAll('\\', '/')] ?? 0);
    },
  );
});

describe('matching/', () => {
  it.each([
    'terms.ts',
    'features.ts',
    'agreement.ts',
    'acceptance.ts',
    'sentence-features.ts',
    'sentence-acceptance.ts',
  ])('%s holds no Chinese word in a regular expression but numerals and units of time', (file) => {
    const patterns = textOf(join('matching', file)).match(/= \/.*[\p{Script=Han}].*\/u/gu) ?? [];
    expect(patterns.filter((p) => !/[年月日天]|一二三/u.test(p))).toEqual([]);
  });
});
