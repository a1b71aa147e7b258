import { createInterface } from 'node:readline';
import type { Assistant } from '../../src/assistant.js';
import { type Completion, complete, type Initials } from './completion.js';
import type { Conversation } from './conversation.js';
import type { History } from './history.js';

const PROMPT = '问> ';

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly conversation: Conversation;
  readonly assistant: Pick<Assistant, 'held'>;
  readonly history: History;
  /** Loads pinyin, at the first Tab after Latin letters. */
  readonly initials: () => Initials;
}

/**
 * Reads lines from a person at a terminal until :quit, Ctrl-D or Ctrl-C twice. Ctrl-C clears a line that has been begun.
 * Lines that come faster than they are answered (pasted ones) are answered in order. Resolves when it is over.
 */
export function runTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, conversation, assistant, history, initials } = options;
  const line = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: [...history.lines],
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (typed: string): Completion => complete(typed, assistant, initials),
  });
  let interrupted = false;
  let closed = false;
  let queue = Promise.resolve();

  async function answer(text: string): Promise<void> {
    if (text.trim() !== '') {
      history.add(text);
      const { print, over } = await conversation.line(text);
      if (print !== '') output.write(`${print}\n\n`);
      if (over) return line.close();
    }
    if (!closed) line.prompt();
  }

  return new Promise((resolve) => {
    line.on('line', (text) => {
      interrupted = false;
      queue = queue.then(() => answer(text));
    });
    line.on('SIGINT', () => {
      if (line.line !== '') {
        line.write(null, { ctrl: true, name: 'e' });
        line.write(null, { ctrl: true, name: 'u' });
        interrupted = false;
      } else if (interrupted) line.close();
      else {
        interrupted = true;
        output.write('\n（再按一次 Ctrl-C 退出，或输入 :quit）\n');
        line.prompt();
      }
    });
    line.on('close', () => {
      closed = true;
      void queue.then(() => {
        output.write('\n');
        resolve();
      });
    });
    line.prompt();
  });
}
