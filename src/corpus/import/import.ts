import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Lexicon } from '../../lexicon/load.js';
import { FOLD } from '../../text/fold.js';
import { readFrontMatter } from '../front-matter.js';
import { readDocuments } from '../read.js';
import type { Report } from '../types.js';
import { convert, convertPictures } from './convert.js';
import type { Recognition } from './ocr/recognise.js';
import { documentsOfCsv, documentsOfJsonl, type RowDocument } from './rows.js';
import {
  type DocumentFormat,
  FORMATS,
  type ImportFormat,
  ImportRefusal,
  MAX_BYTES,
  OTHER_PICTURES,
  PICTURE_ADVICE,
  UNREAD,
} from './types.js';
import { readZip } from './zip.js';

/** What became of one file. */
export interface Imported {
  /** The path as it was given. */
  readonly source: string;
  readonly status: 'taken' | 'doubtful' | 'unchanged' | 'refused';
  /** The name of the file that was written, or that holds it already. */
  readonly output?: string;
  /** What was recognised, or why it was refused, in Chinese. */
  readonly message: string;
}

/** Below this a recognised place or year is doubtful. */
const SURE = 0.5;

/**
 * The files behind paths: a folder stands for the files in it, at any depth, that can be imported. Sorted, each once.
 * A folder in which only pictures lie stands for itself: they are the pages of one document. Beside other files pictures are passed over.
 */
export function filesOf(paths: readonly string[]): string[] {
  const files = new Set<string>();
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isLeftBehind(entry.name)) continue;
      const child = join(path, entry.name);
      const extension = extname(entry.name).toLowerCase();
      if (entry.isDirectory()) visit(child);
      else if (entry.isFile() && isDocument(extension)) files.add(child);
    }
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    if (names.length > 0 && names.every((name) => FORMATS[extname(name).toLowerCase()] === 'picture')) files.add(path);
  };
  for (const path of paths) {
    if (isFolder(path)) visit(path);
    else files.add(path);
  }
  return [...files];
}

/** What systems and programs leave beside documents: .DS_Store, and Word's lock of an open file (~$常德.docx). */
function isLeftBehind(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

function isDocument(extension: string): boolean {
  return (extension in FORMATS && FORMATS[extension] !== 'picture') || extension in UNREAD;
}

/**
 * Imports one file into the folder `to` as UTF-8 Markdown with a front matter. A file that was imported before stays as it is.
 * Never throws for what is wrong with the file, nor for a full disk: that is a refusal, and nothing half-written stays behind.
 */
export async function importFile(source: string, to: string, lexicon: Lexicon): Promise<Imported> {
  const [result] = await importAll(source, to, lexicon);
  return result!;
}

/**
 * Imports a file that may hold several documents (csv, jsonl, zip): one result for each. Otherwise as `importFile`.
 */
export async function importAll(source: string, to: string, lexicon: Lexicon): Promise<Imported[]> {
  let parts: readonly Part[];
  try {
    parts = partsOf(source);
  } catch (error) {
    return [refused(source, error)];
  }
  const results: Imported[] = [];
  for (const part of parts) results.push(await takeSafely(part, to, lexicon));
  return results;
}

/** A document as it was found: a file, a file in an archive, a row of a table. */
interface Part {
  /** As the result names it: a.zip/怀化.docx, a.csv#3. */
  readonly label: string;
  /** The name of the file to write, without its ending. */
  readonly stem: string;
  readonly bytes: Buffer;
  readonly format: DocumentFormat;
  /** The pages of a document that is a folder of pictures; `bytes` are all of them. */
  readonly pictures?: readonly Buffer[];
  /** Why a row of a table is no document. */
  readonly fault?: string;
  /** Front matter that a row of a table gives. */
  readonly fields: Readonly<Record<string, string>>;
}

function partsOf(source: string): Part[] {
  const stat = statSync(source);
  if (stat.isDirectory()) return [folderOfPictures(source)];
  const { size } = stat;
  const format = formatOf(source);
  if (size > MAX_BYTES[format]) {
    throw new ImportRefusal(
      `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过上限 ${MAX_BYTES[format] / 1024 / 1024} MB`,
    );
  }
  return partsIn(source, readFileSync(source), format);
}

/** A folder in which only pictures lie: the pages of one document, in the order of their names. */
function folderOfPictures(folder: string): Part {
  const pictures = picturesIn(folder).map((name) => readFileSync(join(folder, name)));
  if (pictures.length === 0) throw new ImportRefusal('文件夹里没有能导入的文件');
  return {
    label: folder,
    stem: basename(folder),
    bytes: Buffer.concat(pictures),
    format: 'picture',
    fields: {},
    pictures,
  };
}

function picturesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && FORMATS[extname(name).toLowerCase()] === 'picture')
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function formatOf(name: string): ImportFormat {
  const extension = extname(name).toLowerCase();
  const format = FORMATS[extension];
  if (OTHER_PICTURES.test(extension)) throw new ImportRefusal(PICTURE_ADVICE);
  if (!format)
    throw new ImportRefusal(
      UNREAD[extension] ?? `不支持这种文件（${extension || '没有扩展名'}）；请另存为 .docx、.pdf 或 .txt`,
    );
  return format;
}

function partsIn(label: string, bytes: Buffer, format: ImportFormat): Part[] {
  const stem = basename(label, extname(label));
  switch (format) {
    case 'csv':
      return rowParts(label, stem, documentsOfCsv(bytes));
    case 'jsonl':
      return rowParts(label, stem, documentsOfJsonl(bytes));
    case 'zip':
      return archiveParts(label, bytes);
    default:
      return [{ label, stem, bytes, format, fields: {} }];
  }
}

function rowParts(label: string, stem: string, rows: readonly RowDocument[]): Part[] {
  return rows.map(({ text, fields, fault }, i) => ({
    label: `${label}#${i + 1}`,
    ...(fault === undefined ? {} : { fault }),
    stem: fields.title ?? ([fields.year, fields.place].filter(Boolean).join('') || `${stem}-${i + 1}`),
    bytes: Buffer.from(text),
    format: 'text',
    fields,
  }));
}

/** The files of an archive; an archive in it is not opened. */
function archiveParts(label: string, bytes: Buffer): Part[] {
  const parts: Part[] = [];
  for (const [name, content] of readZip(bytes)) {
    const file = basename(name);
    const format = FORMATS[extname(file).toLowerCase()];
    const hidden = isLeftBehind(file) || name.startsWith('__MACOSX/') || name.endsWith('/');
    if (hidden || format === undefined || format === 'zip' || format === 'picture') continue;
    parts.push(...partsIn(`${label}/${name}`, content, format));
  }
  if (parts.length === 0) throw new ImportRefusal('压缩包里没有能导入的文件');
  return parts;
}

async function takeSafely(part: Part, to: string, lexicon: Lexicon): Promise<Imported> {
  try {
    if (part.fault !== undefined) throw new ImportRefusal(part.fault);
    return await take(part, to, lexicon);
  } catch (error) {
    return refused(part.label, error);
  }
}

function refused(source: string, error: unknown): Imported {
  return { source, status: 'refused', message: error instanceof ImportRefusal ? error.message : fault(error) };
}

async function take(
  { label: source, stem, bytes, format, fields: given, pictures }: Part,
  to: string,
  lexicon: Lexicon,
): Promise<Imported> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeFor(stem, sha256, to);
  if (place.held) return { source, status: 'unchanged', output: place.name, message: '此前已导入，没有改动' };

  const { text, title, doubts, recognition } = await (pictures ? convertPictures(pictures) : convert(bytes, format));
  const own = readFrontMatter(text);
  const body = mended(text.slice(own.span.end)).trim();
  const said = { ...own.fields, ...given, ...(recognition ? recognitionFields(recognition) : {}) };
  const name = said.title ?? title;
  const kept = Object.fromEntries(KEPT.flatMap((key) => (said[key] ? [[key, said[key]]] : [])));
  const draft = assemble({ ...(name ? { title: name } : {}), ...kept }, body);
  const reports = readDocuments(place.name, draft, lexicon);
  const [report] = reports;
  if (!report) throw new ImportRefusal('没有读出正文');
  const single = reports.length === 1;
  const fields = {
    title: name || report.title,
    source: basename(source),
    ...(said.source ? { origin: said.source } : {}),
    sha256,
    ...kept,
    ...(single && report.place ? { place: report.place.name } : {}),
    ...(single && report.year !== null ? { year: String(report.year) } : {}),
  };
  writeWhole(join(to, place.name), assemble(fields, body));
  const worries = [...doubts, ...(recognition ? [recognitionWorry(recognition)] : []), ...reports.flatMap(worriesOf)];
  const what = single ? report.title : `${reports.length} 篇文档`;
  return {
    source,
    status: worries.length > 0 ? 'doubtful' : 'taken',
    output: place.name,
    message: worries.length > 0 ? `${what}：${[...new Set(worries)].join('；')}` : what,
  };
}

/** What a person said of a document and the reading heeds. */
const KEPT = ['place', 'year', 'kind', 'speaker', 'recognised', 'doubtful'] as const;

/** What the front matter says of a text that was recognised from pictures. */
function recognitionFields({ pages, sure, doubtful }: Recognition): Record<string, string> {
  return {
    recognised: `${pages} 页，平均把握 ${Math.round(sure * 100)}%`,
    ...(doubtful.length === 0 ? {} : { doubtful: doubtful.join(' ') }),
  };
}

function recognitionWorry({ pages, sure, doubtful }: Recognition): string {
  const doubts = doubtful.length === 0 ? '' : `，${doubtful.length} 处数字没有把握，回答里会注明`;
  return `文字由 ${pages} 页图片识别，平均把握 ${Math.round(sure * 100)}%${doubts}`;
}

/** Radicals and compatibility letters, as PDF files have them (增⻓), are the letters that they look like; ― is the dash —. */
function mended(text: string): string {
  return text
    .replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/g, (letter) => String.fromCharCode(FOLD[letter.charCodeAt(0)]!))
    .replaceAll('\u2015', '—');
}

function worriesOf(report: Report): string[] {
  const worries = [...report.oddities];
  if (report.kind === 'news') worries.push('不像政府工作报告');
  else if (report.place && report.confidence.place < SURE) worries.push(`地方（${report.place.name}）没有把握`);
  else if (report.year !== null && report.confidence.year < SURE) worries.push(`年份（${report.year}）没有把握`);
  return worries;
}

/** Where a file goes: under its own name, or with the first digits of its hash where another file of that name is there. */
function placeFor(named: string, sha256: string, to: string): { readonly name: string; readonly held: boolean } {
  const stem = named.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').slice(0, 80) || 'report';
  for (const name of [`${stem}.md`, `${stem}-${sha256.slice(0, 8)}.md`]) {
    const held = hashIn(join(to, name));
    if (held === sha256) return { name, held: true };
    if (held === undefined) return { name, held: false };
  }
  throw new ImportRefusal(`目标文件夹里已有同名文件 ${stem}.md，内容不同；请改名后再导入`);
}

/** The hash in the front matter of an imported file; '' for a file without one; undefined where there is no file. */
function hashIn(path: string): string | undefined {
  try {
    return readFrontMatter(readFileSync(path, 'utf8')).fields.sha256 ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function assemble(fields: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value.replace(/\s+/g, ' ')}`);
  return lines.length === 0 ? `${body}\n` : `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Writes a file whole or not at all: beside its place first, then moved there. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const handle = openSync(beside, 'wx');
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是文件夹',
  ENOSPC: '磁盘已满',
  EROFS: '目标文件夹是只读的',
  ELOOP: '是绕圈的符号链接',
  ENOTDIR: '目标路径中有一段不是文件夹',
  EEXIST: '目标路径已被占用',
};

function fault(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return FAULTS[code] ?? `读取时出错（${(error as Error).message ?? code}）`;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
