import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/sought.json';

/** What a question in words may seek, beside a figure: a person, where something is, names one by one, a month or day, how it is done. */
export const SOUGHT = ['person', 'place', 'names', 'day', 'method'] as const;
export type Sought = (typeof SOUGHT)[number];

/** What a question may ask for by words that leave no other answer: 组长是哪位 a person's name, 盖在哪个区 a place, 都叫什么 names, 哪年通车 a time. */
export const MUST = ['person', 'place', 'names', 'time'] as const;
export type Must = (typeof MUST)[number];

const words = z.array(z.string().min(1)).min(1);

/** config/language/sought.json: the words of questions by what they seek, and the family names by which a person's name is known (姓氏). */
export const soughtFile = z.strictObject({
  person: words,
  /** Words with one for a person that ask for none: 谁家. */
  nobody: words,
  place: words,
  names: words,
  day: words,
  method: words,
  /** Words that leave no other answer than a person's name, a place, names, a time. */
  must: z.strictObject({ person: words, place: words, names: words, time: words }),
  surnames: z.string().min(1),
  /** What tells each in a report: words before and behind a place or a name, marks of a list, days, words of a share. */
  tells: z.strictObject({
    placeBefore: words,
    placeEnds: words,
    placeNames: words,
    placeBehind: words,
    /** Classes that end the name of a place, and common words that end in one and name none. */
    placeWords: words,
    commonPlaces: words,
    reaching: words,
    joins: words,
    counts: words,
    is: words,
    days: words,
    dayUnits: words,
    nameBefore: words,
    nameBehind: words,
    /** What tells a time beside a date: 年底, 亚运会前. */
    times: words,
    share: words,
  }),
});

let loaded: z.infer<typeof soughtFile> | undefined;

/** The file, read with the first use. @throws ConfigError where it is malformed. */
export function soughtWords(): z.infer<typeof soughtFile> {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), soughtFile);
  return loaded;
}
