import { createRequire } from 'node:module';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import { type EnglishWords, englishWords } from './english-words.js';

/** A question in Latin letters as the Chinese one that asks the same. */
export interface Latin {
  readonly language: 'english' | 'pinyin';
  readonly text: string;
  /** Words that nothing was made of; with one of them the question is not answered. */
  readonly unknown: readonly string[];
}

/** The most tokens of one name: new urban jobs in changde. */
const LONGEST = 6;
const TOKEN =
  /[“"「][^”"」]*[”"」]|r&d|pm2\.5|[a-zü]+(?:['’-][a-z]+)*|\d{4}(?:\s*(?:[-–—~]|to)\s*\d{4})?|\d+(?:\.\d+)?%?|[?？]|\p{Script=Han}+/giu;

/**
 * Reads a question in English or pinyin (Changde 2022 GDP target, changde 2022 gdp mubiao); undefined for one with Chinese words outside
 * quotation marks, or without letters.
 * @param held ids of places with reports; of places with one pinyin these are meant.
 */
export function readLatin(text: string, lexicon: Lexicon, held: ReadonlySet<string>): Latin | undefined {
  const bare = text.replace(/[“"「][^”"」]*[”"」]/gu, '');
  if (/\p{Script=Han}/u.test(bare) || !/[a-z]{2}/iu.test(bare)) return undefined;
  const tokens = text.toLowerCase().replace(/’/gu, "'").match(TOKEN) ?? [];
  if (tokens.length > MOST_TOKENS) return undefined;
  const index = indexFor(lexicon, held);
  const found = tokensOf(
    tokens.map((t) => t.replace(/'s$/u, '')),
    index,
  );
  const pinyin = found.some((f) => f.kind === 'pinyin' && f.said.length > 2);
  return pinyin ? inPinyin(found) : inEnglish(found);
}

const MOST_TOKENS = 80;

type Kind =
  | keyof EnglishWords['operations']
  | 'place'
  | 'placeWord'
  | 'indicator'
  | 'facet'
  | 'measure'
  | 'years'
  | 'stop'
  | 'pinyin'
  | 'number'
  | 'quoted'
  | 'unknown';

/** One name or word of a question, with the Chinese for it. */
interface Found {
  readonly kind: Kind;
  readonly said: string;
  readonly chinese: string;
}

interface Index {
  /** English phrases, tokens joined by blanks. */
  readonly phrases: ReadonlyMap<string, Found>;
  /** Pinyin, all letters joined. */
  readonly sounds: ReadonlyMap<string, Found>;
}

const indexes = new WeakMap<Lexicon, Index>();

function indexFor(lexicon: Lexicon, held: ReadonlySet<string>): Index {
  let index = indexes.get(lexicon);
  if (!index) {
    index = makeIndex(lexicon, held);
    indexes.set(lexicon, index);
  }
  return index;
}

function makeIndex(lexicon: Lexicon, held: ReadonlySet<string>): Index {
  const words = englishWords();
  const phrases = new Map<string, Found>();
  const add = (kind: Kind, said: string, chinese: string) => {
    if (!phrases.has(said)) phrases.set(said, { kind, said, chinese });
  };
  for (const [said, chinese] of Object.entries(words.places)) add('place', said, chinese);
  for (const kind of ['indicators', 'facets', 'measures'] as const)
    for (const [said, chinese] of Object.entries(words[kind])) add(kind.slice(0, -1) as Kind, said, chinese);
  for (const [said, chinese] of Object.entries(words.years)) add('years', said, chinese);
  for (const [kind, list] of Object.entries(words.operations)) for (const said of list) add(kind as Kind, said, '');
  for (const said of words.placeWords) add('placeWord', said, '');
  for (const said of words.stop) add('stop', said, '');
  const sounds = new Map<string, Found>();
  for (const place of byRank(lexicon.gazetteer.places, held))
    if (!sounds.has(place.pinyin))
      sounds.set(place.pinyin, { kind: 'place', said: place.pinyin, chinese: place.short });
  for (const [said, chinese] of Object.entries(words.pinyin)) {
    const joined = said.replace(/\s/gu, '');
    if (!sounds.has(joined)) sounds.set(joined, { kind: 'pinyin', said: joined, chinese });
  }
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  for (const { name, asked } of lexicon.indicators.list)
    for (const chinese of [name, ...asked]) {
      const said = pinyin(chinese, { toneType: 'none', separator: '', v: true }).toLowerCase();
      if (/^[a-z]+$/u.test(said) && said.length > 3 && !sounds.has(said))
        sounds.set(said, { kind: 'pinyin', said, chinese });
    }
  return { phrases, sounds };
}

/** Places with reports first, then the larger ones: of Suzhou and Suzhou the one that is held. */
function byRank(places: readonly Place[], held: ReadonlySet<string>): readonly Place[] {
  const level = { nation: 0, province: 1, prefecture: 2, county: 3, zone: 4 } as const;
  const rank = (p: Place) => (held.has(p.id) ? 0 : 10) + level[p.level];
  return [...places].sort((a, b) => rank(a) - rank(b));
}

/** Reads tokens from the left, the longest name first; English phrases before sounds of the same length. */
function tokensOf(tokens: readonly string[], index: Index): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (/^[\d“"「?？]/u.test(token) || /\p{Script=Han}/u.test(token)) {
      const quoted = /^[“"「]/u.test(token);
      if (!/^[?？]/u.test(token)) found.push({ kind: quoted ? 'quoted' : 'number', said: token, chinese: token });
      i += 1;
      continue;
    }
    const [size, hits] = nameAt(tokens, i, index);
    found.push(...hits);
    i += size;
  }
  return found;
}

function nameAt(tokens: readonly string[], at: number, { phrases, sounds }: Index): [number, Found[]] {
  for (let size = Math.min(LONGEST, tokens.length - at); size >= 1; size--) {
    const part = tokens.slice(at, at + size);
    const hit =
      phrases.get(part.join(' ')) ?? sounds.get(part.join('').replace(/['ü-]/gu, (c) => (c === 'ü' ? 'v' : '')));
    if (hit) return [size, [hit]];
  }
  const token = tokens[at]!;
  return [1, segmented(token, sounds) ?? [{ kind: 'unknown', said: token, chinese: token }]];
}

/** A run of pinyin without blanks: changdegdpmubiao. */
function segmented(token: string, sounds: ReadonlyMap<string, Found>): Found[] | undefined {
  const best: (Found[] | undefined)[] = [[]];
  for (let end = 2; end <= token.length; end++)
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start];
      const word = token.slice(start, end);
      const hit = before && (word === 'gdp' ? GDP : sounds.get(word));
      if (hit && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, hit];
    }
  return token.length > 5 ? best[token.length] : undefined;
}

const GDP: Found = { kind: 'indicator', said: 'gdp', chinese: 'GDP' };

/** Pinyin is Chinese word for word. */
function inPinyin(found: readonly Found[]): Latin {
  const parts = found
    .filter((f) => f.kind !== 'stop')
    .map((f, i, all) =>
      f.kind === 'number' && isYear(f.said) && all[i + 1]?.said !== 'nian' ? inYear(f.said) : f.chinese,
    );
  const unknown = found.filter((f) => f.kind === 'unknown').map((f) => f.said);
  return { language: 'pinyin', text: parts.join(''), unknown };
}

function isYear(said: string): boolean {
  return /^(?:19|20)\d\d/u.test(said);
}

/** 2021-2022 as 2021到2022年. */
function inYear(years: string): string {
  const { year, joins } = englishWords().written;
  return filled(year, { year: years.replace(/\s*(?:[-–—~]|to)\s*/u, joins.span) });
}

/** A text with something for each of its names. */
function filled(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => slots[name] ?? '');
}

/** English is put in the order of a Chinese question: place, year, indicator, facet, what is asked of them. */
function inEnglish(found: readonly Found[]): Latin {
  const of = (...kinds: Kind[]) => found.filter((f) => kinds.includes(f.kind)).map((f) => f.chinese);
  const has = (kind: Kind) => found.some((f) => f.kind === kind);
  const unknown = found.filter((f) => f.kind === 'unknown').map((f) => f.said);
  const { joins, source } = englishWords().written;
  if (has('source') && of('place', 'indicator').length === 0) return { language: 'english', text: source, unknown };
  const places = [...new Set(of('place'))];
  const years = [...of('number').filter(isYear).map(inYear), ...of('years')];
  const indicators = [...new Set(of('indicator'))];
  const facet = [...new Set(of('facet'))];
  const when = years.join(joins.years);
  const where = places.join(joins.places);
  const what = indicators.join(joins.places);
  const how = facet.join(joins.facets);
  return { language: 'english', text: put(found, { where, when, what, how, places: places.length }), unknown };
}

interface Slots {
  readonly where: string;
  readonly when: string;
  readonly what: string;
  readonly how: string;
  readonly places: number;
}

/** A Chinese question as it is put together, by first fit: about a report, in a table, of one figure. */
function put(found: readonly Found[], slots: Slots): string {
  const kinds = new Set(found.map((f) => f.kind));
  return (
    aboutReport(found, kinds, slots) ?? meeting(found, kinds, slots) ?? inTable(kinds, slots) ?? ofFigure(found, slots)
  );
}

/** Who gave a report, when, and whether it holds a term. */
function aboutReport(found: readonly Found[], kinds: ReadonlySet<Kind>, { where, when }: Slots): string | undefined {
  const { written } = englishWords();
  if (kinds.has('speaker')) return filled(written.speaker, { when, where });
  if (kinds.has('delivered')) return filled(written.delivered, { where, when });
  const term = found.find((f) => f.kind === 'quoted')?.chinese.replace(/["“”「」]/gu, '');
  if (!kinds.has('mentions') || !term) return undefined;
  return filled(where ? written.mentions : written.mentionsWhere, { where, when, term });
}

/** What is said for the first kind of a table that is among those of a question. */
function saidFor(table: Readonly<Partial<Record<Kind, string>>>, kinds: ReadonlySet<Kind>): string | undefined {
  return Object.entries(table).find(([kind]) => kinds.has(kind as Kind))?.[1];
}

/** Which places meet a condition: above 7%. */
function meeting(
  found: readonly Found[],
  kinds: ReadonlySet<Kind>,
  { where, when, what, how, places }: Slots,
): string | undefined {
  const { written } = englishWords();
  const condition = saidFor(written.conditions, kinds);
  const figure = found.find((f) => f.kind === 'number' && !isYear(f.said))?.said;
  if (!condition || !figure || !what || places === 1) return undefined;
  const all = places === 0 ? written.everywhere : where;
  return filled(written.meeting, { when, where: all, what, how: how || written.aim, condition, figure });
}

/** Lists, orders, comparisons, years, and targets set against outcomes. */
function inTable(kinds: ReadonlySet<Kind>, { where, when, what, how, places }: Slots): string | undefined {
  const { written } = englishWords();
  const all = places === 0 ? written.everywhere : where;
  const targets = what === '' && how === written.aim && places === 1 && when !== '';
  if (kinds.has('list') || targets) return filled(written.list, { where, when });
  const order = saidFor(written.orders, kinds);
  if (order) return filled(written.ordered, { when, where: all, what, how: how || written.aim, order });
  if (kinds.has('met') && what) return filled(written.met, { where, when, what });
  if (kinds.has('trend')) return filled(written.trend, { where, what, how });
  const several = kinds.has('compare') || places > 1 || (places === 0 && kinds.has('all'));
  return several ? filled(written.compared, { when, where: all, what, how }) : undefined;
}

/** One figure, or whether one is right; a bare slot goes on from the turn before. */
function ofFigure(found: readonly Found[], { where, when, what, how }: Slots): string {
  const { written } = englishWords();
  const amounts = [...new Set(found.filter((f) => f.kind === 'measure').map((f) => f.chinese))].join('');
  const figure = found.find((f) => f.kind === 'number' && !isYear(f.said))?.said;
  if (figure && what) return filled(written.check, { where, when, what, how, figure });
  if (what === '' && how === '' && amounts === '')
    return filled(written.slotAlone, { where, when: when && filled(written.ofYear, { when }) });
  if (where === '' && when === '' && amounts === '') return filled(written.thingAlone, { what, how });
  return filled(written.figure, { where, when, what, how, amounts });
}
