import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { CorpusProblem } from '../corpus/types.js';
import { decodeJson, encodeJson } from './bytes.js';
import { type EncodedParts, PARTS, type Part } from './codec.js';
import type { ReportHead } from './types.js';

/** Offset from the start of the shard, length in bytes, checksum. */
export type Extent = readonly [offset: number, length: number, checksum: number];

/** Where the parts of one report stand in its shard. */
export type Extents = Readonly<Record<Part, Extent>>;

/** One report of a shard: its head and where its parts are. */
export interface ShardEntry {
  readonly head: ReportHead;
  readonly parts: Extents;
}

/** What a shard says of its file: the documents in it, and what was odd about the file. */
export interface ShardHeader {
  readonly entries: readonly ShardEntry[];
  readonly problems: readonly CorpusProblem[];
}

/** Bytes of a shard that are not there or not what was written. */
export class DamagedShard extends Error {}

const MAGIC = Buffer.from('GRSHARD1', 'latin1');
/** Magic, length of the header, checksum of the header, length of the payload. */
const PREFIX = MAGIC.length + 12;

/**
 * Packs the documents of one source file: prefix, payload (the parts of each report), header as JSON at the end.
 * The header stands last so that offsets in it count from the start of the file.
 */
export function packShard(
  documents: readonly { readonly head: ReportHead; readonly parts: EncodedParts }[],
  problems: readonly CorpusProblem[],
): { bytes: Buffer; header: ShardHeader } {
  const chunks: Buffer[] = [];
  let offset = PREFIX;
  const entries = documents.map(({ head, parts }): ShardEntry => {
    const extents = {} as Record<Part, Extent>;
    for (const part of PARTS) {
      const bytes = parts[part];
      extents[part] = [offset, bytes.length, crc32(bytes)];
      chunks.push(bytes);
      offset += bytes.length;
    }
    return { head, parts: extents };
  });
  const header: ShardHeader = { entries, problems };
  const tail = encodeJson(header);
  const prefix = Buffer.alloc(PREFIX);
  MAGIC.copy(prefix);
  prefix.writeUInt32LE(tail.length, MAGIC.length);
  prefix.writeUInt32LE(crc32(tail), MAGIC.length + 4);
  prefix.writeUInt32LE(offset, MAGIC.length + 8);
  return { bytes: Buffer.concat([prefix, ...chunks, tail]), header };
}

/** Reads a shard's header. Throws DamagedShard where it is missing, cut short or altered. */
export function readHeader(path: string): ShardHeader {
  try {
    const bytes = readFileSync(path);
    if (bytes.length < PREFIX || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new DamagedShard(path);
    const length = bytes.readUInt32LE(MAGIC.length);
    const offset = bytes.readUInt32LE(MAGIC.length + 8);
    const tail = bytes.subarray(offset, offset + length);
    if (tail.length !== length || crc32(tail) !== bytes.readUInt32LE(MAGIC.length + 4)) throw new DamagedShard(path);
    const header = decodeJson<ShardHeader>(tail);
    for (const { parts } of header.entries) for (const part of PARTS) slice(bytes, parts[part], path);
    return header;
  } catch (error) {
    throw error instanceof DamagedShard ? error : new DamagedShard(path, { cause: error });
  }
}

/** Read into again and again: a question over all reports reads a hundred megabytes, which would otherwise wait to be collected. */
let scratch = Buffer.alloc(0);
/** Parts that need more than this get memory of their own. */
const MAX_SCRATCH = 4 * 1024 * 1024;

/**
 * Reads parts of a shard on disk, no more bytes than they have. Throws DamagedShard.
 * The bytes are only good until the next call: decode them at once.
 */
export function readParts(path: string, extents: readonly Extent[]): Buffer[] {
  const memory = memoryFor(extents.reduce((sum, [, length]) => sum + length, 0));
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const handle = file;
    let used = 0;
    return extents.map(([offset, length, checksum]) => {
      const bytes = memory.subarray(used, used + length);
      used += length;
      const read = length === 0 ? 0 : readSync(handle, bytes, 0, length, offset);
      if (read !== length || crc32(bytes) !== checksum) throw new DamagedShard(path);
      return bytes;
    });
  } catch (error) {
    throw error instanceof DamagedShard ? error : new DamagedShard(path, { cause: error });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function memoryFor(length: number): Buffer {
  if (length > MAX_SCRATCH) return Buffer.allocUnsafeSlow(length);
  if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(Math.min(MAX_SCRATCH, length * 2));
  return scratch;
}

/** The same from a shard held in memory. */
export function sliceParts(bytes: Buffer, extents: readonly Extent[]): Buffer[] {
  return extents.map((extent) => slice(bytes, extent, 'memory'));
}

function slice(bytes: Buffer, [offset, length, checksum]: Extent, name: string): Buffer {
  const part = bytes.subarray(offset, offset + length);
  if (part.length !== length || crc32(part) !== checksum) throw new DamagedShard(name);
  return part;
}
