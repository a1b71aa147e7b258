import { notice } from '../answer/notice.js';
import type { Answer } from '../answer/schema.js';
import { patterns } from '../question/patterns/index.js';
import type { Session } from './sessions.js';

const CHINESE_NUMBERS = '一二三四五六七八九十';

/** The number that a turn names a source or a choice by; the first where it names none. */
export function numberOf(text: string | undefined): number {
  if (text === undefined) return 1;
  return /\d/u.test(text) ? Number(text) : CHINESE_NUMBERS.indexOf(text) + 1;
}

/** True for a turn that is a number alone. */
export function isNumber(raw: string): boolean {
  return patterns().answers.choice.in(raw.trim().slice(0, 40));
}

/** A choice that is none asks again; the choices stay. */
export function askAgain(choices: NonNullable<Session['choices']>): Answer {
  const lines = choices.map(({ label }, i) => `${i + 1}. ${label}`);
  return {
    ...notice(`没有这一项，请选1到${choices.length}，或写出名称`, lines),
    kind: 'clarification',
    choices: [...choices],
  };
}

/** The question behind a choice, where a clarification is open and the turn names one of its choices. */
export function choiceOf(session: Session, raw: string): string | undefined {
  const { choices } = session;
  if (!choices || choices.length === 0) return undefined;
  const text = raw.trim().slice(0, 40);
  const number = patterns().answers.choice.find(text)?.groups?.number;
  if (number) return choices[numberOf(number) - 1]?.question;
  if (text.length < 2) return undefined;
  return choices.find((c) => c.label === text || c.label.replace(/[市省县区州年]$/u, '') === text)?.question;
}
