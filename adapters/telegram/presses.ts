import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import { BUTTON_FORMATS, TEXTS } from '../shared/texts.js';
import { ask, type Bot, type Shown } from './context.js';
import { type Press, readPress, sourceKeyboard } from './keyboard.js';
import type { Incoming, Target } from './receive.js';
import { renderSurroundings } from './render.js';
import { formFor, sendAnswer, sendChart, sendDocument, showPage, showText } from './send.js';

/** What changes the message is for the person who asked; everybody may look on, ask on, and say that a figure is wrong. */
const CHANGES_THE_MESSAGE = new Set<Press['action']>(['p', 's', 'c', 't']);

type Pressed = Extract<Incoming, { kind: 'press' }>;

/** A press that may be carried out. */
interface Allowed {
  readonly shown: Shown;
  readonly press: Press;
  readonly message: number;
}

/** What to tell the person at once, and what is left to do. */
interface Outcome {
  readonly tell?: string;
  readonly act?: () => Promise<unknown>;
}

/** Carries out a pressed button. Every press is answered, whatever its data says. */
export async function answerPress(bot: Bot, pressed: Pressed): Promise<void> {
  const allowed = await check(bot, pressed);
  const { tell, act } = typeof allowed === 'string' ? { tell: allowed } : await carryOut(bot, allowed, pressed);
  // The press is answered beside the act: the button stops spinning although the message waits for its turn.
  await Promise.all([tellPresser(bot, pressed.query, tell), act?.()]);
}

/** Answers a press with a line, or with nothing. */
export async function tellPresser(bot: Bot, query: string, text?: string): Promise<void> {
  await bot.transport
    .call('answerCallbackQuery', { callback_query_id: query, ...(text === undefined ? {} : { text }) })
    .catch((err) => bot.kit.log.info({ err }, 'a press could not be answered'));
}

/** The shown answer that a press belongs to, or what to say instead: its data may be forged, stale, or another person's. */
async function check(bot: Bot, { data, at, user }: Pressed): Promise<Allowed | string> {
  const press = readPress(data);
  const shown = press && (await bot.shown.get(press.id));
  if (press === undefined || shown === undefined || at === undefined) return TEXTS.expired;
  if (shown.target.chat !== at.target.chat) return TEXTS.expired;
  if (shown.owner !== user && CHANGES_THE_MESSAGE.has(press.action)) return TEXTS.notYours;
  return { shown, press, message: at.message };
}

async function carryOut(bot: Bot, { shown, press, message }: Allowed, pressed: Pressed): Promise<Outcome> {
  const { answer } = shown;
  switch (press.action) {
    case 'n':
      return {};
    case 'p':
      return { act: () => showPage(bot, shown, press.id, message, press.number) };
    case 't':
      return { act: async () => showPage(bot, ...(await restyled(bot, shown)), message, 0) };
    case 's':
      return showSource(bot, shown, press, message);
    case 'd':
      return { tell: await dispute(bot, shown, press.id) };
    case 'g':
      return answer.chart === undefined ? { tell: TEXTS.noChart } : { act: () => sendChart(bot, shown, message) };
    case 'x':
      return { act: () => exportTable(bot, shown, press.number, message) };
    case 'q':
      return { act: () => askNext(bot, shown, answer.suggestions[press.number], pressed, message) };
    case 'c':
      return { act: () => choose(bot, shown, answer.choices?.[press.number]?.question, pressed, message) };
  }
}

/** The same answer in the form that every client shows. */
async function restyled(bot: Bot, shown: Shown): Promise<[Shown, string]> {
  const plain: Shown = { ...shown, form: 'html' };
  return [plain, await bot.shown.put(plain)];
}

async function showSource(
  bot: Bot,
  { answer, target }: Shown,
  { id, number }: Press,
  message: number,
): Promise<Outcome> {
  const quotes = mergeQuotes(answer.citations);
  const citation = quotes[number];
  const around = citation && (await bot.kit.host.assistant().surroundings(citation));
  if (citation === undefined || around === undefined) return { tell: TEXTS.noSource };
  const total = quotes.length;
  const markup = renderSurroundings(around, citation, number + 1, total);
  return { act: () => showText(bot, target, message, markup, sourceKeyboard(id, number, total)) };
}

async function dispute(bot: Bot, shown: Shown, id: string): Promise<string> {
  if (shown.disputed) return TEXTS.disputeTwice;
  const taken = await bot.kit.disputes.record('telegram', shown.question, shown.answer).catch((err) => {
    bot.kit.log.error({ err }, 'a dispute could not be recorded');
    return false;
  });
  if (taken) await bot.shown.set(id, { ...shown, disputed: true });
  return taken ? TEXTS.disputeTaken : TEXTS.disputeFull;
}

async function exportTable(bot: Bot, shown: Shown, number: number, message: number): Promise<void> {
  const { exportAnswer } = await import('../../src/exports/index.js');
  await sendDocument(bot, shown, exportAnswer(shown.answer, BUTTON_FORMATS[number] ?? BUTTON_FORMATS[0]), message);
}

/** Asks a suggested question in the conversation of the person who pressed; its answer comes as a new message. */
async function askNext(
  bot: Bot,
  { target }: Shown,
  question: string | undefined,
  pressed: Pressed,
  message: number,
): Promise<void> {
  if (question === undefined) return;
  await sendAnswer(bot, await askedBy(bot, target, question, pressed), message);
}

/** Asks the chosen reading; its answer takes the place of the clarification. */
async function choose(
  bot: Bot,
  { target }: Shown,
  question: string | undefined,
  pressed: Pressed,
  message: number,
): Promise<void> {
  if (question === undefined) return;
  const next = await askedBy(bot, target, question, pressed);
  await showPage(bot, next, await bot.shown.put(next), message, 0);
}

async function askedBy(bot: Bot, target: Target, question: string, { user, language }: Pressed): Promise<Shown> {
  const answer = await ask(bot, { target, user, language }, question);
  return { owner: user, target, language, question, answer, form: formFor(bot, answer), disputed: false };
}
