import type { ButtonInteraction, Interaction, RepliableInteraction, StringSelectMenuInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Answer } from '../../src/answer/schema.js';
import type { Queue } from '../shared/queue.js';
import type { Kit } from '../shared/run.js';
import type { Kept } from '../shared/state/kept.js';
import { TEXTS } from '../shared/texts.js';
import type { Autocomplete } from './autocomplete.js';
import type { Shown } from './replies.js';
import type { Requests } from './requests.js';

/** A press on a button, or a choice from a menu. */
export type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** The answer to a message, and the words that it answers. */
export interface Placed {
  readonly reply: string;
  /** A digest of the question's words. */
  readonly words: string;
}

/** What the handlers of one bot share. */
export interface Desk {
  readonly kit: Kit;
  /** Keeps order within a channel. */
  readonly queue: Queue;
  /** First responses on their way, and when there are none. */
  readonly requests: Pick<Requests, 'urgent' | 'quiet'>;
  /** Questions of deferred interactions that have not been put to the assistant yet. */
  unasked: number;
  /** What the buttons of earlier answers stand for. */
  readonly store: Kept<Shown>;
  readonly autocomplete: Autocomplete;
  /** By the id of a message that was answered: where its answer stands, so that an edited question is answered anew in its place. */
  readonly placed: Kept<Placed>;
}

/** One conversation: a person in a channel. */
export function sessionOf(channel: string | null, user: string): string {
  return `discord:${channel ?? 'none'}:${user}`;
}

/** Asks for the person who caused an interaction. */
export function ask(interaction: Interaction, text: string, { kit }: Desk): Promise<Answer> {
  return kit.service.answer({
    platform: 'discord',
    session: sessionOf(interaction.channelId, interaction.user.id),
    text,
    admin: kit.settings.ADMIN_IDS.includes(interaction.user.id),
    language: interaction.locale.startsWith('en') ? 'en' : 'zh',
  });
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
  const verdict = await kit.limiter.take(`discord:${interaction.user.id}`, `discord:${interaction.channelId}`);
  if (verdict === 'go') return true;
  await sayPrivately(interaction, TEXTS.tooMany);
  return false;
}

/** Chats whose replies stand in order: a channel, or a person where there is none. */
export function chatOf(interaction: Interaction): string {
  return interaction.channelId ?? interaction.user.id;
}
