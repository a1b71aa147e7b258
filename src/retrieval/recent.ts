/**
 * A pure function that keeps its last few results, found again by the same arguments (compared by identity). One question is read and
 * answered in several ways that need the same parts; few are kept, so that nothing is held on to once it has been answered.
 */
export function recent<A extends readonly unknown[], R>(make: (...given: A) => R, most = 8): (...given: A) => R {
  const kept: { readonly given: A; readonly made: R }[] = [];
  return (...given) => {
    for (let i = kept.length - 1; i >= 0; i--) if (isSame(kept[i]!.given, given)) return kept[i]!.made;
    const made = make(...given);
    if (kept.length >= most) kept.shift();
    kept.push({ given, made });
    return made;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
