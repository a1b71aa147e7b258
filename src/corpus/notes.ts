/** The explanations of terms behind a report that stand there without a heading: [1]三区三线：指…, 17.五险：养老保险…. */

/** A line that explains a term: a number or a quoted term, then a colon. */
const EXPLANATION = /^(?:\[\^?\d{1,3}\]：?|\d{1,3}[.、．]|[“"①-⑳])?[^。，；！？：]{1,40}[：:].{4}/;
/** A run of so many of them is a glossary; an explanation may take a few lines more. */
const LEAST = 4;
const LINES_BETWEEN = 2;
/** The last words of the speech itself. */
const CLOSING = /各位代表|让我们|团结|奋斗/g;

/** Where the explanations begin, an offset into the view's text; undefined where there are none. Linear. */
export function findNotes(text: string): number | undefined {
  let closing = -1;
  for (const match of text.matchAll(CLOSING)) closing = match.index;
  if (closing < text.length / 2) return undefined;
  let start: number | undefined;
  let found = 0;
  let between = 0;
  for (let end = text.length; end > closing; ) {
    const begin = text.lastIndexOf('\n', end - 1) + 1;
    if (begin <= closing) break;
    if (EXPLANATION.test(text.slice(begin, begin + 80))) {
      start = begin;
      found += 1;
      between = 0;
    } else if (end > begin) {
      between += 1;
      if (between > LINES_BETWEEN) break;
    }
    end = begin - 1;
  }
  return found >= LEAST ? start : undefined;
}
