import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { CONFIG_DIR, SEEDS_DIR } from '../../src/lexicon/paths.js';
import {
  type DictionaryFiles,
  dictionaryBody,
  dictionaryFiles,
  loadWordList,
  type WordList,
  writeDictionary,
} from '../../src/retrieval/dictionary.js';
import { openJieba } from '../../src/retrieval/jieba.js';
import {
  jiebaSegmenter,
  nativeProblem,
  nativeSegmenter,
  plainSegmenter,
  portableSegmenter,
  type Segmenter,
} from '../../src/retrieval/segmenter.js';
import { wordTrie } from '../../src/retrieval/word-trie.js';
import { splitSentences } from '../../src/text/sentences.js';
import { makeView } from '../../src/text/view.js';

const folder = mkdtempSync(join(tmpdir(), 'dictionary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORDS = join(CONFIG_DIR, 'dictionary', 'jieba.dict.utf8.gz');
/** What no report holds: characters beyond the basic plane, halves of them, dots and blanks among digits. */
const ODD = [
  '🙂2022年GDP增长7.5%，A1b2 c',
  '\ud800半个',
  '𠮷野家𠀀工程',
  'é中文ü 7..5 .5 5.',
  '１２３ＡＢ',
  ' ',
  '一\t二\n三',
];

const TERMS = ['地区生产总值', '一般公共预算收入', 'GDP'];
const texts = readdirSync(SEEDS_DIR)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => makeView(readFileSync(join(SEEDS_DIR, name), 'utf8')).text);

function written(name: string, list: WordList, present: Iterable<number>): DictionaryFiles {
  const path = join(folder, name);
  const files = dictionaryFiles(path, writeDictionary(path, Buffer.from(dictionaryBody(list, present))));
  if (!files) throw new Error('not as it was written');
  return files;
}

const segmenterOver = (files: DictionaryFiles): Segmenter => jiebaSegmenter(readFileSync(files.dict), () => files);

function cutDown() {
  const list = loadWordList(TERMS);
  const trie = wordTrie(list.words);
  const counts = texts.map((text) => trie.count(text, [{ start: 0, end: text.length }]));
  const present = [...new Set(counts.flatMap(({ words }) => [...words]))].sort((a, b) => a - b);
  return { list, present, files: written('words', list, present) };
}

describe('the segmenter with the dictionary cut down to the corpus', () => {
  const { list, present, files } = cutDown();
  const segmenter = segmenterOver(files);

  it('keeps a small part of the dictionary', () => {
    expect(present.length).toBeGreaterThan(5_000);
    expect(present.length).toBeLessThan(list.words.length / 20);
  });

  it.each([
    ['2022年常德GDP目标', ['2022', '年', '常德', 'GDP', '目标']],
    ['增长7.5%以上', ['增长', '7.5', '%', '以上']],
    ['地区生产总值增长7%', ['地区生产总值', '增长', '7', '%']],
    ['', []],
  ])('cuts %s', (text, words) => {
    expect(segmenter.cut(text)).toEqual(words);
  });

  it('gives for indexing the words within long words too', () => {
    expect(segmenter.pieces('一般公共预算收入')).toEqual(
      expect.arrayContaining(['一般公共预算收入', '公共', '预算', '收入']),
    );
  });

  it('cuts nearly every sentence of the seeds as the full dictionary does', () => {
    const sentences = texts.flatMap((text) => splitSentences(text).map((span) => text.slice(span.start, span.end)));
    const cut = sentences.map((sentence) => segmenter.cut(sentence).join('|'));
    // The same library with all its words, and the same terms.
    const whole = written('whole', list, list.lines.keys());
    expect(gunzipSync(readFileSync(WORDS)).length).toBeLessThan(readFileSync(whole.dict).length);
    const full = segmenterOver(whole);
    const different = sentences.filter((sentence, i) => full.cut(sentence).join('|') !== cut[i]);
    expect(sentences.length).toBeGreaterThan(2_000);
    expect(different.length).toBeLessThanOrEqual(sentences.length / 500);
  });

  it('cuts the seeds as nodejieba does, compiled or not', () => {
    // Made with nodejieba 3.5.8; where it is compiled here, it is asked again.
    const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../golden/segmenter.json'), 'utf8')) as object;
    const digests = (by: Segmenter) => {
      const [cut, pieces] = [createHash('sha256'), createHash('sha256')];
      for (const text of [...texts, ...ODD]) {
        cut.update(`${by.cut(text).join('|')}\n`);
        pieces.update(`${by.pieces(text).join('|')}\n`);
      }
      return { cut: cut.digest('hex'), pieces: pieces.digest('hex') };
    };
    expect(digests(portableSegmenter(readFileSync(files.dict)))).toEqual(golden);
    if (nativeProblem() === undefined) expect(digests(nativeSegmenter(files))).toEqual(golden);
  });

  it('has the dictionary and the model of nodejieba, byte for byte', () => {
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    expect(digest(gunzipSync(readFileSync(WORDS)))).toBe('3043b77068e09c99');
    expect(digest(readFileSync(files.hmm))).toBe('f17790586ac86dd0');
  });

  it('is not loaded from a file that is cut short or gone', () => {
    const path = join(folder, 'cut-short');
    const checksum = writeDictionary(path, Buffer.from(dictionaryBody(list, present)));
    expect(dictionaryFiles(path, checksum)).toBeDefined();
    writeFileSync(path, readFileSync(path).subarray(0, 1000));
    expect(dictionaryFiles(path, checksum)).toBeUndefined();
    rmSync(path);
    expect(dictionaryFiles(path, checksum)).toBeUndefined();
  });

  it('reads the model with the first unknown word, and a dictionary from the midst of a buffer', () => {
    const lines = Buffer.from('\n推进 10 v\n乡村 5 n\n𠮷野 3 n\n');
    let read = 0;
    const hmm = () => {
      read += 1;
      return readFileSync(files.hmm, 'utf8');
    };
    const { cut } = openJieba({ dict: lines.subarray(1), hmm });
    expect(cut('推进乡村𠮷野')).toEqual(['推进', '乡村', '𠮷野']);
    expect(read).toBe(0);
    cut('振兴振兴');
    cut('振兴振兴');
    expect(read).toBe(1);
  });

  it('does not open what is no dictionary', () => {
    const hmm = () => '';
    for (const dict of ['推进\n', '推进 n\n', '推进 0 n\n'])
      expect(() => openJieba({ dict: Buffer.from(dict), hmm })).toThrow('not a line of a dictionary: 推进');
  });

  it('loses nothing of a text', () => {
    for (const text of texts) expect(segmenter.cut(text).join('')).toBe(text);
  });
});

describe('the plain segmenter', () => {
  it.each([
    ['2022年GDP增长7.5%', ['2022', '年', 'GDP', '增长', '7.5', '%']],
    ['改造老旧小区', ['改造', '老旧', '小区']],
    ['老旧小', ['老旧', '小']],
  ])('cuts %s', (text, words) => {
    expect(plainSegmenter().cut(text)).toEqual(words);
  });

  it('gives every pair for indexing', () => {
    expect(plainSegmenter().pieces('老旧小区')).toEqual(['老旧', '旧小', '小区']);
  });
});
