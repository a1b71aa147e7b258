import { z } from 'zod';
import type { Cue, Cues } from '../frame/types.js';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

const FILE = 'language/cues.json';
const words = z.array(z.string().min(1)).min(1);

/** config/language/cues.json: the words by which a question says more than its slots. */
const cuesFile = z.strictObject({
  latest: words,
  why: words,
  how: words,
  who: words,
  where: words,
  what: words,
  whether: words,
  state: words,
  check: words,
  problems: words,
}) satisfies z.ZodType<Record<Cue, string[]>>;

let loaded: z.infer<typeof cuesFile> | undefined;

/** What the wording of a question tells. @throws ConfigError where the file is malformed. */
export function cuesOf(text: string): Cues {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), cuesFile);
  const entries = Object.entries(loaded).map(([cue, list]) => [cue, list.some((word) => text.includes(word))]);
  return Object.fromEntries(entries) as Cues;
}
