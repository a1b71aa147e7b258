import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { matchUnit } from '../text/units.js';
import { patterns } from './patterns/index.js';

const FILE = 'language/dialect.json';

const mapping = z.record(z.string().min(1), z.string().min(1));
const words = z.array(z.string().min(1)).min(1);

/** config/language/dialect.json: how the regions ask, and what the standard language says for it. */
export const dialectFile = z.strictObject({
  /** Words that ask, or say which year is meant, wherever they stand: 几多, 啷个, 比头年. */
  words: mapping,
  /** Words that ask for an amount before a unit where nothing else in the question asks: 好多万人次. */
  amounts: words,
  /** Words that ask for a degree at the end of a clause where nothing else asks: 录取率好高. */
  degrees: mapping,
  /** What asks in the standard language. */
  asks: words,
  /** Units that such an amount rather tells than asks for: 好多年, 好多次. */
  notCounted: words,
});

type Dialect = z.infer<typeof dialectFile>;

let loaded: Dialect | undefined;

function dialect(): Dialect {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), dialectFile);
  return loaded;
}

/** What an amount counts in: a scale, a unit, money or people. */
const COUNTED = /^(?:万亿|[万亿千百]|钱)/u;

/**
 * A question in the words of a region with the standard words that ask (几多 → 多少, 好高 → 多高). A word that may as well tell is taken for
 * asking only where nothing else asks. Never throws.
 */
export function withStandardAsking(text: string): string {
  const { words: always, amounts, degrees, asks } = dialect();
  let out = patterns().turns.regionalEnds.replaceIn(text, () => '呢');
  for (const [word, standard] of Object.entries(always)) out = out.replaceAll(word, standard);
  const rest = amounts.reduce((left, word) => left.replaceAll(word, ''), out);
  if (asks.some((word) => rest.includes(word))) return out;
  for (const word of amounts) out = replaceWhere(out, word, '多少', counts);
  for (const [word, standard] of Object.entries(degrees))
    out = replaceWhere(out, word, standard, (after) => patterns().turns.clauseEnd.in(after));
  return out;
}

/** True for what follows an amount that asks: 万人次, 座, but no 年. */
function counts(after: string): boolean {
  if (dialect().notCounted.some((unit) => after.startsWith(unit))) return false;
  return COUNTED.test(after) || matchUnit(after, 0) !== undefined;
}

function replaceWhere(text: string, word: string, standard: string, asks: (after: string) => boolean): string {
  return text.split(word).reduce((before, after) => before + (asks(after) ? standard : word) + after);
}
