/**
 * A pure function that keeps its last few results, found again by the same arguments (compared by identity). One question is read and
 * answered in several ways that need the same parts; few are kept, so that nothing is held on to once it has been answered.
 */
export function recent<A extends readonly unknown[], R>(make: (...given: A) => R, most = 8): (...given: A) => R {
  const kept: { readonly given: A; readonly made: R }[] = [];
  return (...given) => {
    const known = kept.find((one) => one.given.every((value, i) => value === given[i]));
    if (known) return known.made;
    const made = make(...given);
    if (kept.length >= most) kept.shift();
    kept.push({ given, made });
    return made;
  };
}
