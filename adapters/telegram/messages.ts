import type { Answer } from '../../src/answer/schema.js';
import { TEXTS } from '../shared/texts.js';
import { ask, type Bot, type Shown, sessionOf } from './context.js';
import { readStartParameter } from './deep-link.js';
import { CHECK, type Incoming } from './receive.js';
import { formFor, sendAnswer, sendChart, sendText, showPage } from './send.js';
import { ApiRefused } from './transport.js';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Answers a message; an edited one by editing the answer that it got. */
export async function answerMessage(bot: Bot, message: Message): Promise<void> {
  const { target, user, language } = message;
  if (message.response === 'hint') {
    await sendText(bot, target, TEXTS.onlyText, message.message);
    return;
  }
  // A bare mention of the bot is a call for help.
  const question = message.text === '' ? '/help' : readStartParameter(message.text);
  const before = await bot.kit.host.assistant().last(sessionOf(target.chat, user));
  const answer = message.forwarded ? await checkOrAnswer(bot, message, question) : await ask(bot, message, question);
  const shown: Shown = { owner: user, target, language, question, answer, form: formFor(bot, answer), disputed: false };
  // A chart of the answer that stands above comes alone.
  if (answer.wantsChart && answer.chart !== undefined && answer.text === before?.text) {
    await sendChart(bot, shown, message.message);
    return;
  }
  const key = `telegram:${target.chat}:${message.message}`;
  const placed = message.edited ? await bot.placed.get(key) : undefined;
  if (placed !== undefined && (await replaced(bot, shown, placed.message))) return;
  await bot.placed.set(key, { message: await sendAnswer(bot, shown, message.message) });
}

/** Somebody else's words that were passed on: their figures are checked; where they state none, they are a question. */
async function checkOrAnswer(bot: Bot, message: Message, text: string): Promise<Answer> {
  const checked = text.startsWith('/') ? undefined : await ask(bot, message, `/${CHECK} ${text}`);
  return checked?.kind === 'check' ? checked : ask(bot, message, text);
}

/** Puts an answer in the place of an earlier one; false where that message can no longer be edited. */
async function replaced(bot: Bot, shown: Shown, message: number): Promise<boolean> {
  try {
    await showPage(bot, shown, await bot.shown.put(shown), message, 0);
    return true;
  } catch (error) {
    if (error instanceof ApiRefused && error.code === 400) return false;
    throw error;
  }
}
