import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Answer } from '../../src/answer/schema.js';
import { verifyText } from '../../src/answer/verify-answer.js';
import { COMMANDS, type Command, formatCommand } from '../../src/commands/index.js';
import type { Queue } from '../shared/queue.js';
import type { Kit } from '../shared/run.js';
import type { Store } from '../shared/store.js';
import { TEXTS } from '../shared/texts.js';
import type { Autocomplete } from './autocomplete.js';
import { VERIFY_COMMAND } from './command-bodies.js';
import { composeReply, isPrivate, type Shown } from './replies.js';

/** A press on a button, or a choice from a menu. */
export type Pressed = ButtonInteraction | StringSelectMenuInteraction;

type Deferrable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | Pressed;

/** What the handlers of one bot share. */
export interface Desk {
  readonly kit: Kit;
  /** Keeps order within a channel. */
  readonly queue: Queue;
  /** Resolves when no first response is on its way; answers wait for it, for those have three seconds only. */
  quiet(): Promise<void>;
  /** What the buttons of earlier answers stand for. */
  readonly store: Store<Shown>;
  readonly autocomplete: Autocomplete;
}

/** One conversation: a person in a channel. */
export function sessionOf(channel: string | null, user: string): string {
  return `discord:${channel ?? 'none'}:${user}`;
}

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
  const deferred = defer(interaction, command.ephemeral ?? false);
  await desk.queue.push(chatOf(interaction), async () => {
    await deferred();
    await deliver(interaction, text, await ask(interaction, text, desk), desk);
  });
}

/** Checks the figures of the message that the command was used on. */
async function handleContext(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
  if (interaction.commandName !== VERIFY_COMMAND) return sayPrivately(interaction, TEXTS.expired);
  const { content, embeds } = interaction.targetMessage;
  const text = [content, ...embeds.flatMap(({ title, description }) => [title, description])]
    .filter(Boolean)
    .join('\n');
  const deferred = defer(interaction, false);
  await desk.queue.push(chatOf(interaction), async () => {
    await deferred();
    const assistant = desk.kit.host.assistant();
    const session = `discord:verify:${interaction.id}`;
    const answer = verifyText(text, (question) => {
      assistant.forget(session);
      return assistant.ask(session, question);
    });
    assistant.forget(session);
    await deliver(interaction, text, answer, desk);
  });
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

/** Asks for the person who caused an interaction. */
export async function ask(interaction: Interaction, text: string, { kit, quiet }: Desk): Promise<Answer> {
  await quiet();
  return kit.service.answer({
    platform: 'discord',
    session: sessionOf(interaction.channelId, interaction.user.id),
    text,
    admin: kit.settings.ADMIN_IDS.includes(interaction.user.id),
    language: interaction.locale.startsWith('en') ? 'en' : 'zh',
  });
}

/** Puts an answer in the place of a deferred reply, for all or for the asker alone. */
export async function deliver(
  interaction: Deferrable,
  question: string,
  answer: Answer,
  { store }: Desk,
): Promise<void> {
  const reply = await composeReply({ owner: interaction.user.id, question, answer }, store);
  const hide = isPrivate(answer) && interaction.context !== InteractionContextType.BotDM && !interaction.ephemeral;
  if (!hide) {
    await interaction.editReply(reply);
    return;
  }
  // Whether a deferred reply is private is settled when it is deferred, before the answer is known: it is taken back and sent privately.
  await interaction.deleteReply();
  await interaction.followUp({ ...reply, flags: MessageFlags.Ephemeral });
}

/** One line for the asker alone, as the first response. */
export async function sayPrivately(interaction: RepliableInteraction, text: string): Promise<void> {
  await interaction.reply({ content: text, flags: MessageFlags.Ephemeral });
}

/**
 * False where the person or the channel asks too much, which is said to the asker alone. Unlike messages, an interaction
 * is never met with silence: Discord would show it as failed.
 */
export async function admit(interaction: RepliableInteraction, { kit }: Desk): Promise<boolean> {
  if (kit.limiter.take(`discord:${interaction.user.id}`, `discord:${interaction.channelId}`) === 'go') return true;
  await sayPrivately(interaction, TEXTS.tooMany);
  return false;
}

/** Chats whose replies stand in order: a channel, or a person where there is none. */
export function chatOf(interaction: Interaction): string {
  return interaction.channelId ?? interaction.user.id;
}

/** Defers at once; the returned function waits for it, and fails where it failed. */
export function defer(interaction: Deferrable, hidden: boolean): () => Promise<void> {
  const sent = interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {}).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return async () => {
    const failed = await sent;
    if (failed !== undefined) throw failed.error;
  };
}

function argumentsOf(interaction: ChatInputCommandInteraction, command: Command): Record<string, string> {
  const given = command.arguments.map(({ name }) => [name, interaction.options.get(name)?.value] as const);
  return Object.fromEntries(
    given.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value).trim()]),
  );
}
