import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CorpusProblem } from '../corpus/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { type BuildContext, type BuildResult, createBuilder } from './build.js';
import type { Part } from './codec.js';
import { runTask } from './parallel.js';
import { DamagedShard, readParts, sliceParts } from './shard.js';
import {
  canWrite,
  readIndex,
  type SnapshotIndex,
  type StoredFile,
  type StoredReport,
  shardPath,
  snapshotFolder,
} from './snapshot.js';
import { listSources, type SourceFile } from './sources.js';
import type { StoreOptions } from './types.js';
import { codeVersion } from './version.js';

/** From this many bytes on, reading is shared out to the other cores: starting one costs as much as reading 0.5 MB. */
const PARALLEL_BYTES = 4_000_000;
/** Progress is shown after this long, in ms. */
const QUIET_MS = 2000;

/** What is held of a corpus: the files with their documents, and access to the shards. */
export interface Holdings {
  readonly files: readonly StoredFile[];
  readonly problems: readonly CorpusProblem[];
  /** Code and configuration that everything was made by. */
  readonly version: string;
  /** The snapshot's folder; null where nothing can or should be written. */
  readonly folder: string | null;
  /** The index that was found, where it still fits every file. */
  readonly fitting?: SnapshotIndex;
  /** Files that were read anew. */
  readonly rebuilt: number;
  readonly warnings: string[];
  /** Bytes that are only good until the next call: decode them at once. */
  read(report: StoredReport, parts: readonly Part[]): Buffer[];
}

/** Compares the folders with the snapshot, and reads what is new or has changed. */
export function gather(options: StoreOptions, lexicon: Lexicon, cacheDir: string | null): Holdings {
  const version = createHash('sha256').update(`${codeVersion()}\n${lexicon.digest}`).digest('hex').slice(0, 16);
  const warnings: string[] = [];
  let folder = cacheDir === null ? null : snapshotFolder(cacheDir, options.folders);
  if (folder !== null && !canWrite(folder)) {
    warnings.push(`无法写入缓存目录 ${folder}，本次不保存快照`);
    folder = null;
  }
  const { files: sources, problems } = listSources(options.folders);
  const { index, damaged } = folder === null ? { damaged: false } : readIndex(folder);
  if (damaged) warnings.push('快照索引已损坏，正在重建');
  const usable = index?.version === version && !options.rebuild ? index : undefined;
  const known = new Map(usable?.files.map((file) => [file.path, file]));
  const unchanged = (source: SourceFile): StoredFile | undefined => {
    const file = known.get(source.path);
    const same =
      file?.seed === source.seed && file.size === source.size && file.mtimeMs === source.mtimeMs && file.sha !== '';
    return same ? file : undefined;
  };
  const changed = sources.filter((source) => !unchanged(source));
  const large = changed.length > 1 && changed.reduce((sum, { size }) => sum + size, 0) > PARALLEL_BYTES;
  const memory = new Map<string, Buffer>();
  const context: BuildContext = { version, folder, rebuild: options.rebuild === true };
  const results = readFiles(changed, context, lexicon, large, options);
  if (folder !== null && results.some((result) => 'built' in result && result.built.bytes)) {
    warnings.push(`无法写入缓存目录 ${folder}（磁盘已满？），本次不保存快照`);
  }
  const fresh = new Map(changed.map((source, i) => [source.path, storedFile(source, results[i]!, memory)]));
  const files = sources.map((source) => fresh.get(source.path) ?? unchanged(source)!);
  const fits = usable !== undefined && changed.length === 0 && usable.files.length === files.length;
  return {
    files,
    problems,
    version,
    folder: memory.size > 0 ? null : folder,
    fitting: fits ? usable : undefined,
    rebuilt: changed.length,
    warnings,
    read: partReader({ folder, memory, files, warnings, mend: createBuilder(lexicon, { ...context, rebuild: true }) }),
  };
}

function readFiles(
  sources: readonly SourceFile[],
  context: BuildContext,
  lexicon: Lexicon,
  parallel: boolean,
  { onProgress }: StoreOptions,
): BuildResult[] {
  if (sources.length === 0) return [];
  const started = performance.now();
  const onDone = (done: number): void => {
    if (performance.now() - started > QUIET_MS) onProgress?.(done, sources.length);
  };
  const spec = { sources, context, lexicon: lexicon.digest };
  return runTask(spec, { parallel, lexicon, onDone });
}

function storedFile(source: SourceFile, result: BuildResult, memory: Map<string, Buffer>): StoredFile {
  const { folder, seed, path, size, mtimeMs } = source;
  if ('problem' in result)
    return { folder, seed, path, size, mtimeMs, sha: '', reports: [], problems: [result.problem] };
  const { sha, shard, header, bytes } = result.built;
  if (bytes) memory.set(shard, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const reports = header.entries.map(({ head, parts }, ordinal) => ({ local: head, head, shard, ordinal, parts }));
  return { folder, seed, path, size, mtimeMs, sha, reports, problems: header.problems };
}

/** Reads parts of shards; one that is damaged or gone is made again from its source. */
function partReader(from: {
  readonly folder: string | null;
  readonly memory: Map<string, Buffer>;
  readonly files: readonly StoredFile[];
  readonly warnings: string[];
  readonly mend: ReturnType<typeof createBuilder>;
}): Holdings['read'] {
  const { folder, memory, files, warnings, mend } = from;
  const mended = (report: StoredReport): Buffer => {
    const file = files.find(({ reports }) => reports.some(({ shard }) => shard === report.shard));
    const result = file && mend(file);
    if (!result || 'problem' in result || result.built.shard !== report.shard) {
      throw new Error(`${report.head.seed} 的快照已损坏，原文件也已更改或无法读取，请重新启动`);
    }
    warnings.push(`快照中 ${report.head.seed} 的数据已损坏，已按原文件重建`);
    const { bytes } = result.built;
    const shard = bytes ? Buffer.from(bytes) : readFileSync(shardPath(folder as string, report.shard));
    memory.set(report.shard, shard);
    return shard;
  };
  return (report, parts) => {
    const extents = parts.map((part) => report.parts[part]);
    const held = memory.get(report.shard);
    if (held) return sliceParts(held, extents);
    try {
      if (folder === null) throw new DamagedShard(report.shard);
      return readParts(shardPath(folder, report.shard), extents);
    } catch (error) {
      if (!(error instanceof DamagedShard)) throw error;
      return sliceParts(mended(report), extents);
    }
  };
}
