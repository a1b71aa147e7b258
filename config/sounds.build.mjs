// Writes config/language/sounds.tsv: `node config/sounds.build.mjs`. One syllable a line, without tone, with the characters that are
// read so: all of GB 2312 level one and all that stand in the name of a place, each under every reading that pinyin-pro (MIT) gives it.
// It is written here, once, so that nothing needs a pinyin library at run time.
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const places = JSON.parse(readFileSync(new URL('./places.json', import.meta.url), 'utf8')).places;
const gb = new TextDecoder('gb2312');
const characters = new Set();
for (let row = 16; row < 56; row++)
  for (let cell = 1; cell < 95; cell++) characters.add(gb.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)));
for (const row of places) for (const unit of row) characters.add(unit);

const bySyllable = new Map();
for (const unit of [...characters].filter((c) => /^\p{Script=Han}$/u.test(c)).sort())
  for (const syllable of new Set(pinyin(unit, { toneType: 'none', type: 'array', v: true, multiple: true })))
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + unit);

const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, units]) => `${syllable}\t${units}`);
writeFileSync(
  new URL('./language/sounds.tsv', import.meta.url),
  `# Syllables with the characters read so, written by config/sounds.build.mjs.\n${lines.join('\n')}\n`,
);
