import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../src/corpus/files.js';
import { loadLexicon } from '../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../src/lexicon/paths.js';
import { type JiebaFiles, openJieba } from '../src/retrieval/jieba.js';
import { nativeProblem } from '../src/retrieval/segmenter.js';
import { openStore } from '../src/retrieval/store.js';
import type { BenchCorpus } from './corpora.js';
import { ms, type Table } from './table.js';

/** How long does it take to read a corpus from nothing, against the tokenizer's own time, and to read one changed file? */
export const title = 'Build';
export const note =
  'Reading all files, extracting facts, counting words and writing the snapshot, with every core (passages are indexed when more than six reports are searched at once: see Peers); the tokenizer alone over the same files on one core (its full dictionary loaded beforehand); and opening again after one file has changed.';
export const columns = ['corpus', 'characters', 'facts', 'build', 'tokenizer alone', 'ratio', 'one file changed'];

export async function measure(corpus: BenchCorpus): Promise<Table['rows']> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'bench-build-'));
  try {
    const copy = join(cacheDir, 'corpus');
    // Through links, so that a file can be changed without touching the corpus.
    cpSync(corpus.folder, copy, { recursive: true, dereference: true });
    const lexicon = loadLexicon();
    const options = { folders: [copy], cacheDir: join(cacheDir, 'cache'), lexicon };
    const from = performance.now();
    const { stats } = await openStore(options);
    const build = performance.now() - from;
    const { files } = listFiles(copy);
    appendFileSync(files[0]!.path, '\n新增一句。\n');
    const again = performance.now();
    await openStore(options);
    const changed = performance.now() - again;
    const tokenizer = tokenizerTime(files.map(({ path }) => readFileSync(path, 'utf8')));
    return [
      [
        corpus.name,
        stats.characters.toLocaleString('en'),
        stats.facts.toLocaleString('en'),
        ms(build),
        ms(tokenizer),
        (build / tokenizer).toFixed(2),
        ms(changed),
      ],
    ];
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

/** The library where it is compiled, else the same segmentation written here. */
function tokenizerTime(texts: readonly string[]): number {
  const dict = join(PACKAGE_ROOT, 'node_modules', 'nodejieba', 'submodules', 'cppjieba', 'dict');
  const cut = nativeProblem() === undefined ? nativeCut() : openJieba(textsIn(dict)).cut;
  const from = performance.now();
  for (const text of texts) cut(text);
  return performance.now() - from;
}

function nativeCut(): (text: string) => unknown {
  const jieba = createRequire(import.meta.url)('nodejieba') as {
    load(files?: object): void;
    cut(text: string, unicode: boolean): string[];
  };
  jieba.load({});
  return (text) => jieba.cut(text, true);
}

const textsIn = (folder: string): JiebaFiles => ({
  dict: readFileSync(join(folder, 'jieba.dict.utf8')),
  hmm: () => readFileSync(join(folder, 'hmm_model.utf8'), 'utf8'),
});
