import { decode } from './decode.js';
import { convertHtml, htmlText } from './html.js';
import { type Converted, type ImportFormat, ImportRefusal, MIN_TEXT } from './types.js';
import { checkZip } from './zip.js';

/** Turns the bytes of a file into text. The libraries are loaded only for the formats that need them. @throws ImportRefusal */
export async function convert(bytes: Buffer, format: ImportFormat): Promise<Converted> {
  switch (format) {
    case 'text':
      return convertText(bytes);
    case 'html':
      return convertHtml(bytes);
    case 'docx':
      return convertDocx(bytes);
    case 'pdf':
      return convertPdf(bytes);
  }
}

function convertText(bytes: Buffer): Converted {
  if (bytes.length === 0) throw new ImportRefusal('文件是空的');
  const { text, encoding, doubtful } = decode(bytes);
  const doubts = doubtful ? [`编码按 ${encoding} 读取，有无法识别的字符，请核对`] : [];
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), title: '', doubts };
}

async function convertDocx(bytes: Buffer): Promise<Converted> {
  checkZip(bytes);
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    html = (await mammoth.convertToHtml({ buffer: bytes })).value;
  } catch {
    throw new ImportRefusal('不是 Word 文档，或已损坏；请用 Word 或 WPS 打开并重新保存');
  }
  const text = htmlText(html);
  if (text === '') throw new ImportRefusal('文档里没有文字');
  return { text, title: '', doubts: [] };
}

async function convertPdf(bytes: Buffer): Promise<Converted> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new ImportRefusal('不是 PDF 文件，或已损坏');
  const { extractText, getDocumentProxy } = await import('unpdf');
  let pages: readonly string[];
  try {
    // Verbosity 0 keeps the library's own warnings off the terminal.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    pages = (await extractText(document, { mergePages: false })).text;
  } catch (error) {
    const locked = /password/i.test(String(error));
    throw new ImportRefusal(locked ? 'PDF 有密码；请去掉密码后再导入' : 'PDF 已损坏，无法读取');
  }
  const text = pages
    .map((page) => page.trim())
    .filter(Boolean)
    .join('\n');
  if (text.length < MIN_TEXT) throw new ImportRefusal('PDF 没有文字层，多半是扫描件；请先做文字识别，再导入文本');
  return { text, title: '', doubts: [] };
}
