import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/contrasts.json';

/** config/language/contrasts.json: groups of words that part siblings; what is said of one member is not said of another. */
const contrastsFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** The words of each member, of reports and of people alike. */
      members: z.array(z.array(z.string().min(1)).min(1)).min(2),
    }),
  ),
});

export type ContrastGroup = z.infer<typeof contrastsFile>['groups'][number];

let loaded: readonly ContrastGroup[] | undefined;

/** The project's groups, read with the first use. @throws ConfigError where the file is malformed. */
export function contrasts(): readonly ContrastGroup[] {
  loaded ??= checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), contrastsFile).groups;
  return loaded;
}

/** For each group the members that a text holds, as bits; 0 where it holds none. */
export function membersIn(groups: readonly ContrastGroup[], text: string): number[] {
  return groups.map(({ members }) =>
    members.reduce((bits, words, i) => (words.some((w) => text.includes(w)) ? bits | (1 << i) : bits), 0),
  );
}
