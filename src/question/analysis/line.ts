/** What a stretch of a question was recognised as. */
export type TokenKind = 'N' | 'R' | 'P' | 'G' | 'Y' | 'I' | 'W' | 'C';

/** A recognised stretch; `value` is whatever its recogniser made of it. Offsets are into the question. */
export interface Token<T = unknown> {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: T;
}

/**
 * A question in which every recognised stretch is one private character, so that patterns see its shape alone:
 * 2024年GDP目标高于6%的省 is YI目标高于N的省.
 */
export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** 1 where a pattern has claimed the unit. */
  readonly used: Uint8Array;
}

const KINDS: readonly TokenKind[] = ['N', 'R', 'P', 'G', 'Y', 'I', 'W', 'C'];
const BASE = 0xe000;
const EACH = 0x100;

/** The characters that a kind of token may be written as, as a class of a regular expression. */
export function classOf(kind: TokenKind): string {
  const from = BASE + KINDS.indexOf(kind) * EACH;
  return `[${String.fromCharCode(from)}-${String.fromCharCode(from + EACH - 1)}]`;
}

/** Joins a text and its tokens (in order, none overlapping) to a line. */
export function lineOf(text: string, tokens: readonly Token[]): Line {
  let out = '';
  let at = 0;
  const kept: Token[] = [];
  for (const token of [...tokens].sort((a, b) => a.start - b.start)) {
    if (token.start < at || kept.length >= EACH) continue;
    out += text.slice(at, token.start) + String.fromCharCode(BASE + KINDS.indexOf(token.kind) * EACH + kept.length);
    kept.push(token);
    at = token.end;
  }
  out += text.slice(at);
  return { text: out, tokens: kept, used: new Uint8Array(out.length) };
}

/** The token that a character of a line stands for. */
export function tokenAt(line: Line, index: number): Token | undefined {
  const code = line.text.charCodeAt(index);
  if (code < BASE || code >= BASE + KINDS.length * EACH) return undefined;
  return line.tokens[(code - BASE) % EACH];
}

/** The tokens of a stretch of a line, in order. */
export function tokensIn(line: Line, start: number, end: number): Token[] {
  const found: Token[] = [];
  for (let i = start; i < end; i++) {
    const token = tokenAt(line, i);
    if (token) found.push(token);
  }
  return found;
}

/** The tokens of a kind that no pattern has claimed. */
export function freeTokens(line: Line, kind: TokenKind): Token[] {
  return [...line.text].flatMap((_, i) => {
    const token = tokenAt(line, i);
    return token?.kind === kind && !line.used[i] ? [token] : [];
  });
}

/** What nobody claimed, in runs; tokens of the kinds given are written out as they were typed. */
export function restOf(line: Line, keep: readonly TokenKind[] = []): string[] {
  const runs: string[] = [];
  let run = '';
  for (let i = 0; i <= line.text.length; i++) {
    const unit = line.text[i];
    const token = unit === undefined ? undefined : tokenAt(line, i);
    const kept = token && keep.includes(token.kind);
    if (unit !== undefined && !line.used[i] && (kept || (!token && /[\p{L}\p{N}.%+-]/u.test(unit))))
      run += token ? token.text : unit;
    else {
      if (run) runs.push(run);
      run = '';
    }
  }
  return runs;
}
