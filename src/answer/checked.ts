import type { Fact } from '../facts/types.js';
import { ABOUT_POINTS, type Verdict, verdict } from '../matching/compare.js';
import { addFact, type Draft } from './compose.js';
import type { AnswerContext } from './context.js';
import type { AnswerTable } from './schema.js';
import { sayFigure } from './wording.js';

/** One target with what became of it. */
export interface Checked {
  readonly subject: string;
  readonly target?: Fact;
  readonly outcome?: Fact;
  readonly verdict: Verdict;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  超过: '超过目标',
  达到: '达到目标',
  未达到: '未达到目标',
  无法比较: '口径不同，无法比较',
};

/** The verdict on a target by its outcome; none where either is missing. */
export function judge(context: AnswerContext, target: Fact | undefined, outcome: Fact | undefined): Verdict {
  if (!target || !outcome) return '无法比较';
  const indicator = target.indicator === undefined ? undefined : context.lexicon.indicators.get(target.indicator);
  return verdict(target, outcome, indicator?.lowerIsBetter ?? false);
}

/** A table of targets with what became of them; figures go into the draft. */
export function tableOf(context: AnswerContext, draft: Draft, checked: readonly Checked[], title: string): AnswerTable {
  const { store, lexicon } = context;
  return {
    title,
    columns: ['指标', '目标', '实际', '结论'],
    rows: checked.map(({ subject, target, outcome, verdict: judged }) => {
      const figures = [target, outcome].flatMap((f) => (f ? [addFact(draft, store, lexicon, f)] : []));
      return {
        cells: [
          subject,
          target ? sayFigure(target) : '没有说',
          outcome ? `${sayFigure(outcome)}${outcome.estimated ? '（预计）' : ''}` : '没有说',
          target && outcome ? VERDICT_WORDS[judged] : '—',
        ],
        figures,
      };
    }),
  };
}

/** Says by what tolerance 左右 counts as reached, where a verdict went by it. */
export function noteTolerance(draft: Draft, checked: readonly Checked[]): void {
  if (checked.some((c) => c.target?.quantity.bound === '~' && c.outcome))
    draft.notes.push(`“左右”按上下${ABOUT_POINTS}个百分点（数额按2%）以内算达到`);
}
