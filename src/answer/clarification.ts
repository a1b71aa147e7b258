import type { Fact } from '../facts/types.js';
import type { Place } from '../lexicon/types.js';
import { compose } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldPlaces } from './context.js';
import { readingOf } from './reading.js';
import type { Answer, Choice } from './schema.js';
import { sayPeriod } from './wording.js';

/** How many choices are offered at once. */
const MAX_CHOICES = 8;

/** Asks which place is meant. `ids` narrows the choice to places that can answer. */
export function clarifyPlace(context: AnswerContext, ids?: readonly string[]): Answer {
  const { store, lexicon, query } = context;
  const year = query.periods[0]?.value;
  const options = ids
    ? ids.flatMap((id) => lexicon.gazetteer.get(id) ?? [])
    : heldPlaces(store)
        .filter((h) => year?.kind !== 'year' || h.years.includes(year.from) || h.years.includes(year.from + 1))
        .map((h) => h.place);
  const choices = options
    .slice(0, MAX_CHOICES)
    .map((place): Choice => ({ label: place.name, question: withPlace(place, query.text) }));
  const count = options.length > choices.length ? `（共${options.length}个地区，也可直接写地名）` : '';
  return compose({
    kind: 'clarification',
    headline: `要问哪个地区？${count}`,
    understood: readingOf(query),
    extra: { choices },
  });
}

/** Asks which year is meant, among the times of `facts`. */
export function clarifyYear(context: AnswerContext, place: Place | undefined, facts: readonly Fact[]): Answer {
  const { query } = context;
  const times = [...new Map(facts.map((f) => [sayPeriod(f), f])).entries()].sort(
    (a, b) => b[1].period.to - a[1].period.to,
  );
  const choices = times.slice(0, MAX_CHOICES).map(([label]): Choice => ({ label, question: `${label}${query.text}` }));
  const subject = query.indicators[0]?.value.name ?? query.residue.join('');
  return compose({
    kind: 'clarification',
    headline: `要问${place?.name ?? ''}哪一年的${subject}？`,
    understood: readingOf(query),
    extra: { choices },
  });
}

function withPlace(place: Place, text: string): string {
  return `${place.name}${text}`;
}
