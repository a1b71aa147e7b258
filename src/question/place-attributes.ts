/** The longest attribute of a place. */
const LONGEST = 14;
const SHORTEST = 2;

/**
 * What is said of a place right before it, at the beginning of its clause (定语): 长白山边上 of 长白山边上的通化. It says which place is meant and asks
 * for nothing.
 * @param placed flags of the units that name places.
 * @param used flags of all units that are claimed: words of which something was made are no attribute.
 * @returns spans of the text, each without its 的.
 */
export function placeAttributes(
  text: string,
  placed: ArrayLike<number>,
  used: ArrayLike<number>,
): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let at = SHORTEST + 1; at < text.length; at++) {
    if (!placed[at] || placed[at - 1] || text[at - 1] !== '的') continue;
    let end = at;
    while (placed[end]) end++;
    // 出去打工的广元老乡: what stands behind the place is what the attribute is of.
    if (end < text.length && !used[end] && /(?!的)\p{Script=Han}/u.test(text[end]!)) continue;
    let start = at - 1;
    while (start > 0 && !used[start - 1] && /\p{Script=Han}/u.test(text[start - 1]!)) start--;
    const opens = start === 0 || /[，,。；;：:？?！!\s]/u.test(text[start - 1]!);
    const length = at - 1 - start;
    if (opens && length >= SHORTEST && length <= LONGEST) spans.push([start, at - 1]);
  }
  return spans;
}
