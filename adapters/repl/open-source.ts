import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import { shownQuote } from '../../src/answer/quote-text.js';
import type { Answer, Citation } from '../../src/answer/schema.js';
import type { Assistant } from '../../src/assistant.js';
import { attempt } from '../../src/retrieval/at-hand.js';
import { cleanText } from '../shared/clean.js';
import { publicAddress, sourcePath } from '../shared/links.js';

/** Characters of a file's line that are shown: a line may be a whole report. */
const LINE_LENGTH = 400;

export interface OpenOptions {
  readonly assistant: Pick<Assistant, 'context' | 'stats'>;
  /** Where source pages are served, if anywhere. */
  readonly publicUrl: string | undefined;
  /** Shows an address to the person; false where there is nothing to show it with. */
  readonly browse: (address: string) => boolean;
}

/** Opens the page of an answer's quote, `number` counted from 1; without pages, prints the line of its file: `path:line:column`. */
export async function openSource(answer: Answer | undefined, number: number, options: OpenOptions): Promise<string> {
  const quotes = mergeQuotes(answer?.citations ?? []);
  const citation = quotes[number - 1];
  if (citation === undefined) {
    return quotes.length === 0 ? '上一个回答没有引用原文。' : `上一个回答只有 ${quotes.length} 条出处。`;
  }
  const { document, start, end, marks } = citation;
  if (options.publicUrl === undefined) return fileLine(citation, options.assistant);
  const address = publicAddress(options.publicUrl, sourcePath(document.id, start, end, marks));
  return options.browse(address) ? `已打开 ${address}` : address;
}

async function fileLine(citation: Citation, { context, stats }: OpenOptions['assistant']): Promise<string> {
  const { seed, start, end, marks = [] } = citation;
  const { store } = context;
  const text = await attempt(store, () => store.source(citation.document.id));
  if (text === undefined) return `${seed}：文件已不在，或读入之后有改动`;
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(0, start).split('\n').length;
  const lineEnd = text.indexOf('\n', end);
  const quote = text.slice(before, lineEnd < 0 ? text.length : lineEnd);
  const inLine = (marks.length > 0 ? marks : [{ start: 0, end: end - start }]).map((mark) => ({
    start: mark.start + start - before,
    end: mark.end + start - before,
  }));
  const folder = stats().corpus.find((one) => existsSync(join(one, seed)));
  const path = folder === undefined ? seed : join(folder, seed);
  return cleanText(`${path}:${line}:${start - before + 1}\n${shownQuote({ quote, marks: inLine }, LINE_LENGTH).text}`);
}

/** The command that shows an address on each system. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
  linux: ['xdg-open'],
};

/** Shows an address in the person's browser. False without a screen to show it on. */
export function browseWith(environment: NodeJS.ProcessEnv, platform = process.platform): (address: string) => boolean {
  return (address) => {
    const opener = OPENERS[platform];
    const screen = platform !== 'linux' || environment.DISPLAY || environment.WAYLAND_DISPLAY;
    if (opener === undefined || !screen) return false;
    const [command, ...args] = opener;
    const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
    child.on('error', () => undefined);
    child.unref();
    return true;
  };
}
