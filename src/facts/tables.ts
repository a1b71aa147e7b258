import type { Section } from '../corpus/types.js';
import { findPeriods } from '../text/periods.js';
import { findQuantities } from '../text/quantities.js';
import type { Quantity, Span } from '../text/types.js';

/** Tables (表格): rows of cells parted by bars, as Markdown, HTML and imported documents have them. */

/** A cell of the text; spans are offsets into the view. */
export interface Cell extends Span {
  readonly text: string;
}

/** A figure in a table with the words that stand at the head of its row and of its column. */
export interface Figure {
  readonly quantity: Quantity;
  /** What the row is of, without its number and unit: 地区生产总值. */
  readonly name: string;
  /** All that stands above the figure: 2023年目标. */
  readonly head: string;
  /** Where the words of `head` stand, from the top down. */
  readonly headSpans: readonly Span[];
  /** Where the row's head stands, its number and unit included. */
  readonly nameSpan: Span;
  readonly row: Span;
}

export interface Table extends Span {
  /** The line above it, where that is short: 2022年主要指标完成情况. */
  readonly caption: string;
  /** Where that line stands; where the table's first row goes on with it, that row. */
  readonly captionSpan?: Span;
  /** The figures of each row that was read, by where the row begins: such a line is no sentence. */
  readonly rows: ReadonlyMap<number, readonly Figure[]>;
}

/** A caption is at most this long, in characters. */
const CAPTION = 60;
/** A table has at most so many rows that are read; what follows is left out. */
const MOST_ROWS = 20_000;
const INDEX = /^(?:序号?|编号|No\.?|#)$/i;
const NAME = /指标|项目|名称|内容|事项/;
/** What groups rows: it names them only where nothing else does. */
const GROUP = /类别|领域/;
const UNIT = /^(?:计量)?单位$/;
const NO_VALUES = /属性|性质|备注|说明|责任|部门|单位名称|牵头|来源/;
/** A unit in brackets behind a name or a head: 地区生产总值（亿元）. */
const BRACKETED_UNIT = /[（([]([^（）()[\]]{1,8})[）)\]]/g;

/** The tables of a section, in order. */
export function tablesIn(text: string, section: Section): Table[] {
  const tables: Table[] = [];
  let lines: Span[] = [];
  let above: Caption = NO_CAPTION;
  const close = (): void => {
    const table = lines.length < 2 ? undefined : readTable(text, lines, above);
    if (table !== undefined) tables.push(table);
    lines = [];
  };
  for (const line of linesOf(text, section)) {
    const words = text.slice(line.start, line.end);
    if (words.includes('|')) {
      if (lines.length < MOST_ROWS) lines.push(line);
      continue;
    }
    close();
    above = words.length <= CAPTION ? { words, span: line } : NO_CAPTION;
  }
  close();
  return tables;
}

function* linesOf(text: string, within: Span): Generator<Span> {
  let start = within.start;
  while (start < within.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > within.end ? within.end : newline;
    if (end > start) yield { start, end };
    start = end + 1;
  }
}

interface Caption {
  readonly words: string;
  readonly span?: Span;
}

const NO_CAPTION: Caption = { words: '' };

function readTable(text: string, lines: readonly Span[], above: Caption): Table | undefined {
  const caption = above.words;
  const rows = lines.map((line) => cellsOf(text, line));
  // A first row of one cell over all columns is what stands above the table.
  const title = rows[0]!.filter((cell) => cell.text !== '');
  if (lines.length > 2 && rows[0]!.length > 1 && title.length === 1)
    return readTable(text, lines.slice(1), { words: `${caption}${title[0]!.text}`, span: spanOf(title[0]!) });
  const first = rows.findIndex((cells) => cells.some((cell, i) => i > 0 && isFigure(cell.text)));
  if (first < 1) return undefined;
  const heads = headsOf(rows.slice(0, first));
  const body = rows.slice(first);
  const nameAt = nameColumn(heads, body);
  if (nameAt < 0) return undefined;
  const unitAt = heads.findIndex((head) => UNIT.test(head.text));
  const common = unitIn(caption.replace(/^.*单位[:：]/, '（').concat('）'));
  const read = new Map<number, readonly Figure[]>();
  for (const [i, cells] of body.entries()) {
    const figures = rowFigures(text, cells, lines[first + i]!, { heads, nameAt, unitAt, common });
    if (figures.length > 0) read.set(lines[first + i]!.start, figures);
  }
  if (read.size === 0) return undefined;
  const captionSpan = above.span === undefined ? {} : { captionSpan: above.span };
  return { start: lines[0]!.start, end: lines.at(-1)!.end, caption, ...captionSpan, rows: read };
}

/** The cells of a line; the bars at its ends make none. */
function cellsOf(text: string, { start, end }: Span): Cell[] {
  const cells: Cell[] = [];
  let from = text[start] === '|' ? start + 1 : start;
  for (let at = from; at <= end; at++) {
    if (at < end && text[at] !== '|') continue;
    if (at < end || from < end) cells.push(cellOf(text, from, at));
    from = at + 1;
  }
  return cells;
}

/** A cell without the blanks around its words. */
function cellOf(text: string, from: number, to: number): Cell {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const own = words.trim();
  return own === '' ? { start: from, end: from, text: '' } : { start, end: start + own.length, text: own };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** What stands above a column. */
interface ColumnHead {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The words above each column; a head over several columns stands for those behind it that have none of their own. */
function headsOf(rows: readonly (readonly Cell[])[]): ColumnHead[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const above = rows.map((cells, row) => {
      const own = cells[column];
      if (own !== undefined && own.text !== '') return own;
      // Only a row of heads with another below it can reach over columns.
      return row < rows.length - 1 ? cells.slice(0, column).findLast((cell) => cell.text !== '') : undefined;
    });
    const named = above.filter((cell) => cell !== undefined);
    const distinct = [...new Map(named.map((cell) => [cell.text, cell])).values()];
    return { text: distinct.map(({ text }) => text).join(''), spans: distinct.map(spanOf) };
  });
}

function nameColumn(heads: readonly ColumnHead[], body: readonly (readonly Cell[])[]): number {
  for (const kind of [NAME, GROUP]) {
    const named = heads.findIndex((head) => kind.test(head.text) && !INDEX.test(head.text));
    if (named >= 0) return named;
  }
  return heads.findIndex(
    (head, i) =>
      !INDEX.test(head.text) &&
      !UNIT.test(head.text) &&
      body.filter((cells) => /[一-龥]{2}/.test(cells[i]?.text ?? '')).length > body.length / 2,
  );
}

interface Columns {
  readonly heads: readonly ColumnHead[];
  readonly nameAt: number;
  readonly unitAt: number;
  /** The unit that the caption gives for all. */
  readonly common: string;
}

function rowFigures(text: string, cells: readonly Cell[], row: Span, columns: Columns): Figure[] {
  const { heads, nameAt, unitAt, common } = columns;
  const named = cells[nameAt];
  const said = named?.text ?? '';
  const name = nameOf(said);
  if (named === undefined || !/[一-龥]{2}/.test(name)) return [];
  const rowUnit = unitIn(`（${cells[unitAt]?.text ?? ''}）`) || unitIn(said) || common;
  return cells.flatMap((cell, i) => {
    const head = heads[i];
    if (head === undefined || i === nameAt || i === unitAt || i < nameAt) return [];
    if (INDEX.test(head.text) || NO_VALUES.test(head.text)) return [];
    const quantity = quantityOf(text, cell, unitIn(head.text) || (isRate(head.text) ? '%' : rowUnit));
    return quantity === undefined
      ? []
      : [{ quantity, name, head: head.text, headSpans: head.spans, nameSpan: spanOf(named), row }];
  });
}

/** The name at a row's head without its number and its unit: 1.地区生产总值（亿元） → 地区生产总值. */
function nameOf(said: string): string {
  return said
    .replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳#*·—-]|其中[:：]?)+/, '')
    .replace(BRACKETED_UNIT, (bracket, unit: string) => (isUnit(unit) ? '' : bracket))
    .trim();
}

/** The unit that stands in brackets in some words; '' where none does. */
function unitIn(words: string): string {
  for (const [, unit] of words.matchAll(BRACKETED_UNIT)) if (isUnit(unit!)) return unit!;
  return '';
}

function isUnit(unit: string): boolean {
  const [quantity] = findQuantities(`达到1.5${unit}，`);
  return quantity !== undefined && quantity.unit !== '' && quantity.core.end === `达到1.5${unit}`.length;
}

function isRate(head: string): boolean {
  return /增[长速幅]|同比|±/.test(head) && !/增加|额/.test(head);
}

const NUMBER = /^[-+≥≤<>＞＜约]?\d[\d.,]*(?:[-—–~～至]\d[\d.,]*)?(?:以上|以下|以内|左右)?$/;

function isFigure(text: string): boolean {
  const bare = withoutNote(text);
  if (NUMBER.test(bare)) return !/^(?:19|20)\d\d$/.test(bare);
  const [quantity] = findQuantities(`达到${bare}，`);
  return quantity !== undefined && quantity.span.start <= 2 && quantity.span.end === bare.length + 2;
}

/** 8.4（可比价）: what is noted behind a figure. */
function withoutNote(text: string): string {
  return text.replace(/[（(][^（）()]*[）)]$/, '').trim();
}

/** The figure of a cell, with the unit that its heads give where it has none. */
function quantityOf(text: string, cell: Cell, unit: string): Quantity | undefined {
  const bare = withoutNote(cell.text);
  if (!isFigure(cell.text)) return undefined;
  const before = /^\d/.test(bare) ? '达到' : '';
  const tail = /(?:以上|以下|以内|左右)$/.exec(bare)?.[0] ?? '';
  const body = bare.slice(0, bare.length - tail.length);
  const written = /[\d.]$/.test(body) ? `${body}${unit}${tail}` : bare;
  const [read] = findQuantities(`${before}${written}，`);
  if (read === undefined) return undefined;
  const start = text.indexOf(bare, cell.start);
  const span = { start, end: start + bare.length };
  return { ...read, unit: read.unit || unit, span, core: span, text: bare };
}

/** The years that a column's head, else the caption, names. */
export function timesOf(figure: Figure, caption: string): ReturnType<typeof findPeriods> {
  const own = findPeriods(figure.head);
  return own.length > 0 ? own : findPeriods(caption);
}

/** True where a column's head names no time of its own, so that the caption's holds. */
export function leansOnCaption(figure: Figure, caption: string): boolean {
  return findPeriods(figure.head).length === 0 && findPeriods(caption).length > 0;
}
