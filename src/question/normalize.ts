import { createRequire } from 'node:module';
import { foldText } from '../text/view.js';

/** The longest question that is read, in UTF-16 units; what is longer is refused, not cut. */
export const MAX_QUESTION = 500;

/** How many of the first units of a question are looked at to name what is wrong with it. */
const SAMPLE = 2000;

export type Normalized =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'empty' | 'too-long' | 'no-words' };

type Convert = (text: string) => string;
let toSimplified: Convert | undefined;

/**
 * Characters that stand in Traditional text alone and often in questions. Their presence loads the converter (21 ms),
 * which a question in Simplified characters does not pay.
 */
const TRADITIONAL =
  /[業產總額標資費稅財業區縣萬億員農鄉鎮會長計劃劃實際報個幾邊設當時間問題點還這沒過來國學習體發達務質優環節單點戶電腦網術職養療險點熱氣麼嗎誰說讓給從應該據與為後從處將對選選項類層際據億標懷陽銅陰臺壓張減範項規數執條態種運輸鐵醫護導師級紅線續綠緒終經絡維]/;

/** Folds, simplifies and bounds a question (繁体转简体、全角转半角). Never throws. */
export function normalizeQuestion(raw: string): Normalized {
  const sample = raw.length > SAMPLE ? raw.slice(0, SAMPLE) : raw;
  if (sample.trim() === '' && raw.trim() === '') return { ok: false, problem: 'empty' };
  if (raw.length > MAX_QUESTION) return { ok: false, problem: 'too-long' };
  const spaced = raw.replace(/[\s\u3000]+/g, ' ').trim();
  const simplified = TRADITIONAL.test(spaced) ? simplify(spaced) : spaced;
  const text = foldText(simplified).trim();
  if (!/[\p{Script=Han}\p{L}\p{N}]/u.test(text)) return { ok: false, problem: text === '' ? 'empty' : 'no-words' };
  return { ok: true, text };
}

/** Traditional characters to Simplified ones. The converter is loaded with its first use. */
function simplify(text: string): string {
  if (!toSimplified) {
    const opencc = createRequire(import.meta.url)('opencc-js/t2cn') as {
      Converter(options: { from: string; to: string }): Convert;
    };
    toSimplified = opencc.Converter({ from: 'tw', to: 'cn' });
  }
  return toSimplified(text);
}
