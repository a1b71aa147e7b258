import type { Report } from '../corpus/types.js';
import type { Fact } from '../facts/types.js';
import type { Span } from '../text/types.js';
import { foldText, toSource } from '../text/view.js';
import type { CellHead, Citation } from './schema.js';

/** The heads of a table's cell (行头、列头): what its figure is of does not stand beside it. */

/** The heads of a fact, each a slice of the file; none for a figure of a sentence. @param source the report's file */
export function headsOf(report: Report, fact: Fact, source: string): CellHead[] {
  if (fact.heads === undefined) return [];
  const { caption, row, columns } = fact.heads;
  const cell = toSource(report.view, fact.span);
  const slice = (axis: CellHead['axis'], span: Span): CellHead[] => {
    const { start, end } = toSource(report.view, span);
    return end > start ? [{ axis, start, end, text: source.slice(start, end), cell }] : [];
  };
  return [
    ...(caption === undefined ? [] : slice('caption', caption)),
    ...slice('row', row),
    ...columns.flatMap((column) => slice('column', column)),
  ];
}

/** The heads of two citations that became one, each once, in the order of their figures. */
export function unitedHeads(a: Citation, b: Citation): Pick<Citation, 'heads'> {
  const keyOf = ({ axis, start, cell }: CellHead): string => `${axis} ${start} ${cell.start}`;
  const heads = new Map([...(a.heads ?? []), ...(b.heads ?? [])].map((head) => [keyOf(head), head]));
  return heads.size === 0 ? {} : { heads: [...heads.values()].sort((one, other) => one.cell.start - other.cell.start) };
}

const AXES = [
  ['caption', '表'],
  ['row', '行'],
  ['column', '列'],
] as const;
/** A head is shown up to this length, in characters: a row may be headed by a sentence. */
const LONGEST = 48;

/** The heads as they stand behind the quote: 行：地区生产总值；列：2022年·同比（%）、2023年目标. '' where there are none. */
export function sayHeads({ heads = [] }: { readonly heads?: readonly CellHead[] | undefined }): string {
  return AXES.flatMap(([axis, name]) => {
    const cells = new Map<number, string[]>();
    for (const head of heads) {
      if (head.axis !== axis) continue;
      const words = shown(head.text);
      if (words !== '') cells.set(head.cell.start, [...(cells.get(head.cell.start) ?? []), words]);
    }
    const said = new Set([...cells.values()].map((levels) => levels.join('·')));
    return said.size === 0 ? [] : [`${name}：${[...said].join('、')}`];
  }).join('；');
}

/** Without the file's layout and marks. */
function shown(text: string): string {
  const words = foldText(text).replace(/\n/g, '');
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
