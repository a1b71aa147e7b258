import type { Answer } from '../answer/schema.js';
import type { Place } from '../lexicon/types.js';
import type { Store } from '../retrieval/types.js';

/**
 * True where an answer tells of a place that lies in the one whose report it is from: its first quote names it, or the paragraph does in which
 * that stands (玉树重建取得重大成果。…累计完成投资380亿元).
 */
export function tellsOf(store: Store, { citations }: Answer, { short }: Place): boolean {
  const [first] = citations;
  if (!first) return false;
  if (first.quote.includes(short)) return true;
  const head = store.head(first.document.id);
  if (!head) return false;
  const { text } = store.report(head.id).view;
  const at = text.indexOf(first.quote);
  return at >= 0 && text.slice(text.lastIndexOf('\n', at) + 1, at).includes(short);
}
