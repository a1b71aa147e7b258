import { classOf, type Line, type Token, type TokenKind, tokensIn } from './line.js';

/** Where a pattern stands in a line. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Stretches that stood for `~`: whatever they hold is left to others. */
  readonly open: readonly (readonly [start: number, end: number])[];
}

const CLAIMED = '\u0001';

/** A pattern in two forms: most stand nowhere in a question, and whether one does is found at a part of what its matches cost. */
interface Compiled {
  /** Tells where the matches and what they leave open lie. */
  readonly all: RegExp;
  /** Tells whether there is any. */
  readonly any: RegExp;
}

const compiled = new Map<string, Compiled>();

/** A pattern of config/language/analysis.json as a regular expression; the notation stands in that file. */
export function compile(pattern: string): RegExp {
  return bothOf(pattern).all;
}

function bothOf(pattern: string): Compiled {
  let both = compiled.get(pattern);
  if (!both) {
    const source = pattern
      .replace(/(?<!\\)\((?!\?)/gu, '(?:')
      .replace(/~/gu, '([^，,。；;？?！!]{0,10}?)')
      .replace(/\{\*\}/gu, '[^，。；;？?！!]{0,20}?')
      .replace(/\{([NRPGYIWC])\}/gu, (_, kind: TokenKind) => classOf(kind))
      .replace(/\+/gu, '\\+')
      .replaceAll('{_}', `(${CLAIMED}+)`);
    both = { all: new RegExp(source, 'dgu'), any: new RegExp(source, 'u') };
    compiled.set(pattern, both);
  }
  return both;
}

const anyOf = new WeakMap<readonly string[], RegExp | undefined>();

/**
 * False where none of the patterns stands in a text: most lists stand nowhere in a question, and one expression tells so sooner than one for
 * each. It is made when a list comes a second time: those that are put together for one question are not worth it.
 */
function mayStand(text: string, patterns: readonly string[]): boolean {
  const known = anyOf.get(patterns);
  if (known) return known.test(text);
  const isNew = !anyOf.has(patterns);
  const sources = isNew ? [] : patterns.map((pattern) => `(?:${bothOf(pattern).any.source})`);
  anyOf.set(patterns, isNew ? undefined : new RegExp(sources.join('|'), 'u'));
  return true;
}

/** All matches of the patterns over stretches that are free, the longest first. Empty ones do not count. */
export function matchesOf(line: Line, patterns: readonly string[]): Match[] {
  const found: Match[] = [];
  const open = line.used.includes(1) ? withMarks(line) : line.text;
  if (!mayStand(open, patterns)) return [];
  for (const pattern of patterns) {
    const { any, all } = bothOf(pattern);
    if (!any.test(open)) continue;
    for (const match of open.matchAll(all)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const wild = (match.indices ?? []).slice(1).filter((range) => range !== undefined);
      const claimed = { start, end, open: wild };
      if (end > start && isOpen(line, claimed)) found.push({ ...claimed, tokens: tokensIn(line, start, end) });
    }
  }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** The text with what is claimed as a mark that only `~` passes over, so that the optional parts of a pattern give way. */
function withMarks({ text, used }: Line): string {
  let marked = '';
  let at = 0;
  for (const unit of text) marked += used[at++] ? CLAIMED : unit;
  return marked;
}

export function isFree({ used }: Line, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (used[i]) return false;
  return true;
}

/** True where everything of a match but its open stretches is free. */
export function isOpen(line: Line, match: Pick<Match, 'start' | 'end' | 'open'>): boolean {
  for (let i = match.start; i < match.end; i++) if (line.used[i] && !isWild(match, i)) return false;
  return true;
}

function isWild({ open }: Pick<Match, 'open'>, at: number): boolean {
  return open.some(([start, end]) => start <= at && at < end);
}

/** Claims what a match says, but for its open stretches. */
export function claimMatch(line: Line, match: Pick<Match, 'start' | 'end'> & Partial<Pick<Match, 'open'>>): void {
  for (let i = match.start; i < match.end; i++) if (!isWild({ open: match.open ?? [] }, i)) line.used[i] = 1;
}

/** Claims the matches of the patterns, the longest first, until none is left; those that were claimed. */
export function claimAll(line: Line, patterns: readonly string[], keepTokens = false): Match[] {
  const taken: Match[] = [];
  for (const match of matchesOf(line, patterns)) {
    if (!isOpen(line, match)) continue;
    if (keepTokens) claimWords(line, match);
    else claimMatch(line, match);
    taken.push(match);
  }
  return taken;
}

/** Claims the words of a match and leaves its tokens to others. */
export function claimWords(line: Line, match: Match): void {
  for (let i = match.start; i < match.end; i++)
    if (!isWild(match, i) && tokensIn(line, i, i + 1).length === 0) line.used[i] = 1;
}

/** True where a pattern stands in the line, claimed or not. */
export function stands(line: Line, patterns: readonly string[]): boolean {
  return mayStand(line.text, patterns) && patterns.some((pattern) => bothOf(pattern).any.test(line.text));
}
