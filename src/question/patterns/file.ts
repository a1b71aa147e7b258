import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../../lexicon/config.js';
import { CONFIG_DIR } from '../../lexicon/paths.js';
import { type PatternGroups, type PatternWords, patternGroups } from './pattern.js';

/** A pattern in a file: a way of putting it an entry. One check for all its entries: a file has some thousand of them. */
export const ways = z.custom<readonly string[]>(isWays, '要写成一组文字，至少一条，都不能是空的');

function isWays(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((way) => typeof way === 'string' && way !== '');
}

/** What every file of patterns begins with: its notation, and words that several patterns hold, by the name that stands for them there. */
export const patternHead = { notation: z.string(), words: z.record(z.string(), ways) };

/** Reads a file of patterns, none of which is compiled yet. @throws ConfigError where it is malformed. */
export function readPatterns<T extends { readonly notation: string; readonly words: PatternWords }>(
  name: string,
  schema: z.ZodType<T>,
): PatternGroups<Omit<T, 'notation' | 'words'>> {
  const file = checkConfig(name, parseConfigJson(name, readConfigText(CONFIG_DIR, name)), schema);
  const { notation: _, words, ...groups } = file;
  return patternGroups<Groups>(groups as unknown as Groups, words) as PatternGroups<Omit<T, 'notation' | 'words'>>;
}

type Groups = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
