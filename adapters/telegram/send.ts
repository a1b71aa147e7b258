import type { Answer } from '../../src/answer/schema.js';
import { answerBlocks } from '../shared/blocks.js';
import { cleanText } from '../shared/clean.js';
import { TEXTS } from '../shared/texts.js';
import type { Bot, Shown } from './context.js';
import { answerKeyboard, type Keyboard } from './keyboard.js';
import { LIMITS } from './limits.js';
import type { Target } from './receive.js';
import { type Form, renderAnswer, renderCaption } from './render.js';
import { ApiRefused } from './transport.js';

const NO_PREVIEW = { is_disabled: true } as const;

/** The fields that say where a message goes and what it replies to. */
function address({ chat, thread }: Target, replyTo: number | undefined): object {
  return {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
}

/** A page as the fields of a request. */
function body(markup: string, form: Form, keyboard: Keyboard | undefined): object {
  return {
    ...(form === 'rich'
      ? { rich_message: { html: markup, skip_entity_detection: true } }
      : { text: markup, parse_mode: 'HTML', link_preview_options: NO_PREVIEW }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}

/** The form in which an answer is best shown: rich where it shows a table and the server takes rich messages. */
export function formFor(bot: Bot, answer: Answer): Form {
  return bot.rich && answerBlocks(answer).some(({ kind }) => kind === 'table') ? 'rich' : 'html';
}

/** Sends an answer's first page with its buttons, then its picture and its file where it has them. Returns the message's id. */
export async function sendAnswer(bot: Bot, shown: Shown, replyTo: number): Promise<number> {
  const message = await sendFirstPage(bot, shown, replyTo);
  await sendFiles(bot, shown, message);
  return message;
}

async function sendFirstPage(bot: Bot, shown: Shown, replyTo: number): Promise<number> {
  const { markup, keyboard } = pageOf(bot, shown, await bot.shown.put(shown), 0);
  const payload = { ...address(shown.target, replyTo), ...body(markup, shown.form, keyboard) };
  const method = shown.form === 'rich' ? 'sendRichMessage' : 'sendMessage';
  await bot.pace.turn(shown.target.chat);
  try {
    return (await bot.transport.call<{ message_id: number }>(method, payload)).message_id;
  } catch (error) {
    if (!(error instanceof ApiRefused) || error.code === 403) throw error;
    if (shown.form === 'html') {
      // Whatever the server has against the markup, the words are owed.
      bot.kit.log.error({ err: error }, 'a message was refused and is sent as plain text');
      const text = cleanText(shown.answer.text).slice(0, LIMITS.text) || shown.answer.headline;
      return sendText(bot, shown.target, text, replyTo);
    }
    if (error.code === 404) bot.rich = false;
    bot.kit.log.info({ reason: error.description }, 'rich message refused, sending HTML');
    return sendFirstPage(bot, { ...shown, form: 'html' }, replyTo);
  }
}

/** Puts a page of an answer in the place of a message. Where the server refuses its rich form, the plain one is put there. */
export async function showPage(bot: Bot, shown: Shown, id: string, message: number, page: number): Promise<void> {
  const { markup, keyboard } = pageOf(bot, shown, id, page);
  try {
    await editMessage(bot, shown.target, message, body(markup, shown.form, keyboard));
  } catch (error) {
    if (!(error instanceof ApiRefused) || error.code === 403 || shown.form === 'html') throw error;
    const plain: Shown = { ...shown, form: 'html' };
    await showPage(bot, plain, await bot.shown.put(plain), message, page);
  }
}

/** Puts other text in the place of a message. */
export function showText(
  bot: Bot,
  target: Target,
  message: number,
  markup: string,
  keyboard?: Keyboard,
): Promise<void> {
  return editMessage(bot, target, message, body(markup, 'html', keyboard));
}

async function editMessage(bot: Bot, target: Target, message: number, fields: object): Promise<void> {
  await bot.pace.turn(target.chat);
  try {
    await bot.transport.call('editMessageText', { chat_id: target.chat, message_id: message, ...fields });
  } catch (error) {
    if (error instanceof ApiRefused && error.description.includes('message is not modified')) return;
    throw error;
  }
}

/** Sends one line of the bot's own. Returns the message's id. */
export async function sendText(bot: Bot, target: Target, text: string, replyTo?: number): Promise<number> {
  await bot.pace.turn(target.chat);
  const payload = { ...address(target, replyTo), text, link_preview_options: NO_PREVIEW };
  return (await bot.transport.call<{ message_id: number }>('sendMessage', payload)).message_id;
}

async function sendFiles(bot: Bot, shown: Shown, replyTo: number): Promise<void> {
  if (shown.answer.wantsChart && shown.answer.chart !== undefined) await sendChart(bot, shown, replyTo);
  if (shown.answer.attachment !== undefined) await sendDocument(bot, shown, shown.answer.attachment, replyTo);
}

/** Sends an answer's chart as a photo, or says that it cannot be drawn. The drawing library is loaded with the first one. */
export async function sendChart(bot: Bot, shown: Shown, replyTo: number): Promise<void> {
  const { chart } = shown.answer;
  if (chart === undefined) return;
  let source: Buffer;
  try {
    const { renderChartPng } = await import('../../src/charts/index.js');
    source = await renderChartPng(chart);
  } catch (err) {
    bot.kit.metrics.error('telegram', 'chart');
    bot.kit.log.error({ err }, 'a chart could not be drawn');
    await sendText(bot, shown.target, TEXTS.noChart, replyTo);
    return;
  }
  await sendFile(bot, 'sendPhoto', { photo: { source, filename: 'chart.png' } }, shown, replyTo);
}

/** Sends a text file as a document. */
export async function sendDocument(
  bot: Bot,
  shown: Shown,
  { name, body: text, encoding }: { readonly name: string; readonly body: string; readonly encoding?: 'base64' },
  replyTo: number,
): Promise<void> {
  await sendFile(
    bot,
    'sendDocument',
    { document: { source: Buffer.from(text, encoding ?? 'utf8'), filename: name } },
    shown,
    replyTo,
  );
}

async function sendFile(bot: Bot, method: string, file: object, shown: Shown, replyTo: number): Promise<void> {
  await bot.pace.turn(shown.target.chat);
  const caption = { caption: renderCaption(shown.answer), parse_mode: 'HTML' };
  await bot.transport.call(method, { ...address(shown.target, replyTo), ...file, ...caption }, { timeout: 60_000 });
}

function pageOf(bot: Bot, shown: Shown, id: string, page: number) {
  const pages = renderAnswer(shown.answer, shown.form, bot.kit.settings.PUBLIC_URL);
  const at = Math.min(page, pages.length - 1);
  return { markup: pages[at] ?? '', keyboard: answerKeyboard(id, shown, at, pages.length) };
}
