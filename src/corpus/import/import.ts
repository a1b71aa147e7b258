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
import { readFrontMatter } from '../front-matter.js';
import { readDocuments } from '../read.js';
import type { Report } from '../types.js';
import { convert } from './convert.js';
import { FORMATS, ImportRefusal, MAX_BYTES, UNREAD } from './types.js';

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

/** The files behind paths: a folder stands for the files in it, at any depth, that can be imported. Sorted, each once. */
export function filesOf(paths: readonly string[]): string[] {
  const files = new Set<string>();
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const child = join(path, entry.name);
      const extension = extname(entry.name).toLowerCase();
      if (entry.isDirectory()) visit(child);
      else if (entry.isFile() && (extension in FORMATS || extension in UNREAD)) files.add(child);
    }
  };
  for (const path of paths) {
    if (isFolder(path)) visit(path);
    else files.add(path);
  }
  return [...files];
}

/**
 * Imports one file into the folder `to` as UTF-8 Markdown with a front matter. A file that was imported before stays as it is.
 * Never throws for what is wrong with the file, nor for a full disk: that is a refusal, and nothing half-written stays behind.
 */
export async function importFile(source: string, to: string, lexicon: Lexicon): Promise<Imported> {
  try {
    return await take(source, to, lexicon);
  } catch (error) {
    return { source, status: 'refused', message: error instanceof ImportRefusal ? error.message : fault(error) };
  }
}

async function take(source: string, to: string, lexicon: Lexicon): Promise<Imported> {
  const extension = extname(source).toLowerCase();
  const format = FORMATS[extension];
  if (!format) throw new ImportRefusal(UNREAD[extension] ?? `不支持这种文件（${extension || '没有扩展名'}）`);
  const { size } = statSync(source);
  if (size > MAX_BYTES[format]) {
    throw new ImportRefusal(
      `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过上限 ${MAX_BYTES[format] / 1024 / 1024} MB`,
    );
  }
  const bytes = readFileSync(source);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = placeFor(source, sha256, to);
  if (place.held) return { source, status: 'unchanged', output: place.name, message: '此前已导入，没有改动' };

  const { text, title, doubts } = await convert(bytes, format);
  const own = readFrontMatter(text);
  const body = text.slice(own.span.end).trim();
  const name = own.fields.title ?? title;
  const draft = assemble({ ...(name ? { title: name } : {}) }, body);
  const reports = readDocuments(place.name, draft, lexicon);
  const [report] = reports;
  if (!report) throw new ImportRefusal('没有读出正文');
  const fields = {
    title: name || report.title,
    source: basename(source),
    ...(own.fields.source ? { origin: own.fields.source } : {}),
    sha256,
    ...(reports.length === 1 && report.place ? { place: report.place.name } : {}),
    ...(reports.length === 1 && report.year !== null ? { year: String(report.year) } : {}),
  };
  writeWhole(join(to, place.name), assemble(fields, body));
  const worries = [...doubts, ...reports.flatMap(worriesOf)];
  const what = reports.length === 1 ? report.title : `${reports.length} 篇文档`;
  return {
    source,
    status: worries.length > 0 ? 'doubtful' : 'taken',
    output: place.name,
    message: worries.length > 0 ? `${what}：${[...new Set(worries)].join('；')}` : what,
  };
}

function worriesOf(report: Report): string[] {
  const worries = [...report.oddities];
  if (report.kind === 'news') worries.push('不像政府工作报告');
  else if (report.place && report.confidence.place < SURE) worries.push(`地方（${report.place.name}）没有把握`);
  else if (report.year !== null && report.confidence.year < SURE) worries.push(`年份（${report.year}）没有把握`);
  return worries;
}

/** Where a file goes: under its own name, or with the first digits of its hash where another file of that name is there. */
function placeFor(source: string, sha256: string, to: string): { readonly name: string; readonly held: boolean } {
  const stem =
    basename(source, extname(source))
      .replace(/[\p{Cc}/\\:*?"<>|]/gu, '_')
      .slice(0, 80) || 'report';
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
