import { plainOfRaised } from './raised.js';
import { type Converted, ImportRefusal } from './types.js';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, TEXT_NODE, type XmlNode } from './xml.js';
import { readZip } from './zip.js';

/** OpenDocument texts (odt), as LibreOffice writes them. */

const PASSED_OVER = new Set(['text:tracked-changes', 'office:annotation', 'text:note', 'text:sequence-decls']);
const DEEPEST = 200;

/** @throws ImportRefusal */
export function convertOdt(bytes: Buffer): Converted {
  const parts = readZip(bytes);
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new ImportRefusal('文件有密码；请去掉密码后再导入');
  const content = parts.get('content.xml');
  const root = content === undefined ? undefined : parseXml(content.toString('utf8'));
  const body = childOf(childOf(root, 'office:body'), 'office:text');
  if (root === undefined || body === undefined)
    throw new ImportRefusal('不是 OpenDocument 文本，或已损坏；请另存为 .docx');
  const raised = raisedStyles(root);
  const lines: string[] = [];
  blocks(body, raised, lines, 0);
  const text = lines.filter((line) => line.trim() !== '').join('\n\n');
  if (text === '') throw new ImportRefusal('文档里没有文字');
  return { text, title: '', doubts: [] };
}

/** Styles that raise their text. */
function raisedStyles(root: XmlNode): ReadonlySet<string> {
  const names = descendantsOf(root, 'style:style').filter((style) =>
    /^(?:super|[1-9]\d*%)/.test(attributeOf(childOf(style, 'style:text-properties'), 'style:text-position')),
  );
  return new Set(names.map((style) => attributeOf(style, 'style:name')));
}

function blocks(parent: XmlNode, raised: ReadonlySet<string>, lines: string[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of childrenOf(parent)) {
    if (node.nodeName === 'text:p' || node.nodeName === 'text:h') lines.push(inline(node, raised));
    else if (node.nodeName === 'table:table') table(node, raised, lines, depth);
    else if (!PASSED_OVER.has(node.nodeName)) blocks(node, raised, lines, depth + 1);
  }
}

function table(node: XmlNode, raised: ReadonlySet<string>, lines: string[], depth: number): void {
  for (const row of descendantsOf(node, 'table:table-row')) {
    const cells: string[] = [];
    for (const cell of childrenOf(row)) {
      if (!/^table:(?:covered-)?table-cell$/.test(cell.nodeName)) continue;
      const words: string[] = [];
      blocks(cell, raised, words, depth + 1);
      cells.push(
        words
          .join(' ')
          .replace(/[|\s]+/g, ' ')
          .trim(),
      );
    }
    if (cells.some((cell) => cell !== '')) lines.push(`| ${cells.join(' | ')} |`);
  }
}

function inline(root: XmlNode, raised: ReadonlySet<string>): string {
  let text = '';
  const visit = (node: XmlNode, depth: number): void => {
    if (depth > DEEPEST || PASSED_OVER.has(node.nodeName)) {
      if (node.nodeName === 'text:note') text += `[${(childOf(node, 'text:note-citation')?.textContent ?? '').trim()}]`;
      return;
    }
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? '';
    else if (/^text:(?:s|tab|line-break)$/.test(node.nodeName)) text += ' ';
    else if (node.nodeName === 'text:span' && raised.has(attributeOf(node, 'text:style-name')))
      text += plainOfRaised(node.textContent ?? '', text);
    else for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  for (const child of childrenOf(root)) visit(child, 0);
  return text;
}
