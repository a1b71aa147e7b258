import { classOf, type Line, type Token, type TokenKind, tokensIn } from './line.js';

/** Where a pattern stands in a line. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

const compiled = new Map<string, RegExp>();

/** A pattern of config/language/analysis.json as a regular expression; the notation stands in that file. */
export function compile(pattern: string): RegExp {
  let regex = compiled.get(pattern);
  if (!regex) {
    const source = pattern
      .replace(/\(/gu, '(?:')
      .replace(/\\\(\?:/gu, '\\(')
      .replace(/~/gu, '[^，,。；;？?！!]{0,10}?')
      .replace(/\{([NRPGYIWC])\}/gu, (_, kind: TokenKind) => classOf(kind))
      .replace(/\+/gu, '\\+');
    regex = new RegExp(source, 'gu');
    compiled.set(pattern, regex);
  }
  return regex;
}

/** All matches of the patterns over stretches that are free, the longest first. Empty ones do not count. */
export function matchesOf(line: Line, patterns: readonly string[]): Match[] {
  const found: Match[] = [];
  for (const pattern of patterns)
    for (const match of line.text.matchAll(compile(pattern))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (end > start && isFree(line, start, end)) found.push({ start, end, tokens: tokensIn(line, start, end) });
    }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

export function isFree({ used }: Line, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (used[i]) return false;
  return true;
}

export function claimMatch(line: Line, { start, end }: { start: number; end: number }): void {
  line.used.fill(1, start, end);
}

/** Claims the matches of the patterns, the longest first, until none is left; those that were claimed. */
export function claimAll(line: Line, patterns: readonly string[], keepTokens = false): Match[] {
  const taken: Match[] = [];
  for (const match of matchesOf(line, patterns)) {
    if (!isFree(line, match.start, match.end)) continue;
    if (keepTokens) claimWords(line, match);
    else claimMatch(line, match);
    taken.push(match);
  }
  return taken;
}

/** Claims the words of a match and leaves its tokens to others. */
export function claimWords(line: Line, { start, end }: { start: number; end: number }): void {
  for (let i = start; i < end; i++) if (tokensIn(line, i, i + 1).length === 0) line.used[i] = 1;
}

/** True where a pattern stands in the line, claimed or not. */
export function stands(line: Line, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const regex = compile(pattern);
    regex.lastIndex = 0;
    return regex.test(line.text);
  });
}
