import type { Answer } from '../../src/answer/schema.js';
import type { Assistant } from '../../src/assistant.js';
import { padDisplay } from '../../src/charts/width.js';
import { errorLine } from '../cli/program.js';
import { cleanText } from '../shared/clean.js';
import { writeAttachment } from './attachment.js';
import { LOCAL_COMMANDS, type LocalCommand, readLocalCommand } from './local-commands.js';
import { openSource } from './open-source.js';
import { renderAnswer, renderChart } from './render.js';
import type { Style } from './style.js';

const SESSION = 'repl';

export interface ConversationOptions {
  readonly assistant: Assistant;
  /** Undefined where colour does not belong. */
  readonly style: Style | undefined;
  /** Columns of the terminal, asked for at each reply. */
  readonly width: () => number;
  /** Where exports are written. */
  readonly folder: string;
  /** Where source pages are served, if anywhere, and how one is shown. */
  readonly publicUrl?: string | undefined;
  readonly browse?: (address: string) => boolean;
}

/** A conversation in a terminal: a line in, what to print out, and whether it goes on. */
export interface Conversation {
  line(text: string): Promise<{ readonly print: string; readonly over: boolean }>;
}

export function startConversation(options: ConversationOptions): Conversation {
  const { assistant, style, width, folder, publicUrl, browse = () => false } = options;
  let shown: Answer | undefined;

  async function reply(text: string): Promise<string> {
    try {
      const number = bareNumber(text);
      // The choices of a clarification are the assistant's own to pick from.
      const suggestions = shown?.choices?.length ? [] : (shown?.suggestions ?? []);
      const picked = number === null ? undefined : suggestions[number - 1];
      if (number !== null && !picked && suggestions.length > 0) return `只有 ${suggestions.length} 项可选。`;
      const answer = await assistant.ask(SESSION, picked ?? text);
      const options = { style, width: width() };
      // A chart of the answer that stands above it is drawn alone.
      const chart = answer.wantsChart && answer.text === shown?.text ? answer.chart : undefined;
      shown = answer;
      const parts = [await (chart ? renderChart(chart, options) : renderAnswer(answer, options))];
      if (answer.attachment) parts.push(await writeAttachment(answer.attachment, folder));
      return parts.join('\n');
    } catch (error) {
      // A defect must not end the conversation; it is shown for what it is.
      return `错误：${errorLine(error)}`;
    }
  }

  async function local({ name, number }: LocalCommand): Promise<string> {
    switch (name) {
      case ':trace':
        return cleanText(((await assistant.explain?.(SESSION)) ?? []).join('\n')) || '还没有可以说明的回答。';
      case ':open':
        return openSource(shown, number ?? 1, { assistant, publicUrl, browse });
      case ':corpus':
        return corpusText(assistant);
      case ':new':
        await assistant.forget(SESSION);
        shown = undefined;
        return '好的，不再承接上文。';
      case ':help':
        return LOCAL_COMMANDS.map(({ name, does }) => `  ${padDisplay(name, 9)} ${does}`).join('\n');
      case ':quit':
        return '';
    }
  }

  return {
    async line(text) {
      const command = readLocalCommand(text);
      if (command === undefined)
        return { print: '没有这个命令。:help 列出终端命令，/help 列出提问命令。', over: false };
      if (command !== null) return { print: await local(command), over: command.name === ':quit' };
      return { print: await reply(text), over: false };
    },
  };
}

/** A line that is a number and nothing else (2, ２, 2.). */
function bareNumber(text: string): number | null {
  const digits = /^\s*(\d{1,2})\s*[.、。]?\s*$/u.exec(text.normalize('NFKC'))?.[1];
  return digits === undefined ? null : Number(digits);
}

function corpusText(assistant: Assistant): string {
  const { reports, places, years, facts, passages, corpus, snapshot, loadMs } = assistant.stats();
  const span = years ? `，${years[0]}—${years[1]}年` : '';
  return cleanText(
    [
      ...corpus.map((folder) => `语料：${folder}`),
      `${reports} 份报告，${places} 个地区${span}；${facts} 条数字，${passages} 个段落`,
      `加载用时 ${Math.round(loadMs)} 毫秒${snapshot ? '（用了快照）' : ''}`,
    ].join('\n'),
  );
}
