import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../lexicon/config-error.js';
import { CONFIG_DIR } from '../../lexicon/paths.js';
import { STATES } from './chain.js';
import { RowTable } from './table.js';
import { READER_FACETS, READER_OPERATIONS } from './types.js';

/** Whole-question outputs: operations first, then facets. */
export const WHOLE = READER_OPERATIONS.length + READER_FACETS.length;

/** Weights of features by row, `width` to a row, each an eighth-bit step of `scale`. */
export interface Weights {
  readonly table: RowTable;
  readonly width: number;
  readonly scale: number;
  readonly values: Int8Array;
}

export interface ReaderModel {
  readonly characters: Weights;
  readonly whole: Weights;
  /** Log weights of label after label: from * STATES + to. */
  readonly steps: Float32Array;
}

const MAGIC = 0x31524452; // RDR1
const HEAD = 4 * (5 + STATES * STATES);

/** A matrix to be written: hashes in rising order, a row of weights each. */
export interface Matrix {
  readonly hashes: Uint32Array;
  readonly scale: number;
  readonly values: Int8Array;
}

/** The bytes of a model: a head, then hashes and weights of the characters' and of the whole questions' features. */
export function encodeModel(characters: Matrix, whole: Matrix, steps: Float32Array): Uint8Array {
  const parts = [characters, whole];
  const size = parts.reduce((sum, m) => sum + m.hashes.length * 4 + m.values.length, HEAD);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  let at = 4;
  for (const m of parts) {
    view.setUint32(at, m.hashes.length, true);
    view.setFloat32(at + 4, m.scale, true);
    at += 8;
  }
  for (const step of steps) {
    view.setFloat32(at, step, true);
    at += 4;
  }
  for (const m of parts) {
    for (const hash of m.hashes) {
      view.setUint32(at, hash, true);
      at += 4;
    }
    bytes.set(new Uint8Array(m.values.buffer, m.values.byteOffset, m.values.length), at);
    at += m.values.length;
  }
  return bytes;
}

/** Reads the bytes of a model. @throws RangeError where they are none or are cut short. */
export function decodeModel(bytes: Uint8Array): ReaderModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a reader model');
  let at = 4 + 16;
  const steps = new Float32Array(STATES * STATES);
  for (let i = 0; i < steps.length; i++, at += 4) steps[i] = view.getFloat32(at, true);
  const read = (head: number, width: number): Weights => {
    const rows = view.getUint32(head, true);
    const table = new RowTable(rows);
    for (let i = 0; i < rows; i++, at += 4) table.add(view.getUint32(at, true));
    if (at + rows * width > bytes.length) throw new RangeError('reader model cut short');
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * width);
    at += rows * width;
    return { table, width, scale: view.getFloat32(head + 4, true), values };
  };
  return { characters: read(4, STATES), whole: read(12, WHOLE), steps };
}

/** A model without an opinion: what a fit reads its questions with, so that its weights do not depend on those of the fit before. */
export function blankModel(): ReaderModel {
  const none = { hashes: new Uint32Array(), scale: 1, values: new Int8Array() };
  return decodeModel(encodeModel(none, none, new Float32Array(STATES * STATES)));
}

export const MODEL_FILE = 'fitted/reader.bin';

let loaded: ReaderModel | undefined;

/** Reads questions with another model than the project's from now on. */
export function useReaderModel(model: ReaderModel): void {
  loaded = model;
}

/** The project's model, read with its first use. @throws ConfigError where the file is missing or malformed. */
export function readerModel(): ReaderModel {
  if (loaded) return loaded;
  try {
    loaded = decodeModel(readFileSync(join(CONFIG_DIR, MODEL_FILE)));
  } catch (error) {
    throw new ConfigError(`config/${MODEL_FILE}`, '', `无法读取（${String((error as Error).message)}）`);
  }
  return loaded;
}
