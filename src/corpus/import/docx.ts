import { type Numbering, numberingOf } from './numbering.js';
import { plainOfRaised } from './raised.js';
import { type Converted, ImportRefusal } from './types.js';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, TEXT_NODE, type XmlNode } from './xml.js';
import { readZip } from './zip.js';

/** Word documents (docx): paragraphs with Word's own numbers, tables a row a line, notes apart, struck-out text left out. */

/** Elements whose text is not that of the document: deleted text, what a picture falls back on, the code of a field. */
const PASSED_OVER = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:pPr', 'w:rPr', 'w:sdtPr']);
/** A text box inside a paragraph is read behind it. */
const BOX = 'w:txbxContent';
/** Deeper nesting is no document of a person. */
const DEEPEST = 200;

/** How the container begins that Word puts a locked document into; old .doc files begin so too. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** @throws ImportRefusal */
export function convertDocx(bytes: Buffer): Converted {
  if (bytes.subarray(0, OLE.length).equals(OLE))
    throw new ImportRefusal('文件有密码，或是改了扩展名的旧版 Word 文件；请去掉密码，或另存为 .docx 后再导入');
  const parts = readZip(bytes);
  const xml = (name: string): XmlNode | undefined => {
    const part = parts.get(name);
    return part === undefined ? undefined : parseXml(part.toString('utf8'));
  };
  const body = childOf(xml('word/document.xml'), 'w:body');
  if (body === undefined) throw new ImportRefusal('不是 Word 文档，或已损坏；请用 Word 或 WPS 打开并重新保存');
  const numbering = numberingOf(xml('word/numbering.xml'), xml('word/styles.xml'));
  const lines: string[] = [];
  blocks(body, numbering, lines, 0);
  const notes = notesIn(xml('word/footnotes.xml'), 'w:footnote').concat(notesIn(xml('word/endnotes.xml'), 'w:endnote'));
  const text = [...lines, ...(notes.length > 0 ? ['注释', ...notes] : [])]
    .filter((line) => line.trim() !== '')
    .join('\n\n');
  if (text === '') throw new ImportRefusal('文档里没有文字');
  const macros = [...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  const changed = /<w:(?:ins|del) /.test(parts.get('word/document.xml')!.toString('utf8'));
  const doubts = [
    ...(changed ? ['文档带有修订，按接受全部修订读取'] : []),
    ...(macros ? ['文档带有宏，宏没有读取'] : []),
  ];
  return { text, title: '', doubts };
}

function blocks(parent: XmlNode, numbering: Numbering, lines: string[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of childrenOf(parent)) {
    if (node.nodeName === 'w:p') paragraph(node, numbering, lines, depth);
    else if (node.nodeName === 'w:tbl') table(node, numbering, lines, depth);
    else if (!PASSED_OVER.has(node.nodeName)) blocks(node, numbering, lines, depth + 1);
  }
}

function paragraph(node: XmlNode, numbering: Numbering, lines: string[], depth: number): void {
  const number = numbering.next(node);
  const text = inline(node);
  if (text.trim() !== '') lines.push(...`${number}${text}`.split('\n'));
  for (const box of descendantsOf(node, BOX)) {
    // Word writes a box twice: once for old programs.
    if (!within(box, 'mc:Fallback', node)) blocks(box, numbering, lines, depth + 1);
  }
}

/** A row a line, its cells parted by bars; a table in a cell is read as that cell's words. */
function table(node: XmlNode, numbering: Numbering, lines: string[], depth: number): void {
  for (const row of childrenOf(node)) {
    if (row.nodeName !== 'w:tr') continue;
    const cells: string[] = [];
    for (const cell of childrenOf(row)) {
      if (cell.nodeName !== 'w:tc') continue;
      const words: string[] = [];
      blocks(cell, numbering, words, depth + 1);
      cells.push(
        words
          .join(' ')
          .replace(/\s*\|\s*/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
      const span = Number(attributeOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') || '1');
      for (let i = 1; i < Math.min(span, 30); i++) cells.push('');
    }
    if (cells.some((cell) => cell !== '')) lines.push(`| ${cells.join(' | ')} |`);
  }
}

/** The words of a paragraph, raised numbers of notes in brackets. */
function inline(root: XmlNode): string {
  let text = '';
  const visit = (node: XmlNode, depth: number): void => {
    if (depth > DEEPEST || PASSED_OVER.has(node.nodeName) || node.nodeName === BOX) return;
    switch (node.nodeName) {
      case 'w:tab':
        text += ' ';
        return;
      case 'w:br':
      case 'w:cr':
        text += '\n';
        return;
      case 'w:noBreakHyphen':
        text += '-';
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        text += `[${attributeOf(node, 'w:id')}]`;
        return;
      case 'w:r': {
        const raised = attributeOf(childOf(childOf(node, 'w:rPr'), 'w:vertAlign'), 'w:val') === 'superscript';
        if (!raised) break;
        const before = text;
        text = '';
        for (const child of childrenOf(node)) visit(child, depth + 1);
        text = before + plainOfRaised(text, before);
        return;
      }
    }
    if (node.nodeType === TEXT_NODE && node.parentNode?.nodeName === 'w:t') text += node.textContent ?? '';
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  for (const child of childrenOf(root)) visit(child, 0);
  return text;
}

function within(node: XmlNode, name: string, root: XmlNode): boolean {
  for (let at: XmlNode | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nodeName === name) return true;
  return false;
}

function notesIn(part: XmlNode | undefined, name: string): string[] {
  if (part === undefined) return [];
  return descendantsOf(part, name)
    .filter((note) => attributeOf(note, 'w:type') === '')
    .map((note) => {
      const words = descendantsOf(note, 'w:p').map(inline).join(' ').trim();
      return words === '' ? '' : `[${attributeOf(note, 'w:id')}] ${words}`;
    })
    .filter((line) => line !== '');
}
