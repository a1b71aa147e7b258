import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openMemory } from '../../src/store/memory.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { CorpusStore, CorpusWriter } from '../../src/store/types.js';
import type { Server } from './postgres.js';

export const CORPUS_ENGINES = ['sqlite', 'postgres', 'memory'] as const;
export type CorpusEngine = (typeof CORPUS_ENGINES)[number];
export type Corpus = CorpusStore & CorpusWriter;

/** A place in which a corpus is kept, and from which it can be opened again. In memory there is but one. */
export interface CorpusPlace {
  open(): Promise<Corpus>;
}

let number = 0;

/** An empty place for the engine of this name. */
export async function newCorpusPlace(engine: CorpusEngine, server: Server): Promise<CorpusPlace> {
  number += 1;
  if (engine === 'postgres') {
    const url = await server.database(`corpus_${process.pid}_${number}`);
    return { open: () => openPostgres(url, { write: true }) };
  }
  if (engine === 'sqlite') {
    const file = join(temporary('corpus-'), 'corpus.db');
    return { open: async () => openSqlite(file) };
  }
  const memory = openMemory();
  return { open: async () => memory };
}

/** A folder that goes with the test. */
export function temporary(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small report of a place, in the form that the web has them. */
export const smallReport = (place: string, year: number, growth: string, more = ''): string =>
  [
    `${year}年${place}人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，全市地区生产总值增长${growth}%，改造老旧小区${year - 1900}个。${more}`,
    `二、${year}年工作安排`,
    `今年的主要预期目标是：地区生产总值增长${growth}%以上，城镇新增就业3万人。要推动产业发展，改善人民生活，办好民生实事。`,
  ].join('\n\n');

/** A folder of reports, by their paths in it. */
export function reportFolder(files: Readonly<Record<string, string>>): string {
  const folder = temporary('reports-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
