import type { AnswerContext } from '../answer/context.js';
import type { Answer, AnswerFigure } from '../answer/schema.js';
import { figurePeriod, saySubject } from '../answer/wording.js';
import type { Fact } from '../facts/types.js';

/** A figure that an earlier turn was answered with, and the report that it stands in. */
export interface Told {
  readonly figure: AnswerFigure;
  readonly document: string;
}

/** How many figures of earlier turns are kept: two, or those of a few places, are set side by side. */
const KEPT = 6;

/** The figures told so far, with those of an answer; a table has turns of its own and leaves none. */
export function toldWith(before: readonly Told[], answer: Answer): readonly Told[] {
  const { kind, figures, citations, table } = answer;
  // Several indicators of one place are told as a list with a table.
  const several = kind === 'outcome' || (kind === 'list' && table !== undefined);
  if (kind === 'refusal' || kind === 'clarification' || kind === 'notice' || kind === 'passages') return before;
  if (kind === 'list' && !several) return before;
  const own = kind === 'figure' || kind === 'check' ? figures.slice(0, 1) : several ? figures : [];
  if (own.length === 0 || own.length > 2) return [];
  const told = own.flatMap((figure) => {
    const cited = citations[figure.citation];
    return cited ? [{ figure, document: cited.document.id }] : [];
  });
  const rest = before.filter((t) => !told.some((n) => isSame(t, n)));
  return [...rest, ...told].slice(-KEPT);
}

function isSame(a: Told, b: Told): boolean {
  const [x, y] = [a.figure, b.figure];
  return a.document === b.document && x.text === y.text && x.indicator === y.indicator && x.period === y.period;
}

/** The fact behind a figure that was told; undefined where its report is held no more. */
export function factOf({ store, lexicon }: Omit<AnswerContext, 'query'>, { figure, document }: Told): Fact | undefined {
  if (!store.head(document)) return undefined;
  return store
    .facts(document)
    .find(
      (fact) =>
        fact.quantity.low === figure.low &&
        fact.quantity.high === figure.high &&
        fact.quantity.unit === figure.unit &&
        saySubject(fact, lexicon) === figure.indicator &&
        figurePeriod(fact) === figure.period,
    );
}
