import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Answer } from '../../src/answer/schema.js';
import { chatOf, type Desk, type Pressed } from './desk.js';
import { takenOver } from './events.js';
import { composeReply, isPrivate } from './replies.js';

type Deferrable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | Pressed;

/** With more first responses on their way than this it is a burst: interactions are deferred before they are looked at. */
const BURST = 20;
/** Milliseconds that a question waits for the first responses of a burst. */
const MOST_WAIT = 2500;

export interface Task {
  readonly question: string;
  /** True where the reply is for the asker alone whatever it says, and may take its time (an administrator's command). */
  readonly hidden: boolean;
  find(): Promise<Answer>;
}

/**
 * Defers an interaction and answers it in its turn. Whether a reply is for the asker alone is settled when it is deferred; so the
 * answer, which takes some milliseconds, is found just before, unless many are waiting for their first response: Discord allows
 * three seconds for that one.
 */
export async function answerDeferred(
  interaction: Deferrable,
  desk: Desk,
  { question, hidden, find }: Task,
): Promise<void> {
  const { requests, queue } = desk;
  const early = hidden || desk.unasked > 0 || requests.urgent() > BURST ? undefined : await find();
  const deferred = defer(interaction, hidden || (early !== undefined && concernsAsker(interaction, early)));
  if (early === undefined) desk.unasked += 1;
  await queue.push(chatOf(interaction), async () => {
    const answer = early ?? (await findInTurn());
    await deferred();
    await deliver(interaction, question, answer, desk);
  });

  async function findInTurn(): Promise<Answer> {
    try {
      await deferred();
      await requests.quiet(MOST_WAIT);
      return await find();
    } finally {
      desk.unasked -= 1;
    }
  }
}

/** Defers at once; the returned function waits for it, and fails where it failed. */
export function defer(interaction: Deferrable, hidden: boolean): () => Promise<void> {
  const sent = interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {}).then(
    () => undefined,
    (error: unknown) => (wasDeferred(interaction, hidden, error) ? undefined : { error }),
  );
  return async () => {
    const failed = await sent;
    if (failed !== undefined) throw failed.error;
  };
}

/** True where the process that died had deferred it: the reply is still owed, and goes where it was deferred to. */
function wasDeferred(interaction: Deferrable, hidden: boolean, error: unknown): boolean {
  if (!takenOver.has(interaction) || !(error instanceof DiscordAPIError)) return false;
  if (error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return false;
  interaction.deferred = true;
  interaction.ephemeral = hidden;
  return true;
}

/** In the bot's direct messages nobody else is there to be kept from anything. */
function concernsAsker({ context }: Deferrable, answer: Answer): boolean {
  return isPrivate(answer) && context !== InteractionContextType.BotDM;
}

/** Puts an answer in the place of a deferred reply. */
async function deliver(interaction: Deferrable, question: string, answer: Answer, { kit, store }: Desk): Promise<void> {
  const reply = await composeReply(
    { owner: interaction.user.id, question, answer, publicUrl: kit.settings.PUBLIC_URL },
    store,
  );
  if (interaction.ephemeral || !concernsAsker(interaction, answer)) {
    await interaction.editReply(reply);
    return;
  }
  // Deferred for all in a burst: it is taken back and sent to the asker alone.
  await interaction.deleteReply();
  await interaction.followUp({ ...reply, flags: MessageFlags.Ephemeral });
}
