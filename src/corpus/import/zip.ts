import { inflateRawSync } from 'node:zlib';
import { ImportRefusal, MAX_PARTS, MAX_UNPACKED } from './types.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The end record and the longest comment after it. */
const END_REACH = 22 + 0xffff;
const DEFLATED = 8;
const STORED = 0;

/**
 * Makes sure that unpacking a zip file stays within bounds, before anything else unpacks it: by what its directory says,
 * and, since a directory can lie, by unpacking each part with a limit.
 * @throws ImportRefusal
 */
export function checkZip(bytes: Buffer): void {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MAX_PARTS) throw new ImportRefusal(`压缩包里有 ${count} 个部件，超过上限 ${MAX_PARTS}`);
  let declared = 0;
  let unpacked = 0;
  const parts: { offset: number; packed: number; method: number }[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    declared += bytes.readUInt32LE(at + 24);
    parts.push({
      offset: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (declared > MAX_UNPACKED) throw bomb();
  for (const { offset, packed, method } of parts) {
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw damaged();
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const part = bytes.subarray(from, from + packed);
    if (part.length < packed) throw damaged();
    if (method === STORED) unpacked += packed;
    else if (method === DEFLATED) unpacked += inflatedSize(part, MAX_UNPACKED - unpacked);
    else throw new ImportRefusal('压缩方式不受支持；请用 Word 或 WPS 重新保存');
    if (unpacked > MAX_UNPACKED) throw bomb();
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - END_REACH); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function inflatedSize(part: Buffer, limit: number): number {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, limit) }).length;
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
