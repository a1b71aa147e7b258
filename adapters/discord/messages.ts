import { createHash } from 'node:crypto';
import { ChannelType, DiscordAPIError, type Message, RESTJSONErrorCodes } from 'discord.js';
import { parseCommand } from '../../src/commands/index.js';
import { respondTo } from '../shared/respond.js';
import { TEXTS } from '../shared/texts.js';
import { type Desk, sessionOf } from './desk.js';
import { composeReply, type Reply } from './replies.js';

/** Milliseconds after an edit within which it is one: Discord tells of a message again when its links are shown or it is pinned. */
const FRESH = 60_000;

/** Answers a message whose words were changed: in the place of its answer, or anew where it had none. */
export async function handleEdit(message: Message, desk: Desk): Promise<void> {
  const edited = message.editedTimestamp;
  if (
    edited === null ||
    Date.now() - edited > FRESH ||
    digestOf(message) === (await desk.placed.get(placeOf(message)))?.words
  )
    return;
  await handleMessage(message, desk);
}

/** Answers a message: in direct messages every one, in servers those that mention the bot (replies to it do). */
export async function handleMessage(message: Message, desk: Desk): Promise<void> {
  const { kit, queue, store } = desk;
  const me = message.client.user.id;
  const text = message.content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
  const mentionsMe = message.mentions.users.has(me);
  const command = parseCommand(text);
  const response = respondTo({
    chat: message.channel.type === ChannelType.DM ? 'direct' : 'group',
    fromBot: message.author.bot || message.webhookId !== null || message.system,
    text: text !== '' || mentionsMe,
    // A command in plain text is for this bot only where the bot is spoken to.
    command: command.kind === 'command' && mentionsMe ? 'known' : 'none',
    addressed: 'nobody',
    mentionsMe,
    repliesToMe: message.mentions.repliedUser?.id === me,
  });
  if (response === 'silent') return;
  await queue.push(message.channelId, async () => {
    const verdict = await kit.limiter.take(`discord:${message.author.id}`, `discord:${message.channelId}`);
    if (verdict === 'silent') return;
    if (verdict === 'notice' || response === 'hint') {
      await send({ content: verdict === 'notice' ? TEXTS.tooMany : TEXTS.onlyText });
      return;
    }
    const question = text === '' ? '/help' : text;
    const answer = await kit.service.answer({
      platform: 'discord',
      session: sessionOf(message.channelId, message.author.id),
      text: question,
      admin: kit.settings.ADMIN_IDS.includes(message.author.id),
      language: 'zh',
    });
    const reply = await composeReply(
      { owner: message.author.id, question, answer, publicUrl: kit.settings.PUBLIC_URL },
      store,
    );
    const before = await desk.placed.get(placeOf(message));
    const id =
      before !== undefined && (await replaced(message, before.reply, reply)) ? before.reply : await send(reply);
    await desk.placed.set(placeOf(message), { reply: id, words: digestOf(message) });
  });

  async function send(reply: { content: string } | Reply): Promise<string> {
    // The nonce keeps a message that is sent again after a broken connection from standing there twice.
    const nonce = `${message.id}${message.editedTimestamp === null ? '' : 'e'}`;
    const sent = await message.reply({ ...reply, failIfNotExists: false, nonce, enforceNonce: true });
    return sent.id;
  }
}

/** Under what the answer to a message is kept. */
function placeOf({ id }: Message): string {
  return `discord:${id}`;
}

/** A digest of a message's words: whether they were changed can be told without keeping them. */
function digestOf({ content }: Message): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** Puts a reply in the place of an earlier one; false where that message is gone. */
async function replaced(message: Message, earlier: string, reply: Reply): Promise<boolean> {
  try {
    await message.channel.messages.edit(earlier, { ...reply, attachments: [] });
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
    throw error;
  }
}
