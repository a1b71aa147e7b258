import type { Answer } from '../../src/answer/schema.js';
import type { Kit } from '../shared/run.js';
import type { Kept } from '../shared/state/kept.js';
import type { Pace } from './pace.js';
import type { Me, Target } from './receive.js';
import type { Form } from './render.js';
import type { Transport } from './transport.js';

/** An answer as it stands in a chat: what its buttons act on. */
export interface Shown {
  /** The user who asked. */
  readonly owner: number;
  readonly target: Target;
  readonly language: 'zh' | 'en';
  readonly question: string;
  readonly answer: Answer;
  readonly form: Form;
  readonly disputed: boolean;
}

/** Where the answer to a message stands, so that an edited question can be answered anew in its place. */
export interface Placed {
  readonly message: number;
}

/** What the handlers of one bot share. */
export interface Bot {
  readonly kit: Kit;
  readonly me: Me;
  readonly transport: Transport;
  readonly pace: Pace;
  readonly shown: Kept<Shown>;
  /** By chat and question message: `<chat>:<message>`. */
  readonly placed: Kept<Placed>;
  /** False once the Bot API server has shown that it does not know rich messages. */
  rich: boolean;
}

/** The conversation of one person in one chat. */
export function sessionOf(chat: number, user: number): string {
  return `telegram:${chat}:${user}`;
}

/** Asks on behalf of a person. */
export function ask(bot: Bot, from: { target: Target; user: number; language: 'zh' | 'en' }, text: string) {
  return bot.kit.service.answer({
    platform: 'telegram',
    session: sessionOf(from.target.chat, from.user),
    text,
    admin: bot.kit.settings.ADMIN_IDS.includes(String(from.user)),
    language: from.language,
  });
}
