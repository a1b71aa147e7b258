import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { UsageError } from './program.js';

/** Options that every program takes. */
const COMMON = {
  corpus: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];

type OptionTable = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: T & typeof COMMON; allowPositionals: true }>
>;

/**
 * Reads a command line: the common options (--corpus DIR, repeatable; --help; --version) and the program's own.
 * @throws UsageError for an unknown option, a value that is missing, or words where none are taken.
 */
export function readOptions<const T extends OptionTable>(
  argv: readonly string[],
  program: { readonly usage: string; readonly options: T; readonly words: boolean },
): Parsed<T> {
  try {
    const parsed = parseArgs({ args: [...argv], options: { ...COMMON, ...program.options }, allowPositionals: true });
    const [word] = parsed.positionals;
    if (!program.words && word !== undefined) throw new UsageError(`多余的参数：${word}`, program.usage);
    return parsed as Parsed<T>;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(wrongOption(error as Error & { code?: string }), program.usage);
  }
}

function wrongOption({ code, message }: Error & { code?: string }): string {
  const option = /'(-[^' ]*)/u.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有这个选项：${option}`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `选项的值不对：${option}（${message.split('\n')[0]}）`;
  return message;
}

/** The version of the project, from its package.json. */
export function packageVersion(): string {
  const text = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
