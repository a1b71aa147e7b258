import type { Answer } from '../answer/schema.js';
import { type ItemAsked, itemAlone, itemAsked } from '../question/turn-asks.js';
import type { Session } from './sessions.js';

/** How much of an item's words leads a question to it. */
const MOST_WORDS = 24;

/**
 * A turn that asks something within one item of the list before (第二条里改灶要改多少户, 失地农民那条，解决多少人的养老保险), written out as
 * a question of its own; undefined for any other turn, and where no list went before.
 */
export function withinItem({ list }: Session, text: string): WithinItem | undefined {
  return list && writtenOut(list, itemAsked(text));
}

/** 第三个呢 behind 第二个里头产值要多少: the same asked within another item. */
export function withinOther({ list, within }: Session, text: string): WithinItem | undefined {
  const number = within === undefined ? undefined : itemAlone(text);
  return list && number !== undefined ? writtenOut(list, { number, rest: within! }) : undefined;
}

function writtenOut(list: NonNullable<Session['list']>, asked: ItemAsked | undefined): WithinItem | undefined {
  if (!asked) return undefined;
  const { number = 'last', named, rest } = asked;
  const words =
    named === undefined
      ? list.items.at(number === 'last' ? -1 : number < 0 ? number : number - 1)
      : nearestItem(list.items, named);
  if (words === undefined) return undefined;
  const head = words.replace(/\d.*$/su, '').replace(/[“”"]/gu, '').slice(0, MOST_WORDS);
  return {
    question: `${list.place}${list.year ?? ''}年报告，${head.length < 2 ? '' : `${head}，`}${rest}`,
    rest,
    item: list.items.indexOf(words) + 1,
    isOf: ({ kind, figures }) =>
      kind !== 'figure' ||
      figures.every((f) => words.includes(f.text) || (f.period === String(list.year) && isOfWords(words, f.indicator))),
  };
}

/** A turn within an item, written out. */
export interface WithinItem {
  readonly question: string;
  /** What is asked within it, as typed. */
  readonly rest: string;
  /** Its place in the list, from 1. */
  readonly item: number;
  /** False for an answer with a figure that the item does not hold, of another year or of another thing: what the year before did is no part of it. */
  readonly isOf: (answer: Answer) => boolean;
}

/** True where a figure's name shares a pair of characters with an item: 9件惠民实事 is none of its fifth one. */
function isOfWords(words: string, name: string): boolean {
  return pairsOf(name).some((pair) => words.includes(pair));
}

function pairsOf(words: string): string[] {
  return [...words].slice(1).map((_, i) => words.slice(i, i + 2));
}

/** The item that shares most pairs of characters with some words; undefined where none shares any. */
function nearestItem(items: readonly string[], words: string): string | undefined {
  const pairs = pairsOf(words);
  const shared = (item: string): number => pairs.filter((pair) => item.includes(pair)).length;
  const best = items.reduce((a, b) => (shared(b) > shared(a) ? b : a), items[0] ?? '');
  return shared(best) > 0 ? best : undefined;
}
