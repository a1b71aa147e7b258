import { LIMITS } from './limits.js';

/** A question as the parameter of a deep link (?start=…), or undefined where it is too long for one. */
export function startParameter(question: string): string | undefined {
  const parameter = Buffer.from(question).toString('base64url');
  return parameter !== '' && parameter.length <= LIMITS.startParameter ? parameter : undefined;
}

/** The question that “/start <parameter>” carries; other texts, and parameters that were not made here, come back unchanged or as /start. */
export function readStartParameter(text: string): string {
  const [, parameter] = /^\/start(?:@\w+)?\s+(\S+)\s*$/.exec(text) ?? [];
  if (parameter === undefined) return text;
  const question = Buffer.from(parameter, 'base64url').toString('utf8');
  const made = startParameter(question) === parameter && !/[\p{Cc}\ufffd]/u.test(question) && !question.startsWith('/');
  return made ? question : '/start';
}
