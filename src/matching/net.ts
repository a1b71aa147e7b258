import { configLabel, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { ConfigError } from '../lexicon/config-error.js';
import { CONFIG_DIR } from '../lexicon/paths.js';

/** A small network: weights straight from the features, and one layer of hidden units that see how features go together. */
export interface Net {
  /** One weight a feature, in the order of the features. */
  readonly linear: Float64Array;
  readonly units: readonly NetUnit[];
}

/** A hidden unit: tanh(bias + weights · x), worth `out`. */
export interface NetUnit {
  readonly weights: Float64Array;
  readonly bias: number;
  readonly out: number;
}

/** What a file of networks holds of them. */
export interface NetsFile {
  readonly nets: readonly {
    readonly features: Readonly<Record<string, number>>;
    readonly units: readonly {
      readonly bias: number;
      readonly out: number;
      readonly features: Readonly<Record<string, number>>;
    }[];
  }[];
}

/** A feature vector by several networks, which were begun from different weights: the mean of their scores, in log-odds. */
export function scoreByNets(nets: readonly Net[], x: Float64Array): number {
  const at: number[] = [];
  for (let i = 0; i < x.length; i++) if (x[i] !== 0) at.push(i);
  let sum = 0;
  for (const { linear, units } of nets) {
    sum += weighAt(linear, x, at);
    for (const { weights, bias, out } of units) sum += out * Math.tanh(bias + weighAt(weights, x, at));
  }
  return sum / nets.length;
}

function weighAt(weights: Float64Array, x: Float64Array, at: readonly number[]): number {
  let sum = 0;
  for (const i of at) sum += weights[i]! * x[i]!;
  return sum;
}

/**
 * Reads networks of config/fitted. A feature that the file does not name weighs nothing.
 * @throws ConfigError where the file is malformed or was made for other features.
 */
export function readNets(file: string, features: readonly string[]): readonly Net[] {
  const name = `fitted/${file}`;
  const index = new Map(features.map((feature, i) => [feature, i]));
  const weightsOf = (named: Readonly<Record<string, number>>): Float64Array => {
    const weights = new Float64Array(features.length);
    for (const [feature, weight] of Object.entries(named ?? {})) {
      const at = index.get(feature);
      if (at === undefined || typeof weight !== 'number')
        throw new ConfigError(configLabel(name), feature, '不是现有的特征，请运行 npm run fit:lists');
      weights[at] = weight;
    }
    return weights;
  };
  const { nets } = parseConfigJson(name, readConfigText(CONFIG_DIR, name)) as Partial<NetsFile>;
  if (nets === undefined || nets.length === 0)
    throw new ConfigError(configLabel(name), 'nets', '没有权重，请运行 npm run fit:lists');
  return nets.map((net) => ({
    linear: weightsOf(net.features),
    units: net.units.map(({ bias, out, features: named }) => ({ bias, out, weights: weightsOf(named) })),
  }));
}

/** Networks that are read with their first use. */
export function lazyNets(file: string, features: readonly string[]): () => readonly Net[] {
  let read: readonly Net[] | undefined;
  return () => {
    read ??= readNets(file, features);
    return read;
  };
}
