import type { Line } from '../lines.js';
import { rowText } from './cells.js';

/** Tables that go on over the end of a page: their heads stand once, and a row that the page cuts is one. */

/** What a figure looks like: a row that holds one is a row of its own. */
const FIGURE = /\d/;

/** The lines of pages, tables that go on put together. */
export function carriedOver(pages: readonly (readonly Line[])[]): Line[][] {
  /** The rows of the table with which the text so far ends. */
  let table: Line[] = [];
  const out: Line[][] = [];
  for (const lines of pages) {
    const end = lines.findIndex(({ cells }) => cells === undefined);
    const first = lines.slice(0, end < 0 ? lines.length : end);
    const goesOn = first.length > 0 && table.length > 0 && first[0]!.cells!.length === table[0]!.cells!.length;
    const kept = goesOn ? first.slice(repeated(table, first)) : first;
    const last = out.at(-1);
    const joined = goesOn && last !== undefined ? joinedRow(table.at(-1)!, kept[0]) : undefined;
    if (joined !== undefined) {
      last![last!.length - 1] = joined;
      kept.shift();
    }
    out.push([...kept, ...lines.slice(first.length)]);
    const behind = lines.findLastIndex(({ cells }) => cells === undefined);
    const tail = lines.slice(behind + 1);
    table = behind < 0 && goesOn ? [...table, ...kept] : [...tail];
  }
  return out;
}

/** How many rows at a page's top are the first rows of the table again; of a table that is all alike, none. */
function repeated(table: readonly Line[], first: readonly Line[]): number {
  let rows = 0;
  while (rows < first.length && rows < table.length && first[rows]!.text === table[rows]!.text) rows++;
  return rows < table.length ? rows : 0;
}

/** A row that the end of a page cut: what is left of it has no name of its own and no figure. */
function joinedRow(before: Line, after: Line | undefined): Line | undefined {
  const [one, other] = [before.cells!, after?.cells];
  if (other === undefined || other[0] !== '') return undefined;
  const rest = other.map((cell, i) => ({ cell, above: one[i]! })).filter(({ cell }) => cell !== '');
  if (rest.some(({ cell, above }) => FIGURE.test(cell) || above === '')) return undefined;
  const cells = one.map((cell, i) => cell + other[i]!);
  return { ...before, cells, text: rowText(cells) };
}
