import type { Frame } from '../../frame/types.js';

/** True where a question asks for a list: in so many words, or in words that count what it asks for (“五治”是啥, 四个项目都有谁). */
export function asksForList({ operation, list }: Frame): boolean {
  if (operation === 'list') return true;
  return (
    operation === 'passage' &&
    (list.part !== undefined || list.names.length > 0 || list.carried !== undefined || list.count !== undefined)
  );
}
