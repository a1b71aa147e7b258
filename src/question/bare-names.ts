import type { AskingWords } from './asking-schema.js';
import { askingWords } from './asking-words.js';
import { patterns } from './patterns/index.js';

let row: RegExp | undefined;

function rowOf({ bareNames }: AskingWords): RegExp {
  const { inRow, behindRow } = patterns().indicators;
  const names = `(?:${namesIn(bareNames)})`;
  row ??= new RegExp(`(?:${names}${inRow.source})+${names}${behindRow.source}`, 'gu');
  return row;
}

/** The names, longer ones first, as alternatives. */
function namesIn(names: AskingWords['bareNames']): string {
  return Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** A question with a row of short names of indicators written in full: 投资和消费目标 → 固定资产投资和社会消费品零售总额目标. */
export function withNamesInFull(typed: string): string {
  const words = askingWords();
  const text = withRowsInFull(typed, words);
  const full = (short: string): string => words.bareNames[short] ?? short;
  const name = new RegExp(namesIn(words.bareNames), 'gu');
  return text.replace(rowOf(words), (found) => found.replace(name, full));
}

/** 一二三产各涨多少 with the members of the row side by side; as a name of all of them (一二三产融合) it stays. */
function withRowsInFull(text: string, { shortRows }: AskingWords): string {
  const names = Object.keys(shortRows).sort((a, b) => b.length - a.length);
  return text.replace(
    new RegExp(`(?:${names.join('|')})${patterns().indicators.behindShortRow.source}`, 'gu'),
    (found) => shortRows[found] ?? found,
  );
}
