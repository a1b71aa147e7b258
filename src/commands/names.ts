import type { Lexicon } from '../lexicon/load.js';
import { normalizeQuestion } from '../question/normalize.js';
import type { KnownNames } from './types.js';

/** Tells places and indicators apart by the lexicon, names in Traditional characters and full-width forms too. */
export function namesOf({ gazetteer, indicators }: Pick<Lexicon, 'gazetteer' | 'indicators'>): KnownNames {
  return {
    isPlace: (word) => gazetteer.byName(plain(word)).length > 0,
    isIndicator(word) {
      const text = plain(word);
      return indicators.find(text, true).some(({ start, end }) => start === 0 && end === text.length);
    },
  };
}

function plain(word: string): string {
  const normalized = normalizeQuestion(word);
  return normalized.ok ? normalized.text : word;
}
