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
  const reading: Reading = {
    numbering: numberingOf(xml('word/numbering.xml'), xml('word/styles.xml')),
    notes: noteNumbers(body),
  };
  const lines: string[] = [];
  blocks(body, reading, lines, 0);
  const notes = [
    ...notesIn(xml('word/footnotes.xml'), 'footnote', reading.notes),
    ...notesIn(xml('word/endnotes.xml'), 'endnote', reading.notes),
  ];
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

/** What holds for a document as a whole. */
interface Reading {
  readonly numbering: Numbering;
  readonly notes: NoteNumbers;
}

/** The numbers that readers see at notes, by the kind of note and its id. */
type NoteNumbers = ReadonlyMap<string, number>;

/** Word and others number notes as they are referred to, whatever their ids are (pandoc's begin with 20); endnotes go on behind. */
function noteNumbers(body: XmlNode): NoteNumbers {
  const numbers = new Map<string, number>();
  for (const kind of ['footnote', 'endnote'])
    for (const reference of descendantsOf(body, `w:${kind}Reference`)) {
      const key = kind + attributeOf(reference, 'w:id');
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    }
  return numbers;
}

function blocks(parent: XmlNode, reading: Reading, lines: string[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const node of childrenOf(parent)) {
    if (node.nodeName === 'w:p') paragraph(node, reading, lines, depth);
    else if (node.nodeName === 'w:tbl') table(node, reading, lines, depth);
    else if (!PASSED_OVER.has(node.nodeName)) blocks(node, reading, lines, depth + 1);
  }
}

function paragraph(node: XmlNode, reading: Reading, lines: string[], depth: number): void {
  const number = reading.numbering.next(node);
  const text = inline(node, reading.notes);
  if (text.trim() !== '') lines.push(...`${number}${text}`.split('\n'));
  for (const box of descendantsOf(node, BOX)) {
    // Word writes a box twice: once for old programs.
    if (!within(box, 'mc:Fallback', node)) blocks(box, reading, lines, depth + 1);
  }
}

/** A row a line, its cells parted by bars; a table in a cell is read as that cell's words. */
function table(node: XmlNode, reading: Reading, lines: string[], depth: number): void {
  for (const row of childrenOf(node)) {
    if (row.nodeName !== 'w:tr') continue;
    const cells: string[] = [];
    for (const cell of childrenOf(row)) {
      if (cell.nodeName !== 'w:tc') continue;
      const words: string[] = [];
      blocks(cell, reading, words, depth + 1);
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
function inline(root: XmlNode, notes: NoteNumbers): string {
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
        text += `[${notes.get(node.nodeName.slice(2, -'Reference'.length) + attributeOf(node, 'w:id')) ?? ''}]`;
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

/** The notes in the order of their numbers; one that nothing refers to is left out. */
function notesIn(part: XmlNode | undefined, kind: string, notes: NoteNumbers): string[] {
  if (part === undefined) return [];
  return descendantsOf(part, `w:${kind}`)
    .filter((note) => attributeOf(note, 'w:type') === '')
    .flatMap((note) => {
      const number = notes.get(kind + attributeOf(note, 'w:id'));
      const words = descendantsOf(note, 'w:p')
        .map((node) => inline(node, notes))
        .join(' ')
        .trim();
      return words === '' || number === undefined ? [] : [{ number, words }];
    })
    .sort((one, other) => one.number - other.number)
    .map(({ number, words }) => `[${number}] ${words}`);
}
