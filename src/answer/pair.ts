import { type Change, changeOf } from '../analysis/derive.js';
import { rounded } from '../analysis/units.js';
import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { orderKey, scaled } from '../matching/compare.js';
import { SIZES, sayChange } from './analysis/say.js';
import { addFact, compose, type Draft, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { labelOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayFacet, sayFigure, sayPeriod, saySubject } from './wording.js';

/** What two figures are set side by side for. */
export type PairAsked = 'higher' | 'lower' | 'gap' | 'moved';

/** Two figures side by side: which is higher, by how much, which way it went; with both quotes and the arithmetic. */
export function answerPair(context: AnswerContext, facts: readonly [Fact, Fact], asked: PairAsked): Answer {
  const change = changeOf(...facts);
  if (!change) return refuseTogether(context, facts, '相比');
  const draft = draftOf(context, facts);
  if (change.nominal && change.way !== 'same') draft.notes.push('有“以上”“左右”等界限，差额按写出的数算');
  const understood = readingOfFigures(context.query, facts, context);
  return compose({
    kind: 'comparison',
    headline: sayPair(context, change, asked),
    understood,
    draft,
    likelihood: SURE,
  });
}

/** What figures of one kind come to together, each with its quote. Rates have no sum. */
export function answerSum(context: AnswerContext, facts: readonly Fact[]): Answer {
  const [first, ...more] = facts;
  if (!first || facts.some(isRate) || more.some((f) => !changeOf(first, f)))
    return refuseTogether(context, facts, '相加');
  const draft = draftOf(context, facts);
  if (facts.some((f) => f.quantity.bound !== '=')) draft.notes.push('有“以上”“左右”等界限，合计按写出的数算');
  return compose({
    kind: 'comparison',
    headline: `合计${sayTotal(facts)}：${facts.map((f) => whole(context, f)).join('；')}`,
    understood: readingOfFigures(context.query, facts, context),
    draft,
    likelihood: SURE,
  });
}

function draftOf({ store, lexicon }: AnswerContext, facts: readonly Fact[]): Draft {
  const draft = newDraft();
  for (const fact of facts) addFact(draft, store, lexicon, fact);
  return draft;
}

/** Says that figures of different kinds cannot be set against one another. */
function refuseTogether(context: AnswerContext, facts: readonly Fact[], what: string): Answer {
  return compose({
    kind: 'refusal',
    headline: `没有把握：这几个数口径不同，不能${what}：${facts.map((f) => whole(context, f)).join('；')}`,
    understood: readingOfFigures(context.query, facts, context),
    draft: draftOf(context, facts),
    extra: { refusal: 'not-sure' },
  });
}

/** The figures of one kind of several places in order, the one asked for first; those that write the same number share their place. */
export function answerAmong(context: AnswerContext, facts: readonly Fact[], asked: 'highest' | 'lowest'): Answer {
  const sign = asked === 'highest' ? -1 : 1;
  const sorted = [...facts].sort((a, b) => sign * (orderKey(a) - orderKey(b)));
  const draft = draftOf(context, sorted);
  const best = sorted[0]!;
  const first = sorted.filter((f) => orderKey(f) === orderKey(best));
  const place = (f: Fact): string => context.lexicon.gazetteer.get(f.place)?.name ?? '';
  // Of one place the years are set in order.
  const ofOne = sorted.every((f) => f.place === best.place);
  const [label, head] = ofOne ? [sayPeriod, place(best)] : [place, sayPeriod(best)];
  const said = (list: readonly Fact[]) => list.map((f) => `${label(f)}${sayFigure(f)}`).join('、');
  const rest = sorted.slice(first.length);
  const what = `${head}${saySubject(best, context.lexicon)}${best.facet === 'outcome' ? '' : sayFacet(best)}`;
  const word = asked === 'highest' ? '最高' : '最低';
  const tie = first.length > 1 ? '（并列）' : '';
  return compose({
    kind: 'comparison',
    headline: `${what}：${word}的是${said(first)}${tie}${rest.length > 0 ? `；其次${said(rest)}` : ''}`,
    understood: readingOfFigures(context.query, sorted, context),
    draft,
    likelihood: SURE,
  });
}

/** Both figures stood in answers before. */
const SURE = 0.9;

function sayPair(context: AnswerContext, change: Change, asked: PairAsked): string {
  const { from, to } = change;
  if (change.way === 'same')
    return `${from.quantity.bound === to.quantity.bound ? '一样' : '数字一样，写法不同'}：${whole(context, from)}；${whole(context, to)}`;
  if (asked === 'moved') return `${sayWay(change)}：${against(context, to, from, sayChange(change))}`;
  const back = changeOf(to, from)!;
  const up = change.way === 'up';
  // 哪个高 is answered by the higher one, 哪个低 by the lower one; by how much is said of the later.
  const toFirst = asked === 'gap' || (asked === 'higher') === up;
  const said = toFirst ? against(context, to, from, sayChange(change)) : against(context, from, to, sayChange(back));
  return asked === 'gap' ? `相差${SIZES[change.size]}${rounded(Math.abs(change.by))}${change.unit}：${said}` : said;
}

/** 少了, 高了. */
function sayWay({ way, unit, to }: Change): string {
  const rate = /%|百分点/u.test(unit);
  const grown = to.measure === 'growth' && to.facet === 'outcome';
  if (way === 'up') return grown ? '快了' : rate ? '高了' : '多了';
  return grown ? '慢了' : rate ? '低了' : '少了';
}

/** A，比B高2个百分点; of B only what differs is named. */
function against(context: AnswerContext, a: Fact, b: Fact, by: string): string {
  return `${whole(context, a)}，比${differing(context, b, a)}${sayFigure(b)}${by}`;
}

function whole(context: AnswerContext, fact: Fact): string {
  const estimate = fact.facet === 'outcome' && fact.estimated ? '（预计）' : '';
  return `${labelOf(context, fact)}${sayFigure(fact)}${estimate}`;
}

/** What of a figure's name tells it apart from another's. */
function differing({ lexicon }: AnswerContext, fact: Fact, other: Fact): string {
  const place = fact.place === other.place ? '' : (lexicon.gazetteer.get(fact.place)?.name ?? '');
  const time = sayPeriod(fact) === sayPeriod(other) ? '' : sayPeriod(fact);
  const [own, theirs] = [saySubject(fact, lexicon), saySubject(other, lexicon)];
  const facet =
    fact.facet === other.facet ? '' : fact.facet === 'target' || fact.facet === 'plan-target' ? '目标' : '实际';
  return `${place}${time}${own === theirs ? '' : own}${facet}`;
}

function isRate({ quantity }: Fact): boolean {
  return quantity.kind !== 'number' || /[%‰]|百分点/u.test(quantity.unit);
}

/** The sum in the smallest of the units, by the lower ends. */
function sayTotal(facts: readonly Fact[]): string {
  const smallest = facts.reduce((a, b) => (scaled(b).factor < scaled(a).factor ? b : a));
  const { factor } = scaled(smallest);
  const value = (f: Fact): number => ((f.quantity.low ?? f.quantity.high ?? 0) * scaled(f).factor) / factor;
  return `${rounded(facts.reduce((sum, f) => sum + value(f), 0))}${smallest.quantity.unit}`;
}

function readingOfFigures(query: Frame, facts: readonly Fact[], { lexicon }: AnswerContext): Answer['understood'] {
  const same = facts.every((f) => f.facet === facts[0]!.facet);
  const named = (list: readonly string[]) => [...new Set(list)].map((value) => ({ value, source: 'earlier' as const }));
  const subject = named(facts.map((f) => saySubject(f, lexicon)));
  const read = readingOf(
    { ...query, operation: 'compare', facet: same ? query.facet : undefined },
    {
      years: named(facts.map(sayPeriod)),
      indicator: { value: subject.map((s) => s.value).join('、'), source: 'earlier' },
    },
  );
  const places = named(facts.map((f) => lexicon.gazetteer.get(f.place)?.name ?? ''));
  const line = [
    places.map((p) => p.value).join('、'),
    read.years.map((y) => y.value).join('、'),
    read.indicator?.value ?? '',
    `前面${facts.length === 2 ? '两' : facts.length}个数相比`,
  ];
  return { ...read, places, line: line.filter(Boolean).join(' · ') };
}
