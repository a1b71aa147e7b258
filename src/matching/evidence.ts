import type { Fact } from '../facts/types.js';
import { contrasts, membersIn } from '../lexicon/contrasts.js';
import { findQuantities } from '../text/quantities.js';
import type { Quantity } from '../text/types.js';
import {
  type ContrastAgreement,
  contrastAgreement,
  type NumberAgreement,
  numberAgreement,
  type PeriodAgreement,
  periodAgreement,
  type UnitAgreement,
  unitAgreement,
} from './agreement.js';
import type { FigureAsk } from './figure-ask.js';
import { isOfAnotherName } from './held-names.js';
import { type SiblingAgreement, siblingAgreement } from './siblings.js';
import { type Cover, coverOf, either, unasked } from './terms.js';
import type { Zones } from './zones.js';

/** What is known of a candidate figure before it is ranked: slots as kinds and words as shares. */
export interface Evidence {
  readonly fact: Fact;
  readonly period: PeriodAgreement;
  readonly unit: UnitAgreement;
  readonly subject: Cover;
  readonly segment: Cover;
  readonly clause: Cover;
  readonly sentence: Cover;
  readonly all: Cover;
  readonly unasked: { readonly share: number; readonly count: number };
  readonly zones: Zones;
  /** True where the question names a thing that the figure is not of: 全市接待游客 for 三坊七巷. */
  readonly ofAnotherName: boolean;
  /** One entry a group of contrasts. */
  readonly contrast: readonly ContrastAgreement[];
  readonly siblings: SiblingAgreement;
  readonly numbers: NumberAgreement;
  /** Years from the time asked for to the report's year; undefined where none is asked. */
  readonly reportAway: number | undefined;
  /** 0 for the newest report among the candidates, 1 for the one before … at most 5. */
  readonly age: number;
}

/** A candidate's slots, which cost nothing to tell. */
type Slots = Pick<Evidence, 'fact' | 'period' | 'unit' | 'reportAway' | 'age'>;

/** A candidate's words set against the question's. */
type Covers = Pick<Evidence, 'subject' | 'segment' | 'clause' | 'sentence' | 'all'>;

/**
 * A fact set against a question: its slots at once, its words with their first use. Every second candidate contradicts the question by
 * its slots alone, and its words are never looked at.
 * @param cut cuts the fact's zones out of its report.
 */
export function evidenceFor(
  ask: FigureAsk,
  fact: Fact,
  cut: () => Zones,
  { year, age }: { readonly year: number | null; readonly age: number },
): Evidence {
  const away = ask.period && ask.period.to > 0 && year !== null ? year - ask.period.to : undefined;
  return new LazyEvidence(
    ask,
    {
      fact,
      period: periodAgreement(fact, ask.period, ask.base),
      unit: unitAgreement(fact, ask.units),
      reportAway: away,
      age,
    },
    cut,
  );
}

/** The same candidate set against the words of another ask; its slots stay. */
export function evidenceUnder(ask: FigureAsk, evidence: Evidence): Evidence {
  return new LazyEvidence(ask, evidence, () => evidence.zones);
}

class LazyEvidence implements Evidence {
  readonly fact: Fact;
  readonly period: PeriodAgreement;
  readonly unit: UnitAgreement;
  readonly reportAway: number | undefined;
  readonly age: number;
  private cutZones: Zones | undefined;
  private madeCovers: Covers | undefined;
  private madeUnasked: Evidence['unasked'] | undefined;
  private madeContrast: readonly ContrastAgreement[] | undefined;
  private madeSiblings: SiblingAgreement | undefined;

  constructor(
    private readonly ask: FigureAsk,
    { fact, period, unit, reportAway, age }: Slots,
    private readonly cut: () => Zones,
  ) {
    this.fact = fact;
    this.period = period;
    this.unit = unit;
    this.reportAway = reportAway;
    this.age = age;
  }

  get zones(): Zones {
    this.cutZones ??= this.cut();
    return this.cutZones;
  }
  private get covers(): Covers {
    this.madeCovers ??= coversOf(this.ask, this.fact, this.zones);
    return this.madeCovers;
  }
  get subject(): Cover {
    return this.covers.subject;
  }
  get segment(): Cover {
    return this.covers.segment;
  }
  get clause(): Cover {
    return this.covers.clause;
  }
  get sentence(): Cover {
    return this.covers.sentence;
  }
  get all(): Cover {
    return this.covers.all;
  }
  get unasked(): Evidence['unasked'] {
    this.madeUnasked ??= unaskedOf(this.ask, this.fact);
    return this.madeUnasked;
  }
  get contrast(): readonly ContrastAgreement[] {
    const { contrasts: asked } = this.ask.terms;
    this.madeContrast ??= asked.some((bits) => bits !== 0)
      ? contrastAgreement(asked, membersOf(this.zones))
      : NO_CONTRAST;
    return this.madeContrast;
  }
  get siblings(): SiblingAgreement {
    this.madeSiblings ??= siblingAgreement(this.ask.terms, this.zones);
    return this.madeSiblings;
  }
  get ofAnotherName(): boolean {
    const { names = [] } = this.ask;
    return names.some((name) => isOfAnotherName(name, this.clause, this.zones, this.fact));
  }
  get numbers(): NumberAgreement {
    return numberAgreement(this.ask.terms.numbers, subjectNumbers(this.fact));
  }
}

function coversOf(ask: FigureAsk, fact: Fact, zones: Zones): Covers {
  const { terms } = ask;
  const subject = named(coverOf(terms, zones.subject), ask, fact);
  const segment = coverOf(terms, zones.segment);
  const near = either(subject, either(segment, coverOf(terms, zones.clause)));
  const sentence = either(near, coverOf(terms, zones.sentence));
  return { subject, segment, clause: near, sentence, all: either(sentence, coverOf(terms, zones.around)) };
}

/** A question that names no member of any group is parted from nothing. */
const NO_CONTRAST: readonly ContrastAgreement[] = contrasts().map(() => undefined);

/**
 * For each group of contrasts the members that a figure is of, as bits: those of its subject, else those of its segment, in which the others
 * of a row may be named too (城镇、农民收入分别为…).
 */
function membersOf({ subject, segment }: Zones): number[] {
  const own = membersIn(contrasts(), subject);
  const around = membersIn(contrasts(), segment);
  return own.map((bits, i) => (bits === 0 ? around[i]! : bits));
}

/** What of a subject the question does not hold. The name of an indicator that is asked for is asked for, however it is spelt. */
function unaskedOf({ terms, indicators }: FigureAsk, { subject, indicator }: Fact): Evidence['unasked'] {
  const own = indicators.find((i) => i.id === indicator);
  return unasked(terms, subject, own?.aliases);
}

const numbersBySubject = new WeakMap<Fact, readonly Quantity[]>();

/** The numbers in a fact's subject: 过10亿元企业. */
function subjectNumbers(fact: Fact): readonly Quantity[] {
  let known = numbersBySubject.get(fact);
  if (!known) {
    known = /[\d一二三四五六七八九十百千]/u.test(fact.subject) ? findQuantities(fact.subject) : [];
    numbersBySubject.set(fact, known);
  }
  return known;
}

/** A fact of the indicator asked for holds its name, however it is spelt. */
function named(cover: Cover, { terms, indicators, hints }: FigureAsk, fact: Fact): Cover {
  for (const { indicator, from, to } of hints) if (indicator === fact.indicator) cover.wide.fill(1, from, to);
  if (terms.names.length === 0 || !indicators.some((i) => i.id === fact.indicator)) return cover;
  for (const at of terms.names) {
    cover.exact[at] = 1;
    cover.wide[at] = 1;
  }
  return cover;
}
