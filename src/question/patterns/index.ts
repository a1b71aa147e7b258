import type { z } from 'zod';
import { readPatterns } from './file.js';
import { patternFile } from './schema/index.js';

type Patterns = ReturnType<typeof readPatterns<z.infer<typeof patternFile>>>;

let loaded: Patterns | undefined;

/** What questions may say, as patterns (config/language/patterns.json), read with the first use. @throws ConfigError where malformed. */
export function patterns(): Patterns {
  loaded ??= readPatterns('language/patterns.json', patternFile);
  return loaded;
}
