import type { Fact } from '../facts/types.js';
import type { Asking, EvidenceRun, Frame } from '../frame/types.js';
import { coverOf, type Terms, wideShareOf } from '../matching/terms.js';
import { zonesOf } from '../matching/zones.js';
import type { Store } from '../retrieval/types.js';

type Stretch = Pick<Asking, 'from' | 'to'>;

/** The characters of an asking's own words that are no words of asking. */
export function ownWords(evidence: readonly EvidenceRun[], { from, to }: Stretch): string {
  return evidence
    .flatMap(({ text, roles, start }) =>
      [...text].filter((_, i) => start + i >= from && start + i < to && NAMES.has(roles[i]!)),
    )
    .join('');
}

/** The roles of words that name something. */
const NAMES: ReadonlySet<string> = new Set(['content', 'name']);

/** The share of an asking's own words that a figure's subject holds: as they are or by a word that stands for them, else by single characters. */
export function ownWordsMet(frame: Frame, asking: Stretch, terms: Terms, fact: Fact): number {
  return wordsMet(frame, asking, terms, `${fact.verb ?? ''}${fact.subject}`);
}

/** More characters than this name a thing, which a figure must then be of. */
export const NAMES_THING = 2;

/** True for a figure whose own words, or those right around it, hold some of what an asking names; for an asking that names nothing of its own too. */
export function isOfOwnWords(store: Store, frame: Frame, asking: Stretch, terms: Terms, fact: Fact): boolean {
  if (ownWords(frame.evidence, asking).length <= NAMES_THING) return true;
  const { subject, segment } = zonesOf(store, fact);
  return wordsMet(frame, asking, terms, `${subject} ${segment}`) > 0;
}

/** True for a figure whose own words hold any of the question's, be they of this asking or of the others. */
export function holdsAsked(store: Store, terms: Terms, fact: Fact): boolean {
  const { subject, segment } = zonesOf(store, fact);
  return wideShareOf(terms, `${subject} ${segment}`) > 0;
}

/** From this probability on the learned reader takes a character for content. */
const CONTENT = 0.5;
/** Characters of content from which an asking surely names a thing. */
const LEAST = 2;

/** The same, where the learned reader is sure of so much as two characters that they name a thing: then they must be met. */
export function namesOwn(store: Store, frame: Frame, asking: Stretch, terms: Terms, fact: Fact): boolean {
  const sure = frame.evidence.flatMap(({ roles, content, start }) =>
    content.filter(
      (p, i) => p >= CONTENT && roles[i] === 'content' && start + i >= asking.from && start + i < asking.to,
    ),
  );
  const { subject, segment, clause } = zonesOf(store, fact);
  return sure.length < LEAST || wordsMet(frame, asking, terms, `${subject} ${segment} ${clause}`) > 0;
}

/** True where a single character that an asking names begins a subject (贷 of 贷款余额), or is all that it names: 利 of 专利 is no 利税. */
function opens(subject: string, unit: string, words: string): boolean {
  return words.length === 1 ? subject.includes(unit) : subject.split(' ').some((word) => word.startsWith(unit));
}

function wordsMet({ evidence }: Frame, asking: Stretch, terms: Terms, subject: string): number {
  const words = ownWords(evidence, asking);
  if (words === '') return 0;
  const single = [...words].filter((unit) => opens(subject, unit, words)).length;
  const { wide } = coverOf(terms, subject);
  let at = 0;
  let met = 0;
  for (const { text, roles, start } of evidence)
    for (let i = 0; i < text.length; i++, at++) {
      const own = start + i >= asking.from && start + i < asking.to;
      if (own && NAMES.has(roles[i]!) && wide[at]) met++;
    }
  return Math.max(single, met) / words.length;
}
