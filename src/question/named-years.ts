import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import type { Gazetteer } from '../lexicon/types.js';
import { parseNumeral } from '../text/numerals.js';
import { patterns } from './patterns/index.js';
import { readQuestion } from './reader/read.js';

const FILE = 'language/named-years.json';

/** config/language/named-years.json: years by what they are known for. */
export const namedYearsFile = z.strictObject({
  /** What makes a name one of a year: 疫情|那年. */
  markers: z.array(z.string().min(1)).min(1),
  /** Words between a name and its marker: 疫情|爆发|那年. */
  between: z.array(z.string().min(1)).min(1),
  /** What a year is known for, with the year. */
  events: z.record(z.string().min(2), z.number().int()),
});

interface NamedYears {
  readonly bracketed: RegExp;
  readonly events: RegExp;
  readonly yearOf: ReadonlyMap<string, number>;
}

let loaded: NamedYears | undefined;

function namedYears(): NamedYears {
  if (loaded) return loaded;
  const { markers, between, events } = checkConfig(
    FILE,
    parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)),
    namedYearsFile,
  );
  const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
  loaded = {
    bracketed: new RegExp(
      `(?<name>[^，,。？?！!；;（()）]{1,16}?)的?(?:${any(markers)})(?:[（(]|[，,]?(?:也就是|就是|即|[，,—]))(?<year>(?:19|20)\\d{2})年?(?:[)）]|[，,—]+|(?=的))`,
      'u',
    ),
    events: new RegExp(`(?<name>${any(Object.keys(events))})(?:${any(between)})*的?(?:${any(markers)})`, 'u'),
    yearOf: new Map(Object.entries(events)),
  };
  return loaded;
}

/** The year before the first of the first plan that is counted in fives: the tenth began in 2001. */
const BEFORE_TENTH = 2001;
const TENTH = 10;
const LENGTH = 5;

/**
 * A question with a year that is named by what it is known for written as the year (疫情那年, “十三五”收官之年); a year in brackets behind such a
 * name (入世那年（2001）) is that year, and the name is none of what is asked. A place before the name stays, unless another stands behind.
 */
export function withNamedYears(text: string, gazetteer: Gazetteer): string {
  const { bracketed, events, yearOf } = namedYears();
  const match = bracketed.exec(text);
  if (match?.groups) {
    const { name = '', year } = match.groups;
    const rest = text.slice(match.index + match[0].length);
    const [place] = gazetteer.find(rest).length > 0 ? [] : gazetteer.find(name);
    const placeName = place ? name.slice(place.start, place.end) : '';
    // GDP破万亿那年（2018）准确数是多少: what is asked of is named within the name of the year alone.
    return `${text.slice(0, match.index)}${namesSomething(rest) ? placeName : name}${year}年${rest}`;
  }
  const said = patterns().periods;
  const plan = said.planYear.find(text);
  const number = parseNumeral(plan?.groups?.plan ?? '');
  if (plan && number !== null) {
    const first = BEFORE_TENTH + (number - TENTH) * LENGTH;
    const year = said.atBeginning.in(plan.groups!.end!) ? first : first + LENGTH - 1;
    return text.replace(plan[0], `${year}年`);
  }
  const years = said.planYears.find(text);
  const [of, count] = [parseNumeral(years?.groups?.plan ?? ''), parseNumeral(years?.groups?.count ?? '')];
  if (years && of !== null && count !== null) {
    const first = BEFORE_TENTH + (of - TENTH) * LENGTH;
    const from = said.fromEnd.in(years.groups!.end!) ? first + LENGTH - count : first;
    return text.replace(years[0], `${Array.from({ length: count }, (_, i) => from + i).join('、')}年`);
  }
  const event = events.exec(text);
  const known = event && yearOf.get(event.groups!.name!);
  if (!event || known === undefined) return text;
  // 疫情那年，2021年常德GDP: a year that is told as a number is the one that is meant.
  const { index } = event;
  const [before, behind] = [text.slice(0, index), text.slice(index + event[0].length)];
  const stated = !said.yearsCompared.in(text) && [before, behind].some((part) => STATED.test(part));
  return stated ? `${before}${behind.replace(/^[，,、：:\s]+/u, '')}` : `${before}${known}年${behind}`;
}

/** A year in digits, with 年 or between marks. */
const STATED = /(?<!\d)(?:(?:19|20)\d{2}|\d{2}(?=年))(?!\d)/u;
/** True where the learned reader takes anything for content. */
function namesSomething(text: string): boolean {
  return readQuestion(text).content.some((probability) => probability >= CONTENT);
}

const CONTENT = 0.5;
