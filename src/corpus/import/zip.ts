import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { ImportRefusal, MAX_PARTS, MAX_UNPACKED } from './types.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The end record and the longest comment after it. */
const END_REACH = 22 + 0xffff;
const DEFLATED = 8;
const STORED = 0;
/** Flags of an entry. */
const ENCRYPTED = 0x1;
const UTF8_NAME = 0x800;

/**
 * The parts of a zip file by name, unpacked within bounds: by what its directory says, and, since a directory can lie, by unpacking
 * each part with a limit.
 * @throws ImportRefusal
 */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_PARTS) throw new ImportRefusal(`压缩包里有 ${count} 个部件，超过上限 ${MAX_PARTS}`);
  let declared = 0;
  let unpacked = 0;
  const parts: { name: string; offset: number; packed: number; method: number }[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    declared += bytes.readUInt32LE(at + 24);
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ImportRefusal('压缩包有密码；请去掉密码后再导入');
    const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    parts.push({
      name:
        (bytes.readUInt16LE(at + 8) & UTF8_NAME) !== 0 || isUtf8(name)
          ? name.toString('utf8')
          : iconv.decode(name, 'GB18030'),
      offset: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (declared > MAX_UNPACKED) throw bomb();
  const read = new Map<string, Buffer>();
  for (const { name, offset, packed, method } of parts) {
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw damaged();
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const part = bytes.subarray(from, from + packed);
    if (part.length < packed) throw damaged();
    let content: Buffer;
    if (method === STORED) content = part;
    else if (method === DEFLATED) content = inflated(part, MAX_UNPACKED - unpacked);
    else throw new ImportRefusal('压缩方式不受支持；请用 Word 或 WPS 重新保存');
    unpacked += content.length;
    if (unpacked > MAX_UNPACKED) throw bomb();
    read.set(name, content);
  }
  return read;
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - END_REACH); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function inflated(part: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb();
    throw damaged();
  }
}

function damaged(): ImportRefusal {
  return new ImportRefusal('文件已损坏，或不是 docx；请用 Word 或 WPS 打开并重新保存');
}

function bomb(): ImportRefusal {
  return new ImportRefusal(`解压后超过 ${MAX_UNPACKED / 1024 / 1024} MB，疑为压缩炸弹，已拒绝`);
}
