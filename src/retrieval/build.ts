import { fingerprint } from '../corpus/duplicates.js';
import { readDocuments } from '../corpus/read.js';
import type { CorpusProblem, Report } from '../corpus/types.js';
import { extractFacts } from '../facts/extract.js';
import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import { offsetRuns } from '../store/offsets.js';
import { packNumbers } from '../store/packing.js';
import { rowOf } from '../store/rows.js';
import type { NewDocument, NewReading, ReportHead } from '../store/types.js';
import type { Span } from '../text/types.js';
import { loadWordList } from './dictionary.js';
import { readingName, readSource, type SourceFile } from './sources.js';
import { trieOf, type WordTrie } from './word-trie.js';

/** What came of a file: its documents, or why there are none. */
export type BuildResult = { readonly reading: NewReading } | { readonly problem: CorpusProblem };

/** Makes the function that reads files. Its own tools (the word trie: 0.2 s) are made when a file first needs them. */
export function createBuilder(lexicon: Lexicon, program: string): (source: SourceFile) => BuildResult {
  let tools: { readonly words: readonly string[]; readonly trie: WordTrie } | undefined;

  const documentOf = (report: Report): NewDocument => {
    if (!tools) {
      const { words } = loadWordList(termsOf(lexicon));
      tools = { words, trie: trieOf(words) };
    }
    const { words, trie } = tools;
    const facts = extractFacts(report, lexicon);
    const counts = trie.count(report.view.text, coveringSpans(report));
    return {
      head: headOf(report, facts),
      fingerprint: fingerprint(report),
      text: report.view.text,
      offsets: offsetRuns(report.view.offsets),
      sections: JSON.stringify(report.sections),
      passages: JSON.stringify(report.passages.map(({ start, end, section }) => [start, end, section])),
      facts: JSON.stringify(facts.map((fact, i) => rowOf(fact, i + 1))),
      indicators: [...new Set(facts.flatMap(({ indicator }) => indicator ?? []))],
      namesakes: facts.flatMap(({ indicator, subject }, i) =>
        indicator === undefined ? lexicon.indicators.namesakes(subject).map(({ id }) => [id, i + 1] as const) : [],
      ),
      wordNumbers: packNumbers(counts.words),
      words: JSON.stringify(Array.from(counts.words, (word, i) => [words[word], counts.passages[i]])),
    };
  };

  return (source) => {
    const read = readSource(source);
    if ('problem' in read) return read;
    const { sha, text } = read;
    try {
      const documents = readDocuments(source.seed, text, lexicon).map(documentOf);
      return { reading: { name: readingName(program, source, sha), sha, documents, source: text } };
    } catch (error) {
      // One file that the reader cannot deal with must not take the others with it.
      const message = `无法解析：${error instanceof Error ? error.message : String(error)}`;
      return { problem: { seed: source.seed, severity: 'error', message } };
    }
  };
}

/** Words of the configuration that the segmenter is to keep whole: names of indicators. */
export function termsOf(lexicon: Lexicon): string[] {
  return lexicon.indicators.list.flatMap((indicator) => [indicator.name, ...indicator.aliases, ...indicator.asked]);
}

/** The head of a report: everything but its text. */
function headOf(report: Report, facts: readonly Fact[]): ReportHead {
  const { view, sections: _sections, passages, place, ...head } = report;
  const ends = [...new Set(facts.map(({ period }) => period.to))].sort((a, b) => a - b);
  return {
    ...head,
    place: place && withoutAliases(place),
    length: view.text.length,
    passages: passages.length,
    facts: facts.length,
    ends,
  };
}

/** The gazetteer knows its other names; they would be the greater part of a head. */
function withoutAliases(place: Place): Place {
  return { ...place, aliases: [place.name, place.short] };
}

/** The report's passages, and the stretches between them (headings), so that every word of the view is met. */
function coveringSpans(report: Report): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of report.passages) {
    if (start > at) spans.push({ start: at, end: start });
    spans.push({ start, end });
    at = Math.max(at, end);
  }
  if (at < report.view.text.length) spans.push({ start: at, end: report.view.text.length });
  return spans;
}
