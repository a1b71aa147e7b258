import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Answer } from '../../src/answer/schema.js';
import { errorLine } from '../cli/program.js';

const MAX_TRIES = 100;

/** Writes an export into a folder, never over a file that is there (报告.csv, 报告-2.csv, …). Returns what to tell the user. */
export async function writeAttachment(attachment: NonNullable<Answer['attachment']>, folder: string): Promise<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a file's name.
  const name = basename(attachment.name).replace(/[\u0000-\u001f<>:"/\\|?*]/gu, '_') || 'export';
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let n = 1; n <= MAX_TRIES; n++) {
    const file = n === 1 ? name : `${stem}-${n}${extension}`;
    try {
      await writeFile(join(folder, file), Buffer.from(attachment.body, attachment.encoding ?? 'utf8'), { flag: 'wx' });
      return `已写入 ${join(folder, file)}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        return `未能写入 ${join(folder, file)}：${errorLine(error)}`;
    }
  }
  return `未能写入 ${join(folder, name)}：同名文件太多`;
}
