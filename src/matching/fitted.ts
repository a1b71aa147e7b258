import { configLabel, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { ConfigError } from '../lexicon/config-error.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

/** Weights that `npm run fit` made, with what they were made from. */
export interface Fitted {
  /** One weight a feature, in the order of `features`. */
  readonly weights: Float64Array;
  /** Probability from which a candidate is an answer; only in a file of acceptance. */
  readonly threshold: number;
}

interface FittedFile {
  readonly features: Readonly<Record<string, number>>;
  readonly threshold?: number;
}

/**
 * Reads fitted weights of config/fitted. A feature that the file does not name weighs nothing; a name that is no feature is a fault.
 * @throws ConfigError where the file is malformed or was made for other features.
 */
export function readFitted(file: string, features: readonly string[]): Fitted {
  const name = `fitted/${file}`;
  const parsed = parseConfigJson(name, readConfigText(CONFIG_DIR, name)) as FittedFile;
  const weights = new Float64Array(features.length);
  const index = new Map(features.map((feature, i) => [feature, i]));
  for (const [feature, weight] of Object.entries(parsed.features ?? {})) {
    const at = index.get(feature);
    if (at === undefined || typeof weight !== 'number')
      throw new ConfigError(configLabel(name), feature, '不是现有的特征，请运行 npm run fit');
    weights[at] = weight;
  }
  return { weights, threshold: parsed.threshold ?? 0.5 };
}

/** Fitted weights that are read with their first use. */
export function lazyFitted(file: string, features: readonly string[]): () => Fitted {
  let read: Fitted | undefined;
  return () => {
    read ??= readFitted(file, features);
    return read;
  };
}

/** A feature vector weighed. */
export function weigh(weights: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) if (x[i] !== 0) sum += weights[i]! * x[i]!;
  return sum;
}

/** The logistic function: log-odds to a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
