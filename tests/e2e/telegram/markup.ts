/** The tags that HTML messages may hold, and that must be balanced. */
const TAGS = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g;
export const HTML_TAGS = new Set(['b', 'i', 'u', 's', 'code', 'pre', 'blockquote', 'a']);
export const RICH_TAGS = new Set([
  ...HTML_TAGS,
  ...['p', 'ol', 'ul', 'li', 'table', 'caption', 'tr', 'th', 'td', 'details', 'summary'],
]);

/** What is wrong with markup, as the platform's parser would find it. */
export function markupProblem(html: string, allowed: ReadonlySet<string>): string | undefined {
  const open: string[] = [];
  for (const [, closing, name] of html.matchAll(TAGS)) {
    if (!allowed.has(name!)) return `tag <${name}>`;
    if (closing === '') open.push(name!);
    else if (open.pop() !== name) return `</${name}> does not close what is open`;
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  if (/[<>]/.test(html.replace(TAGS, ''))) return 'a bare < or >';
  return /&(?!(?:lt|gt|amp|quot);)/.test(html) ? 'a bare &' : undefined;
}
