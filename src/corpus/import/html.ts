import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from './decode.js';
import { plainOfRaised } from './raised.js';
import { type Converted, ImportRefusal, MIN_TEXT } from './types.js';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER H1 H2 H3 H4 H5 H6 UL OL LI TABLE TR BLOCKQUOTE PRE DL DT DD FIGURE HR BR'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG IMG BUTTON SELECT INPUT FORM NAV HEAD TITLE'.split(' '),
);
const CELLS = new Set(['TD', 'TH']);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The nodes that are walked: what linkedom's and a browser's nodes have in common. */
interface WalkedNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: WalkedNode | null;
  readonly nextSibling: WalkedNode | null;
  readonly parentNode: WalkedNode | null;
  getAttribute?(name: string): string | null;
}

/** Why a page is none: its text is loaded by a script, or there is hardly any. */
function tooShort(text: string, html: string): string {
  if (text.length < HARDLY_ANY || /<script/i.test(html))
    return '网页里没有正文；正文可能由脚本载入，请在浏览器中另存为文本';
  return `网页里只有 ${text.length} 个字，不成一份报告；请看保存的是不是正文那一页`;
}

/** In characters. */
const HARDLY_ANY = 20;

/** The article of a web page: what Readability takes for it, or the whole body where that is hardly anything. */
export function convertHtml(bytes: Buffer): Converted {
  const head = bytes.subarray(0, 4096).toString('latin1');
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1];
  const { text: html, doubtful } = decode(bytes, declared);
  if (html.trim() === '') throw new ImportRefusal('文件是空的');
  const whole = parseHTML(html);
  const body = textOf(whole.document.body);
  const article = new Readability(parseHTML(html).document as never, { charThreshold: MIN_TEXT }).parse();
  const main = article?.content ? htmlText(article.content) : '';
  // A page whose article is less than half of its text is one that Readability cut wrongly.
  const text = main.length >= MIN_TEXT && main.length * 2 > body.length ? main : body;
  if (text.length < MIN_TEXT) throw new ImportRefusal(tooShort(text, html));
  const title = (article?.title || whole.document.title || '').replace(/\s+/g, ' ').trim();
  return { text, title, doubts: doubtful ? ['编码是猜的，有无法识别的字符'] : [] };
}

/** The text of a piece of HTML, block elements on lines of their own, cells of a table parted by bars. */
export function htmlText(html: string): string {
  return textOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

/** <sup>12</sup>, and what a style raises. */
function isRaised(node: WalkedNode, name: string): boolean {
  return name === 'SUP' || (name === 'SPAN' && /vertical-align\s*:\s*super/i.test(node.getAttribute?.('style') ?? ''));
}

/** Walks without recursion: a page may nest deeper than the stack. */
function textOf(root: WalkedNode | null): string {
  const parts: string[] = [];
  let cells = 0;
  /** The row that is read: its next column, and for how many rows more each column is held by a cell above. */
  let column = 0;
  let held: number[] = [];
  for (let node = root; node; ) {
    const into = enter(node) ? node.firstChild : null;
    if (into) {
      node = into;
      continue;
    }
    leave(node);
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      leave(node);
    }
    node = node === root ? null : node.nextSibling;
  }
  return parts
    .join('')
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/^[ |]+$/, '')
        .replace(/^ +| +$/g, ''),
    )
    .filter((line) => /[^| ]/.test(line))
    .join('\n\n');

  /** Puts what stands at the beginning of a node; true where its children are to be read. */
  function enter(node: WalkedNode): boolean {
    if (node.nodeType === TEXT_NODE) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== ELEMENT_NODE) return false;
    const name = node.nodeName.toUpperCase();
    if (isRaised(node, name)) {
      parts.push(plainOfRaised(node.textContent ?? '', parts[parts.length - 1] ?? ''));
      return false;
    }
    if (cells === 0 && name === 'TABLE') held = [];
    if (cells === 0 && name === 'TR') column = 0;
    if (CELLS.has(name)) {
      if (cells === 0) place(node);
      cells += 1;
      parts.push('| ');
    }
    if (BLOCKS.has(name)) parts.push(cells > 0 ? ' ' : '\n');
    return !SKIPPED.has(name);
  }

  function leave(node: WalkedNode): void {
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.nodeName.toUpperCase();
    if (name === 'TR' && cells === 0) {
      passHeld();
      parts.push('|');
    }
    if (BLOCKS.has(name)) parts.push(cells > 0 ? ' ' : '\n');
    if (!CELLS.has(name)) return;
    cells -= 1;
    parts.push(' ');
    if (cells > 0) return;
    for (let i = 1; i < spanOf(node, 'colspan'); i++) parts.push('| ');
  }

  /** Empty cells where cells of the rows above reach down. */
  function passHeld(): void {
    for (; (held[column] ?? 0) > 0; column++) {
      held[column]!--;
      parts.push('| ');
    }
  }

  /** Puts a cell into the first free columns of its row. */
  function place(node: WalkedNode): void {
    passHeld();
    for (let i = 0; i < spanOf(node, 'colspan'); i++) held[column++] = spanOf(node, 'rowspan') - 1;
  }
}

/** Over more columns or rows reaches no cell that a person made. */
const WIDEST_SPAN = 100;

/** Over how many columns or rows a cell reaches. */
function spanOf(node: WalkedNode, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(node.getAttribute?.(name) ?? '1', 10);
  return span >= 1 ? Math.min(span, WIDEST_SPAN) : 1;
}
