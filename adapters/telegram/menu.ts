import { z } from 'zod';
import { COMMANDS, type Command } from '../../src/commands/index.js';
import { commandSchema, commandsSchema } from './limits.js';
import type { Transport } from './transport.js';

interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** The menu for everybody, and the one for clients that are set to English. */
const LANGUAGES = [
  { code: undefined, description: 'zh' },
  { code: 'en', description: 'en' },
] as const;

/** Telegram itself offers /start; administrators know theirs. */
const NOT_LISTED = new Set(['start']);

/** The menu of a language. Throws an error that names the command which the platform would refuse. */
export function menuOf(commands: readonly Command[], language: 'zh' | 'en'): MenuEntry[] {
  const entries = commands
    .filter(({ name, admin }) => !admin && !NOT_LISTED.has(name))
    .map(({ name, description }) => ({ command: name, description: description[language] }));
  for (const entry of entries) {
    const checked = commandSchema.safeParse(entry);
    if (!checked.success) {
      throw new Error(
        `command “${entry.command}” (${language}) does not fit Telegram: ${z.prettifyError(checked.error)}`,
      );
    }
  }
  return commandsSchema.parse(entries);
}

/** Sets the command menu in each language in which it is not yet as it should be. */
export async function setMenu(transport: Transport): Promise<void> {
  for (const { code, description } of LANGUAGES) {
    const language = code === undefined ? {} : { language_code: code };
    const wanted = menuOf(COMMANDS, description);
    const held = await transport.call<unknown>('getMyCommands', language);
    if (JSON.stringify(held) === JSON.stringify(wanted)) continue;
    await transport.call('setMyCommands', { commands: wanted, ...language });
  }
}
