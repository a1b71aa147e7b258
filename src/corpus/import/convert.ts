import { decode } from './decode.js';
import { convertHtml } from './html.js';
import { type Converted, type DocumentFormat, ImportRefusal } from './types.js';

/** Turns the bytes of a file into text. The libraries are loaded only for the formats that need them. @throws ImportRefusal */
export async function convert(bytes: Buffer, format: DocumentFormat): Promise<Converted> {
  switch (format) {
    case 'text':
      return convertText(bytes);
    case 'html':
      return convertHtml(bytes);
    case 'docx':
      return (await import('./docx.js')).convertDocx(bytes);
    case 'odt':
      return (await import('./odt.js')).convertOdt(bytes);
    case 'doc':
      return (await import('./office.js')).convertByOffice(bytes);
    case 'rtf':
      return (await import('./rtf.js')).convertRtf(bytes);
    case 'picture':
      return convertPictures([bytes]);
    case 'pdf':
      return (await import('./pdf.js')).convertPdf(bytes);
  }
}

function convertText(bytes: Buffer): Converted {
  if (bytes.length === 0) throw new ImportRefusal('文件是空的');
  const { text, encoding, doubtful } = decode(bytes);
  const doubts = doubtful ? [`编码按 ${encoding} 读取，有无法识别的字符，请核对`] : [];
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), title: '', doubts };
}

/** Pictures of the pages of one document, in order. @throws ImportRefusal */
export async function convertPictures(pictures: readonly Buffer[]): Promise<Converted> {
  const { recognisePictures } = await import('./ocr/recognise.js');
  return { title: '', doubts: [], ...(await recognisePictures(pictures)) };
}
