import type { PlaceSet } from '../../frame/analysis.js';
import type { PlaceGroup } from '../../lexicon/groups.js';
import type { Place } from '../../lexicon/types.js';
import { type Line, type Token, tokenAt } from './line.js';
import { claimMatch } from './pattern.js';
import { analysisWords } from './words.js';

/** Provinces that a question names, by themselves or as a group, and where. */
interface Outer {
  readonly at: number;
  readonly label: string;
  readonly places: readonly Place[];
}

/**
 * A group of cities right behind the provinces in which its members must lie: 辽宁的普通地级市, 中部省会. Claims both; undefined where
 * none stands so, or another place is named besides.
 * @param placeOf the place that a token means.
 */
export function innerGroup(line: Line, placeOf: (token: Token) => Place): PlaceSet | undefined {
  const free = [...line.text].flatMap((_, at) => {
    const token = tokenAt(line, at);
    return token && !line.used[at] && (token.kind === 'P' || token.kind === 'G') ? [{ at, token }] : [];
  });
  const [first, second, ...more] = free;
  if (!first || !second || more.length > 0 || second.token.kind !== 'G') return undefined;
  const outer = outerOf(first.at, first.token, placeOf);
  const group = second.token.value as PlaceGroup;
  if (!outer || !holdsCities(group) || !isBehind(line.text.slice(first.at + 1, second.at))) return undefined;
  for (let at = first.at; at <= second.at; at++) claimMatch(line, { start: at, end: at + 1 });
  return {
    label: `${outer.label}${group.name}`,
    members: group.members,
    ...(group.folders.length > 0 ? { folders: group.folders } : {}),
    within: outer.places,
    named: false,
  };
}

/** True for groups of provinces, of which a kind of smaller places is asked: 长三角各市. The municipalities are such places themselves. */
export function areProvinces(groups: readonly PlaceGroup[]): boolean {
  return groups.length > 0 && groups.every((group) => isOfProvinces(group));
}

function isOfProvinces({ id, members }: PlaceGroup): boolean {
  return id !== 'municipalities' && members.every((place) => place.level === 'province');
}

function outerOf(at: number, token: Token, placeOf: (token: Token) => Place): Outer | undefined {
  if (token.kind === 'G') {
    const group = token.value as PlaceGroup;
    return isOfProvinces(group) ? { at, label: group.name, places: group.members } : undefined;
  }
  const place = placeOf(token);
  return place.level === 'province' ? { at, label: place.short, places: [place] } : undefined;
}

function holdsCities({ members }: PlaceGroup): boolean {
  return members.some((place) => place.level === 'prefecture');
}

/** True for what may stand between provinces and the cities in them: 的, 省内的; nothing that joins the two. */
function isBehind(between: string): boolean {
  let rest = between;
  for (;;) {
    const word = analysisWords().innerLinks.find((link) => rest.startsWith(link));
    if (word === undefined) return rest === '';
    rest = rest.slice(word.length);
  }
}
