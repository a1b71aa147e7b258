import type { Report } from '../../corpus/types.js';
import type { CountedName } from '../../frame/types.js';
import type { Span } from '../../text/types.js';
import { partsOf, trimmed } from '../parts.js';
import { headingEnd, type SentenceUnit, sentencesOfReport } from '../sentence-units.js';
import type { ListStructure } from './types.js';

/** The longest head that may be an item. */
const MAX_HEAD = 40;
/** Heads that begin or end alike make a list from so many on. */
const MIN_ALIKE = 3;
const MAX_ALIKE = 30;
/** So many at most where the question does not say how many carry its word. */
const MAX_CARRIED = 12;
/** How many characters heads share at their beginning or their end. */
const SHARED = 2;

interface Head {
  readonly span: Span;
  readonly section: number;
  readonly words: string;
}

/** The first clause of a stretch without its number. */
function headOf(text: string, { start, end }: Span): Span {
  const number = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、.．，]|[是要])|[—–-]+)?\s*/u.exec(
    text.slice(start, end),
  )![0];
  const from = start + number.length;
  const cut = text.slice(from, end).search(/[，,；;：:。]/u);
  return trimmed(text, { start: from, end: cut > 0 ? from + cut : end });
}

function headsOfSentences(units: readonly SentenceUnit[]): Head[] {
  return units.flatMap(({ report, span, section }) => {
    const { text } = report.view;
    const colon = text.slice(span.start, span.end).search(/[：:]/u);
    const heads = [
      headOf(text, span),
      ...(colon < 0 ? [] : [headOf(text, { start: span.start + colon + 1, end: span.end })]),
    ];
    return heads
      .filter(({ start, end }) => end - start >= 2 && end - start <= MAX_HEAD)
      .map((head) => ({ span: head, section, words: text.slice(head.start, head.end) }));
  });
}

/** The headings, each with the part that it divides. */
function headsOfHeadings(report: Report): Map<string, Head[]> {
  const groups = new Map<string, Head[]>();
  for (const [section, { start, path }] of report.sections.entries()) {
    const span = headOf(report.view.text, { start, end: headingEnd(report, section) });
    if (span.end - span.start < 2) continue;
    const key = path.slice(0, -1).join('\n');
    groups.set(key, [
      ...(groups.get(key) ?? []),
      { span, section, words: report.view.text.slice(span.start, span.end) },
    ]);
  }
  return groups;
}

/** Heads of sentences of one section that begin or end alike: 要实施A工程。…要实施B工程。 */
export function alikeStructures(report: Report): ListStructure[] {
  return sectionsOf(headsOfSentences(sentencesOfReport(report))).flatMap((heads) =>
    groupsOf(heads, ({ words }) => [`^${words.slice(0, SHARED)}`, `${words.slice(-SHARED)}$`])
      .filter((group) => group.length >= MIN_ALIKE && group.length <= MAX_ALIKE)
      .map((group) => made(report, 'alike', group)),
  );
}

/**
 * So many heads, clauses or quoted words of one part of a report that carry the classes of a name in one place: 坚持政治引领, 坚持依法行政
 * for 四个“坚持”, 大力治房, 大力治水 for “五治”, 高铁网, 城市路网 for “五张网”.
 */
export function carriedStructures(report: Report, { classes, counts, forms }: CountedName): ListStructure[] {
  if (classes.length === 0) return [];
  const units = sentencesOfReport(report).filter(({ span }) =>
    classes.some((c) => report.view.text.slice(span.start, span.end).includes(c)),
  );
  const places = [
    ...sectionsOf(headsOfSentences(units)),
    ...headsOfHeadings(report).values(),
    ...sectionsOf(clausesOf(units, '，,；;：:。！？\n')),
    ...sectionsOf(clausesOf(units, '，,；;：:。！？、\n')),
    ...sectionsOf(quotesOf(units)),
  ];
  const found = places.flatMap((heads) => {
    const carrying = heads.filter(
      ({ words }) => isCarrying(words, classes) && !forms.some((form) => words.includes(form)),
    );
    return groupsOf(carrying, ({ words }) => placesOf(words, classes)).filter(({ length }) =>
      counts.length > 0 ? counts.includes(length) : length >= MIN_ALIKE && length <= MAX_CARRIED,
    );
  });
  return found.map((group) => made(report, 'carried', group));
}

/** True for words that carry the class and are not the counted name itself: 五张网. */
function isCarrying(words: string, classes: readonly string[]): boolean {
  const held =
    classes.length > 1 && new Set(classes).size > 1
      ? classes.every((c) => words.includes(c))
      : words.includes(classes[0]!);
  return held && !/[二两三四五六七八九十\d]+(?:大|个|项|条|张|件)/u.test(words) && words.length > classes[0]!.length;
}

/** Where words carry a class: so far from their beginning, so far from their end, or with the same words before or behind it. */
function placesOf(words: string, classes: readonly string[]): string[] {
  if (classes.length > 1) return ['all'];
  const at = words.indexOf(classes[0]!);
  const behind = words.length - at - classes[0]!.length;
  return [`from ${at}`, `to ${behind}`, `before ${words.slice(0, at)}`, `behind ${words.slice(at)}`];
}

function clausesOf(units: readonly SentenceUnit[], separators: string): Head[] {
  return units.flatMap(({ report, span, section }) =>
    partsOf(report.view.text, span, separators)
      .filter(({ start, end }) => end - start <= MAX_HEAD)
      .map((part) => ({ span: part, section, words: report.view.text.slice(part.start, part.end) })),
  );
}

function quotesOf(units: readonly SentenceUnit[]): Head[] {
  return units.flatMap(({ report, span, section }) =>
    [...report.view.text.slice(span.start, span.end).matchAll(/“([^“”]{2,24})”/gu)].map((quote) => {
      const start = span.start + quote.index + 1;
      return { span: { start, end: start + quote[1]!.length }, section, words: quote[1]! };
    }),
  );
}

function sectionsOf(heads: readonly Head[]): Head[][] {
  return groupsOf(heads, ({ section }) => [String(section)]);
}

function groupsOf(heads: readonly Head[], keysOf: (head: Head) => readonly string[]): Head[][] {
  const groups = new Map<string, Head[]>();
  for (const head of heads)
    for (const key of new Set(keysOf(head))) {
      const group = groups.get(key) ?? [];
      if (
        !group.some(
          ({ words, span }) => words === head.words || (span.start < head.span.end && span.end > head.span.start),
        )
      )
        group.push(head);
      groups.set(key, group);
    }
  return [...groups.values()];
}

function made(report: Report, kind: ListStructure['kind'], group: readonly Head[]): ListStructure {
  const items = group.map(({ span }) => span);
  const anchor = { start: items[0]!.start, end: items.at(-1)!.end };
  return { report, kind, section: group[0]!.section, anchor, items };
}
