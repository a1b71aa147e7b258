import { type Change, changeOf } from '../analysis/derive.js';
import { rounded } from '../analysis/units.js';
import type { Fact } from '../facts/types.js';
import type { Frame } from '../frame/types.js';
import { scaled } from '../matching/compare.js';
import { sayChange } from './analysis/say.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { labelOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** What two figures are set side by side for. */
export type PairAsked = 'higher' | 'lower' | 'gap' | 'sum' | 'moved';

/** Two figures side by side: which is higher, by how much, which way it went, what they come to; with both quotes and the arithmetic. */
export function answerPair(context: AnswerContext, [first, second]: readonly [Fact, Fact], asked: PairAsked): Answer {
  const change = changeOf(first, second);
  const draft = newDraft();
  for (const fact of [first, second]) addFact(draft, context.store, context.lexicon, fact);
  const understood = readingOfPair(context.query, [first, second], context);
  if (!change || (asked === 'sum' && isRate(first)))
    return compose({
      kind: 'refusal',
      headline: `没有把握：这两个数口径不同，不能${asked === 'sum' ? '相加' : '相比'}：${whole(context, first)}；${whole(context, second)}`,
      understood,
      draft,
      extra: { refusal: 'not-sure' },
    });
  if (change.nominal && asked !== 'sum' && change.way !== 'same')
    draft.notes.push('有“以上”“左右”等界限，差额按写出的数算');
  return compose({
    kind: 'comparison',
    headline: sayPair(context, change, asked),
    understood,
    draft,
    likelihood: SURE,
  });
}

/** Both figures stood in answers before. */
const SURE = 0.9;

function sayPair(context: AnswerContext, change: Change, asked: PairAsked): string {
  const { from, to } = change;
  if (asked === 'sum') return `合计${sayTotal(from, to)}：${whole(context, from)}；${whole(context, to)}`;
  if (change.way === 'same')
    return `${from.quantity.bound === to.quantity.bound ? '一样' : '数字一样，写法不同'}：${whole(context, from)}；${whole(context, to)}`;
  if (asked === 'moved') return `${sayWay(change)}：${against(context, to, from, sayChange(change))}`;
  const back = changeOf(to, from)!;
  const up = change.way === 'up';
  // 哪个高 is answered by the higher one, 哪个低 by the lower one; by how much is said of the later.
  const toFirst = asked === 'gap' || (asked === 'higher') === up;
  const said = toFirst ? against(context, to, from, sayChange(change)) : against(context, from, to, sayChange(back));
  return asked === 'gap' ? `相差${rounded(Math.abs(change.by))}${change.unit}：${said}` : said;
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

/** The sum in the smaller of the two units, by the lower ends. */
function sayTotal(a: Fact, b: Fact): string {
  const [x, y] = [scaled(a), scaled(b)];
  const smaller = x.factor <= y.factor ? a : b;
  const factor = Math.min(x.factor, y.factor);
  const value = (f: Fact, s: typeof x): number => ((f.quantity.low ?? f.quantity.high ?? 0) * s.factor) / factor;
  return `${rounded(Number((value(a, x) + value(b, y)).toFixed(6)))}${smaller.quantity.unit}`;
}

function readingOfPair(query: Frame, facts: readonly [Fact, Fact], { lexicon }: AnswerContext): Answer['understood'] {
  const [first, second] = facts;
  const named = (list: readonly string[]) => [...new Set(list)].map((value) => ({ value, source: 'earlier' as const }));
  const subject = named([saySubject(first, lexicon), saySubject(second, lexicon)]);
  const read = readingOf(
    { ...query, operation: 'compare', facet: first.facet === second.facet ? query.facet : undefined },
    {
      years: named([sayPeriod(first), sayPeriod(second)]),
      indicator: { value: subject.map((s) => s.value).join('、'), source: 'earlier' },
    },
  );
  const places = named(facts.map((f) => lexicon.gazetteer.get(f.place)?.name ?? ''));
  const line = [
    places.map((p) => p.value).join('、'),
    read.years.map((y) => y.value).join('、'),
    read.indicator?.value ?? '',
    '前面两个数相比',
  ];
  return { ...read, places, line: line.filter(Boolean).join(' · ') };
}
