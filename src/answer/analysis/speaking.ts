import type { Frame } from '../../frame/types.js';
import type { AnswerContext } from '../context.js';
import type { Asked } from './search.js';

/** A name of so many units at most is looked for. */
const LONGEST = 8;
/** Of shorter names nothing follows. */
const SHORTEST = 2;

/** Rows that are looked for one by one, and those that are not. */
export interface Searched {
  readonly asked: readonly Asked[];
  /** Rows that are left out; with a name, none of their reports holds it. */
  readonly left?: { readonly rows: readonly Asked[]; readonly name?: string };
}

/**
 * Which of many rows are worth a search of their reports for a thing without a table: where its name stands in reports of the place.
 * Up to `most` rows all are.
 */
export function worthSearching(
  context: AnswerContext,
  subject: Frame,
  asked: readonly Asked[],
  most: number,
): Searched {
  if (asked.length <= most) return { asked };
  const found = nameOf(context, subject.residue.join(''), new Set(asked.map(({ place }) => place.id)));
  const { name, places } = found ?? {};
  const near = places ? asked.filter(({ place }) => places.has(place.id)) : asked;
  const kept = (near.length > 0 ? near : asked).slice(0, most);
  const rows = asked.filter((a) => !kept.includes(a));
  const lacks = name !== undefined && near.length > 0 && near.length <= most ? { name } : {};
  return { asked: kept, left: { rows, ...lacks } };
}

/** From so many places on that hold a name it is taken for the thing's; a longer one that fewer hold may be one place's own. */
const ENOUGH_PLACES = 12;

interface Held {
  readonly name: string;
  readonly places: ReadonlySet<string>;
}

/** The longest part of a thing's words that enough of the places hold: 贫困村 of 出列贫困村; else the one that most hold. */
function nameOf({ store }: AnswerContext, words: string, asked: ReadonlySet<string>): Held | undefined {
  let most: Held | undefined;
  for (let length = Math.min(LONGEST, words.length); length >= SHORTEST; length--)
    for (let at = words.length - length; at >= 0; at--) {
      const name = words.slice(at, at + length);
      if (!/^\p{Script=Han}+$/u.test(name) || !store.holds(name)) continue;
      const hits = store.findExact(name, { limit: 1 }).flatMap(({ report }) => store.head(report)?.place?.id ?? []);
      const places = new Set(hits.filter((id) => asked.has(id)));
      if (places.size >= ENOUGH_PLACES) return { name, places };
      if (places.size > (most?.places.size ?? 0)) most = { name, places };
    }
  return most;
}
