import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { compile } from './analysis/pattern.js';

const FILE = 'language/courtesy.json';

/** config/language/courtesy.json: what people say around a question that asks for nothing. */
export const courtesyFile = z.strictObject({ notation: z.string(), clauses: z.array(z.string().min(1)).min(1) });

let loaded: readonly RegExp[] | undefined;

function clauses(): readonly RegExp[] {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), courtesyFile).clauses.map(
    (pattern) => new RegExp(`^(?:${compile(pattern).source})$`, 'u'),
  );
  return loaded;
}

const BOUNDARY = /[，,。.？?！!；;：:～~…\s]+/u;

/**
 * A question without the clauses at its ends that only say hello, thanks or what it is for (你好，…，写论文用，谢谢). What is nothing else
 * stays as it is. Never throws.
 */
export function withoutCourtesy(text: string): string {
  const said = text.split(BOUNDARY).filter((clause) => clause !== '');
  const isCourtesy = (clause: string): boolean => clauses().some((pattern) => pattern.test(clause));
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
