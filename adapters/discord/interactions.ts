import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Answer } from '../../src/answer/schema.js';
import { COMMANDS, type Command, formatCommand } from '../../src/commands/index.js';
import { askAfter } from '../shared/ask-after.js';
import { TEXTS } from '../shared/texts.js';
import { VERIFY_COMMAND } from './command-bodies.js';
import { answerDeferred } from './deferred.js';
import { admit, ask, type Desk, sayPrivately } from './desk.js';

/** Answers a slash command or the message context command. */
export async function handleCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  desk: Desk,
): Promise<void> {
  if (!(await admit(interaction, desk))) return;
  if (interaction.isMessageContextMenuCommand()) return handleContext(interaction, desk);
  const command = COMMANDS.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return sayPrivately(interaction, TEXTS.expired);
  const text = formatCommand({ command, args: argumentsOf(interaction, command) });
  await answerDeferred(interaction, desk, {
    question: text,
    hidden: command.ephemeral ?? false,
    find: () => ask(interaction, text, desk),
  });
}

/** Checks the figures of the message that the command was used on. */
async function handleContext(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
  if (interaction.commandName !== VERIFY_COMMAND) return sayPrivately(interaction, TEXTS.expired);
  const { content, embeds } = interaction.targetMessage;
  const text = [content, ...embeds.flatMap(({ title, description }) => [title, description])]
    .filter(Boolean)
    .join('\n');
  await answerDeferred(interaction, desk, { question: text, hidden: false, find: () => verify(text, desk) });
}

/** The command that anybody can type, in a conversation that is then forgotten: nothing of it is leaned on. */
function verify(text: string, { kit }: Desk): Promise<Answer> {
  return askAfter(kit.host.assistant(), [], `/check ${text}`);
}

/** Completes an option. Whatever happens, the list that the person sees does not stay loading. */
export async function handleAutocomplete(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const argument = COMMANDS.find(({ name }) => name === interaction.commandName)?.arguments.find(
    ({ name }) => name === focused.name,
  );
  const place = interaction.options.get('place')?.value;
  const choices =
    argument === undefined
      ? []
      : desk.autocomplete.complete(desk.kit.host.assistant(), {
          type: argument.type,
          typed: focused.value,
          place: typeof place === 'string' && focused.name !== 'place' ? place : undefined,
        });
  await interaction.respond(choices);
}

function argumentsOf(interaction: ChatInputCommandInteraction, command: Command): Record<string, string> {
  const given = command.arguments.map(({ name }) => [name, interaction.options.get(name)?.value] as const);
  return Object.fromEntries(
    given.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value).trim()]),
  );
}
