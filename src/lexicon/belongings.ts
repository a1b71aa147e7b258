import { z } from 'zod';
import { checkConfig, parseConfigJson } from './config.js';

/** The file's name within the folder of the configuration. */
export const BELONGINGS_FILE = 'language/belongings.json';

const words = z.array(z.string().min(1)).min(1);

/** config/language/belongings.json: what is always something else's, and whose it can be. */
export const belongingsFile = z.strictObject({
  /** What stands before an owner in a text and is no part of its name: 完善, 推进. */
  leads: words,
  belongings: z
    .array(
      z.strictObject({
        /** Names that tell of nothing by themselves: 参保人数, 注册资本. */
        things: words,
        /** How the names of their owners end: 养老保险, 企业. */
        of: words,
        /** True where several owners named side by side have one: 建议150件、提案200件，办复率100%. */
        together: z.boolean().optional(),
        /** True where it is told of those that were counted alone: 新增市场主体5.4万户，注册资本1629亿元. */
        asCounted: z.boolean().optional(),
      }),
    )
    .min(1),
});

/** Whose a thing can be. */
export interface Ownership {
  readonly of: readonly string[];
  readonly together: boolean;
  readonly asCounted: boolean;
}

/** The file as the reading of facts uses it. */
export interface Belongings {
  /** The longest first. */
  readonly leads: readonly string[];
  /** By the name that stands alone, the ends of its owners' names, the longest first. */
  readonly owners: ReadonlyMap<string, Ownership>;
}

/** The file's text, checked. @throws ConfigError where it is malformed. */
export function readBelongings(text: string): Belongings {
  const { leads, belongings } = checkConfig(BELONGINGS_FILE, parseConfigJson(BELONGINGS_FILE, text), belongingsFile);
  const longestFirst = (list: readonly string[]): string[] => [...list].sort((a, b) => b.length - a.length);
  return {
    leads: longestFirst(leads),
    owners: new Map(
      belongings.flatMap(({ things, of, together = false, asCounted = false }) =>
        things.map((thing) => [thing, { of: longestFirst(of), together, asCounted }] as const),
      ),
    ),
  };
}
