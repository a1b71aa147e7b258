import type { Fact } from '../facts/types.js';
import type { Place } from '../lexicon/types.js';
import { evidenceFor } from '../matching/evidence.js';
import type { Candidate } from '../matching/types.js';
import { unmetWords } from '../matching/unmet.js';
import { zonesOf } from '../matching/zones.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import {
  isSibling,
  leavesLevelOpen,
  NEAR,
  otherFacet,
  otherMeasure,
  sameFigure,
  secondTier,
  TIED,
  tiedWith,
} from './group.js';
import { readingOf } from './reading.js';
import type { Resolved } from './resolve.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { answerFacet, FACET_NAMES, sayFacet, sayFigure, sayPeriod, saySubject } from './wording.js';

/** What share of the best one's probability makes another figure as likely. */
const EVEN = 0.95;
/** How likely a further figure of one sentence must be to be said beside the best where one is asked for each of several. */
const EACH = 0.3;

/** The answer of one figure with what belongs beside it: other figures of its sentence, other readings, the other facet. */
export function sayFigureAnswer(
  context: AnswerContext,
  resolved: Resolved,
  group: readonly Candidate[],
  answers: readonly Candidate[],
): Answer {
  const { store, lexicon, query } = context;
  const best = group[0]!.fact;
  const draft = newDraft();
  addFact(draft, store, lexicon, best);
  const tier = group.slice(1).find((c) => !sameFigure(c.fact, best) && secondTier(context, best, c.fact))?.fact;
  if (tier) addFact(draft, store, lexicon, tier);
  const sibling = leavesLevelOpen(query, best)
    ? answers.find((c) => c.score >= group[0]!.score * NEAR && isSibling(best, c.fact))?.fact
    : undefined;
  if (sibling) addFact(draft, store, lexicon, sibling);
  const others = group.slice(1).filter((c) => c.fact !== tier && !sameFigure(c.fact, best));
  const companions = companionsOf(context, resolved, best, others);
  for (const fact of companions) addFact(draft, store, lexicon, fact);
  const different = others.filter((c) => !companions.includes(c.fact));
  const body: string[] = [];
  for (const { fact } of group
    .slice(1)
    .filter((c) => sameFigure(c.fact, best))
    .slice(0, 1))
    if (fact.report !== best.report) addFact(draft, store, lexicon, fact);
  const seen = new Set<string>();
  for (const { fact } of different) {
    const said = sayFigure(fact);
    if (seen.has(said)) continue;
    seen.add(said);
    addFact(draft, store, lexicon, fact);
    draft.notes.push(
      `另一处的说法不同：${saySubject(fact, lexicon)} ${said}（《${store.report(fact.report).title}》），两处都列出，不作取舍`,
    );
  }
  if (best.period.part && !query.periods[0]?.value.part) draft.notes.push(`这是${sayPeriod(best)}的数，不是全年数`);
  const level = otherMeasure(answers, best);
  const open = query.measure === undefined && query.units.length === 0;
  const amount = level && open && query.wantsNumber && isAmountBeside(level, best) ? level : undefined;
  if (level && open) {
    if (!amount) body.push(`同处还说：${saySubject(level, lexicon)}${sayFigure(level)}`);
    addFact(draft, store, lexicon, level);
  }
  const words = aimInWords(context, best);
  if (words) {
    body.push(`主要预期目标里说：${saySubject(words, lexicon)}${sayFigure(words)}`);
    addFact(draft, store, lexicon, words);
  }
  const tied = sibling ? undefined : tiedWith(answers, group);
  const even = sibling || companions.length > 0 ? undefined : evenWith(answers, group);
  if (even) addFact(draft, store, lexicon, even);
  if (tied && tied !== even && !companions.includes(tied)) {
    body.push(`相近的还有：${saySubject(tied, lexicon)} ${sayFigure(tied)}`);
    addFact(draft, store, lexicon, tied);
  }
  const other = otherFacet(answers, best);
  if (other && !query.facet) {
    body.push(`另有${FACET_NAMES[answerFacet(other)]}：${sayFigure(other)}`);
    addFact(draft, store, lexicon, other);
  }
  return compose({
    kind: 'figure',
    headline: [
      amount ? `${headlineOf(context, amount)}，${sayFigure(best)}` : headlineOf(context, best),
      ...companions.map((fact) => `、${besideSubject(context, best, fact)}${sayFigure(fact)}`),
      tier ? `，力争${sayFigure(tier)}` : '',
      sibling ? `；${saySubject(sibling, lexicon)}：${sayFigure(sibling)}` : '',
      even ? `；${saySubject(even, lexicon)}：${sayFigure(even)}` : '',
    ].join(''),
    body,
    understood: readingOfFact(context, resolved, best),
    draft,
    likelihood: group[0]!.likelihood,
    suggestions: suggestAfterFigure(context, best),
  });
}

/** True for the amount in the sentence of its growth: 旅游收入目标是多少 is told by both. */
function isAmountBeside(fact: Fact, best: Fact): boolean {
  return (
    fact.measure === 'level' &&
    best.measure === 'growth' &&
    fact.report === best.report &&
    fact.sentence.start === best.sentence.start
  );
}

/**
 * What the list of main targets says in words (进出口保持平稳增长) of the indicator that is asked for, where the figure told stands
 * further on among the tasks: both are the year's aims.
 */
function aimInWords({ store, query }: AnswerContext, best: Fact): Fact | undefined {
  const asked = query.indicators.length === 1 ? query.indicators[0]!.value.id : undefined;
  const open = query.measure === undefined && query.units.length === 0;
  if (asked === undefined || !open || best.facet !== 'target' || best.headline) return undefined;
  const alike = store
    .facts(best.report)
    .filter(
      (fact) =>
        fact.headline &&
        fact.indicator === asked &&
        fact.place === best.place &&
        fact.scope === best.scope &&
        fact.period.to === best.period.to,
    );
  return alike.every(({ quantity }) => quantity.kind === 'phrase') ? alike[0] : undefined;
}

/** A figure of the best one's sentence that is as likely: nothing tells which of the two is meant, so both are said. */
function evenWith(answers: readonly Candidate[], group: readonly Candidate[]): Fact | undefined {
  const { fact: best, likelihood } = group[0]!;
  const even = answers.find(
    ({ fact, likelihood: own }) =>
      own >= likelihood * EVEN &&
      !group.some((c) => c.fact === fact) &&
      fact.report === best.report &&
      fact.sentence.start === best.sentence.start &&
      fact.subject !== best.subject &&
      fact.facet === best.facet &&
      fact.quantity.unit === best.quantity.unit &&
      !sameFigure(fact, best),
  );
  return even?.fact;
}

/** The reading of a question that was answered by a fact. */
export function readingOfFact(context: AnswerContext, resolved: Resolved, best: Fact): Answer['understood'] {
  const { lexicon, query } = context;
  const places = query.places.length > 0 ? query.places : placeSlot(context, best.place);
  return readingOf(
    { ...query, places },
    {
      years: [{ value: timeOf(resolved, best), source: resolved.period?.source ?? 'corpus' }],
      indicator: { value: saySubject(best, lexicon), source: query.indicators[0]?.source ?? 'question' },
      facet: { value: best.facet, source: 'corpus' },
      unused: unusedBy(context, resolved, best),
    },
  );
}

/** The time of a fact; where 今年 or 去年 was read against a report, that report is named. */
function timeOf({ period }: Resolved, best: Fact): string {
  const anchored = period?.source === 'default' && period.value.kind === 'year' && period.value.to === best.period.to;
  return anchored ? period.value.label : sayPeriod(best);
}

/** The words of the question that the fact's sentence and what stands around it do not hold, synonyms included. */
function unusedBy({ store, query }: AnswerContext, { ask }: Resolved, best: Fact): string[] {
  const { all } = evidenceFor(ask, best, () => zonesOf(store, best), { year: null, age: 0 });
  return unmetWords(query.evidence, ask.terms, all.wide);
}

/**
 * Figures that are said with the best one: those of one clause that the report itself does not tell apart (两个档次分别提高到1100元和
 * 950元), and, where one is asked for each of several things, those of its sentence.
 */
function companionsOf(
  { query }: AnswerContext,
  { candidates }: Resolved,
  best: Fact,
  others: readonly Candidate[],
): Fact[] {
  if (query.form === 'each')
    return candidates
      .filter(
        (c) =>
          c.fact !== best &&
          c.likelihood >= EACH &&
          c.fact.report === best.report &&
          c.fact.sentence.start === best.sentence.start &&
          c.fact.quantity.unit === best.quantity.unit &&
          c.fact.measure === best.measure &&
          c.fact.facet === best.facet,
      )
      .map((c) => c.fact);
  const apart = others.some((c) => c.score >= TIED && isBesideUntold(c.fact, best));
  return apart
    ? others
        .filter((c) => c.fact.report === best.report && c.fact.clause.start === best.clause.start)
        .map((c) => c.fact)
    : [];
}

/** Two figures with 分别 in one clause for one subject: which is whose is not told. */
function isBesideUntold(a: Fact, b: Fact): boolean {
  return (
    a.report === b.report && a.clause.start === b.clause.start && a.subject === b.subject && a.measure === b.measure
  );
}

/** The subject of a further figure, where it is another than the best one's. */
function besideSubject({ lexicon }: AnswerContext, best: Fact, fact: Fact): string {
  return fact.subject === best.subject ? '' : saySubject(fact, lexicon);
}

function placeSlot(context: AnswerContext, id: string): { value: Place; source: 'corpus' }[] {
  const place = context.lexicon.gazetteer.get(id);
  return place ? [{ value: place, source: 'corpus' }] : [];
}

/** 常德市2022年地区生产总值目标：增长7%以上 */
export function headlineOf(context: AnswerContext, fact: Fact): string {
  const facet = answerFacet(fact);
  return `${labelOf(context, fact)}：${rankScope(context, fact)}${sayFigure(fact)}${facet === 'estimate' ? '（预计）' : ''}`;
}

/** 常德市2022年地区生产总值目标 */
export function labelOf({ lexicon }: AnswerContext, fact: Fact): string {
  const place = lexicon.gazetteer.get(fact.place)?.name ?? '';
  const facet = answerFacet(fact);
  const subject = saySubject(fact, lexicon);
  const said = facet === 'outcome' || facet === 'estimate' ? '' : sayFacet(fact);
  return `${place}${sayPeriod(fact)}${subject}${subject.endsWith(said) ? '' : said}`;
}

/** The field of a rank, as it stands before it: 全省 of 居全省第2. */
export function rankScope(context: AnswerContext, fact: Fact): string {
  if (fact.measure !== 'rank') return '';
  const before = context.store.report(fact.report).view.text.slice(Math.max(0, fact.span.start - 4), fact.span.start);
  return /(?:全国|全省|全市|全区|全县|全州|世界|全球|中部|西部)$/u.exec(before)?.[0] ?? '';
}
