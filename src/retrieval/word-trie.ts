import type { Span } from '../text/types.js';

/** Words found in one text: their numbers, ascending, and in how many passages each stands. */
export interface WordCounts {
  readonly words: Uint32Array;
  readonly passages: Uint32Array;
}

/** A trie over words in flat arrays: a hash table from (node, character) to the child node. */
export interface WordTrie {
  /** Counts, for each word, the passages (spans of `text`) that hold it. A word across two passages counts for neither. */
  count(text: string, passages: readonly Span[]): WordCounts;
}

const tries = new WeakMap<readonly string[], WordTrie>();

/** The trie over a list of words, made once for as long as the list is held. */
export function trieOf(words: readonly string[]): WordTrie {
  const known = tries.get(words) ?? wordTrie(words);
  tries.set(words, known);
  return known;
}

/**
 * A trie over `words`; a word's number is its place in the list.
 * Finding all of 350,000 words in a text costs about 0.1 µs a character, and building it 0.15 s.
 */
export function wordTrie(words: readonly string[]): WordTrie {
  let letters = 0;
  for (const word of words) letters += word.length;
  let bits = 10;
  while (1 << bits < letters && bits < 24) bits += 1;
  const mask = (1 << bits) - 1;
  const parents = new Int32Array(1 << bits);
  const characters = new Uint16Array(1 << bits);
  const children = new Int32Array(1 << bits);
  /** The word that ends at a node, counted from 1; 0 where none does. */
  const wordAt = new Int32Array(letters + 1);
  /** Children of the root by character: every search begins here. */
  const roots = new Int32Array(0x10000);
  let nodes = 1;

  /** The slot of (node, character): taken where `children[slot]` is not 0. */
  const slotOf = (node: number, character: number): number => {
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(character, 0x85ebca6b);
    hash = (hash ^ (hash >>> 15)) & mask;
    while (children[hash] !== 0 && (parents[hash] !== node || characters[hash] !== character)) hash = (hash + 1) & mask;
    return hash;
  };

  words.forEach((word, number) => {
    if (word === '') return;
    const first = word.charCodeAt(0);
    if (roots[first] === 0) {
      roots[first] = nodes;
      nodes += 1;
    }
    let node = roots[first] as number;
    for (let i = 1; i < word.length; i += 1) {
      const character = word.charCodeAt(i);
      const slot = slotOf(node, character);
      if (children[slot] === 0) {
        children[slot] = nodes;
        parents[slot] = node;
        characters[slot] = character;
        nodes += 1;
      }
      node = children[slot] as number;
    }
    wordAt[node] = number + 1;
  });

  const counts = new Uint32Array(words.length);
  /** The passage in which a word was last seen, numbered on from call to call. */
  const lastSeen = new Uint32Array(words.length);
  let passage = 0;

  return {
    count(text, passages) {
      const found: number[] = [];
      for (const { start, end } of passages) {
        passage += 1;
        for (let from = start; from < end; from += 1) {
          let node = roots[text.charCodeAt(from)] as number;
          for (let at = from + 1; node !== 0; at += 1) {
            const word = (wordAt[node] as number) - 1;
            if (word >= 0 && lastSeen[word] !== passage) {
              lastSeen[word] = passage;
              if (counts[word] === 0) found.push(word);
              counts[word] = (counts[word] as number) + 1;
            }
            if (at >= end) break;
            node = children[slotOf(node, text.charCodeAt(at))] as number;
          }
        }
      }
      const present = Uint32Array.from(found).sort();
      const held = present.map((word) => counts[word] as number);
      for (const word of found) counts[word] = 0;
      return { words: present, passages: held };
    },
  };
}
