import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { Converter } from 'opencc-js/cn2t';
import { type Argument, type Command, EXPORT_FORMATS } from '../../src/commands/index.js';
import type { ChatCommandBody, CommandBody } from './command-limits.js';

/** The message context command that checks the figures of a message against the reports. */
export const VERIFY_COMMAND = '核对数字';

/** Its argument is what a link carries, which Discord's links cannot. */
const WITHOUT_OPTIONS = new Set(['start']);

type Option = NonNullable<ChatCommandBody['options']>[number];

/** Installed by a person or in a server; used in servers, in direct messages with the bot and in those between people. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall] as (0 | 1)[],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel] as (
    | 0
    | 1
    | 2
  )[],
};

const FACET_CHOICES = [
  { zh: '目标', en: 'target' },
  { zh: '实际', en: 'outcome' },
];

/**
 * The commands as Discord registers them, made from the grammar: Latin names and English descriptions by default,
 * Chinese ones (simplified and traditional) where the client asks for them.
 */
export function commandBodies(commands: readonly Command[]): CommandBody[] {
  const toTraditional = Converter({ from: 'cn', to: 'tw' });

  function names(zh: string): Record<'zh-CN' | 'zh-TW', string> {
    return { 'zh-CN': zh, 'zh-TW': toTraditional(zh) };
  }

  function descriptions({ zh, en }: { zh: string; en: string }): ChatCommandBody['description_localizations'] {
    return { ...names(zh), 'en-US': en, 'en-GB': en };
  }

  function option(argument: Argument): Option {
    const base = {
      name: argument.name,
      name_localizations: names(argument.zh),
      description: argument.description.en,
      description_localizations: descriptions(argument.description),
      required: argument.required,
    };
    switch (argument.type) {
      case 'place':
      case 'places':
      case 'year':
      case 'years':
      case 'indicator':
        return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
      case 'number':
        return { ...base, type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 999 };
      case 'format':
        return {
          ...base,
          type: ApplicationCommandOptionType.String,
          choices: EXPORT_FORMATS.map((format) => ({ name: format, value: format })),
        };
      case 'facet':
        return {
          ...base,
          type: ApplicationCommandOptionType.String,
          choices: FACET_CHOICES.map(({ zh, en }) => ({ name: en, name_localizations: names(zh), value: zh })),
        };
      case 'text':
        return { ...base, type: ApplicationCommandOptionType.String };
    }
  }

  const chat = commands.map((command): CommandBody => {
    const zh = command.aliases[0];
    return {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      name_localizations: zh === undefined ? undefined : names(zh),
      description: command.description.en,
      description_localizations: descriptions(command.description),
      options: WITHOUT_OPTIONS.has(command.name) ? [] : command.arguments.map(option),
      ...EVERYWHERE,
      ...(command.admin ? { default_member_permissions: '0' } : {}),
    };
  });
  const verify: CommandBody = {
    type: ApplicationCommandType.Message,
    name: VERIFY_COMMAND,
    name_localizations: { ...names(VERIFY_COMMAND), 'en-US': 'Check figures', 'en-GB': 'Check figures' },
    ...EVERYWHERE,
  };
  return [...chat, verify];
}
