import type { Recognition } from './ocr/recognise.js';

/** What was read out of a file of another format. */
export interface Converted {
  /** The text, paragraphs parted by blank lines. */
  readonly text: string;
  /** The title that the format itself gives (HTML); '' where it gives none. */
  readonly title: string;
  /** What a person should look at, in Chinese: the encoding was guessed. */
  readonly doubts: readonly string[];
  /** Where the text comes from pictures: how it was recognised. */
  readonly recognition?: Recognition;
}

/** A file that cannot be imported. The message says why and how to mend it, in Chinese. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}

/** Formats of one document. */
export type DocumentFormat = 'text' | 'html' | 'docx' | 'odt' | 'doc' | 'rtf' | 'pdf' | 'picture';
/** Formats that hold several. */
export type ImportFormat = DocumentFormat | 'csv' | 'jsonl' | 'zip';

/** Formats by the ending of a file's name. */
export const FORMATS: Readonly<Record<string, ImportFormat>> = {
  '.txt': 'text',
  '.md': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.docm': 'docx',
  '.odt': 'odt',
  '.rtf': 'rtf',
  '.doc': 'doc',
  '.wps': 'doc',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
  '.zip': 'zip',
  '.pdf': 'pdf',
  '.png': 'picture',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.webp': 'picture',
  '.bmp': 'picture',
};

/** Formats people have and that are not read, with what to do about it. */
export const UNREAD: Readonly<Record<string, string>> = {
  '.ofd': '请另存为带文字层的 .pdf',
  '.xlsx': '请另存为 .csv（每行一份报告，正文一列）',
  '.xls': '请另存为 .csv（每行一份报告，正文一列）',
  '.rar': '请先解压，或改存为 .zip',
  '.7z': '请先解压，或改存为 .zip',
  '.mht': '请在浏览器里另存为 .html（仅网页）',
  '.mhtml': '请在浏览器里另存为 .html（仅网页）',
  '.epub': '请转成 .html 或 .docx',
  '.pages': '请导出为 .docx',
  '.caj': '请在阅读器里另存为 .pdf',
  '.ppt': '请另存为 .pdf',
  '.pptx': '请另存为 .pdf',
  '.et': '请另存为 .csv（每行一份报告，正文一列）',
};

/** Pictures that are not read, with what to do about them. */
export const OTHER_PICTURES = /^\.(?:tiff?|heic|gif)$/;
export const PICTURE_ADVICE = '这种图片读不了；请另存为 .png 或 .jpg';

const MEGABYTE = 1024 * 1024;
/** Largest files that are taken, in bytes. */
export const MAX_BYTES: Readonly<Record<ImportFormat, number>> = {
  text: 32 * MEGABYTE,
  html: 16 * MEGABYTE,
  docx: 32 * MEGABYTE,
  odt: 32 * MEGABYTE,
  csv: 64 * MEGABYTE,
  jsonl: 64 * MEGABYTE,
  zip: 128 * MEGABYTE,
  doc: 32 * MEGABYTE,
  rtf: 32 * MEGABYTE,
  pdf: 64 * MEGABYTE,
  picture: 32 * MEGABYTE,
};
/** A docx unpacks to at most this many bytes in all, from at most this many parts. */
export const MAX_UNPACKED = 128 * MEGABYTE;
export const MAX_PARTS = 4000;
/** A text shorter than this is no report: a scan without a text layer, an empty page. In characters. */
export const MIN_TEXT = 200;
