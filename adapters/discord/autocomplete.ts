import type { Assistant, Held } from '../../src/assistant.js';
import type { ArgumentType } from '../../src/commands/index.js';
import { cleanText } from '../shared/clean.js';
import { LIMITS } from './limits.js';
import { truncate } from './markdown.js';
import { type Candidate, createPinyin, type Pinyin, rank } from './ranking.js';

export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface AutocompleteRequest {
  readonly type: ArgumentType;
  /** What has been typed into the option so far. */
  readonly typed: string;
  /** The place given in another option of the same command, where there is one. */
  readonly place?: string;
}

export interface Autocomplete {
  /** At most 25 choices, the likeliest first; only what is held. */
  complete(assistant: Assistant, request: AutocompleteRequest): Choice[];
}

interface HeldCandidates {
  readonly places: readonly Candidate[];
  readonly indicators: readonly Candidate[];
  readonly years: readonly number[];
  readonly yearsOf: ReadonlyMap<string, readonly number[]>;
}

/** Longer input than this is no name of anything. */
const MAX_TYPED = 60;
const SEPARATORS = /[、,，;；\s]+/;

/** Completes places, years and indicators from what the assistant holds. What is held is read once for each assistant. */
export async function createAutocomplete(): Promise<Autocomplete> {
  const pinyin = await createPinyin();
  const cache = new WeakMap<Assistant, HeldCandidates>();

  return {
    complete(assistant, { type, typed, place }) {
      let held = cache.get(assistant);
      if (held === undefined) {
        held = candidates(assistant.held(), pinyin);
        cache.set(assistant, held);
      }
      const clean = cleanText(typed).slice(-MAX_TYPED);
      switch (type) {
        case 'place':
          return choices(rank(clean, held.places, pinyin));
        case 'indicator':
          return choices(rank(clean, held.indicators, pinyin));
        case 'year':
          return choices(years(clean, held, place));
        case 'places':
          return several(clean, '、', (last, given) =>
            rank(last, held.places, pinyin).filter((name) => !given.includes(name)),
          );
        case 'years':
          return spans(clean, held, place);
        default:
          return [];
      }
    },
  };
}

function candidates(held: Held, pinyin: Pinyin): HeldCandidates {
  const yearsOf = new Map<string, readonly number[]>();
  for (const { name, short, years } of held.places) {
    yearsOf.set(name, years);
    yearsOf.set(short, years);
  }
  return {
    places: held.places.map(({ name, short }) => ({
      value: name,
      keys: [...new Set([short, name])],
      spellings: pinyin(short),
    })),
    indicators: held.indicators.map((name) => ({ value: name, keys: [name], spellings: pinyin(name) })),
    years: [...new Set(held.places.flatMap(({ years }) => years))].sort((a, b) => b - a),
    yearsOf,
  };
}

/** Years held, of the place where one is given, the newest first. */
function years(typed: string, held: HeldCandidates, place: string | undefined): string[] {
  const all = (place === undefined ? undefined : held.yearsOf.get(place.trim())) ?? held.years;
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const newest = [...all].sort((a, b) => b - a).map(String);
  const fitting = newest.filter((year) => year.startsWith(digits) || year.slice(2) === digits);
  return fitting.length > 0 ? fitting : newest;
}

/** The whole span held first, then from the year typed to each later one, then single years. */
function spans(typed: string, held: HeldCandidates, place: string | undefined): Choice[] {
  const ascending = years('', held, place).reverse();
  const [first, last] = [ascending[0], ascending.at(-1)];
  const whole = first !== undefined && last !== undefined && first !== last ? [`${first}-${last}`] : [];
  const [from] = typed.normalize('NFKC').match(/\d{4}/) ?? [];
  if (from === undefined) return choices([...whole, ...years(typed, held, place)]);
  const later = ascending.filter((year) => year > from).reverse();
  return choices([...later.map((year) => `${from}-${year}`), from]);
}

/** Completes the last of several values; the ones before it stay as they are. */
function several(typed: string, joint: string, find: (last: string, given: string[]) => string[]): Choice[] {
  const parts = typed.split(SEPARATORS);
  const last = parts.pop() ?? '';
  const given = parts.filter((part) => part !== '');
  const before = given.length === 0 ? '' : given.join(joint) + joint;
  return choices(find(last, given).map((value) => before + value));
}

function choices(values: readonly string[]): Choice[] {
  return values
    .filter((value) => value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.autocompleteChoices)
    .map((value) => ({ name: truncate(value, LIMITS.choiceName), value }));
}
