import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOffsets, decodeText, decodeWords, encodeOffsets, encodeWords } from '../../src/retrieval/codec.js';
import { openVocabulary, packVocabulary } from '../../src/retrieval/vocabulary.js';
import { wordTrie } from '../../src/retrieval/word-trie.js';

const numbers = fc.array(fc.nat({ max: 0xffffffff })).map((list) => Uint32Array.from(list));

describe('what a shard keeps comes back as it was', () => {
  it('offsets, rising by one or not', () => {
    expect(encodeOffsets(Uint32Array.from({ length: 1000 }, (_, i) => i + 7)).length).toBe(8);
    fc.assert(
      fc.property(numbers, (offsets) => {
        expect(decodeOffsets(encodeOffsets(offsets))).toEqual(offsets);
      }),
    );
  });

  it('words with their counts', () => {
    fc.assert(
      fc.property(numbers, (words) => {
        const counts = { words, passages: words.map((word) => word >>> 1) };
        expect(decodeWords(encodeWords(counts))).toEqual(counts);
      }),
    );
  });

  it('text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeText(Buffer.from(`${text}\ud800`, 'utf16le'))).toBe(`${text}\ud800`);
      }),
    );
  });
});

describe('the trie of words', () => {
  const words = ['产业', '产业链', '业', '链', '新能源', '能源'];
  const trie = wordTrie(words);
  const count = (text: string, passages = [{ start: 0, end: text.length }]) => {
    const found = trie.count(text, passages);
    return Object.fromEntries(Array.from(found.words, (word, i) => [words[word], found.passages[i]]));
  };

  it('finds every word that stands in a text, within others too', () => {
    expect(count('新能源产业链')).toEqual({ 产业: 1, 产业链: 1, 业: 1, 链: 1, 新能源: 1, 能源: 1 });
  });

  it('counts passages, not occurrences, and no word across two', () => {
    const text = '产业产业链|能源';
    expect(
      count(text, [
        { start: 0, end: 4 },
        { start: 4, end: 5 },
        { start: 5, end: text.length },
      ]),
    ).toEqual({
      产业: 1,
      业: 1,
      链: 1,
      能源: 1,
    });
  });

  it('begins each text afresh', () => {
    expect(count('能源')).toEqual({ 能源: 1 });
    expect(count('能源')).toEqual({ 能源: 1 });
    expect(count('')).toEqual({});
  });

  it('finds what a plain search finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('新', '能', '源', '产', '业', '链'), maxLength: 40 }), (text) => {
        expect(Object.keys(count(text)).sort()).toEqual(words.filter((word) => text.includes(word)).sort());
      }),
    );
  });
});

describe('the vocabulary', () => {
  it('knows how many passages and which reports hold a word', () => {
    const vocabulary = openVocabulary(
      packVocabulary(
        ['甲', '乙', '丙'],
        [
          { words: Uint32Array.of(0, 2), passages: Uint32Array.of(3, 1) },
          { words: Uint32Array.of(2), passages: Uint32Array.of(4) },
        ],
      ),
    );
    expect([vocabulary.frequency('甲'), vocabulary.frequency('乙'), vocabulary.frequency('丙')]).toEqual([3, 0, 5]);
    expect(Array.from(vocabulary.reports('丙') ?? [])).toEqual([0, 1]);
    expect(vocabulary.reports('乙')).toBeUndefined();
  });
});
