import { hasForm, readArguments } from './arguments.js';
import { COMMANDS, findCommand } from './table.js';
import { quoteToken, tokenize } from './tokens.js';
import type { Command, CommandError, Invocation, KnownNames, Parsed } from './types.js';

/** The longest head of a command that is looked at, and the longest arguments other than free text. */
const MAX_HEAD = 120;
const MAX_ARGUMENTS = 1_000;

/** More Latin words than this behind a command without its slash are a sentence. */
const MOST_LATIN = 3;

/** Signs that words after a command ask something in their own right. */
const ASKS = /[?？]|吗|嗎|呢|什么|什麼|多少|哪|几|幾|怎|如何|谁|誰|为何|是否|有没有|了没/u;
/** Signs of a sentence, which a command typed without its slash must not hold. */
const SENTENCE = new RegExp(`${ASKS.source}|[。！!]|的|了|吧`, 'u');
/** Asks after a mention, against a term to be looked for. */
const ASKS_MENTION = /(?:哪|多少|几|谁).*(?:提|写|讲|说)|(?:提到|提及).*(?:吗|嗎)|[?？]\s*$/u;
/** Commands whose Chinese alias alone is the command; 目标 alone may be a follow-up (目标呢). */
const STANDS_ALONE = new Set(['help', 'start', 'more', 'source', 'reports', 'chart', 'export']);

/**
 * Reads a message as a command, a plain question, or a command that cannot be carried out as typed.
 * "/targets 常德 2022", "/targets@bot 常德 2022", "／目标 常德" and "目标 常德 2022" are commands; a sentence that
 * merely begins with such a word (目标完成了吗, 对比常德和怀化的GDP) is a question.
 * Never throws; takes time linear in the length of `text`.
 *
 * @param names tells places and indicators apart in arguments; without it they go by their order (places first).
 */
export function parseCommand(text: string, names?: KnownNames): Parsed {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control and zero-width characters before a command are noise.
  const start = text.search(/[^\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]/u);
  if (start < 0) return { kind: 'question', text };
  const head = text.slice(start, start + MAX_HEAD);
  return /^[/／]/u.test(head) ? readSlashed(text, start, head, names) : readBare(text, start, head, names);
}

function readSlashed(text: string, start: number, head: string, names?: KnownNames): Parsed {
  const word = /^[/／]([^\s@:：]*)/u.exec(head)?.[1] ?? '';
  const command = findCommand(word) ?? glued(word);
  if (!command) {
    if (/^[\w-]*$/u.test(word)) return { kind: 'error', problem: 'unknown', word };
    return { kind: 'question', text: text.slice(start + 1) };
  }
  const [name, length] = 'name' in command ? [command, word.length] : [command.command, command.length];
  const rest = text.slice(start + 1 + length).replace(/^@\w+/u, '');
  return invoke(name, rest.replace(/^\s*[:：]/u, '').trim(), names);
}

/** /目标常德 2022: the command whose name or alias the word begins with, the longest of them. */
function glued(word: string): { command: Command; length: number } | null {
  let best: { command: Command; length: number } | null = null;
  for (const command of COMMANDS)
    for (const alias of [command.name, ...command.aliases]) {
      const cut = word.startsWith(alias) && !/^[\w-]/u.test(word.slice(alias.length));
      if (cut && alias.length > (best?.length ?? 0)) best = { command, length: alias.length };
    }
  return best;
}

/** A command typed without its slash: only where nothing else can be meant. */
function readBare(text: string, start: number, head: string, names?: KnownNames): Parsed {
  const question: Parsed = { kind: 'question', text };
  const match = /^([^\s:：]{1,32})(?:\s+|\s*[:：]\s*|$)/u.exec(head);
  const command = match?.[1] ? findCommand(match[1]) : undefined;
  if (!match?.[1] || !command || command.admin) return question;
  const rest = text.slice(start + match[0].length).trim();
  if (!rest) {
    const alone = STANDS_ALONE.has(command.name) || match[1].toLowerCase() === command.name;
    return alone && !command.arguments.some((argument) => argument.required)
      ? { kind: 'command', command, args: {} }
      : question;
  }
  if (command.name === 'ask') return invoke(command, rest, names);
  // Compare the 2022 targets of Loudi and Huaihua: an English sentence.
  if ((rest.slice(0, MAX_ARGUMENTS).match(/[a-z]{2,}/giu)?.length ?? 0) > MOST_LATIN) return question;
  if (SENTENCE.test(unquoted(rest.slice(0, MAX_ARGUMENTS)))) return question;
  if (command.name === 'start' || (command.name === 'help' && !findCommand(rest))) return question;
  if (command.name === 'mentions' && tokenize(rest.slice(0, MAX_ARGUMENTS)).length > 1 && unquoted(rest) === rest)
    return question;
  const parsed = invoke(command, rest, names);
  return parsed.kind === 'command' ? parsed : question;
}

function unquoted(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/gu, '');
}

/** Fills a command's arguments; words that ask something in their own right become a question. */
function invoke(command: Command, rest: string, names?: KnownNames): Parsed {
  const [first] = command.arguments;
  if (first?.type === 'text' && command.arguments.length === 1) {
    if (rest) return { kind: 'command', command, args: { [first.name]: rest } };
    return first.required
      ? { kind: 'error', problem: 'missing', command, argument: first }
      : { kind: 'command', command, args: {} };
  }
  const question: Parsed = { kind: 'question', text: rest };
  if (rest.length > MAX_ARGUMENTS) return question;
  const asks = command.name === 'mentions' ? ASKS_MENTION : ASKS;
  if (asksSomething(command) && asks.test(unquoted(rest))) return question;
  const args = readArguments(command, rest, names);
  if (isError(args)) return asksSomething(command) ? question : args;
  const lacking = command.arguments.find((argument) => argument.required && !(argument.name in args));
  if (lacking) return { kind: 'error', problem: 'missing', command, argument: lacking };
  return { kind: 'command', command, args };
}

/** True for commands that a plain question says as well. */
function asksSomething(command: Command): boolean {
  return command.arguments.some((argument) => argument.type === 'indicator' || argument.required);
}

function isError(args: object): args is CommandError {
  return 'kind' in args;
}

/** A command with its arguments as the text that `parseCommand` reads back as the same: /targets 常德 2022. */
export function formatCommand({ command, args }: Invocation): string {
  const [first] = command.arguments;
  if (first?.type === 'text' && command.arguments.length === 1)
    return `/${command.name} ${args[first.name] ?? ''}`.trim();
  const given = command.arguments.filter((argument) => args[argument.name]);
  // Places and indicators could be taken for one another: where a place is left out the indicator is named.
  const withPlace = given.some((argument) => argument.type === 'place' || argument.type === 'places');
  const words = given.map((argument) => {
    const value = args[argument.name] ?? '';
    if (argument.type === 'text') return quoteToken(value, true);
    if (argument.type !== 'place' && argument.type !== 'places' && argument.type !== 'indicator') return value;
    const unclear = value.split('、').some((word) => hasForm(command, word));
    const named = unclear || (argument.type === 'indicator' && !withPlace);
    return (named ? `${argument.name}=` : '') + quoteToken(value, unclear);
  });
  return [`/${command.name}`, ...words].join(' ');
}
