import type { Fact } from '../../facts/types.js';
import type { Plan } from '../../frame/analysis.js';
import type { Indicator } from '../../lexicon/types.js';
import { fillsIn } from '../../matching/compare.js';
import type { AnswerContext } from '../context.js';

export type Side = 'target' | 'outcome';

/** Words before a name that only say that the whole place is meant. */
const WHOLE = /^(?:全省|全市|全区|全州|全县|全盟|全国|我省|我市|我区|全年|地区|预期|年度|全社会|设区的?市|设区城市)+/u;

/** The figures of one indicator for places and years, best first for each; read from the table over all reports. */
export interface Chosen {
  readonly value?: Fact;
  /** A figure in another unit or measure. */
  readonly other?: Fact;
  /** A target in words: 与全国同步. */
  readonly phrase?: Fact;
}

/** Of which places and years. */
interface Over {
  readonly places: readonly string[];
  readonly years: readonly number[];
}

/** Has the figures of several sides read together, where each by itself would be one more way to the store. */
export function wantFigures(
  { store }: AnswerContext,
  indicator: Indicator,
  { places, years }: Over,
  sides: readonly Side[],
): void {
  store.want({
    indicators: idsOf(indicator).flatMap((id) =>
      sides.map((facet) => ({ indicator: id, filter: { places, years, facet } })),
    ),
  });
}

/** The indicator, and those whose figures are its own too. */
function idsOf({ id, covers = [] }: Indicator): readonly string[] {
  return [id, ...covers];
}

/** Finds the figure for each place and year; the key is `placeId|year`. */
export function chooseFacts(
  context: AnswerContext,
  indicator: Indicator,
  asked: Over & {
    readonly side: Side;
    readonly form: Plan['form'];
    readonly name?: string;
  },
): Map<string, Chosen> {
  const { store, lexicon } = context;
  const best = new Map<string, { value?: Scored; exact: Scored[]; other?: Scored; phrase?: Scored }>();
  const names = namesOf(indicator, lexicon.indicators.list);
  const filter = { places: asked.places, years: asked.years, facet: asked.side };
  wantFigures(context, indicator, asked, [asked.side]);
  const facts = idsOf(indicator).flatMap((id) => store.indicatorFacts(id, filter));
  // 财政收入 is the total in some reports: figures under that very name are meant too.
  const others = lexicon.indicators.list.filter((i) => asked.name !== undefined && i.alsoAsked?.includes(asked.name));
  for (const { id } of others)
    for (const fact of store.indicatorFacts(id, filter)) if (fact.subject === asked.name) facts.push(fact);
  for (const fact of facts) {
    if (fact.period.from !== fact.period.to || fact.period.part) continue;
    const head = store.head(fact.report);
    if (!head || head.duplicateOf || head.year === null) continue;
    const named = asked.name === fact.subject && lexicon.indicators.isLoose(fact.subject) ? AS_NAMED : 0;
    const score = scoreOf(fact, asked.side, head.year, names, head.kind === 'news') + named;
    if (score < named || score < 0) continue;
    const key = `${fact.place}|${fact.period.to}`;
    const entry = best.get(key) ?? { exact: [] };
    const kind = kindOf(fact, indicator, asked.form);
    if (kind === 'value' && fact.quantity.bound === '=') entry.exact.push({ fact, score });
    if (kind && (!entry[kind] || score > entry[kind].score)) entry[kind] = { fact, score };
    best.set(key, entry);
  }
  return new Map(
    [...best].map(([key, e]) => [
      key,
      { value: exactly(e.value, e.exact), other: e.other?.fact, phrase: e.phrase?.fact },
    ]),
  );
}

/** Of 迈上2万亿元 and 2.27万亿元, told of one year, the exact figure. */
function exactly(value: Scored | undefined, exact: readonly Scored[]): Fact | undefined {
  if (value === undefined) return undefined;
  const told = exact.filter(({ fact }) => fillsIn(value.fact, fact)).sort((a, b) => b.score - a.score)[0];
  return (told ?? value).fact;
}

interface Scored {
  readonly fact: Fact;
  readonly score: number;
}

function namesOf(indicator: Indicator, list: readonly Indicator[]): ReadonlySet<string> {
  const all = [indicator, ...list.filter((i) => indicator.covers?.includes(i.id))];
  return new Set(all.flatMap((i) => [i.name, ...i.aliases]));
}

/** What a figure is to the question: its value, a figure of another kind, or a target in words. */
function kindOf(fact: Fact, indicator: Indicator, form: Plan['form']): 'value' | 'other' | 'phrase' | undefined {
  const { quantity, measure } = fact;
  if (quantity.kind === 'phrase') return 'phrase';
  if (quantity.kind !== 'number' || measure === 'average' || measure === 'multiple' || measure === 'rank')
    return undefined;
  const rate = quantity.unit === '%';
  const wanted = form ?? (indicator.units[0] === '%' ? 'rate' : 'amount');
  if (measure === 'difference') return 'other';
  if (indicator.measure === 'growth' && rate && measure === 'share') return undefined;
  // 城镇新增就业增长5% is no number of jobs, unless a rate is asked for; a rate of unemployment is no growth of it.
  const asRate = form === 'rate' && indicator.units[0] !== '%';
  if (indicator.measure !== 'growth' && measure === 'growth' && !asRate) return 'other';
  return (wanted === 'rate') === rate ? 'value' : 'other';
}

/** Where a figure comes from, and how surely it is the indicator's own. Below 0 it is none. */
function scoreOf(fact: Fact, side: Side, reportYear: number, names: ReadonlySet<string>, news: boolean): number {
  const year = fact.period.to;
  const subject = fact.subject.replace(WHOLE, '');
  const pure = names.has(fact.subject) || names.has(subject);
  if (!pure && fact.indicator === undefined) return -1;
  const away = side === 'target' ? Math.abs(reportYear - year) : Math.abs(reportYear - year - 1);
  if (away > FARTHEST) return -1;
  return (
    100 -
    away * 30 +
    (fact.headline ? 12 : 0) +
    (pure ? 12 : 0) -
    (fact.scope ? 25 : 0) -
    (fact.estimated ? 1 : 0) -
    (news ? 40 : 0)
  );
}

/** What a loose name that was typed counts for. */
const AS_NAMED = 60;

/** How many years a report may stand away from the one that says it first. */
const FARTHEST = 3;
