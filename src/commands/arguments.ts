import { EXPORT_FORMATS, FACET_WORDS } from './table.js';
import { type Token, tokenize } from './tokens.js';
import type { Argument, Arguments, ArgumentType, Command, CommandError, KnownNames } from './types.js';
import { cutAtYear, readYears } from './years.js';

/** More words than this are no arguments. */
const MAX_TOKENS = 60;
const JOINED_PLACES = /[和与與及跟]|vs/iu;
const NUMBER = /^[[【(（#第]?(\d{1,3}|[一二三四五六七八九十])[\]】)）]?[条條个處处]?$/u;
const CHINESE_NUMBERS = '一二三四五六七八九十';

/**
 * Sorts the words typed after a command into its arguments: years, formats, facets and numbers by their form in any
 * order, places and indicators by `names`, and where that does not decide, places first.
 */
export function readArguments(command: Command, rest: string, names?: KnownNames): Arguments | CommandError {
  const slots = new Slots(command);
  const words: Token[] = [];
  const tokens = tokenize(rest);
  if (tokens.length > MAX_TOKENS) return surplus(command, tokens[MAX_TOKENS]?.text ?? '');
  for (const { key, text, quoted } of tokens) {
    const named = key === undefined ? undefined : slots.named(key);
    const word = named || key === undefined ? text : `${key}=${text}`;
    if (named) slots.put(named, word);
    else if (quoted) words.push({ text: word, quoted });
    else
      for (const piece of slots.of('year', 'years') ? cutAtYear(word) : [word])
        if (!slots.putByForm(piece)) words.push({ text: piece, quoted });
  }
  const left = slots.of('text') ? sortTerm(slots, words, names) : sortNames(slots, words, names);
  return left === undefined ? slots.values() : surplus(command, left);
}

function surplus(command: Command, word: string): CommandError {
  return { kind: 'error', problem: 'surplus', command, word };
}

/** The arguments of one command while they are being filled. */
class Slots {
  readonly #values = new Map<string, string[]>();

  constructor(private readonly command: Command) {}

  of(...types: ArgumentType[]): Argument | undefined {
    return this.command.arguments.find((argument) => types.includes(argument.type));
  }

  /** The argument of that type if it has no value yet. */
  free(...types: ArgumentType[]): Argument | undefined {
    const argument = this.of(...types);
    return argument && !this.#values.has(argument.name) ? argument : undefined;
  }

  named(key: string): Argument | undefined {
    return this.command.arguments.find((argument) => argument.name === key || argument.zh === key);
  }

  put(argument: Argument, value: string): void {
    const values = this.#values.get(argument.name) ?? [];
    values.push(value);
    this.#values.set(argument.name, values);
  }

  /** Takes a word whose form alone says what it is. */
  putByForm(word: string): boolean {
    for (const argument of this.command.arguments) {
      const value = readForm(argument.type, word);
      if (value !== null) {
        this.put(argument, value);
        return true;
      }
    }
    return false;
  }

  values(): Arguments {
    return Object.fromEntries([...this.#values].map(([name, values]) => [name, values.join('、')]));
  }
}

/** True where a word, or a part of it, would be taken for a year, a format, a facet or a number of that command. */
export function hasForm(command: Command, word: string): boolean {
  return [word, ...cutAtYear(word)].some((piece) =>
    command.arguments.some(({ type }) => readForm(type, piece) !== null),
  );
}

function readForm(type: ArgumentType, word: string): string | null {
  switch (type) {
    case 'year':
    case 'years':
      return readYears(word);
    case 'format': {
      const format = word
        .toLowerCase()
        .replace(/^\./u, '')
        .replace(/^markdown$/u, 'md')
        .replace(/^excel$/u, 'xlsx');
      return (EXPORT_FORMATS as readonly string[]).includes(format) ? format : null;
    }
    case 'facet':
      return FACET_WORDS[word.toLowerCase()] ?? null;
    case 'number': {
      const digits = NUMBER.exec(word.normalize('NFKC'))?.[1];
      if (!digits) return null;
      return /\d/u.test(digits) ? String(Number(digits)) : String(CHINESE_NUMBERS.indexOf(digits) + 1);
    }
    default:
      return null;
  }
}

/** Places and the indicator. Returns the first word that found no slot. */
function sortNames(slots: Slots, words: readonly Token[], names?: KnownNames): string | undefined {
  const place = slots.of('place', 'places');
  const undecided: string[] = [];
  for (const { text } of words) {
    const joined = text.split(JOINED_PLACES);
    if (place && names?.isPlace(text)) slots.put(place, text);
    else if (place && names && joined.every((part) => names.isPlace(part)))
      for (const part of joined) slots.put(place, part);
    else if (slots.free('indicator') && names?.isIndicator(text)) slots.put(slots.of('indicator')!, text);
    else undecided.push(text);
  }
  if (slots.free('place')) take(slots, 'place', undecided.shift());
  if (slots.of('places')) {
    // 对比 常德 怀化 GDP: the last of three or more is the indicator; beside places already known, an unknown word is one.
    const several = names ? undecided.length > 0 && !slots.free('places') : undecided.length > 2;
    if (several && slots.free('indicator')) take(slots, 'indicator', undecided.pop());
    for (const word of undecided.splice(0)) take(slots, 'places', word);
  }
  if (slots.free('indicator')) take(slots, 'indicator', undecided.shift());
  return undecided[0];
}

function take(slots: Slots, type: ArgumentType, word: string | undefined): void {
  const argument = slots.of(type);
  if (argument && word !== undefined) slots.put(argument, word);
}

/** The term that is looked for, and the place. Returns the first word that found no slot. */
function sortTerm(slots: Slots, words: readonly Token[], names?: KnownNames): string | undefined {
  const term = slots.of('text')!;
  if (slots.free('text')) {
    const quoted = words.filter((token) => token.quoted);
    const others = words.filter((token) => !token.quoted && !names?.isPlace(token.text));
    const chosen = quoted.length > 0 ? quoted : others.length > 0 ? others : words.slice(0, 1);
    if (chosen.length > 0) slots.put(term, chosen.map((token) => token.text).join(' '));
    words = words.filter((token) => !chosen.includes(token));
  }
  for (const { text } of words) {
    if (!slots.free('place')) return text;
    take(slots, 'place', text);
  }
  return undefined;
}
