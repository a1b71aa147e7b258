import { thesaurus } from '../lexicon/thesaurus.js';
import { turnWords } from './turn-words.js';

/** The shortest word that names a thing, in UTF-16 units. */
const SHORTEST = 2;

/** True for a word that the thesaurus knows by more things than doings, states or times: 养老床位, 棚改; not 打通, 连起来, 年初. */
function namesThing(word: string): boolean {
  const topics = thesaurus().topicsOf(word);
  const { topicsOfNoThing } = turnWords();
  return 2 * topics.filter((topic) => !topicsOfNoThing.includes(topic)).length > topics.length;
}

/** The names of things that a text holds, as the thesaurus knows them, the longest at each place: 养老床位 of 养老床位目标定多少. Never throws. */
export function thingsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const from = at;
    const length = thesaurus()
      .lengthsAt(text, from)
      .find((size) => size >= SHORTEST && namesThing(text.slice(from, from + size)));
    if (length !== undefined) found.push(text.slice(at, at + length));
    at += length ?? 1;
  }
  return found;
}
