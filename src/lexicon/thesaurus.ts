import { configLabel, readConfigText } from './config.js';
import { ConfigError } from './config-error.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/thesaurus.tsv';

/** A group of words for one thing: as reports write it and as people say it. */
export interface ThesaurusGroup {
  readonly topic: string;
  /** Words of the reports (报告用语). */
  readonly reports: readonly string[];
  /** Words of people asking (口语). */
  readonly people: readonly string[];
}

/** Words that may stand for one another, by word. */
export interface Thesaurus {
  readonly groups: readonly ThesaurusGroup[];
  /** The longest word that any group holds, in UTF-16 units. */
  readonly longest: number;
  /** The words that may stand for `word` in a report, itself left out; empty for a word of no group. */
  alternatives(word: string): readonly string[];
  has(word: string): boolean;
}

/**
 * Reads groups from lines of tab-separated topic, words of the reports and words of people, words parted by `|`.
 * @throws ConfigError naming the line where one has no topic or no words.
 */
export function parseThesaurus(text: string): Thesaurus {
  const groups: ThesaurusGroup[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [topic, reports, people = ''] = line.split('\t');
    if (!topic || !reports)
      throw new ConfigError(configLabel(FILE), `第 ${i + 1} 行`, `缺少主题或报告用语：${line.slice(0, 40)}`);
    groups.push({ topic, reports: reports.split('|'), people: people === '' ? [] : people.split('|') });
  }
  return createThesaurus(groups);
}

/** Groups made ready for looking words up. */
export function createThesaurus(groups: readonly ThesaurusGroup[]): Thesaurus {
  const byWord = new Map<string, number | number[]>();
  let longest = 0;
  for (const [index, group] of groups.entries())
    for (const words of [group.reports, group.people])
      for (const word of words) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, index);
        else if (typeof known === 'number') byWord.set(word, [known, index]);
        else known.push(index);
        if (word.length > longest) longest = word.length;
      }
  const made = new Map<string, readonly string[]>();
  return {
    groups,
    longest,
    has: (word) => byWord.has(word),
    alternatives(word) {
      const ready = made.get(word);
      if (ready) return ready;
      const at = byWord.get(word);
      const own = at === undefined ? [] : typeof at === 'number' ? [at] : at;
      const words = new Set(own.flatMap((g) => groups[g]!.reports));
      words.delete(word);
      const list = [...words];
      made.set(word, list);
      return list;
    },
  };
}

let loaded: Thesaurus | undefined;

/** The project's thesaurus, read with its first use. @throws ConfigError where the file is malformed. */
export function thesaurus(): Thesaurus {
  loaded ??= parseThesaurus(readConfigText(CONFIG_DIR, FILE));
  return loaded;
}
