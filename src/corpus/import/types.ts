/** What was read out of a file of another format. */
export interface Converted {
  /** The text, paragraphs parted by blank lines. */
  readonly text: string;
  /** The title that the format itself gives (HTML); '' where it gives none. */
  readonly title: string;
  /** What a person should look at, in Chinese: the encoding was guessed. */
  readonly doubts: readonly string[];
}

/** A file that cannot be imported. The message says why and how to mend it, in Chinese. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}

/** Formats of one document. */
export type DocumentFormat = 'text' | 'html' | 'docx' | 'odt' | 'pdf';
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
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.zip': 'zip',
  '.pdf': 'pdf',
};

/** Formats people have and that are not read, with what to do about it. */
export const UNREAD: Readonly<Record<string, string>> = {
  '.doc': '旧版 Word 文件，请用 Word 或 WPS 另存为 .docx',
  '.wps': 'WPS 文件，请另存为 .docx',
  '.rtf': '请另存为 .docx',
  '.ofd': '请另存为带文字层的 .pdf',
  '.xlsx': '请另存为 .csv（每行一份报告，正文一列）',
  '.xls': '请另存为 .csv（每行一份报告，正文一列）',
  '.rar': '请先解压，或改存为 .zip',
  '.7z': '请先解压，或改存为 .zip',
};

/** Photos of pages; in a folder they are passed over. */
export const PICTURE = /^\.(?:jpe?g|png|tiff?|bmp|heic|webp)$/;
export const PICTURE_ADVICE = '图片；请先做文字识别，再导入文本';

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
  pdf: 64 * MEGABYTE,
};
/** A docx unpacks to at most this many bytes in all, from at most this many parts. */
export const MAX_UNPACKED = 128 * MEGABYTE;
export const MAX_PARTS = 4000;
/** A text shorter than this is no report: a scan without a text layer, an empty page. In characters. */
export const MIN_TEXT = 200;
