import type { Lexicon } from '../lexicon/load.js';
import type { Indicator } from '../lexicon/types.js';
import type { Scratch } from './scratch.js';
import { claim, isFree } from './scratch.js';

/** The shortest name in which a slip of the keyboard is mended; shorter ones are too easily another word. */
const MIN_TYPO_LENGTH = 4;

/** Units that tell namesakes apart: a difference in one of them is never a slip. */
const TELLING = /[一二三四五六七八九十上下大小内外进出城乡农工男女新旧高低增减东西南北省市县全中\d]/;

export interface AskedIndicator {
  readonly indicator: Indicator;
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly text: string;
  /** True where a slip was mended: 财政收人. */
  readonly mended: boolean;
}

/** The indicators a question names, in order; where none is, a name with one slip in it is looked for. */
export function askedIndicators(scratch: Scratch, lexicon: Lexicon): AskedIndicator[] {
  const exact = lexicon.indicators
    .find(scratch.text, true)
    .filter((m) => isFree(scratch, m.start, m.end))
    .map((m) => ({ ...m, mended: false }));
  const found = exact.length > 0 ? exact : mended(scratch, lexicon);
  for (const f of found) claim(scratch, f.start, f.end);
  return found;
}

function mended(scratch: Scratch, lexicon: Lexicon): AskedIndicator[] {
  const { text } = scratch;
  let best: AskedIndicator | undefined;
  for (const indicator of lexicon.indicators.list)
    for (const name of [indicator.name, ...indicator.aliases, ...indicator.asked]) {
      if (name.length < MIN_TYPO_LENGTH || (best && name.length <= best.end - best.start - 1)) continue;
      const at = findWithSlip(text, name);
      if (!at || !isFree(scratch, at.start, at.end)) continue;
      best = { indicator, start: at.start, end: at.end, text: text.slice(at.start, at.end), mended: true };
    }
  return best ? [best] : [];
}

/** Where `name` stands in `text` with one unit replaced, missing, added, or two neighbours swapped. */
export function findWithSlip(text: string, name: string): { start: number; end: number } | undefined {
  const n = name.length;
  for (let start = 0; start + n - 1 <= text.length; start++) {
    let same = 0;
    while (same < n && text[start + same] === name[same]) same++;
    if (same === 0 && text[start + 1] !== name[1]) continue;
    const rest = name.slice(same + 1);
    if (start + n <= text.length && same < n && text.startsWith(rest, start + same + 1)) {
      const typed = text[start + same]!;
      if (/\p{Script=Han}/u.test(typed) && !TELLING.test(typed) && !TELLING.test(name[same]!))
        return { start, end: start + n };
    }
    if (same > 0 && same < n && !TELLING.test(name[same]!) && rest.length > 0 && text.startsWith(rest, start + same))
      return { start, end: start + n - 1 };
    if (
      same < n - 1 &&
      text[start + same] === name[same + 1] &&
      text[start + same + 1] === name[same] &&
      text.startsWith(name.slice(same + 2), start + same + 2)
    )
      return { start, end: start + n };
  }
  return undefined;
}
