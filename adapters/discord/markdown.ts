import { cleanText } from '../shared/clean.js';

/** Characters that Discord's markdown reads anywhere in a line. */
const INLINE = /[\\*_~`|[\]<>]/g;

/** What opens a heading, a list, subtext or a quote at the head of a line. */
const LINE_HEAD = /^(\s*)([#>+-])/gm;
const LINE_NUMBER = /^(\s*\d+)\.(?=\s)/gm;

/**
 * Text as Discord shows it, letter for letter: no bold, code, spoiler, link, heading, mention or timestamp can come out of it.
 * A zero-width blank after `@` keeps `@everyone` from being coloured as a ping; allowed_mentions keeps it from being one.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(INLINE, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/discord(?=\.gg|\.com)/gi, '$&\u200b')
    .replace(LINE_HEAD, '$1\\$2')
    .replace(LINE_NUMBER, '$1\\.')
    .replace(/@(?=everyone|here)/gi, '@\u200b');
}

/** A block of fixed-width text. A fence inside is broken with zero-width blanks, so the block cannot be left. */
export function codeBlock(text: string): string {
  return `\`\`\`\n${cleanText(text).replace(/`(?=`)/g, '`\u200b')}\n\`\`\``;
}

/** Every line as a block quote. `text` is markdown already. */
export function blockQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** At most `max` UTF-16 units, cut between characters, with an ellipsis where something was cut. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
