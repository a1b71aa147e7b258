import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
import { checkAgainst, readManifest, type SeedsManifest } from '../../src/corpus/manifest.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';

const manifest = readManifest();
const { reports } = loadCorpus([SEEDS_DIR], loadLexicon());
const changed = (
  change: (copy: { files: { file: string; documents: Record<string, unknown>[] }[] }) => void,
): SeedsManifest => {
  const copy = structuredClone(manifest);
  change(copy as never);
  return copy;
};

test('the manifest agrees with what is read from the seeds', () => {
  expect(checkAgainst(manifest, reports)).toHaveLength(14);
});

test.each([
  [
    'a missing file',
    (m: SeedsManifest) => ({ ...m, files: m.files.map((f) => ({ ...f, file: `x${f.file}` })) }),
    'files.0.file：seeds/x000',
  ],
] as const)('%s is one line', (_, change, message) => {
  expect(() => checkAgainst(change(manifest), reports)).toThrow(message);
});

test('a manifest that disagrees about place, year, kind or number of documents is one line that names the place in it', () => {
  const wrong = [
    changed((m) => Object.assign(m.files[2]!.documents[0]!, { place: '430800' })),
    changed((m) => Object.assign(m.files[2]!.documents[0]!, { year: 2020 })),
    changed((m) => Object.assign(m.files[4]!.documents[3]!, { kind: 'news' })),
    changed((m) => m.files[4]!.documents.pop()),
  ];
  const messages = wrong.map((m) => {
    try {
      checkAgainst(m, reports);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(messages).toEqual([
    'config/seeds.json files.2.documents.0：place 写作 430800，而 seeds/002_7a503928bd6bcbb5.txt 第 1 篇读作 430700',
    'config/seeds.json files.2.documents.0：year 写作 2020，而 seeds/002_7a503928bd6bcbb5.txt 第 1 篇读作 2021',
    'config/seeds.json files.4.documents.3：kind 写作 news，而 seeds/004_50feab6190b6776d.txt 第 4 篇读作 report',
    'config/seeds.json files.4.documents：列出 9 篇，而 seeds/004_50feab6190b6776d.txt 中有 10 篇',
  ]);
});

test('a malformed manifest is refused', () => {
  const dir = mkdtempSync(join(tmpdir(), 'manifest-'));
  writeFileSync(join(dir, 'seeds.json'), '{"files":[{"file":"a.txt","documents":[{"id":"A B"}]}]}');
  expect(() => readManifest(dir)).toThrow('config/seeds.json files.0.documents.0.id：编号只用小写字母、数字和连字符');
  rmSync(dir, { recursive: true });
});

test('the same files in another folder are read without the manifest', () => {
  const dir = mkdtempSync(join(tmpdir(), 'seeds-'));
  cpSync(SEEDS_DIR, dir, { recursive: true });
  rmSync(join(dir, '000_8e51bfff11281569.txt'));
  const ids = loadCorpus([dir], loadLexicon()).reports.map((r) => r.id);
  rmSync(dir, { recursive: true });
  expect(ids).toContain('changde-2022');
  expect(ids).not.toContain('zhangjiajie-2021');
});
