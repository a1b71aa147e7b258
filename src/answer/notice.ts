import type { Frame } from '../frame/types.js';
import type { Answer } from './schema.js';

const EMPTY_READING: Answer['understood'] = {
  places: [],
  years: [],
  indicator: null,
  facet: null,
  operation: { value: '提示', source: 'default' },
  line: '',
};

/** An answer that says something about the bot itself or about the input: help, greetings, limits. */
export function notice(headline: string, lines: readonly string[] = [], suggestions: readonly string[] = []): Answer {
  const shown = suggestions.length > 0 ? [`可以问：${suggestions.join(' / ')}`] : [];
  return {
    kind: 'notice',
    headline,
    text: [headline, ...lines, ...shown].join('\n'),
    understood: EMPTY_READING,
    figures: [],
    citations: [],
    suggestions: [...suggestions],
    elapsedMs: 0,
  };
}

/** A refusal that needs no reading: input that holds no question or goes beyond a limit. */
export function refuseInput(
  headline: string,
  refusal: NonNullable<Answer['refusal']>,
  suggestions: readonly string[] = [],
): Answer {
  return { ...notice(headline, [], suggestions), kind: 'refusal', refusal };
}

const GREETING =
  /^(?:你好|您好|hi|hello|hey|嗨|哈喽|在吗|在么|早上好|下午好|晚上好|早|谢谢|多谢|感谢|thanks|thank you|辛苦了|再见|拜拜)[啊呀吗呢~～!！。.，, ]*$/iu;

/** True for a greeting or thanks and nothing else. */
export function isGreeting(query: Pick<Frame, 'text'>): boolean {
  return GREETING.test(query.text);
}

const ABOUT_BOT =
  /^(?:你(?:能|会|可以)(?:做|干|回答)(?:什么|啥|哪些)|你是谁|你是什么|(?:怎么|如何)(?:用|使用|提问)|使用(?:方法|说明)|有什么功能|能问什么|可以问什么|帮助)[？?。!！]*$/u;

/** True for a question about the bot itself: 你能做什么, 怎么用. */
export function isAboutBot(query: Pick<Frame, 'text'>): boolean {
  return ABOUT_BOT.test(query.text);
}
