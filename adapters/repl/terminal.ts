import { createInterface } from 'node:readline';
import type { Assistant } from '../../src/assistant.js';
import { type Completion, complete, type Spelling } from './completion.js';
import type { Conversation } from './conversation.js';
import type { History } from './history.js';
import { type Size, screensOf } from './pager.js';

const PROMPT = '问> ';
const MORE_PROMPT = '（还有，回车继续，q 结束）';
/** What leaves a long reply. */
const LEAVE: ReadonlySet<string> = new Set(['q', ':q']);

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** How large the terminal is just now: longer replies come a screen at a time. */
  readonly size: () => Size;
  readonly conversation: Conversation;
  readonly assistant: Pick<Assistant, 'held'>;
  readonly history: History;
  /** Loads pinyin, at the first Tab after Latin letters. */
  readonly spelling: () => Spelling;
}

/**
 * Reads lines from a person at a terminal until :quit, Ctrl-D or Ctrl-C twice. Ctrl-C clears a line that has been begun.
 * Lines that come faster than they are answered (pasted ones) are answered in order. A reply longer than the screen stops at
 * its end: return shows the next one, q leaves it, anything else is the next question. Resolves when it is over.
 */
export function runTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, size, conversation, assistant, history, spelling } = options;
  const line = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: [...history.lines],
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (typed: string): Completion => complete(typed, assistant, spelling),
  });
  let interrupted = false;
  let closed = false;
  /** Lines typed and not answered yet. */
  let waiting = 0;
  /** What is left of a long reply. */
  let rest: string[] = [];
  let queue = Promise.resolve();

  async function answer(text: string): Promise<void> {
    waiting -= 1;
    if (rest.length > 0 && text.trim() === '') return show();
    const left = rest.length > 0 && LEAVE.has(text.trim().toLowerCase());
    rest = [];
    if (text.trim() === '' || left) return prompt();
    history.add(text);
    const { print, over } = await conversation.line(text);
    if (over) {
      if (print !== '') output.write(`${print}\n\n`);
      return line.close();
    }
    if (print === '') return prompt();
    // Lines that wait already are no answers to 还有.
    rest = waiting > 0 ? [print] : screensOf(print, size());
    show();
  }

  /** The next screen of a reply, and the prompt that fits. */
  function show(): void {
    const screen = rest.shift() ?? '';
    output.write(rest.length > 0 ? `${screen}\n` : `${screen}\n\n`);
    prompt();
  }

  function prompt(): void {
    line.setPrompt(rest.length > 0 ? MORE_PROMPT : PROMPT);
    if (!closed) line.prompt();
  }

  return new Promise((resolve) => {
    line.on('line', (text) => {
      interrupted = false;
      waiting += 1;
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
