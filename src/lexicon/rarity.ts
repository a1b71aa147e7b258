import { configLabel, readConfigText } from './config.js';
import { ConfigError } from './config-error.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'fitted/bigrams.tsv';

/** How rare pairs of characters are in reports (逆文档频率, inverse document frequency by sentence). */
export interface Rarity {
  /** ln(sentences / sentences that hold the pair); undefined for a pair that stands in hardly any. */
  of(pair: string): number | undefined;
  /** What a pair counts that is not in the table. */
  readonly rarest: number;
}

/** Reads lines of a rarity and the pairs that have it, written without blanks. @throws ConfigError naming the line. */
export function parseRarity(text: string): Rarity {
  const byPair = new Map<string, number>();
  let rarest = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [number, pairs = ''] = line.split('\t');
    const value = Number(number);
    if (!(value > 0) || pairs.length % 2 !== 0)
      throw new ConfigError(configLabel(FILE), `第 ${i + 1} 行`, '应为“数值<Tab>成对的字”');
    for (let at = 0; at < pairs.length; at += 2) byPair.set(pairs.slice(at, at + 2), value);
    rarest = Math.max(rarest, value);
  }
  return { of: (pair) => byPair.get(pair), rarest };
}

let loaded: Rarity | undefined;

/** The project's table, made by `npm run fit`; read with its first use. @throws ConfigError where the file is malformed. */
export function rarity(): Rarity {
  loaded ??= parseRarity(readConfigText(CONFIG_DIR, FILE));
  return loaded;
}
