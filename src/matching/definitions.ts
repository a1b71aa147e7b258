import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { withoutVerb } from './list-verbs.js';
import { numberedItems } from './numbered-items.js';
import { isPart, joinedBy, lineEnd, partsOf, trimmed, withQuote } from './parts.js';
import { reportPatterns } from './report-patterns.js';
import type { NamedItems } from './types.js';

/** The longest definition, in units. */
const MAX_REGION = 2500;
/** What may stand before a term that heads its explanation, and behind it: 26.“五未”土地. */
const HEAD_BEFORE = /^\s*(?:[[(（]?\d{1,3}[\])）.、．]?|[①-⑳])?\s*[“"]?$/u;
const HEAD_AFTER = /^[”"]?[\p{Script=Han}A-Za-z]{0,8}$/u;

/** Where the explanation of a term begins that stands on a line of its own with it below; undefined for a term in running text. */
export function belowHead(text: string, at: Span): number | undefined {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const end = lineEnd(text, at.end);
  if (!HEAD_BEFORE.test(text.slice(start, at.start)) || !HEAD_AFTER.test(text.slice(at.end, end))) return undefined;
  const below = /\S/u.exec(text.slice(end));
  return below ? end + below.index : undefined;
}

/** Where the words begin that take a name apart; undefined where nothing of the kind follows it. */
function definitionStart(text: string, at: Span): number | undefined {
  const { behindName, nextSentence } = reportPatterns().definitions;
  const behind = text.slice(at.end, at.end + 40);
  const tail = behindName.find(behind) ?? nextSentence.find(behind);
  return tail ? at.end + tail[0].length : belowHead(text, at);
}

/** X：A、B、C; “X”（A、B、C）; X，即A、B、C; X on a line of its own above A、B、C. */
export function definedItems(text: string, at: Span, counts: readonly number[]): NamedItems | undefined {
  const from = definitionStart(text, at);
  if (from === undefined) return undefined;
  // What stands on the line below is quoted by itself: run together with its head it would read as one sentence.
  const start = text.slice(at.end, from).includes('\n') ? from : withQuote(text, at).start;
  const line = Math.min(lineEnd(text, from), from + MAX_REGION);
  const close = /[（(]/u.test(text[from - 1]!) ? text.slice(from, line).search(/[)）]/u) : -1;
  const sentence = splitSentences(text, { start: from, end: line })[0];
  // A name of halves that count alike (两增两减) may have its first half in the first clause.
  const clause = counts.length > 1 ? -1 : text.slice(from, line).search(/[，,；;。]/u);
  const regions =
    close >= 0
      ? [from + close]
      : [...(clause > 0 ? [from + clause] : []), sentence?.end ?? line, line].filter(
          (e, i, all) => all.indexOf(e) === i,
        );
  for (const end of regions) {
    const items = cutExactly(text, { start: from, end }, counts, end === regions[0] && clause > 0);
    if (items) return { items, anchor: { start, end }, quality: 1.3 };
  }
  return undefined;
}

const LISTING = '、';
/** The separators by which a list is cut, tried in order. */
const SEPARATORS: readonly string[] = ['；;', '、', '，,', '、；;', '、，,', '；;，,', '。', '。；;'];

/** A region cut into just so many parts as the name counts, by the first separator that does. */
function cutExactly(text: string, region: Span, counts: readonly number[], clause = false): Span[] | undefined {
  for (const count of counts) {
    const chain = numberedItems(text, { start: region.start - 1, end: region.start }, count, 30);
    if (chain.length === count && chain.at(-1)!.end <= region.end) return chain;
    for (const separator of clause ? [LISTING] : SEPARATORS) {
      const parts = partsOf(text, region, separator).map((part) => withoutLead(text, part));
      for (const list of [parts, ...(separator.includes('、') ? joinedLists(text, parts, counts) : [])]) {
        const items = list.map((part, i) => (i === list.length - 1 ? withoutEnd(text, part) : part));
        if (items.length === count && items.every(isPart)) return withoutVerb(text, items);
      }
    }
  }
  return undefined;
}

/** The parts with the last one, or each, taken apart at 和. Of two halves that a name counts alike (两集中两到位) 和 parts none. */
function joinedLists(text: string, parts: readonly Span[], counts: readonly number[]): Span[][] {
  if (parts.length === 1 && counts.length > 1) return [];
  const apart = (part: Span): Span[] => {
    const two = joinedBy(text, withoutEnd(text, part));
    return two.length > 0 ? two : [part];
  };
  const last = parts.at(-1);
  return last ? [[...parts.slice(0, -1), ...apart(last)], parts.flatMap(apart)] : [];
}

/** A part without the word that opens the definition: 即公共绿地, “两不愁”指不愁吃. */
export function withoutLead(text: string, part: Span): Span {
  const lead = reportPatterns().definitions.opens.find(text.slice(part.start, part.end));
  return lead ? trimmed(text, { start: part.start + lead[0].length, end: part.end }) : part;
}

function withoutEnd(text: string, part: Span): Span {
  const end = reportPatterns().definitions.classAtEnd.find(text.slice(part.start, part.end));
  return end && end.index >= 2 ? { start: part.start, end: part.start + end.index } : part;
}
