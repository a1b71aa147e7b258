import { createRequire } from 'node:module';
import type { Spelling } from './completion.js';

/** Pinyin, whole and by initials. The dictionary behind it takes a moment to load: call it with the first Tab that needs it. */
export function pinyinSpelling(): Spelling {
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  const spelled = (name: string, pattern: 'pinyin' | 'first') =>
    pinyin(name, { pattern, toneType: 'none', separator: '', v: true }).toLowerCase();
  return (name) => [spelled(name, 'pinyin'), spelled(name, 'first')];
}
