import type { Store } from '../retrieval/types.js';
import { toView } from '../text/view.js';
import type { Citation } from './schema.js';

/** Where a quote stands, wider (看原文). Texts are cleaned; `quote` is verbatim. */
export interface Surroundings {
  readonly title: string;
  readonly section: readonly string[];
  readonly seed: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** How much text is shown on either side, in units of the view. */
const AROUND = 180;

/** The text around a quote; undefined where the corpus no longer holds its document. */
export function surroundingsOf(
  store: Store,
  at: Pick<Citation, 'document' | 'start' | 'end'>,
): Surroundings | undefined {
  const { id } = at.document;
  const source = store.head(id) && store.source(id);
  if (source === undefined) return undefined;
  const report = store.report(id);
  const { text } = report.view;
  const start = toView(report.view, at.start);
  const end = toView(report.view, at.end);
  let section: readonly string[] = [];
  for (const s of report.sections) if (s.start <= start && start < s.end) section = s.path;
  return {
    title: report.title,
    section,
    seed: report.seed,
    before: text.slice(Math.max(0, start - AROUND), start),
    quote: source.slice(at.start, at.end),
    after: text.slice(end, end + AROUND),
  };
}
