import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rereading } from '../../src/retrieval/sources.js';

const root = mkdtempSync(join(tmpdir(), 'sources-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

test('a file is given as often as it is asked for while it stays as it was read', () => {
  const path = join(root, 'a.txt');
  writeFileSync(path, '增长8%');
  const read = rereading();
  for (let i = 0; i < 2; i++) expect(read(path, digest('增长8%'))).toBe('增长8%');
  expect(read(path, digest('增长9%'))).toBeUndefined();
  expect(read(join(root, 'none.txt'), digest('增长8%'))).toBeUndefined();
});

test('a file that was changed is told, though its length and the time of its change are those of before', () => {
  const path = join(root, 'b.txt');
  writeFileSync(path, '增长8%');
  const { atime, mtime } = statSync(path);
  const read = rereading();
  expect(read(path, digest('增长8%'))).toBe('增长8%');
  writeFileSync(path, '增长9%');
  utimesSync(path, atime, mtime);
  expect(read(path, digest('增长8%'))).toBeUndefined();
  writeFileSync(path, '增长8%');
  expect(read(path, digest('增长8%'))).toBe('增长8%');
});
