import type { Fact } from '../facts/types.js';
import { columnAt, factOf } from '../store/rows.js';
import type { Claim, ClaimQuery, CorpusStore, FactFilter } from '../store/types.js';
import { after, readThrough } from './at-hand.js';
import type { Document } from './document.js';
import { lru } from './lru.js';

/** Facts kept decoded, each about 0.6 KB with what is made of one; twice as many were 10 MB more and saved no time. */
const FACTS_KEPT = 6_000;
/** So many reports of a filter are named to the store; of more, all facts are asked for. */
const REPORTS_NAMED = 64;

/** Facts of documents, whole or filtered, each decoded once for as long as it is kept. */
export interface FactReading<K> {
  get(key: K, filter: FactFilter): readonly Fact[];
  fetch(wanted: readonly (readonly [K, FactFilter])[]): Promise<unknown> | undefined;
  hold(): () => void;
}

const NUMBER = columnAt('number');

function decoder(byKey: ReadonlyMap<number, Document>): (claim: Claim) => Fact {
  const decoded = lru<number, Map<number, Fact>>(FACTS_KEPT, () => 200);
  return ({ document, row }) => {
    const own = decoded.get(document) ?? new Map<number, Fact>();
    if (!decoded.has(document)) decoded.set(document, own);
    const number = row[NUMBER] as number;
    const fact = own.get(number) ?? factOf(row, byKey.get(document)!.head.id);
    own.set(number, fact);
    return fact;
  };
}

export function factReading(corpus: CorpusStore, byKey: ReadonlyMap<number, Document>): FactReading<number> {
  const decode = decoder(byKey);
  const read = (names: readonly string[]) => {
    const groups = new Map<string, number[]>();
    for (const name of names) {
      const [key, ...filter] = JSON.parse(name) as [number, ...unknown[]];
      const group = JSON.stringify(filter);
      groups.set(group, [...(groups.get(group) ?? []), key]);
    }
    return together(
      [...groups].map(([group, keys]) =>
        after(corpus.claims({ ...filterNamed(JSON.parse(group) as unknown[]), documents: keys }), (claims) => {
          const found = new Map<number, Claim[]>(keys.map((key) => [key, []]));
          for (const claim of claims) found.get(claim.document)?.push(claim);
          return [...found].map(([key, own]) => [nameOf(key, group), own.sort(byNumber).map(decode)] as const);
        }),
      ),
    );
  };
  const reading = readThrough<string, readonly Fact[]>(read, FACTS_KEPT, {
    weigh: (facts) => facts.length + 1,
    together: corpus.engine === 'postgres',
  });
  const name = (key: number, filter: FactFilter): string => nameOf(key, filterName(filter));
  return {
    hold: reading.hold,
    fetch: (wanted) =>
      reading.fetch(
        wanted.filter(([key]) => !reading.has(nameOf(key, '[]'))).map(([key, filter]) => name(key, filter)),
      ),
    get(key, filter) {
      if (filter.reports && !filter.reports.has(byKey.get(key)!.head.id)) return [];
      const whole = nameOf(key, '[]');
      if (reading.has(whole)) return (reading.get(whole) ?? []).filter(fits(filter));
      return reading.get(name(key, filter)) ?? [];
    },
  };
}

export function indicatorReading(corpus: CorpusStore, byKey: ReadonlyMap<number, Document>): FactReading<string> {
  const decode = decoder(byKey);
  const keysById = new Map([...byKey.values()].map(({ key, head }) => [head.id, key]));
  const named = ({ reports }: FactFilter): number[] | undefined =>
    reports && reports.size <= REPORTS_NAMED ? [...reports].flatMap((id) => keysById.get(id) ?? []) : undefined;
  const name = (indicator: string, filter: FactFilter): string =>
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
    fetch: (wanted) => reading.fetch(wanted.map(([indicator, filter]) => name(indicator, filter))),
    get(indicator, filter) {
      const found = reading.get(name(indicator, filter)) ?? [];
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
