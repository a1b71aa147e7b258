import { configLabel, readConfigText } from './config.js';
import { ConfigError } from './config-error.js';
import type { ContrastGroup } from './contrasts.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/siblings.tsv';

/** Members stand in the bits of one number. */
const MOST_MEMBERS = 31;

/** Things of one kind (玉米, 大豆): what is said of one is not said of another. */
export interface SiblingGroup extends Pick<ContrastGroup, 'name' | 'members'> {
  /** True where another member excludes no figure: its words are said of other things too. */
  readonly weighed: boolean;
  /** True where the sentence of a figure names the member that it is of, or hardly is of it. */
  readonly named: boolean;
}

/**
 * Reads a group a line: topic and members parted by tabs, the names of one member by `|`; before the topic `~` makes a group
 * weighed and `!` named.
 * @throws ConfigError naming the line that is no group.
 */
export function parseSiblings(text: string): SiblingGroup[] {
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('#')) return [];
    const [topic = '', ...rest] = line.split('\t');
    const members = rest.map((names) => names.split('|'));
    const words = members.flat();
    const fits = members.length >= 2 && members.length <= MOST_MEMBERS && !words.includes('');
    if (!fits || new Set(words).size < words.length)
      throw new ConfigError(configLabel(FILE), `第 ${i + 1} 行`, '应为“主题<Tab>成员<Tab>成员…”，每词一次');
    return [
      { name: topic.replace(/^[!~]/, ''), members, weighed: topic.startsWith('~'), named: topic.startsWith('!') },
    ];
  });
}

let loaded: readonly SiblingGroup[] | undefined;

/** The project's groups, read with the first use. @throws ConfigError where the file is malformed. */
export function siblings(): readonly SiblingGroup[] {
  loaded ??= parseSiblings(readConfigText(CONFIG_DIR, FILE));
  return loaded;
}
