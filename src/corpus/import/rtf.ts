import iconv from 'iconv-lite';
import { plainOfRaised } from './raised.js';
import { type Converted, ImportRefusal, MIN_TEXT } from './types.js';

/** RTF files, as old word processors write them: paragraphs, tables, raised numbers of notes. */

/** Groups that hold no text of the document. */
const HIDDEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|header[lrf]?|footer[lrf]?|listtable|listoverridetable|generator|themedata|datastore|rsidtbl|xmlnstbl|filetbl|revtbl|bkmkstart|bkmkend|fldinst|shppict|nonshppict|object|objdata)$/;
/** Letters by their control words. */
const LETTERS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  line: '\n',
  emspace: ' ',
};
/** Code pages by what the file names; GBK where it names none, as Chinese files have it. */
const CODE_PAGES: Readonly<Record<string, string>> = { 936: 'gb18030', 950: 'big5', 65001: 'utf8', 1252: 'gb18030' };
/** More groups in groups are no document. */
const DEEPEST = 2000;

interface State {
  readonly hidden: boolean;
  readonly raised: boolean;
  /** How many letters behind \u stand in for it where it cannot be shown. */
  readonly stand: number;
}

const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;

/** @throws ImportRefusal */
export function convertRtf(bytes: Buffer): Converted {
  const source = bytes.toString('latin1');
  if (!source.startsWith('{\\rtf')) throw new ImportRefusal('不是 RTF 文件，或已损坏');
  const page = /\\ansicpg(\d+)/.exec(source.slice(0, 400))?.[1] ?? '936';
  const { text, whole } = textOf(source, CODE_PAGES[page] ?? 'gb18030');
  if (text.length < MIN_TEXT) throw new ImportRefusal('RTF 里的文字太少，不像报告');
  return { text, title: '', doubts: whole ? [] : ['文件没有写完，疑被截断'] };
}

function textOf(source: string, encoding: string): { text: string; whole: boolean } {
  const out = new Text(encoding);
  const stack: State[] = [];
  let state: State = { hidden: false, raised: false, stand: 1 };
  let skip = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [, word, number, hex, sign, brace, plain] = match;
    if (brace === '{') {
      if (stack.push(state) > DEEPEST) throw new ImportRefusal('RTF 的嵌套太深，读不了');
    } else if (brace === '}') state = stack.pop() ?? state;
    else if (word !== undefined) {
      state = stateAfter(word, number, state);
      if (!state.hidden) skip = word === 'u' ? state.stand : skip;
      if (!state.hidden) out.word(word, number, state.raised);
    } else if (sign === '*') state = { ...state, hidden: true };
    else if (hex !== undefined || plain !== undefined || sign !== undefined) {
      if (state.hidden) continue;
      if (hex !== undefined && skip > 0) skip--;
      else if (hex !== undefined) out.byte(Number.parseInt(hex, 16));
      else if (sign !== undefined) out.letters(sign === '~' ? ' ' : /[\\{}]/.test(sign) ? sign : '', state.raised);
      else {
        out.letters(plain!.slice(skip), state.raised);
        skip = Math.max(0, skip - plain!.length);
      }
    }
  }
  return { text: out.end(), whole: stack.length === 0 };
}

function stateAfter(word: string, number: string | undefined, state: State): State {
  if (HIDDEN.test(word)) return { ...state, hidden: true };
  if (word === 'super') return { ...state, raised: number !== '0' };
  if (word === 'nosupersub' || word === 'plain') return { ...state, raised: false };
  return word === 'uc' ? { ...state, stand: Number(number ?? 1) } : state;
}

/** Text as it is put together; bytes of a code page are gathered until something else comes. */
class Text {
  private readonly encoding: string;
  private done = '';
  private bytes: number[] = [];
  private raised = '';
  /** True between the beginning and the end of a table's row. */
  private inRow = false;

  constructor(encoding: string) {
    this.encoding = encoding;
  }

  byte(value: number): void {
    this.bytes.push(value);
  }

  letters(text: string, raised: boolean): void {
    this.flush();
    if (raised) this.raised += text;
    else {
      this.settle();
      this.done += text;
    }
  }

  word(word: string, number: string | undefined, raised: boolean): void {
    if (word === 'u') this.letters(String.fromCharCode(Number(number) & 0xffff), raised);
    else if (word in LETTERS) this.letters(LETTERS[word]!, raised);
    else if (word === 'trowd') this.inRow = true;
    // A paragraph within a cell ends no line.
    else if (word === 'par' && this.inRow) this.letters(' ', false);
    else if (word === 'par' || word === 'sect') this.letters('\n\n', false);
    else if (word === 'cell') this.letters(' | ', false);
    else if (word === 'row') this.endRow();
  }

  end(): string {
    this.letters('', false);
    return this.done
      .split('\n')
      .map((line) => rowOf(line.trim()))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  private endRow(): void {
    this.inRow = false;
    this.letters('\n', false);
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const text = iconv.decode(Buffer.from(this.bytes), this.encoding);
    this.bytes = [];
    this.settle();
    this.done += text;
  }

  private settle(): void {
    if (this.raised === '') return;
    this.done += plainOfRaised(this.raised, this.done);
    this.raised = '';
  }
}

/** A table's row between bars, as the other formats write it. */
function rowOf(line: string): string {
  return line.endsWith('|') ? `| ${line.replace(/\s+\|/g, ' |')}` : line;
}
