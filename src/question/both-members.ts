import { contrasts, membersIn } from '../lexicon/contrasts.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Indicator, Measure } from '../lexicon/types.js';

/** The word for both members at once. */
const BOTH = '城乡';
/** One is set against the other: 农民收入比城里人少多少. */
const SET_AGAINST = /[比差]/u;
/** What is asked of two members together is one figure: 城乡收入比, 收入差多少. */
const TOGETHER: ReadonlySet<string> = new Set(['ratio', 'multiple', 'difference']);

/**
 * The indicators of which a question asks for one figure each, though it names their thing once: 城镇和农村居民收入, 城乡居民收入,
 * 登记和调查失业率. Empty for any other question.
 */
export function bothMembers(
  text: string,
  named: readonly Indicator[],
  measure: Measure | undefined,
  { indicators }: Lexicon,
): Indicator[] {
  if (named.length === 0 || SET_AGAINST.test(text) || TOGETHER.has(measure ?? '')) return [];
  const general = indicators.list.find(
    ({ id, covers }) => covers !== undefined && named.every((i) => i.id === id || covers.includes(i.id)),
  );
  const members = (general?.covers ?? []).flatMap((id) => indicators.get(id) ?? []);
  if (members.length < 2) return [];
  return namesEach(text, members) ? members : [];
}

/** An indicator where it stands in a question. */
export interface NamedAt {
  readonly indicator: Indicator;
  readonly start: number;
  readonly end: number;
}

/**
 * The same beside other indicators (城镇、农村居民收入和就业): those named, each before it with the sibling that is named without the thing.
 */
export function withSiblings(text: string, named: readonly NamedAt[], lexicon: Lexicon): NamedAt[] {
  return named.flatMap((own) => {
    const rest = [...named]
      .filter((other) => other !== own)
      .sort((a, b) => b.start - a.start)
      .reduce((left, { start, end }) => left.slice(0, start) + '、'.repeat(end - start) + left.slice(end), text);
    const members = bothMembers(rest, [own.indicator], undefined, lexicon);
    const missing = members.filter(({ id }) => !named.some((other) => other.indicator.id === id));
    return members.some(({ id }) => id === own.indicator.id)
      ? [...missing.map((indicator) => ({ ...own, indicator })), own]
      : [own];
  });
}

/** True where a text names the member of one group by which an indicator is told apart from its siblings: 农村 of rural income. */
export function namesMember(text: string, indicator: Indicator, siblings: readonly Indicator[]): boolean {
  const groups = contrasts();
  const said = membersIn(groups, text);
  const own = membersIn(groups, indicator.name);
  return groups.some((_, i) => {
    const others = siblings.filter(({ id }) => id !== indicator.id).map(({ name }) => membersIn(groups, name)[i]!);
    return own[i] !== 0 && others.every((bits) => bits !== 0 && bits !== own[i]) && (said[i]! & own[i]!) !== 0;
  });
}

/** True where a text names the member of one group that each of the indicators is of. */
function namesEach(text: string, indicators: readonly Indicator[]): boolean {
  const groups = contrasts();
  const said = membersIn(groups, text);
  return groups.some((_, i) => {
    const own = indicators.map(({ name }) => membersIn(groups, name)[i]!);
    const apart = own.every((bits) => bits !== 0) && new Set(own).size === own.length;
    return apart && (own.every((bits) => (said[i]! & bits) !== 0) || text.includes(BOTH));
  });
}
