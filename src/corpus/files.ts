import { isUtf8, transcode } from 'node:buffer';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import type { CorpusProblem } from './types.js';

/** Files that are read as they are; others have to be imported first. */
export const TEXT_EXTENSIONS: readonly string[] = ['.txt', '.md'];
/** Formats that `npm run import` turns into text. */
const IMPORTABLE: readonly string[] = [
  '.docx',
  '.docm',
  '.odt',
  '.pdf',
  '.html',
  '.htm',
  '.csv',
  '.jsonl',
  '.ndjson',
  '.zip',
];
/** A report is at most a few hundred kilobytes; a listing of a hundred of them stays below this. In bytes. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Deeper folders are not looked into. */
const MAX_DEPTH = 32;
/** Names that belong to tools, not to the corpus. */
const IGNORED = new Set(['node_modules', '__MACOSX', 'Thumbs.db', 'desktop.ini']);

/** A file of a corpus folder. */
export interface CorpusFile {
  /** Relative to its folder, with `/`. */
  readonly seed: string;
  /** Absolute or relative to the working folder, for opening. */
  readonly path: string;
  /** Last change (milliseconds) and size (bytes) when it was listed. */
  readonly mtimeMs: number;
  readonly size: number;
}

export interface Listed {
  readonly files: readonly CorpusFile[];
  readonly problems: readonly CorpusProblem[];
}

/**
 * The text files of a folder, at any depth, sorted by path. Follows symbolic links, each real folder once.
 * Hidden files, README files and files of other formats are passed over; formats that can be imported are named once.
 */
export function listFiles(folder: string): Listed {
  const files: CorpusFile[] = [];
  const problems: CorpusProblem[] = [];
  const report = (seed: string, severity: CorpusProblem['severity'], message: string): void => {
    problems.push({ seed, severity, message });
  };
  const visited = new Set<string>();
  let importable = 0;

  function visit(path: string, seed: string, depth: number): void {
    let real: string;
    let names: string[];
    try {
      real = realpathSync(path);
      if (visited.has(real)) return;
      visited.add(real);
      names = readdirSync(path).sort();
    } catch (error) {
      report(seed || '.', 'error', `文件夹${describe(error)}`);
      return;
    }
    if (depth > MAX_DEPTH) {
      report(seed, 'warning', `文件夹超过 ${MAX_DEPTH} 层，没有再往下读；请移到上层`);
      return;
    }
    for (const name of names) {
      if (name.startsWith('.') || IGNORED.has(name)) continue;
      const childPath = join(path, name);
      const childSeed = seed ? `${seed}/${name}` : name;
      const extension = extname(name).toLowerCase();
      const stats = statOf(childPath);
      if (stats instanceof Error) {
        report(childSeed, 'error', `文件${describe(stats)}`);
      } else if (stats.isDirectory()) {
        if (TEXT_EXTENSIONS.includes(extension)) {
          report(childSeed, 'warning', `这是文件夹，却以 ${extension} 结尾；已按文件夹读取，如不是有意，请改名`);
        }
        visit(childPath, childSeed, depth + 1);
      } else if (!stats.isFile()) {
        report(childSeed, 'warning', '不是普通文件，已跳过');
      } else if (IMPORTABLE.includes(extension)) {
        importable += 1;
      } else if (TEXT_EXTENSIONS.includes(extension) && !/^readme/i.test(name)) {
        files.push({ seed: childSeed, path: childPath, mtimeMs: stats.mtimeMs, size: stats.size });
      }
    }
  }

  const stats = statOf(folder);
  if (stats instanceof Error) report(folder, 'error', `文件夹${describe(stats)}`);
  else if (!stats.isDirectory()) report(folder, 'error', '这是文件，不是文件夹；请给出存放报告的文件夹');
  else {
    visit(folder, '', 0);
    if (importable > 0) {
      report(
        folder,
        'warning',
        `有 ${importable} 个 docx、pdf、html、csv、zip 等文件没有读；请先用 npm run import 转成文本`,
      );
    }
    if (files.length === 0 && problems.every((p) => p.severity !== 'error')) {
      report(folder, 'error', `没有找到报告：文件夹里没有 ${TEXT_EXTENSIONS.join('、')} 文件`);
    }
  }
  return { files, problems };
}

/** The text of a file with the bytes it was read from, or why it cannot be used. */
export type FileText = { readonly text: string; readonly bytes: Buffer } | { readonly problem: CorpusProblem };

/** Reads a file as UTF-8. The text is what `readFileSync(path, 'utf8')` gives, so that offsets agree. */
export function readText(file: CorpusFile): FileText {
  const problem = (message: string): FileText => ({ problem: { seed: file.seed, severity: 'error', message } });
  let bytes: Buffer;
  try {
    const handle = openSync(file.path, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > MAX_FILE_BYTES) {
        return problem(`文件有 ${megabytes(size)} MB，超过上限 ${megabytes(MAX_FILE_BYTES)} MB；请拆开后再放入`);
      }
      bytes = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return problem(`文件${describe(error)}`);
  }
  const bad = firstInvalid(bytes);
  if (bad) return problem(bad);
  const text = decodeText(bytes);
  if (text.trim() === '') return problem('文件是空的；请放入报告正文，或删去这个文件');
  return { text, bytes };
}

/** The text of sound bytes: the same as toString('utf8'), ten times as fast for Chinese. */
export function decodeText(bytes: Buffer): string {
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function firstInvalid(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) {
    const line = bytes.subarray(0, invalidOffset(bytes)).toString('latin1').split('\n').length;
    const kind = bytes.subarray(0, 4096).includes(0) ? '不是文本文件' : '不是 UTF-8 编码';
    return `第 ${line} 行${kind}；请用 npm run import 转换后再放入`;
  }
  if (bytes.subarray(0, 4096).includes(0)) return '不是文本文件（含有零字节）；请放入文本，或用 npm run import 转换';
  return undefined;
}

/** The offset of the first byte that is not UTF-8: found by halving, since decoding tells only that there is one. */
function invalidOffset(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function statOf(path: string): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    return error as Error;
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '不存在，或在读取时被移走了；请检查路径',
  EACCES: '没有读取权限；请修改权限',
  EPERM: '没有读取权限；请修改权限',
  ELOOP: '是绕圈的符号链接；请删去链接',
  EISDIR: '其实是文件夹；请改名',
  ENAMETOOLONG: '的名称过长；请改短',
  EMFILE: '打开得太多；请稍后再试',
};

function describe(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return CAUSES[code] ?? `无法读取（${code || String(error)}）`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
