import type { Report } from '../corpus/types.js';
import type { Place } from '../lexicon/types.js';
import type { CarriedWord } from '../matching/counted-names.js';
import { trimmed } from '../matching/parts.js';
import { sharedPairs } from '../matching/pieces.js';
import { headingEnd } from '../matching/sentence-units.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { AnswerContext } from './context.js';
import { candidates } from './find-sentences.js';
import { byNearness } from './named-list.js';
import type { FoundList } from './say-list.js';

/** How many reports are looked through. */
const REPORTS = 6;
/** The longest head that carries a word. */
const MAX_HEAD = 60;
/** How far before the first item the topic may stand. */
const BEFORE = 160;

/** Heads that carry a word, in one part of a report. */
interface Group {
  readonly section: number;
  readonly heads: readonly Span[];
}

/**
 * Just so many headings, or heads of sentences in one section, that carry the same word in the same place: 坚持政治引领, 坚持依法行政 for
 * 四个“坚持”. Of several the one whose section speaks of the question's topic; undefined where none does.
 */
export function carriedList(
  context: AnswerContext,
  place: Place | undefined,
  { word, count }: CarriedWord,
): FoundList | undefined {
  const topic = context.query.residue.filter((run) => run !== word && run.length > 1);
  for (const { id } of [...candidates(context, place)].sort(byNearness(context)).slice(0, REPORTS)) {
    const report = context.store.report(id);
    const { text } = report.view;
    const told = [...headingGroups(report, word), ...sentenceGroups(report, word)]
      .flatMap((group) => alike(text, group, word))
      .filter(({ heads }) => heads.length === count)
      .map((group) => ({ group, near: nearness(report, group, topic) }))
      .filter(({ near }) => topic.length === 0 || near > 0)
      .sort((a, b) => b.near - a.near);
    const [best] = told;
    if (!best) continue;
    const items = best.group.heads;
    const anchor = { start: items[0]!.start, end: items.at(-1)!.end };
    return { report, section: best.group.section, anchor, items };
  }
  return undefined;
}

/** The headings that carry the word, by the part that they divide. */
function headingGroups(report: Report, word: string): Group[] {
  const groups = new Map<string, { section: number; heads: Span[] }>();
  for (const [index, section] of report.sections.entries()) {
    const head = clauseHead(report.view.text, { start: section.start, end: headingEnd(report, index) });
    if (!report.view.text.slice(head.start, head.end).includes(word)) continue;
    const key = section.path.slice(0, -1).join('\n');
    const group = groups.get(key) ?? { section: index, heads: [] };
    group.heads.push(head);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The first clauses of sentences that carry the word, section by section. */
function sentenceGroups(report: Report, word: string): Group[] {
  const { text } = report.view;
  return report.sections.flatMap((section, index) => {
    const within = { start: section.start, end: section.end };
    if (!text.slice(within.start, within.end).includes(word)) return [];
    const heads = splitSentences(text, within)
      .flatMap((sentence) => [clauseHead(text, sentence), ...behindColon(text, sentence)])
      .filter((head) => head.end - head.start <= MAX_HEAD && text.slice(head.start, head.end).includes(word));
    return heads.length > 1 ? [{ section: index, heads }] : [];
  });
}

/** The clause behind the colon of a sentence, which announces it with what follows: 我们将：坚持把…. */
function behindColon(text: string, { start, end }: Span): Span[] {
  const colon = text.slice(start, end).search(/[：:]/u);
  return colon < 0 ? [] : [clauseHead(text, { start: start + colon + 1, end })];
}

/** The first clause of a sentence without its number. */
function clauseHead(text: string, sentence: Span): Span {
  const number = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、.．，]|是))?\s*/u.exec(
    text.slice(sentence.start, sentence.end),
  );
  const start = sentence.start + (number?.[0].length ?? 0);
  const cut = text.slice(start, sentence.end).search(/[，,；;：:。]/u);
  return trimmed(text, { start, end: cut > 0 ? start + cut : sentence.end });
}

/** The heads of a group that carry the word in one place, from their start or their end, or that begin alike; each such set. */
function alike(text: string, { section, heads }: Group, word: string): Group[] {
  const sets = new Map<string, Span[]>();
  for (const head of heads) {
    const words = text.slice(head.start, head.end);
    const at = words.indexOf(word);
    for (const key of [`from ${at}`, `to ${words.length - at}`, words.slice(0, 2)])
      sets.set(key, [...(sets.get(key) ?? []), head]);
  }
  return [...sets.values()].map((set) => ({ section, heads: set }));
}

/** Share of the topic that the heading, the heads, or what stands right before them holds. */
function nearness(report: Report, { section, heads }: Group, topic: readonly string[]): number {
  const { text } = report.view;
  const before = text.slice(Math.max(0, heads[0]!.start - BEFORE), heads.at(-1)!.end);
  const around = `${report.sections[section]?.path.join(' ') ?? ''} ${before}`;
  const shared = topic.map((run) => sharedPairs(run, around));
  const total = shared.reduce((sum, s) => sum + s.total, 0);
  return total === 0 ? 0 : shared.reduce((sum, s) => sum + s.held, 0) / total;
}
