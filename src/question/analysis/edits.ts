import { type Line, lineOf, type Token, tokenAt } from './line.js';
import { analysisWords } from './words.js';

/** A turn that takes something out of what was told, or adds to it. */
export interface Edit {
  /** `also` for 还有CPI呢, which adds to a table and asks anew behind anything else. */
  readonly way: 'out' | 'in' | 'also';
  /** The places, groups of places, times and indicators that it names. */
  readonly tokens: readonly Token[];
  /** What it names instead, where it is none of them. */
  readonly words: string;
  /** True where the verb takes out of something and opens no other turn. */
  readonly firm: boolean;
  /** What the turn says besides, behind a mark: 谁最高 of 去掉北京，谁最高. */
  readonly more: string;
}

/** Longer turns are questions of their own. */
const LONGEST = 40;
/** The longest name of a thing that is no indicator. */
const MOST_WORDS = 10;
const MARKS = /^[\s，,。；;：:]+|[\s，,。；;？?！!~～]+$/gu;

/**
 * Reads 去掉财政收入, 把2020年删掉, 再加上安徽, 还有CPI呢. Undefined for any other turn.
 * @param tokens what exact recognisers found in the text.
 */
export function readEdit(text: string, tokens: readonly Token[]): Edit | undefined {
  const { edits } = analysisWords().following;
  if (text.length > LONGEST) return undefined;
  const line = lineOf(text, tokens);
  const turn = line.text.replace(MARKS, '');
  const opened = stripHeads(turn, edits.leads);
  const head = headIn(opened) ?? headIn(turn);
  if (head) return ofBody(line, head, head.rest);
  const closed = stripEnds(opened, edits.closings);
  for (const way of ['out', 'in'] as const) {
    const rest = withoutEnd(closed, edits[way].ends);
    if (rest !== undefined) return ofBody(line, { way, firm: true }, rest);
  }
  return undefined;
}

interface Verb {
  readonly way: Edit['way'];
  readonly firm: boolean;
}

function headIn(text: string): (Verb & { readonly rest: string }) | undefined {
  const { edits } = analysisWords().following;
  const of = (verb: Verb, words: readonly string[]) => {
    const rest = withoutHead(text, words);
    return rest === undefined ? [] : [{ ...verb, rest }];
  };
  const found = [
    ...of({ way: 'out', firm: true }, edits.out.heads),
    ...of({ way: 'out', firm: false }, edits.out.soft ?? []),
    ...of({ way: 'in', firm: true }, edits.in.heads),
    ...of({ way: 'also', firm: false }, edits.also),
  ];
  return found.sort((a, b) => a.rest.length - b.rest.length)[0];
}

/** What stands between the verb and the end of the turn, where it is a row of what exact recognisers know or a short name. */
function ofBody(line: Line, { way, firm }: Verb, said: string): Edit | undefined {
  const { edits } = analysisWords().following;
  const body = stripHeads(said.replace(MARKS, ''), edits.counts);
  const { tokens, rest } = rowAt(line, body);
  const ends = [...edits.tails, ...edits.closings, ...(way === 'also' ? [] : edits[way].ends)];
  if (tokens.length === 0) {
    const words = stripEnds(stripEnds(body, ends), edits.tails);
    const named = [...words].every((unit) => /\p{Script=Han}/u.test(unit));
    return named && words.length > 1 && words.length <= MOST_WORDS ? { way, tokens, words, firm, more: '' } : undefined;
  }
  const behind = stripHeads(rest, ends);
  const more = written(line, behind.replace(MARKS, ''));
  // What follows without a mark belongs to the name: 去掉财政收入增速.
  if (more !== '' && !/^[\s，,。；;]/u.test(behind)) return undefined;
  return { way, tokens, words: '', firm, more };
}

/** The row that a text begins with: 财政收入、CPI和2020年的. */
function rowAt(line: Line, text: string): { tokens: Token[]; rest: string } {
  const { joins } = analysisWords().following.edits;
  const tokens: Token[] = [];
  let rest = text;
  for (;;) {
    const next = tokens.length === 0 ? rest : joined(rest, joins);
    const token = next === undefined ? undefined : tokenAt({ ...line, text: next }, 0);
    if (next === undefined || !token || !ROW.has(token.kind)) return { tokens, rest };
    tokens.push(token);
    rest = next.slice(1);
  }
}

/** What follows a word that joins; members of a row are joined, 2020年财政收入 is one cell. */
function joined(text: string, joins: readonly string[]): string | undefined {
  const behind = text.startsWith('的') && joins.some((join) => text.startsWith(join, 1)) ? text.slice(1) : text;
  return withoutHead(behind, joins);
}

/** Kinds of tokens that a table has rows or columns of. */
const ROW: ReadonlySet<string> = new Set(['P', 'G', 'Y', 'I']);

/** A stretch of a line as it was typed. */
function written(line: Line, text: string): string {
  return [...text].map((unit, i) => tokenAt({ ...line, text }, i)?.text ?? unit).join('');
}

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function withoutHead(text: string, words: readonly string[]): string | undefined {
  const word = longestFirst(words).find((w) => text.startsWith(w) && text.length > w.length);
  return word === undefined ? undefined : text.slice(word.length);
}

function withoutEnd(text: string, words: readonly string[]): string | undefined {
  const word = longestFirst(words).find((w) => text.endsWith(w) && text.length > w.length);
  return word === undefined ? undefined : text.slice(0, -word.length);
}

function stripHeads(text: string, words: readonly string[]): string {
  for (let rest = text; ; ) {
    const next = longestFirst(words).find((w) => rest.startsWith(w));
    if (next === undefined) return rest;
    rest = rest.slice(next.length);
  }
}

function stripEnds(text: string, words: readonly string[]): string {
  const next = withoutEnd(text, words);
  return next === undefined ? text : stripEnds(next, words);
}
