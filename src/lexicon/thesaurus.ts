import { configLabel, readConfigText } from './config.js';
import { ConfigError } from './config-error.js';
import { CONFIG_DIR } from './paths.js';

const FILE = 'language/thesaurus.tsv';

/** A group of words for one thing: as reports write it and as people say it. */
export interface ThesaurusGroup {
  readonly topic: string;
  /** Words of the reports (报告用语). */
  readonly reports: readonly string[];
  /** Words of people asking (口语). */
  readonly people: readonly string[];
  /** True where the words of the reports are siblings: people's words lead to each of them, but none stands for another. */
  readonly oneWay: boolean;
}

/** Words that may stand for one another, by word. */
export interface Thesaurus {
  readonly groups: readonly ThesaurusGroup[];
  /** The groups of some topics; the others are not taken apart for it. */
  ofTopics(topics: ReadonlySet<string>): readonly ThesaurusGroup[];
  /** The topics of the groups that hold a word, one for each group; empty for a word of no group. */
  topicsOf(word: string): readonly string[];
  /** The longest word that any group holds, in UTF-16 units. */
  readonly longest: number;
  /** The words that may stand for `word` in a report, itself left out; empty for a word of no group. */
  alternatives(word: string): readonly string[];
  has(word: string): boolean;
  /** The lengths of the words that begin at an offset of a text, the longest first, each once. */
  lengthsAt(text: string, from: number): readonly number[];
  /** True for a word that reports use themselves. */
  isWritten(word: string): boolean;
}

/** Words begin behind a tab or a bar and end before the next of these or the line's end. */
const TAB = 9;
const LINE = 10;
const BAR = 124;
const HASH = 35;
/** What a line of a one-way group begins with. */
const ONE_WAY = '>';
const UNITS = 0x10000;

/**
 * Reads groups from lines of tab-separated topic, words of the reports and words of people, words parted by `|`; a `>` before the topic
 * makes a group one-way.
 *
 * 58,000 words are too many to make strings and maps of at every start: the text stays as it is, and only where each word begins is
 * kept, sorted by its first unit. A line is taken apart when a word of it is looked up.
 * @throws ConfigError naming the line where one has no topic or no words.
 */
export function parseThesaurus(text: string): Thesaurus {
  const { starts, heads, lines, longest } = indexWords(text);
  const taken = new Map<number, ThesaurusGroup>();
  const made = new Map<string, readonly string[]>();

  function groupAt(line: number): ThesaurusGroup {
    let group = taken.get(line);
    if (!group) {
      group = groupOf(text.slice(lines[line], endOfLine(text, lines[line]!)));
      taken.set(line, group);
    }
    return group;
  }

  /** For each first unit that was looked up, where its words begin, by their second unit; a word of one unit has none. */
  const bySecond = new Map<number, ReadonlyMap<number, readonly number[]>>();

  /** Where the words begin that begin with two units; those of the first alone where `second` is NO_UNIT. */
  function startsOf(first: number, second: number): readonly number[] {
    let own = bySecond.get(first);
    if (!own) {
      own = secondUnits(text, starts.subarray(heads[first]!, heads[first + 1]!));
      bySecond.set(first, own);
    }
    return own.get(second) ?? [];
  }

  /** The lines that hold a word. */
  function linesOf(word: string): number[] {
    const found: number[] = [];
    for (const at of startsOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : NO_UNIT))
      if (text.startsWith(word, at) && isEnd(text.charCodeAt(at + word.length))) found.push(lineAt(lines, at));
    return found;
  }

  /** Lengths of words by one pass over those that begin with the same two units. */
  function lengthsAt(asked: string, from: number): number[] {
    const first = asked.charCodeAt(from);
    const found: number[] = startsOf(first, NO_UNIT).length > 0 ? [1] : [];
    if (from + 1 === asked.length) return found;
    for (const at of startsOf(first, asked.charCodeAt(from + 1))) {
      let size = 2;
      let unit = text.charCodeAt(at + size);
      while (!isEnd(unit) && unit === asked.charCodeAt(from + size)) unit = text.charCodeAt(at + ++size);
      if (isEnd(unit) && !found.includes(size)) found.push(size);
    }
    return found.sort((a, b) => b - a);
  }

  let all: readonly ThesaurusGroup[] | undefined;
  return {
    lengthsAt: (asked, from) => (from < asked.length ? lengthsAt(asked, from) : []),
    get groups() {
      all ??= lines.map((_, line) => groupAt(line));
      return all;
    },
    ofTopics: (topics) => lines.flatMap((start, line) => (topics.has(topicAt(text, start)) ? [groupAt(line)] : [])),
    topicsOf: (word) => (word === '' ? [] : linesOf(word).map((line) => topicAt(text, lines[line]!))),
    longest,
    isWritten: (word) => word !== '' && linesOf(word).some((line) => groupAt(line).reports.includes(word)),
    has: (word) => word !== '' && word.length <= longest && linesOf(word).length > 0,
    alternatives(word) {
      const ready = made.get(word);
      if (ready) return ready;
      const words = new Set(word === '' ? [] : linesOf(word).flatMap((line) => standingFor(groupAt(line), word)));
      words.delete(word);
      const list = [...words];
      made.set(word, list);
      return list;
    },
  };
}

/** The words of a group that may stand for one of its words. */
function standingFor({ reports, oneWay }: ThesaurusGroup, word: string): readonly string[] {
  return oneWay && reports.includes(word) ? [] : reports;
}

/** Groups made ready for looking words up. */
export function createThesaurus(groups: readonly ThesaurusGroup[]): Thesaurus {
  return parseThesaurus(
    groups.map((g) => `${g.oneWay ? ONE_WAY : ''}${g.topic}\t${g.reports.join('|')}\t${g.people.join('|')}`).join('\n'),
  );
}

/** Where the words of a text begin. */
interface WordIndex {
  /** Offsets of words, those of one first unit together. */
  readonly starts: Int32Array;
  /** For each unit where its words begin in `starts`; one entry more than there are units. */
  readonly heads: Int32Array;
  /** Offsets of the lines that are groups. */
  readonly lines: readonly number[];
  readonly longest: number;
}

/** One pass over the units of the text, without a call in it: at a start nothing is warm. */
function indexWords(text: string): WordIndex {
  const lines: number[] = [];
  const words = new Int32Array((text.length >> 1) + 1);
  const heads = new Int32Array(UNITS + 1);
  const { length } = text;
  let [count, longest, last] = [0, 0, 0];
  for (let at = 0, row = 1; at < length; row++) {
    const line = at;
    if (text.charCodeAt(at) === HASH || text.charCodeAt(at) === LINE) {
      at = endOfLine(text, at) + 1;
      continue;
    }
    const before = count;
    let [start, tabs] = [at, 0];
    for (let unit = 0; at <= length; at++) {
      unit = at < length ? text.charCodeAt(at) : LINE;
      if (unit !== BAR && unit !== TAB && unit !== LINE) continue;
      // The first word is the topic.
      if (tabs > 0 && at > start) {
        words[count++] = start;
        const first = text.charCodeAt(start);
        heads[first + 1]!++;
        if (first > last) last = first;
        if (at - start > longest) longest = at - start;
      }
      start = at + 1;
      if (unit === LINE) break;
      if (unit === TAB && ++tabs === 2 && count === before) break;
    }
    if (count === before || text.charCodeAt(line) === TAB) throw malformed(text, line, row);
    lines.push(line);
    at = endOfLine(text, at) + 1;
  }
  for (let unit = 0; unit <= last; unit++) heads[unit + 1]! += heads[unit]!;
  heads.fill(count, last + 1);
  const starts = new Int32Array(count);
  const next = heads.slice(0, last + 1);
  for (let i = 0; i < count; i++) starts[next[text.charCodeAt(words[i]!)]!++] = words[i]!;
  return { starts, heads, lines, longest };
}

function malformed(text: string, line: number, row: number): ConfigError {
  const start = text.slice(line, Math.min(endOfLine(text, line), line + 40));
  return new ConfigError(configLabel(FILE), `第 ${row} 行`, `缺少主题或报告用语：${start}`);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What stands for the second unit of a word that has one alone. */
const NO_UNIT = -1;

/** Offsets of words by the unit behind their first. */
function secondUnits(text: string, starts: Int32Array): Map<number, number[]> {
  const bySecond = new Map<number, number[]>();
  for (const at of starts) {
    const unit = text.charCodeAt(at + 1);
    const second = isEnd(unit) ? NO_UNIT : unit;
    const held = bySecond.get(second);
    if (held) held.push(at);
    else bySecond.set(second, [at]);
  }
  return bySecond;
}

/** True for what stands behind a word; NaN is the end of the text. */
function isEnd(unit: number): boolean {
  return unit === BAR || unit === TAB || unit === LINE || Number.isNaN(unit);
}

/** The line that an offset lies in. */
function lineAt(lines: readonly number[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The topic of the group whose line begins at an offset. */
function topicAt(text: string, start: number): string {
  return text.slice(text.startsWith(ONE_WAY, start) ? start + 1 : start, text.indexOf('\t', start));
}

function groupOf(line: string): ThesaurusGroup {
  const [head = '', reports = '', people = ''] = line.split('\t');
  const list = (words: string): string[] => words.split('|').filter((word) => word !== '');
  const oneWay = head.startsWith(ONE_WAY);
  return { topic: oneWay ? head.slice(1) : head, reports: list(reports), people: list(people), oneWay };
}

let loaded: Thesaurus | undefined;

/** The project's thesaurus, read with its first use. @throws ConfigError where the file is malformed. */
export function thesaurus(): Thesaurus {
  loaded ??= parseThesaurus(readConfigText(CONFIG_DIR, FILE));
  return loaded;
}
