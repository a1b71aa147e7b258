import type { Fact } from '../facts/types.js';
import type { Candidate } from '../matching/types.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import type { Resolved } from './resolve.js';
import { labelOf, rankScope, readingOfFact } from './say-figure.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { sayPeriod, saySubject, writtenFigure } from './wording.js';

/** The most characters between the two figures of a change: 由49.3%提高到58%. */
const BETWEEN = 24;

/** Says both ends of a change (从多少涨到多少); undefined where the best answer is no end of one. */
export function sayChange(
  context: AnswerContext,
  resolved: Resolved,
  answers: readonly Candidate[],
): Answer | undefined {
  const { store, lexicon } = context;
  for (const { fact, likelihood } of answers) {
    const partner = partnerOf(context, fact);
    if (!partner) continue;
    const [from, to] = partner.span.start < fact.span.start ? [partner, fact] : [fact, partner];
    const draft = newDraft();
    addFact(draft, store, lexicon, from);
    addFact(draft, store, lexicon, to);
    return compose({
      kind: 'figure',
      headline: `${labelOf(context, to)}：${sayEnds(context, from, to)}`,
      understood: readingOfFact(context, resolved, to),
      draft,
      likelihood,
      suggestions: suggestAfterFigure(context, to),
    });
  }
  return undefined;
}

/** 由1.2米（2018年）到1.3米 */
function sayEnds(context: AnswerContext, from: Fact, to: Fact): string {
  const since = from.period.to !== to.period.to ? `（${from.period.to}年）` : '';
  const [start, end] = [from, to].map((fact) => `${rankScope(context, fact)}${writtenFigure(fact)}`);
  // 压缩到1822项 says itself where it leads.
  return `由${start}${since}${/^\p{Script=Han}*[到至]/u.test(end!) ? '' : '到'}${end}`;
}

/** What a figure that was told had been before (原来呢), where its sentence tells both ends of the change; undefined where it does not. */
export function answerBase(context: AnswerContext, told: Fact): Answer | undefined {
  const partner = partnerOf(context, told);
  if (!partner) return undefined;
  const [from, to] = partner.span.start < told.span.start ? [partner, told] : [told, partner];
  const { store, lexicon } = context;
  const draft = newDraft();
  addFact(draft, store, lexicon, from);
  addFact(draft, store, lexicon, to);
  const place = lexicon.gazetteer.get(from.place)?.name ?? '';
  const since = from.period.to !== to.period.to ? `（${from.period.to}年）` : '';
  return compose({
    kind: 'figure',
    headline: `${place}${saySubject(from, lexicon)}原来是${rankScope(context, from)}${writtenFigure(from)}${since}`,
    body: [`同一句：${sayEnds(context, from, to)}`],
    understood: readingOf(
      { ...context.query, facet: undefined },
      {
        years: [{ value: sayPeriod(from), source: 'earlier' }],
        indicator: { value: saySubject(from, lexicon), source: 'corpus' },
        facet: { value: from.facet, source: 'corpus' },
      },
    ),
    draft,
    suggestions: suggestAfterFigure(context, to),
  });
}

/** The other end of a change: the figure of the same thing in the same unit right beside. */
export function partnerOf({ store }: AnswerContext, fact: Fact): Fact | undefined {
  const { text } = store.report(fact.report).view;
  const beside = store.facts(fact.report).filter((other) => {
    if (other.id === fact.id || other.sentence.start !== fact.sentence.start) return false;
    const [first, second] = other.span.start < fact.span.start ? [other, fact] : [fact, other];
    const between = text.slice(first.span.end, (second.quantity.core ?? second.span).start);
    return (
      between.length <= BETWEEN &&
      !/[。；]/u.test(between) &&
      sameThing(other, fact) &&
      /[到至为成]|调整|变/u.test(between)
    );
  });
  return beside.sort((a, b) => Math.abs(a.span.start - fact.span.start) - Math.abs(b.span.start - fact.span.start))[0];
}

function sameThing(a: Fact, b: Fact): boolean {
  if (a.subject !== b.subject && (a.indicator === undefined || a.indicator !== b.indicator)) return false;
  const unit = (f: Fact): string => f.quantity.unit.replace(/^(?:万亿|亿|万)/u, '');
  return unit(a) === unit(b) || a.quantity.unit === '' || b.quantity.unit === '' || a.measure === b.measure;
}
