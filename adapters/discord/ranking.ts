/** Something that can be completed. */
export interface Candidate {
  readonly value: string;
  /** The names by which it is found, the usual first. */
  readonly keys: readonly string[];
  readonly spellings: Spellings;
}

/** How a name is typed in Latin letters: cd and changde for 常德. */
export interface Spellings {
  readonly initials: string;
  readonly full: string;
}

export type Pinyin = (text: string) => Spellings;

/** Spells Chinese in pinyin without tones. The dictionary is loaded here (78 ms), once, so that no completion waits for it. */
export async function createPinyin(): Promise<Pinyin> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) =>
      syllable.toLowerCase(),
    );
    return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
  };
}

/**
 * The values that fit what was typed, the likeliest first; all of them where nothing was typed, none where nothing fits.
 * Names come before spellings, beginnings before middles, names that sound alike (张家届) before a slip of one character.
 */
export function rank(typed: string, candidates: readonly Candidate[], pinyin: Pinyin): string[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return candidates.map(({ value }) => value);
  const sound = /^[\x20-\x7e]*$/.test(wanted) ? null : pinyin(wanted).full;
  return candidates
    .map((candidate, index) => ({ candidate, index, score: score(wanted, sound, candidate) }))
    .filter(({ score }) => score < NO_FIT)
    .sort((a, b) => a.score - b.score || a.index - b.index)
    .map(({ candidate }) => candidate.value);
}

const NO_FIT = 100;

function score(wanted: string, sound: string | null, { keys, spellings }: Candidate): number {
  const names = keys.map((key) => key.toLowerCase());
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  const latin = wanted.replace(/['’\s]/g, '');
  if (/^[a-z0-9]+$/.test(latin)) {
    if (spellings.initials === latin || spellings.full === latin) return 3;
    if (spellings.initials.startsWith(latin)) return 4;
    if (spellings.full.startsWith(latin)) return 5;
    if (latin.length >= 2 && spellings.initials.includes(latin)) return 6;
    if (latin.length >= 4 && nearPrefix(latin, spellings.full)) return 8;
    return NO_FIT;
  }
  if (sound !== null && wanted.length >= 2 && spellings.full.startsWith(sound)) return 6;
  if (wanted.length >= 3 && isSubsequence(wanted, names[names.length - 1] ?? '')) return 7;
  if (wanted.length >= 2 && names.some((name) => nearPrefix(wanted, name))) return 9;
  return NO_FIT;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length;
}

/** True where `typed` is a beginning of `name` with one character replaced, left out, added, or two exchanged. */
function nearPrefix(typed: string, name: string): boolean {
  return [-1, 0, 1].some((difference) => oneSlip(typed, name.slice(0, typed.length + difference)));
}

function oneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
