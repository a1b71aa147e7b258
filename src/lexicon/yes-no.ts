import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/yes-no.json';
const words = z.array(z.string().min(1)).min(1);

/** config/language/yes-no.json: how yes or no is asked of what is told in words, and by what a sentence says either. */
export const yesNoFile = z.strictObject({
  /** Asks whether there is something. */
  asksHas: words,
  /** Asks for yes or no at the end (开通了吗) or amid (是否开通). */
  ends: words,
  amid: words,
  /** Those of them that ask whether one may or should, of which no report says yes, unless an act is named: 能不能跟着种. */
  leave: words,
  /** What holds one of these asks for more than yes or no. */
  other: words,
  /** Whether something was brought about. */
  done: words,
  /** What a sentence says of a thing that is there: 建成. */
  nowDone: words,
  /** What it says of a thing that is begun. */
  begun: words,
  /** What lies ahead. */
  ahead: words,
  /** Words of `ahead` that in a look back may also drive on what was done: 推动…建成投产. */
  drives: words,
  /** What goes on and is not there yet. */
  ongoing: words,
  negations: words,
  /** Before a thing that there is none of: 零门槛. */
  none: words,
});

export type YesNoWords = z.infer<typeof yesNoFile>;

let loaded: YesNoWords | undefined;

/** The words of yes and no, read with the first use. @throws ConfigError where the file is malformed. */
export function yesNoWords(): YesNoWords {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), yesNoFile);
  return loaded;
}
