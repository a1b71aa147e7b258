import { createHash } from 'node:crypto';
import type { Answer } from '../../src/answer/schema.js';
import { cleanText } from '../shared/clean.js';
import type { Bot } from './context.js';
import { startParameter } from './deep-link.js';
import { LIMITS } from './limits.js';
import type { Incoming } from './receive.js';
import { renderAnswer } from './render.js';

type InlineQuery = Extract<Incoming, { kind: 'inline' }>;

const RESULTS = 10;
/** Seconds for which the server may answer the same query by itself. Short, so that a reload shows soon. */
const CACHE_SECONDS = 60;
/** Kinds that say something worth sending into a chat. */
const WORTH_SENDING = new Set<Answer['kind']>([
  'figure',
  'list',
  'comparison',
  'trend',
  'outcome',
  'mentions',
  'passages',
  'check',
]);
const DESCRIPTION = 200;

/** Answers an inline query with the answer to it and to the questions next to it, as far as they differ. */
export async function answerInline(bot: Bot, { query, user, text }: InlineQuery): Promise<void> {
  const question = text.slice(0, LIMITS.inlineQuery).trim();
  const results = await collect(bot, `once:telegram:inline:${user}`, question === '' ? '/start' : question);
  const parameter = startParameter(question);
  await bot.transport.call('answerInlineQuery', {
    inline_query_id: query,
    results: results.map((answer) => article(answer, bot.kit.settings.PUBLIC_URL)),
    cache_time: CACHE_SECONDS,
    // Answers are the same for everybody, and so may be kept for everybody.
    is_personal: false,
    ...(parameter === undefined ? {} : { button: { text: '在私聊中提问', start_parameter: parameter } }),
  });
}

/** Says that there are too many queries: nothing, kept for a moment. */
export async function refuseInline(bot: Bot, query: string): Promise<void> {
  await bot.transport.call('answerInlineQuery', {
    inline_query_id: query,
    results: [],
    cache_time: 1,
    is_personal: true,
  });
}

/** The answer to a question and, after it, those to its choices and suggestions; each in a conversation of its own. */
async function collect(bot: Bot, session: string, question: string): Promise<Answer[]> {
  const first = await askAlone(bot, session, question);
  const answers = new Map<string, Answer>();
  if (WORTH_SENDING.has(first.kind)) answers.set(contentOf(first), first);
  for (const next of [...(first.choices ?? []).map((choice) => choice.question), ...first.suggestions]) {
    if (answers.size >= RESULTS) break;
    const answer = await askAlone(bot, session, next);
    if (WORTH_SENDING.has(answer.kind)) answers.set(contentOf(answer), answer);
  }
  return answers.size > 0 ? [...answers.values()] : [first];
}

async function askAlone(bot: Bot, session: string, text: string): Promise<Answer> {
  const { service, host } = bot.kit;
  const answer = await service.answer({ platform: 'telegram', session, text, admin: false, language: 'zh' });
  await host.assistant().forget(session);
  return answer;
}

/** What makes two answers the same for a reader. */
function contentOf({ headline, citations }: Answer): string {
  return JSON.stringify([headline, citations.map(({ seed, start, end }) => [seed, start, end])]);
}

function article(answer: Answer, publicUrl: string | undefined): object {
  return {
    type: 'article',
    id: createHash('sha256').update(contentOf(answer)).digest('base64url').slice(0, 32),
    title: cleanText(answer.headline),
    description: cleanText(answer.citations[0]?.quote ?? answer.understood.line ?? '').slice(0, DESCRIPTION),
    input_message_content: {
      message_text: renderAnswer(answer, 'html', publicUrl)[0],
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  };
}
