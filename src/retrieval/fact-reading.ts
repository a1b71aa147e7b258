import type { Fact } from '../facts/types.js';
import { columnAt, factOf } from '../store/rows.js';
import type {
  Claim,
  ClaimQuery,
  CorpusStore,
  FactFilter,
  FactOutline,
  FactSteps,
  MaybePromise,
} from '../store/types.js';
import { after, readThrough } from './at-hand.js';
import type { Document } from './document.js';
import { lru } from './lru.js';
import type { FactPlace } from './types.js';

/** Facts kept decoded, each about 0.6 KB with what is made of one; twice as many were 10 MB more and saved no time. */
const FACTS_KEPT = 6_000;
/** Outlines of facts kept: a question is read in several ways, which look at the same reports. */
const OUTLINES_KEPT = 12_000;
/** So many reports of a filter are named to the store; of more, all facts are asked for. */
const REPORTS_NAMED = 64;

/** Facts of documents, whole or filtered, each decoded once for as long as it is kept. */
export interface FactReading<K> {
  get(key: K, filter: FactFilter): readonly Fact[];
  fetch(wanted: readonly (readonly [K, FactFilter])[]): Promise<unknown> | undefined;
  hold(): () => void;
}

/** Of documents also those facts alone that are near something. */
export interface DocumentFacts extends FactReading<number> {
  /** The facts of each document that stand near what is looked for; of the others no more is read than where they stand. */
  near(
    wanted: readonly (readonly [number, FactFilter])[],
    isNear: (document: number, at: FactPlace) => boolean,
  ): readonly (readonly Fact[])[];
  /** Starts fetching what `near` lacks of these. */
  fetchNear(wanted: readonly (readonly [number, FactFilter])[]): Promise<unknown> | undefined;
}

const NUMBER = columnAt('number');

/** Facts decoded, by document and number. */
interface Decoder {
  known(document: number, number: number): Fact | undefined;
  decode(claim: Claim): Fact;
}

function decoder(byKey: ReadonlyMap<number, Document>): Decoder {
  const decoded = lru<number, Map<number, Fact>>(FACTS_KEPT, () => 200);
  return {
    known: (document, number) => decoded.get(document)?.get(number),
    decode({ document, row }) {
      const own = decoded.get(document) ?? new Map<number, Fact>();
      if (!decoded.has(document)) decoded.set(document, own);
      const number = row[NUMBER] as number;
      const fact = own.get(number) ?? factOf(row, byKey.get(document)!.head.id);
      own.set(number, fact);
      return fact;
    },
  };
}

export function factReading(corpus: CorpusStore, byKey: ReadonlyMap<number, Document>): DocumentFacts {
  const { known, decode } = decoder(byKey);
  const reading = readThrough<string, readonly Fact[]>(
    byDocument(
      (query) => corpus.claims(query),
      (claims) => claims.sort(byNumber).map(decode),
    ),
    FACTS_KEPT,
    { weigh: (facts) => facts.length + 1, together: corpus.engine === 'postgres' },
  );
  const get: DocumentFacts['get'] = (key, filter) => {
    if (filter.reports && !filter.reports.has(byKey.get(key)!.head.id)) return [];
    const whole = nameOf(key, '[]');
    if (reading.has(whole)) return (reading.get(whole) ?? []).filter(fits(filter));
    return reading.get(name(key, filter)) ?? [];
  };
  const fetch: DocumentFacts['fetch'] = (wanted) =>
    reading.fetch(wanted.filter(([key]) => !reading.has(nameOf(key, '[]'))).map(([key, filter]) => name(key, filter)));
  const steps = corpus.steps && inSteps(corpus.steps, { known, decode });
  /** Of one year's facts so few are left that to read them all is less than a second look. */
  const inOne = (key: number, filter: FactFilter): boolean =>
    filter.to !== undefined ||
    filter.reports !== undefined ||
    reading.has(nameOf(key, '[]')) ||
    reading.has(name(key, filter));
  return {
    get,
    fetch,
    hold: reading.hold,
    fetchNear: (wanted) => fetch(steps ? wanted.filter(([key, filter]) => inOne(key, filter)) : wanted),
    near(wanted, isNear) {
      const kept = wanted.map(([key, filter]) => (!steps || inOne(key, filter) ? get(key, filter) : undefined));
      const stepwise = steps?.(
        wanted.filter((_, i) => kept[i] === undefined),
        isNear,
      );
      return wanted.map(([key], i) => kept[i]?.filter((fact) => isNear(key, fact)) ?? stepwise?.get(key) ?? []);
    },
  };
}

/** Reads the facts near something by where they stand: first all outlines, then the facts that are not decoded yet. */
function inSteps(
  { outlines, numbered }: FactSteps,
  { known, decode }: Decoder,
): (
  wanted: readonly (readonly [number, FactFilter])[],
  isNear: Parameters<DocumentFacts['near']>[1],
) => ReadonlyMap<number, readonly Fact[]> {
  const reading = readThrough<string, readonly FactOutline[]>(
    byDocument(outlines, (own) => own.sort((a, b) => a.number - b.number)),
    OUTLINES_KEPT,
    { weigh: (own) => own.length + 1 },
  );
  return (wanted, isNear) => {
    reading.fetch(wanted.map(([key, filter]) => name(key, filter)));
    const near = wanted.flatMap(([key, filter]) =>
      (reading.get(name(key, filter)) ?? []).filter((outline) => isNear(key, outline)),
    );
    const missing = near.filter(({ document, number }) => !known(document, number));
    const pairs = missing.map(({ document, number }) => [document, number] as const);
    const read = new Map(
      (pairs.length > 0 ? numbered(pairs) : []).map((claim) => [placeOf(claim), decode(claim)] as const),
    );
    const found = new Map<number, Fact[]>(wanted.map(([key]) => [key, []]));
    for (const { document, number } of near) {
      const fact = read.get(`${document} ${number}`) ?? known(document, number);
      if (fact) found.get(document)!.push(fact);
    }
    return found;
  };
}

const placeOf = ({ document, row }: Claim): string => `${document} ${row[NUMBER] as number}`;

/** Reads by names of documents with a filter, those of one filter together. */
function byDocument<C extends { readonly document: number }, V>(
  read: (query: ClaimQuery) => MaybePromise<readonly C[]>,
  made: (own: C[]) => readonly V[],
) {
  return (names: readonly string[]) => {
    const groups = new Map<string, number[]>();
    for (const one of names) {
      const [key, ...filter] = JSON.parse(one) as [number, ...unknown[]];
      const group = JSON.stringify(filter);
      const own = groups.get(group);
      if (own) own.push(key);
      else groups.set(group, [key]);
    }
    return together(
      [...groups].map(([group, keys]) =>
        after(read({ ...filterNamed(JSON.parse(group) as unknown[]), documents: keys }), (rows) => {
          const found = new Map<number, C[]>(keys.map((key) => [key, []]));
          for (const row of rows) found.get(row.document)?.push(row);
          return [...found].map(([key, own]) => [nameOf(key, group), made(own)] as const);
        }),
      ),
    );
  };
}

export function indicatorReading(corpus: CorpusStore, byKey: ReadonlyMap<number, Document>): FactReading<string> {
  const { decode } = decoder(byKey);
  const keysById = new Map([...byKey.values()].map(({ key, head }) => [head.id, key]));
  const named = ({ reports }: FactFilter): number[] | undefined =>
    reports && reports.size <= REPORTS_NAMED ? [...reports].flatMap((id) => keysById.get(id) ?? []) : undefined;
  const nameIt = (indicator: string, filter: FactFilter): string =>
    JSON.stringify([indicator, filterName(filter), named(filter)]);
  const order = (document: number): number => byKey.get(document)!.ordinal;
  const read = (names: readonly string[]) =>
    together(
      names.map((one) => {
        const [indicator, filter, documents] = JSON.parse(one) as [string, string, number[] | null];
        const query: ClaimQuery = {
          ...filterNamed(JSON.parse(filter) as unknown[]),
          indicator,
          ...(documents ? { documents } : {}),
        };
        return after(corpus.claims(query), (claims) => {
          const own = claims.filter(
            ({ document }) => byKey.get(document)?.head.duplicateOf === undefined && byKey.has(document),
          );
          own.sort(
            (a, b) => order(a.document) - order(b.document) || (a.row[NUMBER] as number) - (b.row[NUMBER] as number),
          );
          return [[one, own.map(decode)] as const];
        });
      }),
    );
  const reading = readThrough<string, readonly Fact[]>(read, FACTS_KEPT, {
    weigh: (facts) => facts.length + 1,
    together: corpus.engine === 'postgres',
  });
  return {
    hold: reading.hold,
    fetch: (wanted) => reading.fetch(wanted.map(([indicator, filter]) => nameIt(indicator, filter))),
    get(indicator, filter) {
      const found = reading.get(nameIt(indicator, filter)) ?? [];
      return filter.reports ? found.filter(({ report }) => filter.reports!.has(report)) : found;
    },
  };
}

/** The results of several readings as one map. */
function together<K, V>(parts: readonly (readonly (readonly [K, V])[] | Promise<readonly (readonly [K, V])[]>)[]) {
  const here = parts.filter((part) => !(part instanceof Promise)) as (readonly (readonly [K, V])[])[];
  if (here.length === parts.length) return new Map(here.flat());
  return Promise.all(parts).then((all) => new Map(all.flat()));
}

const byNumber = (a: Claim, b: Claim): number => (a.row[NUMBER] as number) - (b.row[NUMBER] as number);
const name = (key: number, filter: FactFilter): string => nameOf(key, filterName(filter));
const nameOf = (key: number, filter: string): string => `[${key}${filter === '[]' ? '' : `,${filter.slice(1, -1)}`}]`;

/** What of a filter the store is asked; '[]' for none. `reports` is not among it. */
function filterName({ places, years, to, facet, headline }: FactFilter): string {
  const parts = [places ?? null, years ?? null, to ?? null, facet ?? null, headline ?? null];
  return parts.every((part) => part === null) ? '[]' : JSON.stringify(parts);
}

function filterNamed(parts: readonly unknown[]): Omit<ClaimQuery, 'documents' | 'indicator'> {
  const [places, years, to, facet, headline] = parts;
  return Object.fromEntries(
    Object.entries({ places, years, to, facet, headline }).filter(([, value]) => value !== null && value !== undefined),
  );
}

function fits({ places, years, to, facet, headline }: FactFilter): (fact: Fact) => boolean {
  return (fact) =>
    (!places || places.includes(fact.place)) &&
    (to === undefined || fact.period.to === to) &&
    (facet === undefined || fact.facet === facet) &&
    (headline === undefined || fact.headline) &&
    (years === undefined || years.some((year) => fact.period.from <= year && year <= fact.period.to));
}
