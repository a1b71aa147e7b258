import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { ways } from './patterns/file.js';
import { sourceOf } from './patterns/pattern.js';

const FILE = 'language/rewordings.json';

/** config/language/rewordings.json: how people say what has a plain form, and that form. */
export const rewordingsFile = z.strictObject({
  notation: z.string(),
  /** Words that several patterns hold, by the name that stands for them there. */
  words: z.record(z.string(), ways),
  rewordings: z.array(
    z.strictObject({
      says: ways,
      means: z.string(),
      /** What a named part stands for: 宁夏 of 宁夏首府 for its capital. */
      names: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

interface Rewording {
  readonly says: RegExp;
  readonly means: string;
  readonly names: Readonly<Record<string, string>>;
}

let loaded: readonly Rewording[] | undefined;

function rewordings(): readonly Rewording[] {
  if (!loaded) {
    const { words, rewordings: list } = checkConfig(
      FILE,
      parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)),
      rewordingsFile,
    );
    loaded = list.map(({ says, means, names = {} }) => ({
      says: new RegExp(sourceOf(says, words), 'gu'),
      means,
      names,
    }));
  }
  return loaded;
}

/** A part of what a rewording means: {name}, or {name|…} with what stands for it where it is missing. */
const PART = /\{(\w+)(?:\|([^}]*))?\}/gu;

/**
 * A question in the plain wording that asks the same: 通车日期 asks 什么时候通车, 起点和终点各多少 for both ends of a change, 宁夏首府 names its
 * capital. Most stay as they are. Never throws.
 */
export function plainlyWorded(text: string): string {
  return rewordings().reduce(
    (said, { says, means, names }) =>
      said.replace(says, (...match) => {
        const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
        return means.replace(PART, (_, name: string, missing = '') => {
          const part = groups[name];
          return part === undefined ? missing : (names[part] ?? part);
        });
      }),
    text,
  );
}
