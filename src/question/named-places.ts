import type { Place } from '../lexicon/types.js';
import { patterns } from './patterns/index.js';

/** A place as the question writes it. */
export function typedName(text: string, { name, short, aliases }: Place): string {
  return [name, short, ...aliases].find((n) => text.includes(n)) ?? short;
}

/** True where two places stand side by side: 常德和怀化, 常德、怀化. */
export function sideBySide(text: string, places: readonly Place[]): boolean {
  const names = places.map((p) => [p.name, p.short, ...p.aliases].sort((a, b) => b.length - a.length));
  return names.some((left, i) =>
    names.some((right, j) => i !== j && left.some((l) => right.some((r) => standBeside(text, l, r)))),
  );
}

/** True where two names stand beside one another, a mark or a word between them. 常德和怀化哪条河 asks for a river of theirs. */
function standBeside(text: string, left: string, right: string): boolean {
  const { between, whichBehind } = patterns().places;
  for (let at = text.indexOf(left); at >= 0; at = text.indexOf(left, at + 1)) {
    const middle = at + left.length;
    const behind = middle + 1 + right.length;
    if (text.startsWith(right, middle + 1) && between.in(text[middle]!) && !whichBehind.in(text.slice(behind)))
      return true;
  }
  return false;
}
