import type { Frame } from '../frame/types.js';
import { patterns } from '../question/patterns/index.js';
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

/** True for a greeting or thanks and nothing else. */
export function isGreeting(query: Pick<Frame, 'text'>): boolean {
  return patterns().answers.greeting.in(query.text.toLowerCase());
}

/** True for a question about the bot itself: 你能做什么, 怎么用. */
export function isAboutBot(query: Pick<Frame, 'text'>): boolean {
  return patterns().answers.aboutBot.in(query.text);
}
