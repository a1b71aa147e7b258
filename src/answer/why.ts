import type { Fact } from '../facts/types.js';
import type { AskedPeriod, Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { signs } from '../lexicon/signs.js';
import { lineEnd } from '../matching/parts.js';
import { withPoints } from '../matching/telling.js';
import { askingWords } from '../question/asking-words.js';
import { causeWords } from '../question/turn-asks.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { chooseFacts, type Side } from './analysis/choose.js';
import { cite } from './cite.js';
import { addCitation, addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { headlineOf } from './headline.js';
import { readingOf } from './reading.js';
import { labelOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayFigure, saySubject } from './wording.js';

/** A sentence that tells why a figure is what it is. */
interface Cause {
  readonly span: Span;
  readonly section: number;
  /** True where it names the figure or its thing; else it stands beside the figure. */
  readonly named: boolean;
  readonly worth: number;
  /** The part of it that says so, where that is not the one from its word of cause on. */
  readonly clause?: Span;
}

/** How many sentences behind the figure's own, and before it in its paragraph, a cause may stand; and one that speaks of the aims themselves. */
const BEHIND = 2;
const BEHIND_AIMS = 8;
const BEFORE = 12;
/** What a sentence is worth that says of the thing that it fell, with what it blames. */
const FELL = 80;
/** What a cause in the figure's own sentence, and one behind it, is worth beside one before it. */
const OWN = 10;
const NEXT = 5;

/**
 * Why a figure is what it is, in the words of its report: the sentence that names the figure again with a cause (设定在6.1%，主要考虑…),
 * else the nearest one in its paragraph that tells a cause. Undefined where none does.
 * @param ofMiss true where it is asked why it fell or fell short: then what the report says of that, wherever it stands.
 */
export function answerWhyOf(
  context: AnswerContext,
  fact: Fact,
  ofMiss = false,
): { answer: Answer; named: boolean } | undefined {
  const { store } = context;
  const cause = causeOf(context, fact, ofMiss);
  if (!cause) return undefined;
  const report = store.report(fact.report);
  const draft = newDraft();
  addCitation(draft, { ...cite(store, report, withRest(report.view.text, cause.span), cause.section), whole: true });
  const answer = compose({
    kind: 'passages',
    headline: headlineOf({
      report,
      span: cause.span,
      clause: cause.clause ?? clauseWithCause(report.view.text, cause.span),
    }),
    body: [`说的是：${labelOf(context, fact)}${sayFigure(fact)}`],
    understood: whyReading(context, fact),
    draft,
  });
  return { answer, named: cause.named };
}

/** Why a figure is what it is, where a question names it: only by a sentence that speaks of that figure or of the aims. */
export function answerWhyAsked(context: AnswerContext): Answer | undefined {
  const { query } = context;
  const [place, indicator, period] = [query.places[0]?.value, query.indicators[0]?.value, query.periods[0]?.value];
  const year = period?.kind === 'year' ? period.to : query.reportYear;
  if (!place || !indicator || query.indicators.length > 1) return undefined;
  if (year === undefined) return period && whyOfPlan(context, place.id, indicator.id, period);
  const sides: readonly Side[] = query.facet?.value === 'outcome' ? ['outcome'] : ['target', 'outcome'];
  for (const side of sides) {
    const chosen = chooseFacts(context, indicator, { places: [place.id], years: [year], side, form: undefined });
    const fact = chosen.get(`${place.id}|${year}`)?.value;
    const found = fact && answerWhyOf(context, fact);
    if (found?.named) return found.answer;
  }
  return undefined;
}

/** Why the aim of a plan is what it is: “十三五”GDP增速为什么定在7.5%. */
function whyOfPlan(
  context: AnswerContext,
  place: string,
  indicator: string,
  { from, to }: AskedPeriod,
): Answer | undefined {
  const { store } = context;
  if (to <= from) return undefined;
  const aims = store.heads
    .filter((head) => head.place?.id === place && head.duplicateOf === undefined)
    .flatMap(({ id }) => store.facts(id))
    .filter(
      (f) => f.indicator === indicator && f.facet === 'plan-target' && f.period.from === from && f.period.to === to,
    );
  for (const aim of aims) {
    const found = answerWhyOf(context, aim);
    if (found?.named) return found.answer;
  }
  return undefined;
}

/** Says that the report tells no cause: of a figure, or of what was asked. */
export function refuseWhy(context: AnswerContext, fact?: Fact): Answer {
  const draft = newDraft();
  if (fact) addFact(draft, context.store, context.lexicon, fact);
  const what = fact ? `${labelOf(context, fact)}${sayFigure(fact)}的` : '正好说明';
  return compose({
    kind: 'refusal',
    headline: `没有把握：报告里没有找到${what}原因${fact ? '' : '的话'}`,
    understood: fact ? whyReading(context, fact) : readingOf(context.query),
    draft,
    extra: { refusal: 'not-sure' },
  });
}

function causeOf({ store, lexicon }: AnswerContext, fact: Fact, ofMiss: boolean): Cause | undefined {
  const { view, sections } = store.report(fact.report);
  const { text } = view;
  const { own: ofOwn, sure, likely, aims, sets } = causeWords();
  const names = namesOf(fact, saySubject(fact, lexicon), lexicon);
  const said = fact.quantity.text.replace(/[左右以上内]+$/u, '');
  const aimed = fact.facet === 'target' || fact.facet === 'plan-target';
  // What stands before a target is what it is set amid, and no reason for it.
  const before = aimed ? 0 : BEFORE;
  // 怎么没够着 asks for what a report says of its fall, wherever that stands.
  const missed = !aimed && ofMiss;
  const found: Cause[] = [];
  for (const [section, { start, end }] of sections.entries()) {
    const sentences = splitSentences(text, { start, end });
    const own = sentences.findIndex((s) => s.start <= fact.span.start && fact.span.start < s.end);
    for (const [i, span] of sentences.entries()) {
      const words = text.slice(span.start, span.end);
      const surely = i === own ? [...sure, ...ofOwn] : sure;
      const told = surely.some((w) => words.includes(w)) ? 2 : likely.some((w) => words.includes(w)) ? 1 : 0;
      const ofAim = !aimed && holds(words, sets);
      const fell = missed ? partThatFell(text, span, names) : undefined;
      if (fell && (told > 0 || holds(words, signs().problem)))
        found.push({ span, section, named: true, worth: FELL + told, clause: fell });
      // What an aim was set by explains no fall.
      if (told === 0 || (missed && ofAim)) continue;
      const behind = own >= 0 ? i - own : 0;
      // Right behind the aims their figure alone says which is meant: 10%的增速，是….
      const again =
        words.includes(said) &&
        (names.some((name) => words.includes(name)) || (aimed && behind > 0 && behind <= BEHIND_AIMS));
      // The figure of an aim that is as high is another one's.
      if (again && told === 2 && i !== own && !ofAim) found.push({ span, section, named: true, worth: 100 });
      if (aimed && told === 2 && behind > 0 && behind <= BEHIND_AIMS && aims.some((w) => words.includes(w)))
        found.push({ span, section, named: true, worth: 90 - behind });
      const near = own >= 0 && i - own <= BEHIND && own - i <= before && sameLine(text, span, fact.span);
      if (near)
        found.push({
          span,
          section,
          named: false,
          worth: told * 20 - Math.abs(i - own) + (i === own ? OWN : i > own ? NEXT : 0),
        });
    }
  }
  return found.sort((a, b) => b.worth - a.worth)[0];
}

function holds(words: string, list: readonly string[]): boolean {
  return list.some((word) => words.includes(word));
}

/** The part of a sentence, up to a semicolon, that says of a thing that it fell or fell short; undefined where none does. */
function partThatFell(text: string, { start, end }: Span, names: readonly string[]): Span | undefined {
  const { falls } = causeWords();
  let from = start;
  for (const part of text.slice(start, end).split(/(?<=；)/u)) {
    if (holds(part, falls) && holds(part, names)) return { start: from, end: from + part.length };
    from += part.length;
  }
  return undefined;
}

/** The names by which a sentence may take a figure up again: its own, and those of its indicator. */
function namesOf({ subject, indicator }: Fact, said: string, { indicators }: Lexicon): readonly string[] {
  const aliases = (indicator && indicators.get(indicator)?.aliases) || [];
  const short = Object.entries(askingWords().bareNames).flatMap(([name, meant]) =>
    meant === said || aliases.includes(meant) ? [name] : [],
  );
  return [...new Set([subject, said, ...aliases, ...short])].filter((name) => name.length > 1);
}

/** How long a quote that gives a cause may be, in UTF-16 units. */
const MOST_QUOTED = 320;

/** A sentence that gives a cause with its points, or with what its paragraph says behind it where that is short: 一方面…；另一方面…. */
function withRest(text: string, span: Span): Span {
  const points = withPoints(text, span);
  const end = lineEnd(text, span.end);
  return points.end > span.end || end - span.start > MOST_QUOTED ? points : { start: span.start, end };
}

function sameLine(text: string, a: Span, b: Span): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return !text.slice(first.end, second.start).includes('\n');
}

/** The part of a sentence from its first word of cause on. */
function clauseWithCause(text: string, span: Span): Span {
  const { own, sure, likely } = causeWords();
  const words = text.slice(span.start, span.end);
  const at = [...own, ...sure, ...likely].map((w) => words.indexOf(w)).filter((i) => i >= 0);
  const from = words.lastIndexOf('，', Math.min(...at)) + 1;
  return { start: span.start + from, end: span.end };
}

function whyReading({ query, lexicon }: AnswerContext, fact: Fact): Answer['understood'] {
  const subject = saySubject(fact, lexicon);
  const places = [{ value: lexicon.gazetteer.get(fact.place)?.name ?? '', source: 'earlier' as const }];
  const value = `${subject}的原因`;
  return {
    places,
    years: [],
    indicator: { value, source: 'earlier' },
    facet: null,
    operation: { value: '段落', source: 'question' },
    line: [places[0]!.value, query.periods[0]?.value.label ?? '', value].filter(Boolean).join(' · '),
  };
}

/** The figure of which a turn asks why: that of the indicator that it names in the same report, else the last one told. */
export function figureMeant({ store, query }: AnswerContext, last: Fact): Fact | undefined {
  const named = query.indicators[0]?.value.id;
  if (named === undefined || named === last.indicator) return last;
  return store.facts(last.report).find((f) => isOf(f, named, query) && f.facet === last.facet);
}

function isOf(fact: Fact, indicator: string, { text }: Frame): boolean {
  const stated = /\d+(?:\.\d+)?/u.exec(text)?.[0];
  return fact.indicator === indicator && (stated === undefined || fact.quantity.text.includes(stated));
}
