/** What an argument of a command holds; autocomplete and parsing go by it. */
export type ArgumentType = 'place' | 'places' | 'year' | 'years' | 'indicator' | 'text' | 'format' | 'number' | 'facet';

export interface Argument {
  /** Latin, lower case: place, year. */
  readonly name: string;
  /** Chinese name, used as Discord's localization and in help: 地区. */
  readonly zh: string;
  readonly type: ArgumentType;
  readonly required: boolean;
  readonly description: { readonly zh: string; readonly en: string };
}

/** One command of the grammar. Adapters derive their command lists, menus, help and parsing from these. */
export interface Command {
  /** Latin, lower case, fits every platform: ask, targets. */
  readonly name: string;
  /** Chinese aliases, the first is shown: 问, 提问. */
  readonly aliases: readonly string[];
  readonly description: { readonly zh: string; readonly en: string };
  readonly arguments: readonly Argument[];
  /** Example of use as plain text after the command's name: 常德 2022. Its answer is checked by a test. */
  readonly example: string;
  /** True where the answer is for the asker alone (help, errors). */
  readonly ephemeral?: boolean;
  /** True where only administrators may use it. */
  readonly admin?: boolean;
}

/**
 * Arguments by name, as text: a place as typed, several joined by 、; a year as 2022, a span as 2021-2024, several joined
 * by 、, a named one as written (今年, 十四五); a number in digits; a format in lower case; a facet as 目标 or 实际.
 */
export type Arguments = Readonly<Record<string, string>>;

/** A command with its arguments. */
export interface Invocation {
  readonly command: Command;
  readonly args: Arguments;
}

/** A command that cannot be carried out as typed. */
export type CommandError =
  | { readonly kind: 'error'; readonly problem: 'unknown'; readonly word: string }
  | { readonly kind: 'error'; readonly problem: 'missing'; readonly command: Command; readonly argument: Argument }
  | { readonly kind: 'error'; readonly problem: 'surplus'; readonly command: Command; readonly word: string };

/** What a message is: a command, a plain question, or a command that cannot be carried out. */
export type Parsed =
  | ({ readonly kind: 'command' } & Invocation)
  | { readonly kind: 'question'; readonly text: string }
  | CommandError;

/** What words name; tells places and indicators apart in arguments. */
export interface KnownNames {
  isPlace(word: string): boolean;
  isIndicator(word: string): boolean;
}
