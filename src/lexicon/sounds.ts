import { readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

/** How characters sound and which of them are taken for one another. */
export interface Sounds {
  /** The syllables that a character is read as, without tone; empty for one that is not in the table. */
  of(unit: string): readonly string[];
  /** True where one character is easily taken for the other by the eye. */
  alike(a: string, b: string): boolean;
}

/** Reads lines of a syllable and its characters, and lines of characters that look alike. */
export function parseSounds(sounds: string, lookAlikes: string): Sounds {
  const byUnit = new Map<string, string[]>();
  for (const line of lines(sounds)) {
    const [syllable = '', units = ''] = line.split('\t');
    for (const unit of units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), syllable]);
  }
  const groups = new Map<string, Set<string>>();
  for (const line of lines(lookAlikes))
    for (const unit of line) groups.set(unit, new Set([...(groups.get(unit) ?? []), ...line]));
  return {
    of: (unit) => byUnit.get(unit) ?? [],
    alike: (a, b) => groups.get(a)?.has(b) ?? false,
  };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

let loaded: Sounds | undefined;

/** The project's tables, read with the first use. */
export function sounds(): Sounds {
  loaded ??= parseSounds(
    readConfigText(CONFIG_DIR, 'language/sounds.tsv'),
    readConfigText(CONFIG_DIR, 'language/look-alikes.txt'),
  );
  return loaded;
}
