import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DictionaryFiles, MODEL_FILE } from './dictionary.js';
import { type Jieba, openJieba } from './jieba.js';

/** Cuts Chinese text into words. */
export interface Segmenter {
  /** The words in order; together they are the text. Numbers and Latin words stay whole (2022, 7.5, GDP). */
  cut(text: string): string[];
  /** For indexing: the words, and the shorter words within long ones. */
  pieces(text: string): string[];
}

interface NativeJieba {
  load(files: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): void;
  cut(text: string, unicode: boolean): string[];
  cutForSearch(text: string, unicode: boolean): string[];
}

const require = createRequire(import.meta.url);

/** The library holds one dictionary per process: this is the one it holds now. */
let loaded: DictionaryFiles | undefined;

/** Why nodejieba cannot be used here: it is not installed, or was never compiled. Undefined where it can. */
export function nativeProblem(): string | undefined {
  try {
    const path = require.resolve('nodejieba');
    require(join(dirname(path), 'build', 'Release', 'nodejieba.node'));
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/**
 * A segmenter with the given dictionary, loaded at the first cut: nodejieba where it is compiled, else the same segmentation
 * written here (jieba.ts), which cuts the same and needs no compiler.
 * @param files writes the dictionary for nodejieba, which reads files alone. They must exist: the library ends the process on a missing one.
 */
export function jiebaSegmenter(dictionary: Uint8Array, files: (dictionary: Uint8Array) => DictionaryFiles): Segmenter {
  return nativeProblem() === undefined ? nativeSegmenter(files(dictionary)) : portableSegmenter(dictionary);
}

/** The segmentation of jieba.ts, whatever is installed. @param dictionary its text as UTF-8, as `dictionaryBody` makes it. */
export function portableSegmenter(dictionary: Uint8Array): Segmenter {
  let opened: Jieba | undefined;
  const jieba = (): Jieba => {
    opened ??= openJieba({ dict: dictionary, hmm: () => readFileSync(MODEL_FILE, 'utf8') });
    return opened;
  };
  return { cut: (text) => jieba().cut(text), pieces: (text) => jieba().cutForSearch(text) };
}

/** nodejieba; throws at the first cut where it is not compiled. */
export function nativeSegmenter(files: DictionaryFiles): Segmenter {
  const jieba = (): NativeJieba => {
    const library = require('nodejieba') as NativeJieba;
    if (loaded?.dict !== files.dict) {
      library.load({
        dict: files.dict,
        hmmDict: files.hmm,
        userDict: files.user,
        idfDict: files.idf,
        stopWordDict: files.stop,
      });
      loaded = files;
    }
    return library;
  };
  // The second argument keeps runs of digits and letters whole.
  return {
    cut: (text) => jieba().cut(text, true),
    pieces: (text) => jieba().cutForSearch(text, true),
  };
}

const PLAIN_RUNS = /[A-Za-z]+|\d+(?:\.\d+)?|\p{Script=Han}+|[^A-Za-z\d\p{Script=Han}]+/gu;

/** A segmenter without a dictionary: pairs of Chinese characters. For tests, and where the library cannot be loaded. */
export function plainSegmenter(): Segmenter {
  const cut = (text: string): string[] =>
    (text.match(PLAIN_RUNS) ?? []).flatMap((run) =>
      /^\p{Script=Han}{3,}$/u.test(run) ? (run.match(/.{1,2}/gu) ?? []) : [run],
    );
  return {
    cut,
    pieces: (text) =>
      (text.match(PLAIN_RUNS) ?? []).flatMap((run) => {
        const letters = [...run];
        if (!/^\p{Script=Han}{3,}$/u.test(run)) return [run];
        return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
      }),
  };
}
