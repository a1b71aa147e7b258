import { withoutPlaceholder } from './counted-names.js';

const QUOTED = /[“"「『‘《]([^“”"「」『』‘’《》]{1,40})[”"」』’》]/gu;
/** Words in quotation marks, but for names of times (“十四五”) and what stands for words left out (“…强”). */
export function quotedTerms(text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map((m) => withoutPlaceholder(m[1]!.trim()))
    .filter((term) => term !== '' && !/^十[一二三四五]五$|…|\.\.\./u.test(term));
}
