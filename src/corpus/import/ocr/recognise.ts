import type { Page } from '../lines.js';
import { textOfPages } from '../pages.js';
import { ImportRefusal } from '../types.js';
import { loadRecogniser, OCR_INSTALL, type RecognisedPage, type Recogniser } from './engine.js';
import { doubtsOf, figureLetters, type Letter, sureness } from './letters.js';

/** Scans and photos as text, with what may be misread in them. */

/** What was recognised, for the front matter. */
export interface Recognition {
  readonly pages: number;
  /** The mean probability of the letters, 0–1. */
  readonly sure: number;
  /** Letters of figures that may be misread, as line:column of the text, both from 1. */
  readonly doubtful: readonly string[];
}

/** Below this mean probability a text is not taken. */
const LEAST_SURE = 0.8;
/** Nor where so large a share of the letters of figures is doubtful. */
const MOST_DOUBTFUL = 0.25;
/** Stands before a doubtful letter while lines are put together; no text has it. */
const MARK = '\u0002';

/** The recogniser. @throws ImportRefusal that says how to install it, where it is not there */
export async function recogniserFor(what: string): Promise<Recogniser> {
  const recogniser = await loadRecogniser();
  if (recogniser === undefined)
    throw new ImportRefusal(
      `${what}；请先做文字识别再导入文本，或在程序目录运行 ${OCR_INSTALL} 后再导入（识别在本机进行）`,
    );
  return recogniser;
}

/** A recognised page as pieces of text by position, doubtful letters marked. */
export function pageOf({ width, height, lines }: RecognisedPage): Page {
  const heights = lines.map((line) => line.height).sort((a, b) => a - b);
  // Letters of one size: what is a little smaller is no raised number of a note.
  const size = heights[Math.floor(heights.length / 2)] ?? 1;
  const pieces = lines
    .filter(({ letters }) => letters.length > 0)
    .map((line) => ({
      text: markedText(line.letters),
      x: line.x,
      y: height - line.y - line.height / 2,
      width: line.width,
      size: size / 2,
    }));
  return { width, height, pieces };
}

function markedText(letters: readonly Letter[]): string {
  const doubts = doubtsOf(letters);
  return letters.map(({ text }, i) => (doubts[i] ? MARK : '') + text).join('');
}

/**
 * Recognised pages, put together with those that have a text of their own.
 * @param what the file, as a refusal names it
 * @throws ImportRefusal where too little of it is sure
 */
export function textOfRecognised(
  read: readonly RecognisedPage[],
  pages: readonly Page[],
  what: string,
): { text: string; recognition: Recognition } {
  const letters = read.flatMap(({ lines }) => lines.flatMap((line) => line.letters));
  const marked = textOfPages(pages);
  if (marked.trim() === '') throw new ImportRefusal(`${what}；没有识别出文字`);
  const sure = sureness(letters);
  const { text, doubtful } = unmarked(marked);
  if (sure < LEAST_SURE || doubtful.length > Math.max(2, figureLetters(letters) * MOST_DOUBTFUL))
    throw new ImportRefusal(
      `${what}；识别没有把握（平均 ${Math.round(sure * 100)}%，${doubtful.length} 处数字存疑），没有收录；请换更清楚的扫描件`,
    );
  return { text, recognition: { pages: read.length, sure, doubtful } };
}

/** A text with its marks taken out, and where they stood. */
export function unmarked(marked: string): { text: string; doubtful: string[] } {
  const doubtful: string[] = [];
  const lines = marked.split('\n').map((line, i) => {
    const parts = line.split(MARK);
    let column = 1;
    for (const part of parts.slice(0, -1)) {
      column += part.length;
      doubtful.push(`${i + 1}:${column}`);
    }
    return parts.join('');
  });
  return { text: lines.join('\n'), doubtful };
}

/** Pictures of the pages of one document, in order, as text. @throws ImportRefusal */
export async function recognisePictures(
  pictures: readonly Buffer[],
): Promise<{ text: string; recognition: Recognition }> {
  const what = `${pictures.length} 张图片`;
  const recogniser = await recogniserFor(what);
  const pages: RecognisedPage[] = [];
  for (const picture of pictures) {
    try {
      pages.push(await recogniser.read(picture));
    } catch {
      throw new ImportRefusal('图片已损坏，或不是能读的图片格式');
    }
  }
  return textOfRecognised(pages, pages.map(pageOf), what);
}
