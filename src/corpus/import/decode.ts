import { TextDecoder } from 'node:util';
import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { ImportRefusal } from './types.js';

/** The text of bytes, and in which encoding they were read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True where the encoding was guessed and the text looks damaged. */
  readonly doubtful: boolean;
}

/** How much of a file the guess looks at, in bytes. */
const SAMPLE = 256 * 1024;
/** Encodings tried where neither a mark nor a declaration settles it; GB18030 holds GBK and GB2312. */
const CHINESE = ['GB18030', 'Big5'];
/** Letters of everyday reports: a wrong encoding gives hardly any of them. */
const EVERYDAY = /[的和在为一是年市工作发展经济建设政府推进加强全新]/g;
/** A readable Chinese text has at least this share of everyday letters, and at most this share of letters lost. */
const EVERYDAY_SHARE = 0.04;
const LOST_SHARE = 0.002;

/**
 * Reads bytes as text: by their byte-order mark, as UTF-8, by the encoding that an HTML page declares, else by guessing.
 * @throws ImportRefusal where no encoding gives a readable text.
 */
export function decode(bytes: Buffer, declared?: string): Decoded {
  const marked = byMark(bytes);
  if (marked) return { text: iconv.decode(bytes, marked), encoding: marked, doubtful: false };
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8', doubtful: false };
  if (bytes.subarray(0, 4096).includes(0)) throw new ImportRefusal('不是文本文件');

  const guessed = detect(bytes.subarray(0, SAMPLE));
  const tried = [declared, guessed ?? undefined, ...CHINESE].filter(
    (name): name is string => !!name && iconv.encodingExists(name),
  );
  let best: Decoded | undefined;
  let bestShare = -1;
  for (const name of new Set(tried.map(widen))) {
    const text = iconv.decode(bytes, name);
    const share = everydayShare(text);
    if (share <= bestShare) continue;
    bestShare = share;
    best = { text, encoding: name, doubtful: lostShare(text) > LOST_SHARE || share < EVERYDAY_SHARE };
  }
  if (!best || bestShare < EVERYDAY_SHARE / 4)
    throw new ImportRefusal('认不出文字编码；请用编辑器另存为 UTF-8 后再导入');
  return best;
}

/** GBK and GB2312 are read as GB18030, which holds both. */
function widen(name: string): string {
  return /^(?:gbk|gb2312|gb_2312.*|gb18030|cp936|x-gbk)$/i.test(name) ? 'GB18030' : name;
}

function byMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return undefined;
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function everydayShare(text: string): number {
  const part = text.slice(0, SAMPLE);
  return part.length === 0 ? 0 : (part.match(EVERYDAY)?.length ?? 0) / part.length;
}

function lostShare(text: string): number {
  return text.length === 0 ? 0 : (text.match(/\uFFFD/g)?.length ?? 0) / text.length;
}
