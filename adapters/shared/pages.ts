import type { AnswerTable } from '../../src/answer/schema.js';
import type { Block } from './blocks.js';

/**
 * Packs blocks into pages, none longer than `limit` as `measure` counts it. A block that is too long by itself is split:
 * texts at line ends, else at sentence ends, else between characters; lists between items; tables between rows, with their columns on each page.
 */
export function paginate(blocks: readonly Block[], limit: number, measure: (block: Block) => number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let used = 0;
  for (const block of blocks.flatMap((whole) => splitBlock(whole, limit, measure))) {
    const length = measure(block);
    if (page.length > 0 && used + length > limit) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(block);
    used += length;
  }
  return page.length > 0 ? [...pages, page] : pages;
}

function splitBlock(block: Block, limit: number, measure: (block: Block) => number): Block[] {
  if (measure(block) <= limit) return [block];
  return (halve(block) ?? []).flatMap((half) => splitBlock(half, limit, measure));
}

/** Two blocks that say the same, or nothing where the block cannot be made smaller. */
function halve(block: Block): readonly [Block, Block] | undefined {
  if (block.kind === 'table') {
    const { table, lines } = block;
    if (table.rows.length < 2) {
      const text =
        lines.length > 0
          ? lines.join('\n')
          : table.rows
              .flatMap((row) => row.cells.map((cell, column) => `${table.columns[column] ?? ''}：${cell}`))
              .join('\n');
      return text.length < 2 ? undefined : halve({ kind: 'text', text });
    }
    const middle = Math.ceil(table.rows.length / 2);
    const middleLine = Math.ceil((lines.length * middle) / table.rows.length);
    const part = (rows: AnswerTable['rows'], of: readonly string[]): Block => ({
      kind: 'table',
      table: { ...table, rows },
      lines: of,
    });
    return [
      part(table.rows.slice(0, middle), lines.slice(0, middleLine)),
      part(table.rows.slice(middle), lines.slice(middleLine)),
    ];
  }
  if (block.kind === 'items') {
    const { items, first } = block;
    if (items.length < 2) return halve({ kind: 'text', text: `${first}. ${items[0] ?? ''}` });
    const middle = Math.ceil(items.length / 2);
    return [
      { kind: 'items', items: items.slice(0, middle), first },
      { kind: 'items', items: items.slice(middle), first: first + middle },
    ];
  }
  const at = middleOf(block.text);
  if (at === undefined) return undefined;
  const [head, tail] = [block.text.slice(0, at), block.text.slice(at)];
  if (block.kind !== 'quote') {
    return [
      { ...block, text: head.trimEnd() },
      { ...block, kind: block.kind === 'headline' ? 'text' : block.kind, text: tail.trimStart() },
    ];
  }
  const marks = (from: number, to: number) =>
    block.marks
      .map(({ start, end }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from }))
      .filter(({ start, end }) => start < end);
  return [
    { ...block, text: head, marks: marks(0, at) },
    { ...block, text: tail, marks: marks(at, block.text.length) },
  ];
}

/** Where to cut a text near its middle: after a line end, else after a sentence, else between two characters. */
function middleOf(text: string): number | undefined {
  const middle = Math.floor(text.length / 2);
  for (const ends of ['\n', '。！？；', '，、,; ']) {
    const near = nearest(text, middle, ends);
    if (near !== undefined) return near;
  }
  const inPair = /[\uD800-\uDBFF]/.test(text[middle - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[middle] ?? '');
  const at = inPair ? middle + 1 : middle;
  return at > 0 && at < text.length ? at : undefined;
}

/** The offset after one of `ends` that lies nearest to the middle, within a quarter of the text on either side. */
function nearest(text: string, middle: number, ends: string): number | undefined {
  for (let away = 0; away <= middle / 2; away += 1) {
    for (const at of [middle - away, middle + away]) {
      if (at > 0 && at < text.length && ends.includes(text[at - 1]!)) return at;
    }
  }
  return undefined;
}
