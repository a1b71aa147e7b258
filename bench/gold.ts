import { readFileSync } from 'node:fs';
import type { Store } from '../src/retrieval/types.js';
import { toSource } from '../src/text/view.js';

/** A passage as every engine gets it. */
export interface Document {
  /** Its place in the list. */
  readonly id: number;
  readonly report: string;
  readonly passage: number;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly seed: string;
  /** Offsets into the source file. */
  readonly start: number;
  readonly end: number;
}

/** A question with the documents that hold its evidence. */
export interface GoldQuestion {
  readonly text: string;
  readonly relevant: ReadonlySet<number>;
}

/** A line of a gold set, as far as it is used here. */
interface GoldLine {
  readonly kind: string;
  readonly question?: string;
  readonly evidence?: readonly { readonly seed: string; readonly quote: string }[];
}

/** Kinds of questions that one passage answers. */
const KINDS = new Set(['number', 'list', 'text']);

/** All passages of a corpus, duplicates left out. */
export function documentsOf(store: Store): Document[] {
  const documents: Document[] = [];
  for (const { id: report, title, seed, duplicateOf } of store.heads) {
    if (duplicateOf !== undefined) continue;
    const { view, passages, sections } = store.report(report);
    for (const passage of passages) {
      documents.push({
        id: documents.length,
        report,
        passage: passage.index,
        title,
        heading: sections[passage.section]?.path.join(' ') ?? '',
        text: view.text.slice(passage.start, passage.end),
        seed,
        ...toSource(view, passage),
      });
    }
  }
  return documents;
}

/** The questions of a gold set whose evidence is found in the corpus. */
export function goldQuestions(file: string, store: Store, documents: readonly Document[]): GoldQuestion[] {
  const bySeed = new Map<string, Document[]>();
  for (const document of documents) bySeed.set(document.seed, [...(bySeed.get(document.seed) ?? []), document]);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line): GoldQuestion[] => {
    const { kind, question, evidence = [] } = JSON.parse(line) as GoldLine;
    if (!KINDS.has(kind) || question === undefined) return [];
    const relevant = evidence.flatMap(({ seed, quote }) => {
      const own = bySeed.get(seed) ?? [];
      const at = (own[0] && store.source(own[0].report))?.indexOf(quote) ?? -1;
      if (at < 0) return [];
      return own.filter(({ start, end }) => start < at + quote.length && at < end);
    });
    return relevant.length > 0 ? [{ text: question, relevant: new Set(relevant.map(({ id }) => id)) }] : [];
  });
}
