import type { Fact } from '../facts/types.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import { termsInWords } from '../matching/ask.js';
import { wideShareOf } from '../matching/terms.js';
import { unitFamily } from '../matching/unit-family.js';
import { thingsIn } from '../question/things.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { headlineOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayPeriod, saySubject } from './wording.js';

/**
 * The figure that a turn asks for, where it stands beside the one told before, in its sentence and of its time and kind: by the turn's own words
 * (面积多大 behind 新扩建50所幼儿园), else by its unit alone (来了多少人 behind 旅游收入). Undefined where none fits, or more than one.
 * @param named what the turn's own words name: a figure of another thing than they do is not told by its unit.
 */
export function answerBeside(
  context: AnswerContext,
  last: Fact,
  named: 'nothing' | 'doing' | 'thing',
): Answer | undefined {
  const { store, lexicon, query } = context;
  const byWords = named === 'nothing' ? undefined : besideByWords(context, last);
  const only = byWords ?? (named === 'thing' ? undefined : besideByUnit(context, last));
  if (!only) return undefined;
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

/** The other figures of a figure's sentence that are of its time and kind. */
function besideOf({ store }: AnswerContext, last: Fact): Fact[] {
  return store
    .facts(last.report)
    .filter(
      (fact) =>
        fact.sentence.start === last.sentence.start &&
        fact.span.start !== last.span.start &&
        fact.facet === last.facet &&
        fact.period.from === last.period.from &&
        fact.period.to === last.period.to &&
        fact.quantity.kind === 'number',
    );
}

function besideByUnit(context: AnswerContext, last: Fact): Fact | undefined {
  const asked = new Set(context.query.units.map(unitFamily));
  if (asked.size !== 1 || asked.has('scale') || asked.has(unitFamily(last.quantity.unit))) return undefined;
  const [only, ...more] = besideOf(context, last).filter(({ quantity }) => asked.has(unitFamily(quantity.unit)));
  return more.length === 0 ? only : undefined;
}

/** What of a turn's words the figure's own clause must hold at least, and how far it must be ahead of the next. */
const LEAST = 0.3;
const AHEAD = 0.1;

function besideByWords(context: AnswerContext, last: Fact): Fact | undefined {
  const { query, store } = context;
  const { text } = store.report(last.report).view;
  const terms = termsInWords(query);
  const things = thingsIn(query.residue.join(' ')).flatMap((thing) => [thing, ...thesaurus().alternatives(thing)]);
  const words = (fact: Fact): string => text.slice(fact.clause.start, fact.clause.end);
  const isOfThing = (fact: Fact): boolean => things.length === 0 || things.some((thing) => words(fact).includes(thing));
  const family = query.units.length > 0 ? unitFamily(query.units[0]!) : undefined;
  const ranked = besideOf(context, last)
    .filter(({ quantity }) => family === undefined || unitFamily(quantity.unit) === family)
    .filter(isOfThing)
    .map((fact) => ({ fact, share: wideShareOf(terms, words(fact)) }))
    .sort((a, b) => b.share - a.share);
  const near = ranked.filter(({ share }) => share >= LEAST && ranked[0]!.share - share < AHEAD);
  // 地方的那块 behind a sum of money names no unit, and goes on in that one.
  const own = unitFamily(last.quantity.unit);
  const alike = near.filter(({ fact }) => unitFamily(fact.quantity.unit) === own);
  const [only, ...more] = near.length > 1 && family === undefined ? alike : near;
  return more.length === 0 ? only?.fact : undefined;
}
