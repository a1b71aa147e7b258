import type { EvidenceRun, Frame } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import { askingWords } from './asking-words.js';

/** From which probability on the learned reader takes a character for content. */
const CONTENT = 0.5;

/**
 * A question for a figure in which one short name is all that is asked for, with that name in full: 湘潭2021经济目标定了多少,
 * 财政总共涨了多少. Whether it is all is the learned reader's to say: 财政投入 and 数字经济 name another thing, 到底 and 总共 nothing.
 * The text as it is where an indicator is named, where more is named, or where the name stands for nothing that is measured so.
 */
export function withNameMeant(text: string, frame: Frame): string {
  const { operation, indicators, wantsNumber, facet, measure, evidence } = frame;
  const { bareNames, wholes, ofGrowth, fares } = askingWords();
  const openly = !wantsNumber && facet === undefined;
  const asking = openly ? fares.find((word) => text.includes(word)) : '';
  const asks = FIGURES.has(operation) && (measure === undefined || MEASURES.has(measure)) && !frame.detail;
  if (!asks || indicators.length > 0 || asking === undefined) return text;
  const named = stretchesOf(evidence, openly ? text.indexOf(asking) : text.length);
  const only = named.length === 1 ? named[0]! : undefined;
  const short = only && withoutWhole(only.text, wholes);
  const full = short === undefined ? undefined : bareNames[short];
  if (!only || !short || !full || ((openly || measure === 'level') && ofGrowth.includes(short))) return text;
  return text.slice(0, only.start) + full + text.slice(only.start + only.text.length);
}

/** Operations that tell one figure, or a target with its outcome. */
const FIGURES: ReadonlySet<Frame['operation']> = new Set(['figure', 'outcome', 'passage']);

/** How an indicator that has a name of its own is told (几个点 may be per cent); a multiple of 投资 may be of any. */
const MEASURES: ReadonlySet<Measure> = new Set(['growth', 'difference', 'level']);

interface Named {
  readonly text: string;
  readonly start: number;
}

/** The stretches before `end` that the learned reader takes for content. */
function stretchesOf(runs: readonly EvidenceRun[], end: number): Named[] {
  return runs.flatMap(({ text, roles, content, start }) => {
    const length = Math.min(text.length, end - start);
    const is = (i: number): boolean => i < length && roles[i] === 'content' && content[i]! >= CONTENT;
    const out: Named[] = [];
    for (let from = 0; from < length; from++) {
      if (!is(from)) continue;
      let to = from;
      while (is(to)) to++;
      out.push({ text: text.slice(from, to), start: start + from });
      from = to;
    }
    return out;
  });
}

/** 全市经济 is 经济 of the place that is named. */
function withoutWhole(text: string, wholes: readonly string[]): string {
  const whole = wholes.find((word) => text.startsWith(word) && text.length > word.length);
  return whole === undefined ? text : text.slice(whole.length);
}
