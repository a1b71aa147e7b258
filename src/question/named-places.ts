import type { Place } from '../lexicon/types.js';

/** A place as the question writes it. */
export function typedName(text: string, { name, short, aliases }: Place): string {
  return [name, short, ...aliases].find((n) => text.includes(n)) ?? short;
}

/** True where two places stand side by side: 常德和怀化, 常德、怀化. */
export function sideBySide(text: string, places: readonly Place[]): boolean {
  const names = places.map((p) => [p.name, p.short, ...p.aliases].sort((a, b) => b.length - a.length));
  return names.some((left, i) =>
    names.some(
      (right, j) =>
        i !== j &&
        left.some((l) =>
          right.some((r) =>
            new RegExp(`${l}[、和与跟同及，,]${r}(?!哪(?!个?(?:更|最)?[多少高低大小快慢长短]))`, 'u').test(text),
          ),
        ),
    ),
  );
}
