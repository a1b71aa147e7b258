/**
 * True where a negation only asks whether: 没变 of 变没变, 没完成 of 完成没完成, 没有变 of 有没有变. Such a stretch denies nothing.
 * @param start where the stretch with the negation begins.
 */
export function asksEither(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const stretch = text.slice(start);
  const negation = NEGATIONS.find((word) => stretch.startsWith(word));
  if (negation === undefined) return isAskedAgain(before, stretch);
  if (before.endsWith('有') && stretch.startsWith('没有')) return true;
  const behind = stretch.slice(negation.length);
  return [1, 2].some((n) => behind.length >= n && before.length >= n && before.slice(-n) === behind.slice(0, n));
}

/** 超目标 of 超没超目标: the verb behind its own denial. */
function isAskedAgain(before: string, stretch: string): boolean {
  const negation = NEGATIONS.find((word) => before.endsWith(word));
  const verb = negation === undefined ? '' : before.slice(0, -negation.length);
  return [1, 2].some((n) => verb.length >= n && verb.slice(-n) === stretch.slice(0, n));
}

/** Words right before a verb that may ask whether together with it, the longest first. */
const NEGATIONS = ['没有', '没', '不', '未'];
