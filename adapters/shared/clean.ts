/** Control characters but the line break, marks that turn the direction of text, and invisible operators. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Takes out of a text what could change how the rest of a message is shown: controls and direction marks go,
 * halves of surrogate pairs become U+FFFD. Line breaks stay. Platforms escape their own markup after this.
 */
export function cleanText(text: string): string {
  return text
    .replace(UNSEEN, (unseen) => (unseen === '\n' ? '\n' : unseen === '\t' ? ' ' : ''))
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
