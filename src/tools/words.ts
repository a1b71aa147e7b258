import { exactFinder } from '../retrieval/exact.js';
import { foldText } from '../text/view.js';

/** Words that must, may or must not occur, ready to be looked for in folded text. */
export interface WordTest {
  /** No condition at all. */
  readonly empty: boolean;
  /** All words that may be met, in the order given. */
  readonly wanted: readonly string[];
  /** True where the words that must or may occur do; what must not is asked of `excluded`. */
  readonly matches: (text: string) => boolean;
  /** True where one of the words that must not occur does. */
  readonly excluded: (text: string) => boolean;
}

interface Words {
  readonly any?: readonly string[] | undefined;
  readonly all?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
}

/**
 * Prepares words for looking them up in text that is folded like the views. Latin words match in either case and as a whole
 * (AI is not in CHAIN); Chinese ones as runs of characters.
 */
export function wordTest(words: Words | undefined): WordTest {
  const holds = (list: readonly string[] = []) =>
    list.map((word) => {
      const finder = exactFinder(foldText(word).trim());
      return (text: string): boolean => finder.needle !== '' && finder.find(text, 1).count > 0;
    });
  const any = holds(words?.any);
  const all = holds(words?.all);
  const not = holds(words?.not);
  const excluded = (text: string): boolean => not.some((test) => test(text));
  return {
    empty: any.length + all.length + not.length === 0,
    wanted: [...(words?.all ?? []), ...(words?.any ?? [])],
    excluded,
    matches: (text) => all.every((test) => test(text)) && (any.length === 0 || any.some((test) => test(text))),
  };
}
