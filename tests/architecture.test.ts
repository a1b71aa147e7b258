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

/** Files in which regular expressions still hold words: numerals of years, units and what may stand beside them. The list may only shrink. */
const STILL_SPOKEN: Readonly<Record<string, number>> = {
  'matching/compare.ts': 1,
  'matching/unit-family.ts': 1,
  'question/analysis/tokens.ts': 1,
  'question/normalize.ts': 4,
  'question/quoted.ts': 1,
};

/** A regular expression as code writes it. */
const LITERAL = /(?<=[=(,:?|&!\s[])\/(?![/*])(?:[^/\n\\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]+/gu;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu;

/** The regular expressions of a file that hold a word of two characters or more, but for scales and units of time. */
function spoken(code: string): string[] {
  const literals = code.replace(COMMENT, '').match(LITERAL) ?? [];
  return literals.filter((literal) => {
    const plain = literal.replace(/\[(?:[^\]\\]|\\.)*\]/gu, '').replace(/万亿|季度|[年月日]/gu, '');
    return /\p{Script=Han}{2}/u.test(plain);
  });
}

describe('question/ and matching/ find words by config/', () => {
  it.each(files.filter((file) => /^(?:question|matching)[\\/]/u.test(file)))(
    '%s holds none in a regular expression',
    (file) => {
      expect(spoken(textOf(file)).length).toBeLessThanOrEqual(STILL_SPOKEN[file.replaceAll('\\', '/')] ?? 0);
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
