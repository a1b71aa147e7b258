import type { Analysis, Plan } from '../../frame/analysis.js';
import type { Place } from '../../lexicon/types.js';
import { learnedTurn } from '../learned-turns.js';
import { readConditions } from './conditions.js';
import { freeTokens, type Line, lineOf, restOf, type TokenKind } from './line.js';
import { claimAll, claimMatch, compile, matchesOf } from './pattern.js';
import { type PlaceContext, placeOf, readPlaces } from './places.js';
import type { ReadContext } from './read.js';
import { tokensOf } from './tokens.js';
import { analysisWords } from './words.js';
import { countIn, readYears } from './years.js';

/** The most units of a turn that may be left over where it only changes the table before. */
const MOST_LEFT = 1;

/**
 * A turn that acts on the composition before (去掉X, 只看前两名, 最低的呢, 2023年的呢): the composition with that changed.
 * Undefined where the turn says more than it changes.
 */
export function continueAnalysis(text: string, before: Analysis, context: ReadContext): Analysis | undefined {
  if (before.kind !== 'figures' || text.length > LONGEST_TURN) return undefined;
  const places: PlaceContext = { gazetteer: context.lexicon.gazetteer, held: context.held };
  const line = lineOf(text, tokensOf(text, context.lexicon));
  const learned = learnedChange(text, line, places, before);
  if (learned) return Object.assign({}, before, learned, { unused: [] });
  const changes = [
    changedPlaces(line, places, before),
    changedOrder(line),
    changedConditions(line, places, before),
    changedAggregates(line),
    changedScope(line, places, before),
    changedYears(line, context, before),
    changedIndicator(line, context, before),
  ].filter((change) => change !== undefined);
  const words = analysisWords();
  claimAll(line, words.following.frame, true);
  claimAll(line, words.targetWords, true);
  claimAll(line, words.noise, true);
  if (changes.length === 0 || restOf(line, ['I', 'P', 'G', 'N', 'W', 'Y']).join('').length > MOST_LEFT)
    return undefined;
  return Object.assign({}, before, ...changes, { unused: [] });
}

/** Longer turns are questions of their own. */
const LONGEST_TURN = 24;

type Change = Partial<Plan>;

/**
 * What a turn asks of the table before, as the learned reader has it: the ends of its order (卡得最紧的是谁), what lies between them
 * (最高的跟最低的差几个点), their sum; of one place of a table of targets and outcomes, by how much it met or missed (武汉差了几个点).
 */
function learnedChange(text: string, line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const kind = learnedTurn(text, SURE_OF_ROWS);
  if (!kind || [...'NRYIW'].some((k) => freeTokens(line, k as TokenKind).length > 0)) return undefined;
  const named = freeTokens(line, 'P');
  const [only] = named;
  if (only && named.length === 1 && before.facet === 'both' && (kind === 'gap' || kind === 'reached')) {
    const place = placeOf(only, context, line);
    return { places: { label: place.name, members: [place], named: true }, ...PLAIN };
  }
  if (named.length > 0 || freeTokens(line, 'G').length > 0) return undefined;
  switch (kind) {
    case 'higher':
      return { ...PLAIN, orders: ['highest'] };
    case 'lower':
      return { ...PLAIN, orders: ['lowest'] };
    case 'gap':
      return before.facet === 'both' ? undefined : { ...PLAIN, conditions: before.conditions, aggregates: ['spread'] };
    case 'sum':
      return before.facet === 'both' ? undefined : { ...PLAIN, conditions: before.conditions, aggregates: ['sum'] };
    default:
      return undefined;
  }
}

/** Behind a table a turn of these kinds is rather of its rows than anything else. */
const SURE_OF_ROWS = 0.3;

/** A table of which nothing but its rows is asked. */
const PLAIN: Change = {
  orders: [],
  top: undefined,
  nth: undefined,
  conditions: [],
  counts: false,
  aggregates: [],
  over: [],
};

function changedPlaces(line: Line, context: PlaceContext, { places }: Plan): Change | undefined {
  const { following } = analysisWords();
  const out = placesIn(line, following.without, context);
  if (out.length > 0) return { places: { ...places, without: [...(places.without ?? []), ...out] } };
  const more = places.members || places.apart ? placesIn(line, following.withMore, context) : [];
  if (more.length === 0) return undefined;
  if (places.apart)
    return { places: { ...places, apart: undefined, label: `${places.label}、${more.map((p) => p.name).join('、')}` } };
  const members = [...(places.members ?? []), ...more];
  return { places: { ...places, members, label: `${places.label}、${more.map((p) => p.name).join('、')}` } };
}

function placesIn(line: Line, patterns: readonly string[], context: PlaceContext): Place[] {
  return claimAll(line, patterns)
    .flatMap((m) => m.tokens)
    .flatMap((t) =>
      t.kind === 'P' ? [placeOf(t, context, line)] : (t.value as { members: readonly Place[] }).members,
    );
}

function changedOrder(line: Line): Change | undefined {
  const { following, orders } = analysisWords();
  const top = matchesOf(line, [...orders.highest, ...orders.lowest]).find((m) =>
    /[前后]|倒数/u.test(line.text.slice(m.start, m.end)),
  );
  if (top) {
    claimMatch(line, top);
    const part = line.text.slice(top.start, top.end);
    const count = countIn(part, top.tokens);
    return {
      orders: [part.startsWith('前') || part.startsWith('头') ? 'highest' : 'lowest'],
      top: count,
      nth: undefined,
    };
  }
  // The end that is asked for is of all, though a condition picked some before.
  if (claimAll(line, following.lowest).length > 0)
    return { orders: ['lowest'], top: undefined, conditions: [], counts: false };
  if (claimAll(line, following.highest).length > 0)
    return { orders: ['highest'], top: undefined, conditions: [], counts: false };
  if (claimAll(line, following.flip).length > 0) return { orders: ['lowest'], top: undefined };
  return claimAll(line, following.unflip).length > 0 ? { orders: ['highest'], top: undefined } : undefined;
}

function changedConditions(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  const conditions = readConditions(line, context);
  return conditions.length > 0
    ? { conditions: [...before.conditions, ...conditions], orders: [], top: undefined }
    : undefined;
}

function changedAggregates(line: Line): Change | undefined {
  const { aggregates } = analysisWords();
  const found = (['spread', 'mode', 'sum', 'mean', 'median'] as const).filter(
    (kind) => claimAll(line, aggregates[kind]).length > 0,
  );
  return found.length > 0 ? { aggregates: found, orders: [] } : undefined;
}

/** 中部六省呢, 各市呢: the same of another set. One place alone is a question for its figure. */
function changedScope(line: Line, context: PlaceContext, before: Plan): Change | undefined {
  if (freeTokens(line, 'P').length === 1 && freeTokens(line, 'G').length === 0) return undefined;
  const places = readPlaces(line, context);
  return places ? { places, conditions: before.conditions } : undefined;
}

function changedYears(line: Line, context: ReadContext, before: Plan): Change | undefined {
  if (freeTokens(line, 'Y').length === 0) return undefined;
  const anchor = before.years.years.at(-1) ?? context.newest(before.places);
  const { years } = readYears(line, anchor);
  return years.years.length > 0 ? { years } : undefined;
}

function changedIndicator(line: Line, context: ReadContext, before: Plan): Change | undefined {
  const token = freeTokens(line, 'I')[0];
  const indicator = token && context.lexicon.indicators.get((token.value as { id: string }).id);
  if (!token || !indicator) return undefined;
  for (let i = 0; i < line.text.length; i++)
    if (line.tokens.indexOf(token) === line.text.charCodeAt(i) % 0x100) line.used[i] = 1;
  const tail = before.facet === 'target' ? '目标' : '';
  return { indicator, subject: context.parse(`${indicator.name}${tail}`), form: undefined, conditions: [] };
}

/**
 * A turn with its words for a year written out: 那年 is the year of the turn before, 第二年 the one after.
 * @param year the only year of the turn before; without one the turn stays as it is.
 */
export function writtenOut(text: string, year: number | undefined): string {
  if (year === undefined) return text;
  for (const { pattern, as } of analysisWords().turns) {
    const regex = compile(pattern);
    regex.lastIndex = 0;
    if (!regex.test(text)) continue;
    regex.lastIndex = 0;
    // What is told of the year after, in a talk of aims, is its aim.
    const next = /实际|完成/u.test(text) ? `${year + 1}年` : `${year + 1}年目标`;
    return text.replace(regex, as.replace('{same}', `${year}年`).replace('{next}', next));
  }
  return text;
}
