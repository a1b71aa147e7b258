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
  admits: words,
  self: words,
  summary: words,
  fresh: words,
  words,
  wording: words,
  kept: words,
  total: words,
  summed: words,
}) satisfies z.ZodType<Record<Cue, string[]>>;

let loaded: z.infer<typeof cuesFile> | undefined;

/** Where in a text the words of cues stand, as flags of its UTF-16 units. @throws ConfigError where the file is malformed. */
export function cueUnits(text: string, cues: readonly Cue[]): Uint8Array {
  const flags = new Uint8Array(text.length);
  for (const cue of cues)
    for (const word of cueWords()[cue])
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) flags.fill(1, at, at + word.length);
  return flags;
}

function cueWords(): z.infer<typeof cuesFile> {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), cuesFile);
  return loaded;
}

/**
 * What the wording of a question tells. @throws ConfigError where the file is malformed.
 * @param named whether a name is asked about: 怎么解释 asks what it means, and of anything else why it is so.
 */
export function cuesOf(text: string, named = false): Cues {
  const { what } = cueWords();
  const entries = Object.entries(cueWords()).map(([cue, list]) => [
    cue,
    list.some((word) => text.includes(word) && !(named && cue === 'why' && what.includes(word))),
  ]);
  return Object.fromEntries(entries) as Cues;
}
