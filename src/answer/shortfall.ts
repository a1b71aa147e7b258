import type { Fact } from '../facts/types.js';
import { questionWords } from '../question/words.js';
import type { Quantity } from '../text/types.js';
import { answerFromSlots } from './analysis/from-slots.js';
import { addFact, compose, newDraft } from './compose.js';
import { type AnswerContext, heldYears } from './context.js';
import { readingOf } from './reading.js';
import type { Answer } from './schema.js';
import { sayPeriod } from './wording.js';

/**
 * By how much a target was missed (没达标，差了几个点): as the report says it itself, in the sentence that owns to it; else target and
 * outcome side by side. Undefined where the question asks for no such gap.
 */
export function answerShortfall(context: AnswerContext): Answer | undefined {
  const { query, store, lexicon } = context;
  const [indicator] = query.indicators.map((i) => i.value);
  const place = query.places[0]?.value;
  const year = query.periods[0]?.value;
  if (!query.missedBy || !indicator || !place || year?.kind !== 'year') return undefined;
  const own = owned(context, place.id, year.from);
  if (own) {
    const draft = newDraft();
    addFact(draft, store, lexicon, own);
    return compose({
      kind: 'figure',
      headline: `${place.name}${sayPeriod(own)}${indicator.name}：与目标相差${withUnit(own.quantity)}`,
      understood: readingOf(query),
      draft,
      likelihood: SURE,
    });
  }
  const joined = answerFromSlots(
    { ...context, query: { ...query, operation: 'outcome', facet: undefined } },
    'outcome',
  );
  return joined.kind === 'outcome' && joined.figures.length > 1 ? joined : undefined;
}

/** The report names the thing and says itself that it was not reached. */
const SURE = 0.8;

/** 低于目标2、4.2、1.1个百分点: the number with the unit that stands once behind all. */
function withUnit({ text, unit }: Quantity): string {
  return text.endsWith(unit) ? text : `${text.replace(/个$/u, '')}${unit}`;
}

/** The gap that the report of the next year owns to: 地区生产总值没有完成目标，相差2.9个百分点. */
function owned({ store, query }: AnswerContext, place: string, year: number): Fact | undefined {
  const { undone, aims } = questionWords();
  const indicator = query.indicators[0]!.value;
  const names = [indicator.name, ...indicator.aliases];
  const head = store.heads.find((h) => h.place?.id === place && h.year === year + 1 && !h.duplicateOf);
  if (!head || heldYears(store, query.places[0]!.value).length === 0) return undefined;
  const { text } = store.report(head.id).view;
  const gaps = store.facts(head.id).filter((fact) => {
    if (fact.measure !== 'difference' || fact.period.to !== year) return false;
    const before = text.slice(fact.sentence.start, fact.span.start);
    const has = (list: readonly string[]): boolean => list.some((word) => before.includes(word));
    return has(names) && has(undone) && has(aims);
  });
  // Of several gaps told side by side the indicator's own.
  const own = ({ indicator: id, subject }: Fact): boolean =>
    id === indicator.id || names.some((name) => subject.includes(name));
  return gaps.find(own) ?? (gaps.length === 1 ? gaps[0] : undefined);
}
