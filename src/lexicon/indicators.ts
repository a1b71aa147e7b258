import { z } from 'zod';
import { ONCE } from './config.js';
import { ConfigError } from './config-error.js';
import { createMatcher, type Matcher } from './matcher.js';
import type { Indicator } from './types.js';

const measures = ['level', 'growth', 'average', 'share', 'count', 'difference', 'rank', 'ratio', 'multiple'] as const;

/**
 * The form of config/indicators.json. A name may carry alternatives in braces, as in a shell:
 * `{规上|规模}工业总产值` stands for two names.
 */
const indicatorsFileSchema = z.strictObject({
  indicators: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      name: z.string().min(2),
      aliases: z.array(z.string().min(2)),
      asked: z.array(z.string().min(2)),
      units: z.array(z.string()).min(1),
      measure: z.enum(measures),
      lowerIsBetter: z.boolean().optional(),
      covers: z.array(z.string()).min(2).optional(),
      apart: z.boolean().optional(),
      alsoAsked: z.array(z.string().min(2)).optional(),
      loose: z.array(z.string().min(2)).optional(),
    }),
  ),
});

/** An indicator found in a text, with the words it was found by. Offsets are into that text. */
export interface IndicatorMention {
  readonly indicator: Indicator;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The headline indicators, by id and by the names they go under. */
export interface IndicatorIndex {
  readonly list: readonly Indicator[];
  get(id: string): Indicator | undefined;
  /** True for a name that reports give to more than one indicator (see `Indicator.loose`). */
  isLoose(name: string): boolean;
  /** The indicators whose name a subject ends in (全市地区生产总值), or that it sets against something (地区生产总值比目标). */
  namesakes(subject: string): readonly Indicator[];
  /** The longest name that stands at an offset of the text. */
  at(text: string, offset: number, asked?: boolean): IndicatorMention | undefined;
  /** All mentions from left to right, the longest name first, none overlapping. `asked` also takes names that only people asking use. */
  find(text: string, asked?: boolean): IndicatorMention[];
}

/** A name with alternatives in braces written out: `{规上|规模}产值` → 规上产值, 规模产值. */
function expandBraces(name: string): string[] {
  const open = name.indexOf('{');
  const close = name.indexOf('}', open);
  if (open < 0 || close < 0) return [name];
  const head = name.slice(0, open);
  const tails = expandBraces(name.slice(close + 1));
  return name
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => tails.map((tail) => head + choice + tail));
}

interface Name {
  readonly indicator: Indicator;
  readonly place: string;
  readonly asked: boolean;
}

/**
 * Reads the indicators from the parsed JSON of `file`.
 * @throws ConfigError where the file has not the right form, or a name is claimed by two indicators
 */
export function readIndicators(json: unknown, file: string): IndicatorIndex {
  const parsed = indicatorsFileSchema.safeParse(json, ONCE);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ConfigError(file, issue.path.join('.'), issue.message);
  }
  const ids = new Map<string, Indicator>();
  const names = new Map<string, Name>();
  const claim = (name: string, indicator: Indicator, place: string, asked: boolean): void => {
    const holder = names.get(name);
    if (holder === undefined) names.set(name, { indicator, place, asked });
    else if (holder.indicator !== indicator)
      throw new ConfigError(file, place, `名称“${name}”已由 ${holder.place}（${holder.indicator.name}）占用`);
  };
  const list = parsed.data.indicators.map((entry, i): Indicator => {
    if (ids.has(entry.id)) throw new ConfigError(file, `indicators.${i}.id`, `编号“${entry.id}”重复`);
    const aliases = [...new Set(entry.aliases.flatMap(expandBraces))];
    const asked = [...new Set(entry.asked.flatMap(expandBraces))];
    const indicator: Indicator = { ...entry, aliases: [...new Set([entry.name, ...aliases])], asked };
    ids.set(entry.id, indicator);
    claim(entry.name, indicator, `indicators.${i}.name`, false);
    for (const name of aliases) claim(name, indicator, `indicators.${i}.aliases`, false);
    for (const name of asked) claim(name, indicator, `indicators.${i}.asked`, true);
    return indicator;
  });
  list.forEach((indicator, i) => {
    for (const id of indicator.covers ?? [])
      if (!ids.has(id)) throw new ConfigError(file, `indicators.${i}.covers`, `没有编号为“${id}”的指标`);
  });
  const loose = new Set(list.flatMap((indicator) => indicator.loose ?? []));
  return {
    list,
    get: (id) => ids.get(id),
    isLoose: (name) => loose.has(name),
    namesakes: namesakesIn(names),
    ...lookups(names),
  };
}

/** Looks the ends of a subject up among the names that reports use. */
function namesakesIn(names: ReadonlyMap<string, Name>): IndicatorIndex['namesakes'] {
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length));
  return (subject) => {
    const found = new Set<Indicator>();
    const take = (name: string): void => {
      const known = names.get(name);
      if (known && !known.asked) found.add(known.indicator);
    };
    for (let from = Math.max(0, subject.length - longest); from < subject.length; from += 1) take(subject.slice(from));
    for (let at = subject.indexOf('比'); at >= 0; at = subject.indexOf('比', at + 1)) take(subject.slice(0, at));
    return [...found];
  };
}

/** Lookups over the names that reports use, or over these and the ones that only people asking use. */
function lookups(names: ReadonlyMap<string, Name>): Pick<IndicatorIndex, 'at' | 'find'> {
  let reports: Matcher | undefined;
  let questions: Matcher | undefined;
  // Each is made when it is first used: a question needs the names of questions alone.
  const matcherOf = (asked: boolean): Matcher => {
    if (asked) {
      questions ??= createMatcher(names);
      return questions;
    }
    reports ??= createMatcher(new Map([...names].filter(([, name]) => !name.asked)));
    return reports;
  };
  const at = (text: string, offset: number, asked = false): IndicatorMention | undefined => {
    const name = matcherOf(asked).at(text, offset);
    if (name === undefined) return undefined;
    return { indicator: names.get(name)!.indicator, start: offset, end: offset + name.length, text: name };
  };
  return {
    at,
    find(text, asked = false) {
      const found: IndicatorMention[] = [];
      for (let start = 0; start < text.length; ) {
        const mention = at(text, start, asked);
        if (mention !== undefined) found.push(mention);
        start = mention?.end ?? start + 1;
      }
      return found;
    },
  };
}
