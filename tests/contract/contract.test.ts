import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startConversation } from '../../adapters/repl/conversation.js';
import type { Answer } from '../../src/answer/schema.js';
import type { Assistant } from '../../src/assistant.js';
import { type Platform, startPlatform, textOf, until } from '../e2e/discord/platform.js';
import { type Bot, startBot } from '../e2e/discord/start-bot.js';
import { type Bench, person, SENDS, shownIn, startBench } from '../e2e/telegram/chat.js';
import { loadSeeds } from '../support/seed-assistant.js';
import { CONVERSATIONS } from './cases.js';

/** What an adapter made of one turn: the answer that it was given, and what it showed first. */
interface Turn {
  readonly answer: Answer;
  readonly shown: string;
}

let assistant: Assistant;
let given: Answer | undefined;
let telegram: Bench;
let discord: { platform: Platform; bot: Bot };

/** One assistant for all adapters, that tells which answer it gave last. */
const load = (): Assistant => ({
  ...assistant,
  async ask(session, text) {
    given = await assistant.ask(session, text);
    return given;
  },
});

beforeAll(async () => {
  assistant = await loadSeeds();
  telegram = await startBench(load);
  const platform = await startPlatform();
  discord = { platform, bot: await startBot(platform, load) };
}, 60_000);

afterAll(async () => {
  await telegram.stop();
  await discord.bot.running.stop();
  await discord.platform.close();
  expect([...telegram.api.violations, ...discord.platform.rest.violations]).toEqual([]);
});

let nextChannel = 7_000_000;

/** Each adapter as a way to hold a conversation: it takes the turns one by one. */
const ADAPTERS: Record<string, () => (text: string) => Promise<string>> = {
  repl() {
    const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
    const conversation = startConversation({ assistant: load(), style: undefined, width: () => 80, folder });
    const forgotten = assistant.forget('repl');
    return async (text) => {
      await forgotten;
      return (await conversation.line(text)).print;
    };
  },
  telegram() {
    const someone = person(telegram.api);
    return async (text) => {
      const from = telegram.api.calls.length;
      someone.say(text);
      return shownIn(await someone.got([...SENDS, 'sendPhoto'], from));
    };
  },
  discord() {
    const by = { where: 'dm', channel: String(nextChannel++) } as const;
    return async (text) => {
      const id = discord.platform.say(text, by);
      const find = () => discord.platform.rest.messages.find(({ replyTo }) => replyTo === id);
      return textOf(await until(find, 'an answer'));
    };
  },
};

/** A text without what the platforms add: markup, escapes, blanks. */
function bare(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\\*_`~>\u200b]/g, '');
}

/** An answer without the time that it took. */
const timeless = ({ elapsedMs: _, ...answer }: Answer) => answer;

describe.each(CONVERSATIONS.map((turns) => ({ name: turns.map(([text]) => text).join(' → '), turns })))(
  '$name',
  ({ name, turns }) => {
    test.each(Object.keys(ADAPTERS))('%s', async (adapter) => {
      const say = ADAPTERS[adapter]!();
      for (const [text, kind] of turns) {
        given = undefined;
        const shown = await say(text);
        const turn: Turn = { answer: given!, shown };
        const expected = await assistant.ask(`${adapter} expects ${name}`, text);
        expect(expected.kind).toBe(kind);
        expect(timeless(turn.answer)).toEqual(timeless(expected));
        check(turn);
      }
    });
  },
);

function check({ answer, shown }: Turn): void {
  const text = bare(shown);
  expect(shown).not.toMatch(/@everyone|\u202e/);
  // The chart of the answer above may come alone.
  if (answer.wantsChart) return;
  expect(text).toContain(bare(answer.headline.slice(0, 60)));
  if (answer.kind !== 'passages') expect(text).toContain(bare(answer.understood.line));
}
