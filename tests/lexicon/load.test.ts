import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BELONGINGS_FILE } from '../../src/lexicon/belongings.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lexicon-'));
  mkdirSync(join(dir, 'language'));
  for (const name of ['places.json', 'indicators.json', BELONGINGS_FILE])
    cpSync(join(CONFIG_DIR, name), join(dir, name));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the digest changes with the files', () => {
  const before = loadLexicon(dir).digest;
  expect(before).toBe(loadLexicon().digest);
  writeFileSync(join(dir, 'indicators.json'), '{"indicators": []}');
  expect(loadLexicon(dir).digest).not.toBe(before);
});

test.each([
  ['not JSON', '{\n"places": [\n1 2]}', 'config/places.json 第 3 行：不是合法的 JSON'],
  [
    'a row of another form',
    '{"source":"","format":"","passOver":[],"places":["430700"]}',
    'config/places.json places.0：应为“代码 名称 简称 拼音”',
  ],
  [
    'a field too many',
    '{"source":"","format":"","passOver":[],"places":[],"x":1}',
    'config/places.json：Unrecognized key',
  ],
])('%s is one line that names the file and the place', (_, text, message) => {
  writeFileSync(join(dir, 'places.json'), text);
  expect(() => loadLexicon(dir)).toThrow(message);
  expect(() => loadLexicon(dir)).not.toThrow('\n');
});

test('a missing file is named', () => {
  rmSync(join(dir, 'indicators.json'));
  expect(() => loadLexicon(dir)).toThrow('config/indicators.json：找不到这个文件');
});
