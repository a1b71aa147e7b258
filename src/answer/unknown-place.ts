import type { UnknownPlace } from '../frame/types.js';
import { compose } from './compose.js';
import { type AnswerContext, heldPlaces } from './context.js';
import { readingOf } from './reading.js';
import { refuse } from './refusal.js';
import type { Answer, Choice } from './schema.js';

/** How many choices are offered. */
const MAX_CHOICES = 5;
/** How many held places are named. */
const MAX_NAMED = 12;

/**
 * The answer to a question whose place is none that is known: never another's. Undefined where the question may do without:
 * where an earlier turn gave the place, or only one place is held.
 */
export function answerUnknownPlace(context: AnswerContext, asked: UnknownPlace): Answer | undefined {
  const { store, query } = context;
  const held = heldPlaces(store);
  switch (asked.kind) {
    case 'elsewhere':
      return refuse(context, 'not-held', `没有收录${asked.text}的政府工作报告`, [], [heldLine(context)]);
    case 'facility':
      return query.places.length > 0 ? undefined : refuse(context, 'not-said', `收录的报告里没有提到“${asked.text}”`);
    case 'slip': {
      const own = asked.options.filter((p) => held.some((h) => h.place.id === p.id));
      if (own.length === 0)
        return refuse(
          context,
          'not-held',
          `没有“${asked.text}”这个地方；如果是${asked.options
            .slice(0, 2)
            .map((p) => p.name)
            .join('或')}，没有收录它的政府工作报告`,
          [],
          [heldLine(context)],
        );
      const choices = own
        .slice(0, MAX_CHOICES)
        .map((place): Choice => ({ label: place.name, question: withName(query.text, asked, place.name) }));
      return compose({
        kind: 'clarification',
        headline: `没有“${asked.text}”这个地方，要问的是不是${own
          .slice(0, 2)
          .map((p) => p.name)
          .join('或')}？`,
        understood: readingOf(query),
        extra: { choices },
      });
    }
    case 'unknown':
    case 'unclear':
      if (asked.kind === 'unclear' && (query.places.length > 0 || held.length < 2)) return undefined;
      return compose({
        kind: 'clarification',
        headline: `没有认出“${asked.text}”是哪个地区，要问哪个地区？`,
        body: [heldLine(context)],
        understood: readingOf(query),
        extra: {
          choices: held
            .slice(0, MAX_CHOICES)
            .map(({ place }): Choice => ({ label: place.name, question: withName(query.text, asked, place.name) })),
        },
      });
  }
}

function withName(text: string, { text: word, start }: UnknownPlace, name: string): string {
  return text.slice(start, start + word.length) === word
    ? text.slice(0, start) + name + text.slice(start + word.length)
    : text.replace(word, name);
}

function heldLine({ store }: AnswerContext): string {
  const held = heldPlaces(store);
  const named = held.slice(0, MAX_NAMED).map((h) => h.place.short);
  return `已收录：${named.join('、')}${held.length > named.length ? `等${held.length}个地区` : ''}`;
}
