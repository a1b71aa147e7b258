import { randomUUID } from 'node:crypto';
import type { Answer } from '../../src/answer/schema.js';
import { findCommand, parseCommand } from '../../src/commands/index.js';
import { StoreError } from '../../src/store/errors.js';
import type { Disputes } from './disputes.js';
import type { Host } from './host.js';
import { type Log, textField } from './log.js';
import type { Metrics } from './metrics.js';
import { disputesNotice, englishHelp, notice, reloadNotice, statusNotice, unreadNotice } from './notices.js';
import type { Redactor } from './redact.js';
import { StateError } from './state/faults.js';
import { isInUnit } from './state/kept.js';
import { TEXTS } from './texts.js';
import type { Unread } from './unread.js';

export interface Question {
  readonly platform: 'telegram' | 'discord' | 'serve';
  /** One person in one chat: `telegram:<chat>:<user>`. */
  readonly session: string;
  /** A plain question or a command: “/targets 常德 2022”. */
  readonly text: string;
  /** True where the asker's id is among ADMIN_IDS. */
  readonly admin: boolean;
  /** What the client asks for; only help comes in English. */
  readonly language: 'zh' | 'en';
  /** The id under which the request is logged; made anew where there is none. */
  readonly request?: string;
}

export interface Service {
  /** Always answers: a fault in answering is logged, counted and told in one polite line. A delivery alone may be put off (StateError). */
  answer(question: Question): Promise<Answer>;
}

export interface ServiceOptions {
  readonly host: Host;
  readonly disputes: Disputes;
  readonly unread: Unread;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly redact: Redactor;
  readonly logText: boolean;
  /** Told of each question whether it could be answered. */
  readonly answered?: (done: boolean) => void;
}

const DISPUTES_SHOWN = 10;
const UNREAD_SHOWN = 20;

/** The one way from a chat to the assistant: administrators' commands, English help, counting and logging around `ask`. */
export function createService(options: ServiceOptions): Service {
  const { host, disputes, unread, metrics, redact, logText, answered = () => undefined } = options;

  async function administer(name: string): Promise<Answer> {
    if (name === 'status') return statusNotice(host.status());
    if (name === 'disputes') {
      const { total, newest } = await disputes.list(DISPUTES_SHOWN);
      return disputesNotice(total, newest);
    }
    if (name === 'unread') return unreadNotice(await unread.list(UNREAD_SHOWN));
    const result = await host.reload();
    metrics.reload(result.ok);
    if (result.ok) return reloadNotice(result);
    options.log.error({ reason: result.message }, 'reload failed');
    return reloadNotice({ ok: false, message: redact(result.message) });
  }

  async function reply({ session, text, admin, language }: Question): Promise<Answer> {
    const name = adminCommand(text);
    if (name !== undefined) return admin ? administer(name) : notice(TEXTS.adminOnly);
    if (language === 'en') {
      const parsed = parseCommand(text);
      if (parsed.kind === 'command' && parsed.command.name === 'help') {
        return englishHelp(findCommand(String(parsed.args.command ?? '')));
      }
    }
    return await host.assistant().ask(session, text);
  }

  return {
    async answer(question) {
      const began = performance.now();
      const log = options.log.child({ request: question.request ?? randomUUID() });
      let done = true;
      const answer = await reply(question).catch((err: unknown) => {
        if (isInUnit()) putOff(err);
        done = false;
        metrics.error(question.platform, 'ask');
        log.error({ err, ...textField(question.text, logText) }, 'a question could not be answered');
        return notice(TEXTS.failed);
      });
      const seconds = (performance.now() - began) / 1000;
      answered(done);
      unread.record(answer).catch((err: unknown) => log.error({ err }, 'words could not be counted'));
      const { kind, refusal, confidence } = answer;
      metrics.question(question.platform, kind, seconds, {
        ...(refusal === undefined ? {} : { reason: refusal }),
        ...(confidence === undefined ? {} : { confidence }),
      });
      log.info(
        { platform: question.platform, kind: answer.kind, ms: seconds * 1000, ...textField(question.text, logText) },
        'answered',
      );
      return answer;
    },
  };
}

/** A delivery whose conversation or reports cannot be read just now is handled again when they can. */
function putOff(err: unknown): void {
  if (err instanceof StateError) throw err;
  if (err instanceof StoreError && err.passing) throw new StateError(err.message, true, err);
}

/** The administrators' command that a text is, if any: /status, /admin disputes, /纠错. */
function adminCommand(text: string): string | undefined {
  const word = /^[/／](?:admin\s+)?([^\s@]{1,32})(?:@\w{1,64})?\s*$/i.exec(text.trim())?.[1];
  const command = word === undefined ? undefined : findCommand(word);
  return command?.admin === true ? command.name : undefined;
}
