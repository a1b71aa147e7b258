import type { Plan } from '../../frame/analysis.js';
import type { Frame } from '../../frame/types.js';
import { thesaurus } from '../../lexicon/thesaurus.js';
import type { Indicator } from '../../lexicon/types.js';
import { askingWords } from '../asking-words.js';
import { bothMembers, namesMember } from '../both-members.js';
import { unitAt } from '../intent.js';
import { freeTokens, type Line, restOf, type Token, tokenAt } from './line.js';
import { claimAll, claimMatch, stands } from './pattern.js';
import type { ReadContext } from './read.js';
import { analysisWords } from './words.js';

/** What is asked of: an indicator, several, or a thing in words. */
export interface Subject {
  readonly frame: Frame;
  readonly indicator?: Indicator;
  /** The indicator as the question writes it. */
  readonly name?: string;
  /** True where the question names none. */
  readonly implied?: boolean;
  /** Several indicators side by side. */
  readonly columns?: Plan['columns'];
  /** True where the main targets of a report are asked about, whichever they are: 那几个目标哪些落空了. */
  readonly main?: boolean;
  /** The unit that is asked for by its name: 公里 of 多少公里. */
  readonly unit?: string;
  readonly unused: readonly string[];
  /** Quotations that nothing was made of. */
  readonly unread?: readonly string[];
}

/** What is asked of, with everything else gone: the indicator, or the words left over. @param text the question that the line is of. */
export function readSubject(
  text: string,
  line: Line,
  context: ReadContext,
  {
    target,
    many,
    rate,
    joined,
    table,
  }: {
    readonly target: boolean;
    readonly many: boolean;
    readonly rate: boolean;
    readonly joined: boolean;
    /** The table that a question for years of its own goes on from. */
    readonly table?: Plan | undefined;
  },
): Subject | undefined {
  const asked = claimUnitAsked(line);
  const main = joined && !many && stands(line, analysisWords().mainAims);
  const indicators = apartWhereBoth(text, freeTokens(line, 'I'), context);
  const named = indicators[0];
  for (let i = 0; i < line.text.length; i++)
    if (tokenAt(line, i) && tokenAt(line, i)?.kind !== 'I') claimMatch(line, { start: i, end: i + 1 });
  const before = Uint8Array.from(line.used);
  claimAll(line, analysisWords().noise, true);
  const tail = target ? '目标' : '';
  // 粮食稳在…？…的产量: the rest of an indicator's name that stands apart is no other word.
  const rest = restOf(line).filter((run) => !indicators.some(({ value }) => (value as Indicator).name.includes(run)));
  const left = rest.join('').length;
  const columns = [...new Map(indicators.map((t) => [(t.value as Indicator).id, t])).values()];
  if (columns.length > 1) return left <= MOST_UNUSED ? severalOf(line, columns, context, rest) : undefined;
  if (named && left <= (many ? MOST_UNUSED : FEW_UNUSED) && !isAnotherThing(line, named, context)) {
    const indicator = named.value as Indicator;
    return {
      frame: context.parse(`${indicator.name}${tail}`),
      indicator,
      name: nameOf(named, context),
      unit: asked,
      unused: rest,
    };
  }
  // 这三年实际呢？哪年完成了 behind a table: what that one was of.
  if (joined && !named && left <= FEW_UNUSED && table?.indicator && !table.columns)
    return { frame: table.subject, indicator: table.indicator, name: table.name, unused: rest };
  if (main && !named && left <= FEW_UNUSED) return { frame: context.parse(MAIN_AIMS), main, unused: rest };
  // 年初喊10%，结果呢; 目标比去年低没低: what is aimed at without a name is the economy's.
  const economy = context.lexicon.indicators.get('gdp');
  if (!named && left <= FEW_UNUSED && economy && rate)
    return { frame: context.parse(`${economy.name}${tail}`), indicator: economy, implied: true, unused: rest };
  // One place's figure with words that nobody understood is left to the reader of figures.
  if (named && !many && !isAnotherThing(line, named, context)) return undefined;
  const content = restOf(wholeWords(line, before, context.known), ['I']).join('');
  return content.length < 3
    ? undefined
    : { frame: context.parse(`${content}${tail}是多少${asked}`), unit: asked, unused: [] };
}

/**
 * 城乡居民收入 of many places is that of each of the two: told as one, the one's figure would stand beside the other's. Of both, one that the
 * question names once more is meant alone (城乡居民收入，农村最高的是谁).
 */
function apartWhereBoth(text: string, indicators: readonly Token[], { lexicon }: ReadContext): readonly Token[] {
  const [only, ...more] = indicators;
  if (!only || more.length > 0) return indicators;
  const named = only.value as Indicator;
  const members = bothMembers(text, [named], undefined, lexicon);
  const rest = text.slice(0, only.start) + text.slice(only.end);
  const again = named.covers ? members.filter((member) => namesMember(rest, member, members)) : [];
  const meant = again.length === 1 ? again : members;
  return meant.length > 0 ? meant.map((value) => ({ ...only, text: value.name, value })) : indicators;
}

/** The main targets of a report, as they are asked for. */
const MAIN_AIMS = '主要预期目标';

/** The line with what noise took from the end of a word given back: 数 of 优良天数, where the reports hold the word with it. */
function wholeWords(line: Line, before: Uint8Array, known: ReadContext['known']): Line {
  const used = Uint8Array.from(line.used);
  for (let i = LEAST_WORD - 1; i < used.length; i++) {
    const word = line.text.slice(i - LEAST_WORD + 1, i + 1);
    const open = [...word.slice(0, -1)].every((_, k) => !used[i - LEAST_WORD + 1 + k]);
    if (used[i] && !before[i] && open && /^\p{Script=Han}+$/u.test(word) && known(word)) used[i] = 0;
  }
  const taken = (i: number): boolean => used[i] === 1 && before[i] === 0;
  const { particles } = analysisWords().mentions;
  for (let i = 0; i + 1 < used.length; i++) {
    if (!taken(i) || used[i + 1]) continue;
    const around = line.text.slice(i - 1, i + 2);
    const inner = i > 0 && !used[i - 1] && /^\p{Script=Han}{3}$/u.test(around) && !particles.includes(line.text[i]!);
    // 地 of 地铁 begins a word, 能 of 新能源 stands within one.
    if (thesaurus().has(line.text.slice(i, i + 2)) || (inner && known(around))) used[i] = 0;
  }
  return { ...line, used };
}

/** So many units of a word must be known. */
const LEAST_WORD = 3;

/** The unit that is asked for by its name, 天 of 力争多少天, which is no part of what is asked of. */
function claimUnitAsked({ text, used }: Line): string {
  const { amount } = askingWords();
  for (let i = 0; i < text.length; i++) {
    const word = amount.filter((w) => text.startsWith(w, i)).sort((a, b) => b.length - a.length)[0];
    const unit = word && unitAt(text, i + word.length);
    if (!word || !unit) continue;
    const start = i + word.length;
    if (text.startsWith(unit, start)) used.fill(1, start, start + unit.length);
    return unit;
  }
  return '';
}

/** Several indicators side by side; undefined where one of them is part of another thing. */
function severalOf(
  line: Line,
  named: readonly Token[],
  context: ReadContext,
  unused: readonly string[],
): Subject | undefined {
  if (named.some((token) => isAnotherThing(line, token, context))) return undefined;
  const columns = named
    .slice(0, MOST_COLUMNS)
    .map((t) => ({ indicator: t.value as Indicator, name: nameOf(t, context) }));
  return { frame: context.parse(columns[0]!.name), columns, indicator: columns[0]!.indicator, unused };
}

/** What an indicator is called by the question; in full where that is no name of it (财政, 就业人数). */
function nameOf({ text, value }: Token, { lexicon }: ReadContext): string {
  return lexicon.indicators.find(text, true).length > 0 ? text : (value as Indicator).name;
}

/** The most indicators that are set side by side. */
const MOST_COLUMNS = 8;

/** How many units may be left over that nobody understood, beside an indicator: over many places, and for one. */
const MOST_UNUSED = 10;
const FEW_UNUSED = 1;

/** True where the words that stand right before or behind an indicator make it another thing that reports speak of: 民营经济增加值. */
function isAnotherThing(line: Line, named: Token, { known }: ReadContext): boolean {
  const at = [...line.text].findIndex((_, i) => tokenAt(line, i) === named);
  const plain = (i: number): boolean =>
    i >= 0 && i < line.text.length && !line.used[i] && !tokenAt(line, i) && /\p{Script=Han}/u.test(line.text[i]!);
  let [from, to] = [at, at + 1];
  while (plain(from - 1)) from--;
  while (plain(to)) to++;
  const before = line.text.slice(from, at);
  const behind = line.text.slice(at + 1, to);
  return (before !== '' && known(before + named.text)) || (behind.length > 1 && known(named.text + behind));
}
