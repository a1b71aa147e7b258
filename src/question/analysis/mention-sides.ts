import { type Line, lineOf } from './line.js';
import { analysisWords } from './words.js';

/** How a question speaks of mentioning: of reports that hold a thing, of those that do not, of both, or only whether. */
export interface Sides {
  readonly present: boolean;
  readonly absent: boolean;
  /** True where a verb denies by itself: 找不到, 漏了. */
  readonly lacks: boolean;
  /** True where a verb stands with its own denial, which only asks whether: 提没提. */
  readonly whether: boolean;
  /** The stretches of the line that say so. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** 没有 of 有没有 denies nothing. */
const WHETHER = '有没有';

/** 没有在2023年报告里写: a negation that the place of the words stands behind. */
function deniesApart(before: string, negator: string): boolean {
  const at = before.lastIndexOf(`${negator}${WITHIN}`);
  return (
    at >= 0 &&
    !before.slice(0, at).endsWith('有') &&
    !/[，,。；？?]/u.test(before.slice(at)) &&
    before.length - at <= FAR
  );
}

const WITHIN = '在';
/** So far before a verb its negation may stand. */
const FAR = 16;

/**
 * Which side the verbs of mentioning are on: a verb with a negation right before it is of those without.
 * The verbs and negations are data (`mentions.stems`, `negators`, `lacking`).
 */
export function sidesOf({ text }: Line): Sides {
  const { stems, negators, lacking, notStems } = analysisWords().mentions;
  const spans: [number, number][] = [];
  let [present, absent, denied, whether] = [false, false, false, false];
  for (let i = 0; i < text.length; ) {
    const lacks = lacking.find((w) => text.startsWith(w, i));
    const stem = notStems.some((w) => text.startsWith(w, i)) ? undefined : stems.find((w) => text.startsWith(w, i));
    if (lacks !== undefined) [absent, denied] = [true, true];
    else if (stem !== undefined) {
      const before = text.slice(0, i);
      const negator = negators.find((w) => before.endsWith(w));
      const apart = negator === undefined && negators.some((w) => deniesApart(before, w));
      const denies = apart || (negator !== undefined && !before.endsWith(WHETHER));
      // 提没提 only asks whether: the verb before the negation is the same one.
      const either = denies && stems.some((w) => before.endsWith(w.slice(0, 1) + negator));
      if (denies && !either) absent = true;
      else present = true;
      whether ||= either;
      spans.push([i - (negator?.length ?? 0), i]);
    }
    const length = (lacks ?? stem)?.length ?? 0;
    if (length > 0) spans.push([i, i + length]);
    i += Math.max(1, length);
  }
  return { present, absent, lacks: denied, whether, spans };
}

/** True for words that speak of mentioning, of whatever thing: 最后一次出现是哪年. */
export function speaksOfMention(text: string): boolean {
  const { present, absent } = sidesOf(lineOf(text, []));
  return present || absent;
}
