import { startTelegram } from '../../../adapters/telegram/bot.js';
import type { Assistant } from '../../../src/assistant.js';
import { createKit, type TestKit } from '../../support/kit.js';
import { type BotApi, type Call, startBotApi } from './server.js';

export const TOKEN = '123456789:TEST_token_that_must_never_be_printed_00';
export const BOT = { id: 777, is_bot: true, first_name: 'Report bot', username: 'report_bot' };

/** A bot that runs against a Bot API server of the test's. */
export interface Bench {
  readonly api: BotApi;
  readonly kit: TestKit;
  readonly webhookPort?: number;
  stop(): Promise<void>;
}

export async function startBench(
  load: () => Assistant | Promise<Assistant>,
  environment: Record<string, string> = {},
): Promise<Bench> {
  const api = await startBotApi(TOKEN);
  const kit = await createKit(load, {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_SENDS_PER_SECOND: '10000',
    ADMIN_IDS: '1',
    ...environment,
  });
  const running = await startTelegram(kit);
  return {
    api,
    kit,
    ...(running.webhookPort === undefined ? {} : { webhookPort: running.webhookPort }),
    async stop() {
      await running.stop();
      await api.close();
    },
  };
}

let nextId = 10_000;

/** One person in one chat. Each has ids of its own, so that no case meets another's limits or sessions. */
export interface Person {
  readonly user: number;
  readonly chat: number;
  /** Sends a message; returns its id. */
  say(text: string, extra?: object): number;
  edit(message: number, text: string, extra?: object): void;
  press(data: string, at: { message?: number | undefined; chat?: number; user?: number }): string;
  inline(query: string): string;
  /** The next call that concerns this chat, after `from`. */
  got(method: string | readonly string[], from?: number): Promise<Call>;
}

export function person(
  api: BotApi,
  {
    type = 'private',
    chat,
    user = nextId++,
    language = 'zh-hans',
  }: { type?: string; chat?: number; user?: number; language?: string } = {},
): Person {
  const inChat = chat ?? (type === 'private' ? user : -nextId++);
  const from = { id: user, is_bot: false, first_name: '某人', language_code: language };
  const message = (id: number, text: string, extra: object) => ({
    message_id: id,
    date: 1_700_000_000,
    chat: { id: inChat, type, title: '群' },
    from,
    text,
    ...extra,
  });
  return {
    user,
    chat: inChat,
    say(text, extra = {}) {
      const id = nextId++;
      api.push({ message: message(id, text, extra) });
      return id;
    },
    edit(id, text, extra = {}) {
      api.push({ edited_message: { ...message(id, text, extra), edit_date: 1_700_000_100 } });
    },
    press(data, at) {
      const query = `q${nextId++}`;
      const presser = { ...from, id: at.user ?? user };
      const under =
        at.message === undefined
          ? {}
          : { message: { message_id: at.message, date: 1, chat: { id: at.chat ?? inChat, type }, from: BOT } };
      api.push({ callback_query: { id: query, from: presser, chat_instance: '1', data, ...under } });
      return query;
    },
    inline(query) {
      const id = `i${nextId++}`;
      api.push({ inline_query: { id, from, query, offset: '' } });
      return id;
    },
    got(method, start = 0) {
      const methods = typeof method === 'string' ? [method] : method;
      return api.waitFor((call) => methods.includes(call.method) && call.payload.chat_id === inChat, start);
    },
  };
}

export const SENDS = ['sendMessage', 'sendRichMessage'] as const;

/** The markup that a call shows. */
export function shownIn({ payload }: Call): string {
  const rich = payload.rich_message as { html: string } | undefined;
  return rich?.html ?? String(payload.text ?? payload.caption ?? '');
}

interface ButtonOfCall {
  readonly text: string;
  readonly callback_data: string;
}

/** The buttons under a message, all rows in one. */
export function buttonsOf({ payload }: Call): ButtonOfCall[] {
  const keyboard = payload.reply_markup as { inline_keyboard: ButtonOfCall[][] } | undefined;
  return keyboard?.inline_keyboard.flat() ?? [];
}

/** The data of the button with this caption. Fails where there is none. */
export function dataOf(call: Call, caption: string): string {
  const button = buttonsOf(call).find(({ text }) => text === caption);
  if (button === undefined) {
    throw new Error(
      `no button “${caption}” among ${buttonsOf(call)
        .map(({ text }) => text)
        .join('|')}`,
    );
  }
  return button.callback_data;
}
