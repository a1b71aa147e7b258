import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { joined, type Matrix, type Rule, rulesOf } from './grid/rules.js';
import type { Page, Piece } from './lines.js';
import type { RecognisedPage } from './ocr/engine.js';
import { pageOf, recogniserFor, textOfRecognised } from './ocr/recognise.js';
import { textOfPages } from './pages.js';
import { type Converted, ImportRefusal, MIN_TEXT } from './types.js';

/** PDF files with a text layer, read by position. Fonts that are not embedded are read by the CMaps of pdfjs. */

/** More pages are no report. */
const MOST_PAGES = 2000;
/** A page with fewer letters has no text layer of its own: a scan, or a scan with a stamp. */
const FEWEST_LETTERS = 20;
/** A text in which so many letters are lost or of no script is garbled. */
const GARBLED_SHARE = 0.05;
const GARBLED = /[\uFFFD\uE000-\uF8FF]/g;

/** Recognising a page takes seconds: more are given in parts. */
const MOST_SCANNED = 200;
/** The longer side of a page that is recognised, in points. */
const PICTURE_SIDE = 1754;

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** @throws ImportRefusal */
export async function convertPdf(bytes: Buffer): Promise<Converted> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new ImportRefusal('不是 PDF 文件，或已损坏');
  const pages = await pagesOf(bytes);
  const text = textOfPages(pages);
  const bare = pages.filter(isBare).length;
  if (bare > 0 && (text.length < MIN_TEXT || bare > pages.length / 2)) return recognised(bytes, pages);
  if (text.length < MIN_TEXT) throw new ImportRefusal('PDF 的文字太少，不像报告');
  const lost = text.match(GARBLED)?.length ?? 0;
  if (lost > text.length * GARBLED_SHARE)
    throw new ImportRefusal('PDF 的字体没有文字对照表，读出的是乱码；请用浏览器或 WPS 另存，或先做文字识别');
  return { text, title: '', doubts: bare > 0 ? [`有 ${bare} 页没有文字，可能是图片`] : [] };
}

/** The text of a scan: pages without a text layer are recognised, the others read as they are. @throws ImportRefusal */
async function recognised(bytes: Buffer, pages: readonly Page[]): Promise<Converted> {
  const bare = pages.filter(isBare).length;
  const what = `PDF 共 ${pages.length} 页，其中 ${bare} 页没有文字层，是扫描件或图片`;
  if (bare > MOST_SCANNED) throw new ImportRefusal(`${what}；一次最多识别 ${MOST_SCANNED} 页`);
  const recogniser = await recogniserFor(what);
  const read: RecognisedPage[] = [];
  const filled = [...pages];
  await withDocument(bytes, async (document) => {
    for (const [i, page] of pages.entries()) {
      if (!isBare(page)) continue;
      const recognisedPage = await recogniser.read(await pictureOf(await document.getPage(i + 1)));
      read.push(recognisedPage);
      filled[i] = pageOf(recognisedPage);
    }
  });
  const { text, recognition } = textOfRecognised(read, filled, what);
  if (text.length < MIN_TEXT) throw new ImportRefusal(`${what}；识别出的文字太少，不像报告`);
  return { text, title: '', doubts: [], recognition };
}

/** A page as a picture of the size that the recognition reads best. */
async function pictureOf(page: PDFPageProxy): Promise<Buffer> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: PICTURE_SIDE / Math.max(natural.width, natural.height) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  page.cleanup();
  return canvas.toBuffer('image/png');
}

async function pagesOf(bytes: Buffer): Promise<Page[]> {
  return withDocument(bytes, async (document) => {
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page));
      page.cleanup();
    }
    return pages;
  });
}

/** Opens a PDF for as long as `use` takes. @throws ImportRefusal */
async function withDocument<T>(bytes: Buffer, use: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts/'),
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new ImportRefusal(`PDF 有 ${document.numPages} 页，超过上限 ${MOST_PAGES}`);
    return await use(document);
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const locked = /password/i.test(String(error));
    throw new ImportRefusal(locked ? 'PDF 有密码；请去掉密码后再导入' : 'PDF 已损坏，无法读取');
  } finally {
    await task.destroy();
  }
}

/** A page turned so that most of its letters stand upright. */
async function readPage(page: PDFPageProxy): Promise<Page> {
  const { items } = await page.getTextContent();
  const written = items.flatMap((item) => ('str' in item ? [item as TextItem] : []));
  const asShown = page.getViewport({ scale: 1 });
  const turn = turnOf(written, asShown.transform as unknown as Matrix);
  const { width, height, transform } =
    turn === 0 ? asShown : page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  // pdfjs counts from the top of a page, PDF from its foot.
  const [a, b, c, d, e, f] = transform as unknown as Matrix;
  const upright: Matrix = [a, -b, c, -d, e, height - f];
  const pieces = written.map((item) => pieceOf(item, upright));
  const rules = lettersIn(pieces) < FEWEST_LETTERS ? [] : await rulesOn(page, upright);
  return { width, height, pieces, rules };
}

/** The lines that a page draws; none where pdfjs cannot tell. */
async function rulesOn(page: PDFPageProxy, upright: Matrix): Promise<Rule[]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    return rulesOf(await page.getOperatorList(), OPS, upright);
  } catch {
    return [];
  }
}

/** By how many degrees a page is to be turned for most of its letters to stand upright. */
function turnOf(items: readonly TextItem[], shown: Matrix): number {
  const letters = new Map<number, number>();
  for (const { str, transform } of items) {
    const [a, b] = joined(shown, transform as Matrix);
    const turn = (Math.round(Math.atan2(-b, a) / (Math.PI / 2)) * 90 + 360) % 360;
    letters.set(turn, (letters.get(turn) ?? 0) + str.trim().length);
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0] as [number, number])[0];
}

function pieceOf({ str, transform, width, height }: TextItem, upright: Matrix): Piece {
  const [a, b, , , x, y] = joined(upright, transform as Matrix);
  const size = Math.hypot(a, b);
  return {
    text: str,
    x,
    y,
    width: size === 0 ? width : (width * Math.abs(a)) / size,
    size: height > 0 ? height : size,
  };
}

/** True for a page without a text layer of its own. */
function isBare({ pieces }: Page): boolean {
  return lettersIn(pieces) < FEWEST_LETTERS;
}

function lettersIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}
