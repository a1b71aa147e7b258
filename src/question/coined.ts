import { patterns } from './patterns/index.js';

/**
 * Names that reports coin by counting (三线三边, 一核四城, 5+1, 144), which people type without the quotation marks that the reports
 * put around them.
 */

const NUMERAL = '[一二两三四五六七八九十]';
/** A name of counted halves, each with a word of one or two characters. */
const HALVES = new RegExp(`^(?:${NUMERAL}[\\p{Script=Han}]{1,2}){2,4}$`, 'u');
/** Where such a name may begin, or a code of digits stands. */
const MAYBE = new RegExp(
  `(?<![“"「『《\\d.+第${NUMERAL.slice(1, -1)}])(?:[1-9]\\d?(?:\\+(?:\\d{1,2}|[A-Z]))+|[1-9]{3,6}(?=\\p{Script=Han})|${NUMERAL}\\p{Script=Han}{1,2}${NUMERAL}\\p{Script=Han}{1,8})`,
  'gu',
);
/** The shortest name of halves. */
const SHORTEST = 4;

/**
 * The text with quotation marks around each coined name that the reports write in them. Never throws.
 * @param known whether the reports hold a text word for word.
 */
export function withQuotedNames(text: string, known: (text: string) => boolean): string {
  const quoted = quoteNamed(text, known).replace(MAYBE, (found: string, at: number, whole: string) => {
    if (patterns().countedNames.countsInRow.in(whole.slice(at))) return found;
    const name = /^\d/u.test(found) ? found : halvesOf(found, known);
    return name !== undefined && known(`“${name}”`) ? `“${name}”${found.slice(name.length)}` : found;
  });
  return quoted === text ? text : withQuotedNames(quoted, known);
}

/** A name before what it is called by, in quotation marks where the reports put them; the shortest that they quote. */
function quoteNamed(text: string, known: (text: string) => boolean): string {
  const run = patterns().countedNames.coined.find(text);
  if (!run) return text;
  const { length } = run.groups!.name!;
  const end = run.index + length;
  for (let size = 2; size <= length; size++) {
    const name = text.slice(end - size, end);
    if (known(`“${name}”`)) return `${text.slice(0, end - size)}“${name}”${text.slice(end)}`;
  }
  return text;
}

/** The longest beginning that is a name of halves and that the reports quote. */
function halvesOf(found: string, known: (text: string) => boolean): string | undefined {
  for (let end = found.length; end >= SHORTEST; end--) {
    const name = found.slice(0, end);
    if (HALVES.test(name) && known(`“${name}”`)) return name;
  }
  return undefined;
}
