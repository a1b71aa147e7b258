import { isAboutBot, isGreeting, notice, refuseInput } from '../answer/notice.js';
import type { Answer } from '../answer/schema.js';
import { findCommand, helpText } from '../commands/index.js';
import type { Latin } from '../question/latin.js';
import { MAX_QUESTION } from '../question/normalize.js';
import { asksToInvent } from '../question/turns.js';

const NOTHING_INVENTED = '我只说报告里写了的数字和话，不编造，也不照着念';

/** The answer to a turn that asks nothing of the reports: a greeting, what is to be invented, what the bot can do. Undefined for any other. */
export function answerNoQuestion(text: string, examples: () => readonly string[]): Answer | undefined {
  if (isGreeting({ text }))
    return notice('你好。我回答政府工作报告里的数字和内容，每个数字都附原文和出处。', [], examples());
  if (asksToInvent(text)) return refuseInput(NOTHING_INVENTED, 'not-understood', examples());
  return isAboutBot({ text }) ? notice(...helpParts(undefined), examples()) : undefined;
}

/** Help on a command, or on all: its first line, and the rest. */
export function helpParts(word: string | undefined): [string, string[]] {
  const named = word === undefined ? undefined : findCommand(word.replace(/^\//u, ''));
  const [first = '', ...rest] = helpText('zh', named ? { command: named } : {}).split('\n');
  return [first, rest];
}

/** The no to a text that cannot be read as a question. */
export function refuseText(
  problem: 'empty' | 'too-long' | 'no-words',
  examples: readonly string[],
  most: number = MAX_QUESTION,
): Answer {
  if (problem === 'too-long') return refuseInput(`问题太长了，请控制在${most}字以内`, 'limit', examples);
  if (problem === 'no-words') return refuseInput('没有看到中文问题，请用中文一句话提问', 'not-understood', examples);
  return notice('请输入问题', [], examples);
}

/** The no to a question in Latin letters of which words are left over. */
export function refuseLatin(
  unknown: readonly string[],
  language: Latin['language'],
  examples: readonly string[],
): Answer {
  const words = unknown.map((w) => `“${w}”`).join(', ');
  const english =
    unknown.length > 0
      ? `Not understood: ${words}. Ask with a place, a year and an indicator, e.g. Changde 2022 GDP target`
      : 'No question was found. Ask with a place, a year and an indicator, e.g. Changde 2022 GDP target';
  const chinese = unknown.length > 0 ? `没有看懂${words}` : '没有看到中文问题，请用中文一句话提问';
  const refused = refuseInput(language === 'english' ? english : chinese, 'not-understood', examples);
  return unknown.length === 0 ? refused : { ...refused, understood: { ...refused.understood, unused: [...unknown] } };
}
