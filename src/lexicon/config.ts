import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from './config-error.js';

/** The name under which a config file is spoken of: config/places.json. */
export function configLabel(name: string): string {
  return `config/${name}`;
}

/** The text of a config file. @throws ConfigError where it cannot be read. */
export function readConfigText(dir: string, name: string): string {
  try {
    return readFileSync(join(dir, name), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ConfigError(configLabel(name), '', code === 'ENOENT' ? '找不到这个文件' : `无法读取（${code}）`);
  }
}

/** Parses the text of a config file as JSON. @throws ConfigError naming the line. */
export function parseConfigJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Only some of the parser's messages tell a position; those that do not quote the spot.
    const position = /position (\d+)/.exec(String(error));
    const line = position ? `第 ${text.slice(0, Number(position[1])).split('\n').length} 行` : '';
    throw new ConfigError(
      configLabel(name),
      line,
      `不是合法的 JSON（${(error as Error).message.replace(/\s+/g, ' ')}）`,
    );
  }
}

/** How a file is checked that is read once in the life of a process: compiling the check would take longer than the check. */
export const ONCE = { jitless: true } as const;

/** Checks a parsed config file. @throws ConfigError naming the first thing that is wrong. */
export function checkConfig<T>(name: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value, ONCE);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new ConfigError(configLabel(name), issue.path.join('.'), issue.message);
}
