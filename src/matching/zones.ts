import type { Fact } from '../facts/types.js';
import type { Store } from '../retrieval/types.js';

/** The texts of a fact in which a question's words are looked for, from the nearest to the farthest. */
export interface Zones {
  /** What narrows it, its verb and its subject: 全市 新增 城镇就业. */
  readonly subject: string;
  /** From the figure before it in the clause to the end of what it counts: 建成 智能工厂32个. */
  readonly segment: string;
  readonly clause: string;
  readonly sentence: string;
  /** Headings, and the words right before the sentence. */
  readonly around: string;
}

/** How much before a sentence is looked at. */
const BEFORE = 80;
/** How much behind a figure belongs to it: 32个智能工厂. */
const BEHIND = 14;
const STOPS = '，。；：、！？\n';

const zonesByFact = new WeakMap<Fact, Zones>();

/** The zones of a fact, cut once. */
export function zonesOf(store: Store, fact: Fact): Zones {
  const known = zonesByFact.get(fact);
  if (known) return known;
  const { view, sections } = store.report(fact.report);
  const { text } = view;
  const { clause, sentence, span } = fact;
  const zones: Zones = {
    subject: `${fact.scope ?? ''} ${fact.verb ?? ''} ${fact.subject}`,
    segment: text.slice(startOfSegment(text, fact), endOfSegment(text, span.end, sentence.end)),
    clause: text.slice(clause.start, clause.end),
    sentence: text.slice(sentence.start, sentence.end),
    around: `${sections[fact.section]?.path.join(' ') ?? ''} ${text.slice(Math.max(0, sentence.start - BEFORE), sentence.start)}`,
  };
  zonesByFact.set(fact, zones);
  return zones;
}

/** Behind the last digit before the figure in its clause; the clause's start where there is none. */
function startOfSegment(text: string, { clause, sentence, span }: Fact): number {
  const least = Math.max(clause.start, sentence.start);
  for (let i = span.start - 1; i >= least; i--) if (isOfFigure(text.charCodeAt(i))) return i + 1;
  return least;
}

/** True for a digit and for %. */
function isOfFigure(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 37;
}

function endOfSegment(text: string, from: number, most: number): number {
  const end = Math.min(most, from + BEHIND);
  for (let i = from; i < end; i++) if (STOPS.includes(text[i]!)) return i;
  return end;
}
