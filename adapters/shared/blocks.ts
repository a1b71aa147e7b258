import { sayHeads } from '../../src/answer/heads.js';
import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import { shownQuote } from '../../src/answer/quote-text.js';
import type { Answer, AnswerTable, Citation } from '../../src/answer/schema.js';
import { shownLength } from '../../src/answer/wording.js';
import { publicAddress, sourcePath } from './links.js';

/** A stretch of text to be marked, as offsets into the text it stands with. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A part of a reply, before a platform gives it its form. Texts are plain: each platform escapes them. */
export type Block =
  | { readonly kind: 'headline'; readonly text: string }
  /** 理解为：… */
  | { readonly kind: 'reading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Numbered items, `first` being the number of the first. */
  | { readonly kind: 'items'; readonly items: readonly string[]; readonly first: number }
  /** `lines` say the same as the rows, for where columns do not fit; empty where the answer has no such lines. */
  | { readonly kind: 'table'; readonly table: AnswerTable; readonly lines: readonly string[] }
  /** A quotation and where it stands; `number` where there are several. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly marks: readonly Mark[];
      /** For figures of a table, what stands at the head of their row and column: 行：…；列：…. */
      readonly heads?: string;
      readonly source: string;
      readonly number?: number;
      /** The page that shows the report with the quote marked, where there is one. */
      readonly link?: string;
    }
  | { readonly kind: 'note'; readonly text: string };

/**
 * The parts of an answer in the order in which a person reads them: what is said, how it was read, the figures, the notes, the evidence.
 * @param publicUrl where source pages are served; sources lead there
 */
export function answerBlocks(answer: Answer, publicUrl?: string): Block[] {
  const { headline, understood, notes = [], citations } = answer;
  const blocks: Block[] = [{ kind: 'headline', text: headline }];
  if (understood.line !== '') blocks.push({ kind: 'reading', text: understood.line });
  blocks.push(...bodyBlocks(answer));
  for (const text of notes) blocks.push({ kind: 'note', text });
  // A file holds its own evidence.
  if (answer.attachment !== undefined) return blocks;
  const quotes = mergeQuotes(citations);
  for (const [index, citation] of quotes.entries()) {
    if (!saidAsItem(answer, citation)) blocks.push(quoteBlock(citation, index, quotes.length, publicUrl));
  }
  return blocks;
}

/** What stands before an item in a plain text. */
const LIST_SIGN = /^\s*(?:\d+\.|[·•])\s*/;

/** The table or list of an answer, and every line of its text that these do not say. */
function bodyBlocks(answer: Answer): Block[] {
  const { table, items = [] } = answer;
  const lines = bodyLines(answer);
  const text = (rest: readonly string[]): Block[] => {
    const joined = rest.join('\n').trim();
    return joined === '' ? [] : [{ kind: 'text', text: joined }];
  };
  // One row needs no columns where it is written out.
  if (table !== undefined && (table.rows.length > 1 || lines.length === 0)) {
    const said = lines.filter((line) => OTHER_ROWS.test(line) || table.rows.some((row) => says(line, row.cells)));
    return [{ kind: 'table', table, lines: said }, ...text(lines.filter((line) => !said.includes(line)))];
  }
  if (items.length > 0 && table === undefined) {
    const listed = new Set(items);
    const others = lines.filter((line) => !listed.has(line.replace(LIST_SIGN, '')));
    return [{ kind: 'items', items, first: 1 }, ...text(others)];
  }
  return text(lines);
}

/** How the plain text sums up the rows that it does not write out; the table has them all. */
const OTHER_ROWS = /^……另有/;

/** True where an item is the quote itself: its source stays with the buttons. */
function saidAsItem({ items = [] }: Answer, { quote }: Citation): boolean {
  return items.some((item) => item.includes(quote));
}

/** True where a line holds at least two of a row's cells (a rank alone is none). */
function says(line: string, cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.length > 1 && line.includes(cell)).length > 1;
}

/** 《2022年常德市政府工作报告》三、… › （一）…; the file stands with the text around the quote. */
export function sourceLine({ document, section }: Pick<Citation, 'document' | 'section'>): string {
  return `《${document.title}》${section.join(' › ')}`;
}

function quoteBlock(citation: Citation, index: number, total: number, publicUrl: string | undefined): Block {
  const { document, start, end, marks } = citation;
  const heads = sayHeads(citation);
  return {
    kind: 'quote',
    ...shownQuote(citation, shownLength(citation)),
    ...(heads === '' ? {} : { heads }),
    source: sourceLine(citation),
    ...(total > 1 ? { number: index + 1 } : {}),
    ...(publicUrl === undefined ? {} : { link: publicAddress(publicUrl, sourcePath(document.id, start, end, marks)) }),
  };
}

/** How the plain text writes what the other blocks show: quotes, their sources, the further ones, the reading, what to ask next. */
const SHOWN_ELSEWHERE = [/^\s*(?:\d+\.\s*)?「/, /^\s*——《/, /^（另有\d+处出处/, /^理解为：/, /^(?:还)?可以问：/];

/** The lines of an answer's plain text that neither headline, reading, notes, quotes nor buttons show. */
function bodyLines({ headline, text, notes = [], choices = [] }: Answer): string[] {
  const shown = new Set([
    ...notes.map((note) => `注：${note}`),
    ...choices.map(({ label }, index) => `${index + 1}. ${label}`),
  ]);
  const beyond = text.startsWith(headline) ? text.slice(headline.length) : text;
  const lines = beyond
    .split('\n')
    .filter((line) => !shown.has(line) && !SHOWN_ELSEWHERE.some((form) => form.test(line)));
  return lines.some((line) => line.trim() !== '') ? lines : [];
}
