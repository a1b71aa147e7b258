import type { Fact } from '../facts/types.js';
import { unitFamily } from '../matching/unit-family.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { headlineOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayPeriod, saySubject } from './wording.js';

/**
 * The figure in the unit that is asked for, where the sentence of the figure told before holds one alone of the same time and kind:
 * 来了多少人 behind 旅游收入. Undefined where no unit is asked for, or the sentence holds none or more.
 */
export function answerBeside(context: AnswerContext, last: Fact): Answer | undefined {
  const { store, lexicon, query } = context;
  const asked = new Set(query.units.map(unitFamily));
  if (asked.size !== 1 || asked.has('scale') || asked.has(unitFamily(last.quantity.unit))) return undefined;
  const beside = store
    .facts(last.report)
    .filter(
      (fact) =>
        fact.sentence.start === last.sentence.start &&
        fact.facet === last.facet &&
        fact.period.from === last.period.from &&
        fact.period.to === last.period.to &&
        fact.quantity.kind === 'number' &&
        asked.has(unitFamily(fact.quantity.unit)),
    );
  const [only, ...more] = beside;
  if (!only || more.length > 0) return undefined;
  const draft = newDraft();
  addFact(draft, store, lexicon, only);
  return compose({
    kind: 'figure',
    headline: headlineOf(context, only),
    understood: readingOf(
      { ...query, facet: undefined },
      {
        years: [{ value: sayPeriod(only), source: 'earlier' }],
        indicator: { value: saySubject(only, lexicon), source: 'corpus' },
        facet: { value: only.facet, source: 'corpus' },
      },
    ),
    draft,
    likelihood: BESIDE,
  });
}

/** It stands in the sentence that was told, in the only unit that fits. */
const BESIDE = 0.7;
