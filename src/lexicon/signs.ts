import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/signs.json';

/** Signs by which a sentence of a report tells what kind of thing it says. */
export const SIGNS = [
  'cause',
  'reason',
  'measure',
  'definition',
  'problem',
  'done',
  'planned',
  'person',
  'place',
  'list',
  'speech',
] as const;
export type Sign = (typeof SIGNS)[number];

const words = z.array(z.string().min(1)).min(1);
/** config/language/signs.json: the words that are each sign. */
const signsFile = z.strictObject(Object.fromEntries(SIGNS.map((sign) => [sign, words])) as Record<Sign, typeof words>);

let loaded: Readonly<Record<Sign, readonly string[]>> | undefined;

/** The words of each sign, read with the first use. @throws ConfigError where the file is malformed. */
export function signs(): Readonly<Record<Sign, readonly string[]>> {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), signsFile) as Record<
    Sign,
    string[]
  >;
  return loaded;
}
