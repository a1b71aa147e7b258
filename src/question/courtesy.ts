import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { compile } from './analysis/pattern.js';

const FILE = 'language/courtesy.json';

/** config/language/courtesy.json: what people say around a question that asks for nothing. */
export const courtesyFile = z.strictObject({
  notation: z.string(),
  clauses: z.array(z.string().min(1)).min(1),
  heads: z.array(z.string().min(1)).min(1),
  tails: z.array(z.string().min(1)).min(1),
  /** Heads that ask whether somebody knows: a 吗 at the end is theirs, and no yes or no is asked of the thing. */
  whoKnows: z.array(z.string().min(1)).min(1),
});

interface Courtesy {
  /** What begins a clause that is nothing else: few questions do, and this is compiled in a fifth of the time. */
  readonly begins: RegExp;
  /** A clause that is nothing else. */
  readonly clause: RegExp;
  readonly head: RegExp;
  readonly tail: RegExp;
  readonly whoKnows: RegExp;
}

let loaded: Courtesy | undefined;

function courtesy(): Courtesy {
  if (loaded) return loaded;
  const { clauses, heads, tails, whoKnows } = checkConfig(
    FILE,
    parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)),
    courtesyFile,
  );
  const any = (patterns: readonly string[]): string => patterns.map((p) => compile(p).source).join('|');
  loaded = {
    begins: new RegExp(`^(?:${any(clauses)})`, 'u'),
    clause: new RegExp(`^(?:${any(clauses)})+$`, 'u'),
    head: new RegExp(`^(?:${any(heads)})+`, 'u'),
    tail: new RegExp(`(?:${any(tails)})+(?=[？?]?$)`, 'u'),
    whoKnows: new RegExp(`^(?:${any(whoKnows)})(.+?)[吗么嘛不没]?([？?]?)$`, 'u'),
  };
  return loaded;
}

/** What is left must still say something, in Chinese characters. */
const LEAST_LEFT = 4;

/** Marks, blanks and pictures (🙏, [抱拳]) end a clause. */
const BOUNDARY =
  /(?:[，,。.？?！!；;：:～~…\s]|\u200d|\ufe0f|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\[\p{Script=Han}{1,4}\])+/u;

/**
 * A question without the clauses at its ends that only say hello, thanks or what it is for (你好，…，写论文用，谢谢). What is nothing else
 * stays as it is. Never throws.
 */
export function withoutCourtesy(text: string): string {
  const clauses = withoutClauses(text);
  const { head, tail, whoKnows } = courtesy();
  const bare = clauses
    .replace(whoKnows, '$1$2')
    .replace(head, '')
    .replace(tail, '')
    .replace(/^[，,、：:\s]+|[，,、\s]+(?=[？?]?$)/gu, '');
  if ((bare.match(/\p{Script=Han}/gu)?.length ?? 0) < LEAST_LEFT) return clauses;
  return bare === text ? text : withoutCourtesy(bare);
}

function withoutClauses(text: string): string {
  const said = text.split(BOUNDARY).filter((clause) => clause !== '');
  const { begins, clause: whole } = courtesy();
  const isCourtesy = (clause: string): boolean => begins.test(clause) && whole.test(clause);
  const from = said.findIndex((clause) => !isCourtesy(clause));
  if (from < 0) return text;
  const to = said.findLastIndex((clause) => !isCourtesy(clause));
  if (from === 0 && to === said.length - 1) return text;
  const start = said.slice(0, from).reduce((at, clause) => text.indexOf(clause, at) + clause.length, 0);
  const first = text.indexOf(said[from]!, start);
  const end = said.slice(from, to + 1).reduce((at, clause) => text.indexOf(clause, at) + clause.length, first);
  // The mark behind the question is its own.
  return text.slice(first, end) + (/^[？?]/u.exec(text.slice(end))?.[0] ?? '');
}
