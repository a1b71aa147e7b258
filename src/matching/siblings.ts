import { membersIn } from '../lexicon/contrasts.js';
import { siblings } from '../lexicon/siblings.js';
import { mayHold, pairsIn } from '../text/pairs.js';
import type { AskedSibling, Terms } from './terms.js';
import type { Zones } from './zones.js';

/** In how many groups of siblings a figure stands so to the question. */
export interface SiblingAgreement {
  /** It is of a member that the question names. */
  readonly same: number;
  /** It is of another: 奶牛 where 肉牛 is asked for. */
  readonly clash: number;
  /** It is of another whose name holds the one asked for: 进出口 where 出口 is asked for. */
  readonly inside: number;
  /** It is of the one asked for and of others with it: 食品、烟草等产业. */
  readonly mixed: number;
  /** It names none, though the question does. */
  readonly missing: number;
  /** Neither it nor its sentence or headings name the member that the question names. */
  readonly gone: number;
  /** The same of a group whose members are named where they are meant. */
  readonly lost: number;
  /** It names one, though the question does not. */
  readonly unasked: number;
  /** True where it is of another member than the asking's own words name, in a group that is not weighed alone. */
  readonly excludes: boolean;
}

/** The members of the groups that the texts of a figure name, as bits; each text is read with its first use: most questions name no sibling. */
type HeldSiblings = Readonly<Record<'subject' | 'segment' | 'wide', () => readonly number[]>>;

const heldByZones = new WeakMap<Zones, HeldSiblings>();

function heldIn(zones: Zones): HeldSiblings {
  let held = heldByZones.get(zones);
  if (!held) {
    const membersOf = (text: () => string) => once(() => membersIn(siblings(), text()));
    held = {
      subject: membersOf(() => zones.subject),
      segment: membersOf(() => zones.segment),
      wide: membersOf(() => wideText(zones)),
    };
    heldByZones.set(zones, held);
  }
  return held;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function wideText({ sentence, around }: Zones): string {
  return `${sentence} ${around}`;
}

/** Sets the siblings that a question names against those that a figure is of: those of its subject, else those of its segment. */
export function siblingAgreement(terms: Terms, zones: Zones): SiblingAgreement {
  const groups = siblings();
  const near = `${zones.subject} ${zones.segment}`;
  const inZones = heldIn(zones);
  const subject = inZones.subject();
  const count = { same: 0, clash: 0, inside: 0, mixed: 0, missing: 0, gone: 0, lost: 0, unasked: 0 };
  let excludes = false;
  const asked = askedByGroup(terms);
  for (const [group, words] of asked) {
    const bits = words.reduce((all, { bit }) => all | bit, 0);
    const held = subject[group] || inZones.segment()[group]!;
    const own = words.some((word) => word.own);
    const isHeld = (text: string, members: number): boolean =>
      (bits & members) !== 0 || words.some((word) => isMet(terms, word, text, members));
    const isNear = isHeld(near, held);
    const gone = !isNear && !isHeld(wideText(zones), inZones.wide()[group]!);
    if (gone) count.gone++;
    if (gone && groups[group]!.named) count.lost++;
    if (held === 0) count.missing++;
    else if (isNear) {
      count.same++;
      if ((held & ~bits) !== 0) count.mixed++;
    } else {
      const inside = words.some(({ start, end }) => near.includes(terms.text.slice(start, end)));
      count[inside ? 'inside' : 'clash']++;
      if (own && !groups[group]!.weighed) excludes = true;
    }
  }
  for (let group = 0; group < subject.length; group++) if (subject[group] !== 0 && !asked.has(group)) count.unasked++;
  return { ...count, excludes };
}

const askedBySiblings = new WeakMap<readonly AskedSibling[], ReadonlyMap<number, readonly AskedSibling[]>>();

/** The siblings of a question by their groups, once for all candidates. */
function askedByGroup({ siblings }: Terms): ReadonlyMap<number, readonly AskedSibling[]> {
  const known = askedBySiblings.get(siblings);
  if (known) return known;
  const byGroup = new Map<number, AskedSibling[]>();
  for (const word of siblings) byGroup.set(word.group, [...(byGroup.get(word.group) ?? []), word]);
  askedBySiblings.set(siblings, byGroup);
  return byGroup;
}

/**
 * True where a text holds a word that may stand for a sibling (农村 for 乡下) and names none of the group itself, or the one that the
 * figure is of: 出口 in 进出口 does not stand for 外贸出口.
 */
function isMet(terms: Terms, asked: AskedSibling, text: string, held: number): boolean {
  const words = standingFor(terms, asked);
  if (words.length === 0) return false;
  const pairs = pairsIn(text);
  return words.some(
    ({ word, bits }) => (bits === 0 || (bits & held) !== 0) && mayHold(pairs, word) && text.includes(word),
  );
}

/** A word that may stand for a sibling, and the members of its group that it names itself. */
interface Standing {
  readonly word: string;
  readonly bits: number;
}

const standingBySibling = new WeakMap<AskedSibling, readonly Standing[]>();

/** The words that may stand for a sibling of the question, found once for all candidates. */
function standingFor({ synonyms }: Terms, asked: AskedSibling): readonly Standing[] {
  let standing = standingBySibling.get(asked);
  if (!standing) {
    const { group, start, end } = asked;
    const words = new Set(synonyms.flatMap((s) => (s.from <= start && s.to >= end ? s.alternatives : [])));
    standing = [...words].map((word) => ({ word, bits: membersIn(siblings(), word)[group]! }));
    standingBySibling.set(asked, standing);
  }
  return standing;
}
