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
