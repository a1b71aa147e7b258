import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

const root = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const built = join(PACKAGE_ROOT, 'dist', 'src', 'retrieval');
const run = async (script: string): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout);
};
const moduleUrl = (name: string): string => JSON.stringify(pathToFileURL(join(built, name)).href);

/** Opens the corpus and prints all that it holds, as a digest. */
const opening = (corpus: string, cacheDir: string): string => `
  import { createHash } from 'node:crypto';
  const { openStore } = await import(${moduleUrl('store.js')});
  const store = await openStore({ folders: [${JSON.stringify(corpus)}], cacheDir: ${JSON.stringify(cacheDir)} });
  const all = [
    store.heads,
    store.heads.map(({ id }) => [store.report(id).view.text, store.facts(id)]),
    store.indicators().map((id) => store.indicatorFacts(id)),
    store.search({ words: ['老旧小区', '产业'], limit: 20 }),
    store.findExact('主要预期目标'),
  ];
  const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex');
  console.log(JSON.stringify({ digest, reports: store.heads.length, warnings: store.warnings, snapshot: store.stats.snapshot }));
`;

function writeCorpus(name: string, size: number): string {
  const corpus = join(root, name);
  mkdirSync(corpus);
  const places = ['株洲市', '湘潭市', '宜昌市', '黄冈市', '赣州市'];
  for (let i = 0; i < size; i += 1) {
    const year = 2010 + Math.floor(i / places.length);
    const text = [
      `${year}年${places[i % places.length]}人民政府工作报告`,
      `一、${year - 1}年工作回顾\n\n地区生产总值增长${5 + i / 10}%，改造老旧小区${100 + i}个。`,
      `二、${year}年工作安排\n\n今年的主要预期目标是：地区生产总值增长${6 + i / 10}%以上。要推动产业发展，改善民生。`,
    ].join('\n\n');
    writeFileSync(join(corpus, `${String(i).padStart(3, '0')}.txt`), text);
  }
  return corpus;
}

describe.runIf(existsSync(join(built, 'store.js')))('the built store', () => {
  it('is opened by several processes at once without harm', async () => {
    const corpus = writeCorpus('shared', 10);
    const cacheDir = join(root, 'cache');
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => run(opening(corpus, cacheDir))));
    const later = await run(opening(corpus, cacheDir));
    expect(later).toMatchObject({ reports: 10, warnings: [], snapshot: true });
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ digest: (later as { digest: string }).digest, reports: 10, warnings: [] });
    }
    const left = readdirSync(cacheDir, { recursive: true }).filter((path) => String(path).endsWith('.tmp'));
    expect(left).toEqual([]);
  });

  it('reads the same with workers as without', async () => {
    const corpus = writeCorpus('parallel', 40);
    const outcome = await run(`
      const { runTask } = await import(${moduleUrl('parallel.js')});
      const { listSources } = await import(${moduleUrl('sources.js')});
      const { loadLexicon } = await import(${moduleUrl('../lexicon/load.js')});
      const { files } = listSources([${JSON.stringify(corpus)}]);
      const lexicon = loadLexicon();
      const task = { sources: files, program: 'test', lexicon: lexicon.digest };
      const read = async (parallel) => {
        const results = new Map();
        await runTask(task, { lexicon, parallel, onResult: (item, result) => void results.set(item, JSON.stringify(result)) });
        return results;
      };
      const alone = await read(false);
      const together = await read(true);
      console.log(JSON.stringify({ same: [...alone].every(([item, result]) => together.get(item) === result), read: together.size }));
    `);
    expect(outcome).toEqual({ same: true, read: 40 });
  });
});
