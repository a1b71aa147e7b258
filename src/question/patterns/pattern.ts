/** Words by name, for which `{name}` stands in a pattern. */
export type PatternWords = Readonly<Record<string, readonly string[]>>;

/** Names that need no list. */
const BUILT_IN: Readonly<Record<string, string>> = { han: '\\p{Script=Han}', century: '(?:19|20)' };

/**
 * The ways of a pattern of config/language/patterns.json as the source of a regular expression; the notation stands in that file.
 * @throws Error where a name stands for nothing.
 */
export function sourceOf(ways: readonly string[], words: PatternWords): string {
  return ways
    .join('|')
    .replace(/(?<!\\)\((?!\?)/gu, '(?:')
    .replace(/\{([a-zA-Z]+)\}/gu, (_, name: string) => BUILT_IN[name] ?? `(?:${wordsNamed(name, words)})`);
}

function wordsNamed(name: string, words: PatternWords): string {
  const named = words[name];
  if (!named) throw new Error(`no words are named ${name}`);
  return sourceOf(named, words);
}

/** What a question may say, in one of several ways. Compiled with its first use: most questions need few. */
export class Pattern {
  readonly #ways: readonly string[];
  readonly #words: PatternWords;
  #one: RegExp | undefined;
  #every: RegExp | undefined;

  constructor(ways: readonly string[], words: PatternWords) {
    this.#ways = ways;
    this.#words = words;
  }

  /** As a part of an expression that is made with words of a question. */
  get source(): string {
    return this.#first().source;
  }

  /** True where it stands anywhere in a text. */
  in(text: string): boolean {
    return this.#first().test(text);
  }

  /** The first place where it stands. */
  find(text: string): RegExpExecArray | null {
    return this.#first().exec(text);
  }

  /** The first place where it stands at or behind another one. */
  findFrom(text: string, at: number): RegExpExecArray | null {
    const every = this.#all();
    every.lastIndex = at;
    return every.exec(text);
  }

  /** Every place where it stands, from left to right. */
  findAll(text: string): IterableIterator<RegExpExecArray> {
    return text.matchAll(this.#all());
  }

  /** The text with something else in each of these places. */
  replaceIn(text: string, by: (said: string) => string): string {
    return text.replace(this.#all(), (said) => by(said));
  }

  /** The text with something else in the first of these places. */
  replaceFirst(text: string, by: (said: string, at: number) => string): string {
    const match = this.find(text);
    if (!match) return text;
    const end = match.index + match[0].length;
    return text.slice(0, match.index) + by(match[0], match.index) + text.slice(end);
  }

  /** The text without the first of these places. */
  cutFrom(text: string): string {
    return this.replaceFirst(text, () => '');
  }

  /** The pieces of a text between these places. */
  split(text: string): string[] {
    return text.split(this.#first());
  }

  #first(): RegExp {
    this.#one ??= new RegExp(sourceOf(this.#ways, this.#words), 'u');
    return this.#one;
  }

  #all(): RegExp {
    this.#every ??= new RegExp(sourceOf(this.#ways, this.#words), 'gu');
    return this.#every;
  }
}

/** Patterns by group and name. */
export type PatternGroups<T> = { readonly [G in keyof T]: { readonly [N in keyof T[G]]: Pattern } };

/** The patterns of a file, none of them compiled yet. */
export function patternGroups<T extends Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>(
  groups: T,
  words: PatternWords,
): PatternGroups<T> {
  const ofGroup = (group: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(group).map(([name, ways]) => [name, new Pattern(ways, words)]));
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, ofGroup(group)])) as PatternGroups<T>;
}
