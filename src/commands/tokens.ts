/** A word of a command's arguments. */
export interface Token {
  readonly text: string;
  /** True where it stood in quotation marks: it is taken as it is. */
  readonly quoted: boolean;
  /** The argument it was given for by name: 指标=GDP, place=常德. */
  readonly key?: string;
}

const KEY = '(?:([\\p{L}_]{1,20})[=＝])?';
const QUOTED = '"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』';
const TOKEN = `${KEY}(?:${QUOTED}|([^\\s,，、;；"“”「」『』]+))`;

/** Cuts the arguments of a command into words at blanks, commas and 、; quotation marks hold words together. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(new RegExp(TOKEN, 'gu'))) {
    const bare = match[6];
    const value = bare ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    const word = value.trim();
    if (word)
      tokens.push({ text: word, quoted: bare === undefined, ...(match[1] ? { key: match[1].toLowerCase() } : {}) });
  }
  return tokens;
}

/** A value as it can be typed in a command: in quotation marks where it would come apart without them. */
export function quoteToken(value: string, always = false): string {
  const plain = value.replace(/["“”「」『』]/gu, '');
  return always || /[\s,，;；=＝]/u.test(plain) ? `“${plain}”` : plain;
}
