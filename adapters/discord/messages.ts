import { ChannelType, type Message } from 'discord.js';
import { parseCommand } from '../../src/commands/index.js';
import { respondTo } from '../shared/respond.js';
import { TEXTS } from '../shared/texts.js';
import { type Desk, sessionOf } from './desk.js';
import { composeReply } from './replies.js';

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
  const verdict = kit.limiter.take(`discord:${message.author.id}`, `discord:${message.channelId}`);
  if (verdict === 'silent') return;
  await queue.push(message.channelId, async () => {
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
    await send(
      await composeReply({ owner: message.author.id, question, answer, publicUrl: kit.settings.PUBLIC_URL }, store),
    );
  });

  async function send(reply: { content: string } | Awaited<ReturnType<typeof composeReply>>): Promise<void> {
    // The nonce keeps a message that is sent again after a broken connection from standing there twice.
    await message.reply({ ...reply, failIfNotExists: false, nonce: message.id, enforceNonce: true });
  }
}
