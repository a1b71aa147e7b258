import type { AskingWords } from './asking-schema.js';
import { askingWords } from './asking-words.js';

/** What follows a row of short names where each is an indicator: 投资和消费目标, 投资、出口增长多少. */
const BEHIND = '(?=(?:的|各|分别|增长|)*(?:目标|增速|增幅|涨幅|增长|预期|(?:分别|各)(?:是|为)?多少))';
/** What may stand between two of them. */
const JOIN = '(?:目标|增速|)(?:、|和|与|及|跟|，)';

let row: RegExp | undefined;

function rowOf({ bareNames }: AskingWords): RegExp {
  row ??= new RegExp(`(?:(?:${namesIn(bareNames)})${JOIN})+(?:${namesIn(bareNames)})${BEHIND}`, 'gu');
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

/** What follows a row in one word where each of its members is asked for. */
const EACH = '(?=(?:增加值|的|增速)*(?:各|分别))';

/** 一二三产各涨多少 with the members of the row side by side; as a name of all of them (一二三产融合) it stays. */
function withRowsInFull(text: string, { shortRows }: AskingWords): string {
  const names = Object.keys(shortRows).sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(`(?:${names.join('|')})${EACH}`, 'gu'), (found) => shortRows[found] ?? found);
}
