import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

const FILE = 'language/checks.json';
const words = z.array(z.string().min(1)).min(1);

/** config/language/checks.json: how people ask whether something is so. */
export const checkWordsFile = z.strictObject({
  /** Asks for a check wherever it stands: 对吗, 核一下. */
  asks: words,
  /** Said behind a figure they ask for a check of it: 我怕记错. */
  fears: words,
  /** Those of the words that ask which may ask for no more than a number (核个数，常德GDP目标), and how what is no more than the name of one ends. */
  lookUps: z.strictObject({ words, things: words }),
  /** Asks for a check at the end of what claims something: 吧, 是不是. */
  ends: words,
  /** With a year, what holds one of `is` and ends in one of `ends` is stated as having happened then: 是2010年招来的吧. */
  statements: z.strictObject({ is: words, ends: words }),
  /** Doubts the answer before; with a figure it is a claim of that figure: 你确定吗，不是7%？ */
  doubts: words,
  /** Before a figure that is put against the one that was answered: 不是7%吗. */
  denied: words,
  /** Tells that what follows was said by somebody: 听说. */
  hearsay: words,
  /** Said beside it, no part of the claim: 帮我, 感觉太高了. */
  asides: words,
  /** What holds one of these asks for something that it does not claim. */
  asking: words,
  /** Which way a figure goes. */
  falls: words,
  rises: words,
  /** First of its kind: 最大, 头一个. */
  first: words,
  negations: words,
  /** What says of something that it came about (已经, 了), and that it is meant to (力争, 要建). */
  cameAbout: words,
  meant: words,
  /** Two things are set against one another, which no single sentence bears out. */
  compared: words,
  /** A figure is claimed of all that are named before it: 固投、社零目标都是5%. */
  ofAll: words,
  /** Before a figure that is passed: 过900亿. */
  exceeds: words,
  /** Asks for yes or no, at the end (过4000亿没) or amid (有没有8%). */
  whether: z.strictObject({ ends: words, amid: words }),
  /** Before a figure that is to be reached at least, where yes or no is asked: 到4000亿了吗. */
  reaches: words,
});

export type CheckWords = z.infer<typeof checkWordsFile>;

let loaded: CheckWords | undefined;

/** The words of checks, read with the first use. @throws ConfigError where the file is malformed. */
export function checkWords(): CheckWords {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), checkWordsFile);
  return loaded;
}
