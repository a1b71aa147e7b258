import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
import type { Report } from '../../src/corpus/types.js';
import { extractFacts } from '../../src/facts/extract.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { openStore } from '../../src/retrieval/store.js';
import type { Store } from '../../src/retrieval/types.js';
import { toSource } from '../../src/text/view.js';

const root = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const lexicon = loadLexicon();

/** A small report of a place, in the form that the web has them. */
const small = (place: string, year: number, growth: string, more = ''): string =>
  [
    `${year}年${place}人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，全市地区生产总值增长${growth}%，改造老旧小区${year - 1900}个。${more}`,
    `二、${year}年工作安排`,
    `今年的主要预期目标是：地区生产总值增长${growth}%以上，城镇新增就业3万人。要推动产业发展，改善人民生活，办好民生实事。`,
  ].join('\n\n');

let corpus: string;
let cacheDir: string;
let number = 0;
beforeEach(() => {
  number += 1;
  corpus = join(root, `corpus-${number}`);
  cacheDir = join(root, `cache-${number}`);
  mkdirSync(join(corpus, '湖北'), { recursive: true });
  writeFileSync(join(corpus, 'a.txt'), small('株洲市', 2021, '7.5', '低空经济起步。'));
  writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, '8', '低空经济、低空经济，发展低空经济。'));
  writeFileSync(join(corpus, '湖北', 'c.md'), small('宜昌市', 2022, '6.5'));
});

const open = (): Promise<Store> => openStore({ folders: [corpus], cacheDir, lexicon });
/** Everything that a store says, for comparing two of them. */
const contents = (store: Store) => ({
  heads: store.heads,
  problems: store.problems,
  reports: store.heads.map(({ id }) => store.report(id)),
  facts: store.heads.map(({ id }) => store.facts(id)),
  indicatorFacts: store.indicators().map((id) => store.indicatorFacts(id)),
  passages: store.search({ words: ['老旧小区', '就业', '产业'], limit: 20 }),
  exact: store.findExact('低空经济'),
  frequencies: ['改造', '发展', '没有的词'].map((word) => store.frequency(word)),
  cut: store.segmenter().cut('2022年改造老旧小区多少个'),
});
/** The SQLite file of the corpus. */
const databaseFile = (): string => {
  const [folder] = readdirSync(cacheDir);
  const path = join(cacheDir, folder as string);
  return join(path, readdirSync(path).find((name) => name.endsWith('.db')) as string);
};
const rows = (sql: string): unknown[] => {
  const database = new Database(databaseFile());
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
};

/** A report with its way back to the file written out: a store keeps it in another form. */
const written = (report: Report) => ({
  ...report,
  view: {
    ...report.view,
    offsets: Array.from({ length: report.view.offsets.length }, (_, i) => report.view.offsets.at(i)),
  },
});

describe('a store', () => {
  it('holds of the seeds what reading them gives', async () => {
    const store = await openStore({ folders: [SEEDS_DIR], cacheDir, lexicon });
    const { reports } = loadCorpus([SEEDS_DIR], lexicon);
    expect(store.heads.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    for (const report of reports) {
      expect(written(store.report(report.id))).toEqual(written(report));
      const facts = extractFacts(report, lexicon);
      expect(store.facts(report.id)).toEqual(facts);
      const ends = new Set(facts.map(({ period }) => period.to));
      expect(new Set(store.head(report.id)?.ends)).toEqual(ends);
    }
  });

  it('gives the same from memory, from a new snapshot and from an old one', async () => {
    const memory = contents(await openStore({ folders: [corpus], cacheDir: null, lexicon }));
    const fresh = await open();
    expect(fresh.stats).toMatchObject({ snapshot: false, rebuilt: 3, reports: 3 });
    expect(contents(fresh)).toEqual(memory);
    const again = await open();
    expect(again.stats).toMatchObject({ snapshot: true, rebuilt: 0, reports: 3 });
    expect(contents(again)).toEqual(memory);
    expect(again.warnings).toEqual([]);
  });

  it('tabulates the facts of known indicators over all reports', async () => {
    const store = await open();
    const rows = store.indicatorFacts('gdp', { facet: 'target', years: [2022] });
    expect(rows.map(({ report, quantity: { low, bound, unit } }) => [report, low, bound, unit])).toEqual([
      ['xiangtan-2022', 8, '>=', '%'],
      ['yichang-2022', 6.5, '>=', '%'],
    ]);
    const fact = store.fact(rows[0]?.id as string);
    expect(fact).toMatchObject({ indicator: 'gdp', facet: 'target', place: '430300' });
    const report = store.report('xiangtan-2022');
    const { start, end } = toSource(report.view, fact?.clause ?? { start: 0, end: 0 });
    expect(store.source(report.id)?.slice(start, end)).toContain('地区生产总值增长8%以上');
    expect(fact).toEqual(rows[0]);
    expect(store.indicatorFacts('gdp', { places: ['420500'] }).every((row) => row.place === '420500')).toBe(true);
    expect(store.indicators()).toContain('gdp');
    expect(store.fact('xiangtan-2022#999')).toBeUndefined();
    expect(store.fact('nonsense')).toBeUndefined();
  });

  it('reads a changed file anew and leaves the others', async () => {
    await open();
    const before = rows('SELECT key FROM document ORDER BY key');
    writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, '9', '人工智能。'));
    const store = await open();
    expect(store.stats).toMatchObject({ snapshot: false, rebuilt: 1, reports: 3 });
    expect(store.indicatorFacts('gdp', { facet: 'target', places: ['430300'] })[0]?.quantity.low).toBe(9);
    expect(store.findExact('低空经济').map(({ report }) => report)).toEqual(['zhuzhou-2021']);
    const now = rows('SELECT key FROM document ORDER BY key');
    expect(now).toEqual([...before, [4]]);
    expect(contents(store)).toEqual(contents(await openStore({ folders: [corpus], cacheDir: null, lexicon })));
  });

  it('reads nothing anew where only the time of a file has changed', async () => {
    await open();
    utimesSync(join(corpus, 'a.txt'), new Date(), new Date(1_600_000_000_000));
    const before = rows('SELECT key FROM document');
    expect((await open()).heads).toHaveLength(3);
    expect(rows('SELECT key FROM document')).toEqual(before);
    expect(rows('SELECT number FROM version')).toHaveLength(1);
    expect((await open()).stats.snapshot).toBe(true);
  });

  it('follows files that come and go', async () => {
    await open();
    rmSync(join(corpus, 'a.txt'));
    writeFileSync(join(corpus, 'd.txt'), small('黄冈市', 2023, '7'));
    const store = await open();
    expect(store.heads.map(({ id }) => id)).toEqual(['xiangtan-2022', 'huanggang-2023', 'yichang-2022']);
    expect(store.head('zhuzhou-2021')).toBeUndefined();
    expect(() => store.report('zhuzhou-2021')).toThrow('zhuzhou-2021');
  });

  it('lists a duplicate and never answers from it', async () => {
    cpSync(join(corpus, 'b.txt'), join(corpus, 'z.txt'));
    const store = await open();
    const copy = store.heads.find(({ seed }) => seed === 'z.txt');
    expect(copy).toMatchObject({ duplicateOf: 'xiangtan-2022' });
    expect(copy?.id).not.toBe('xiangtan-2022');
    expect(store.facts(copy?.id as string).every((fact) => fact.report === copy?.id)).toBe(true);
    const tabled = store.indicators().flatMap((id) => store.indicatorFacts(id, { places: ['430300'] }));
    expect(new Set(tabled.map(({ report }) => report))).toEqual(new Set(['xiangtan-2022']));
    expect(store.findExact('低空经济').map(({ report }) => report)).not.toContain(copy?.id);
    expect((await open()).head(copy?.id as string)?.oddities.join()).toContain('b.txt');
  });

  it('gives no text of a source that has changed since', async () => {
    const store = await open();
    expect(store.source('zhuzhou-2021')).toContain('株洲市');
    const other = await open();
    appendFileSync(join(corpus, 'b.txt'), '更多');
    expect(other.source('xiangtan-2022')).toBeUndefined();
    expect(other.source('no-such-report')).toBeUndefined();
  });

  it('tells files of the same name in two folders apart', async () => {
    const second = join(corpus, '湖北');
    renameSync(join(second, 'c.md'), join(second, 'a.txt'));
    for (const folders of [
      [corpus, second],
      [second, corpus],
    ]) {
      const store = await openStore({ folders, cacheDir, lexicon });
      expect(store.source('zhuzhou-2021')).toContain('株洲市');
      expect(store.source('yichang-2022')).toContain('宜昌市');
    }
  });
});

describe('the versions of a store', () => {
  it('leave a reader the one that it began with', async () => {
    const before = await open();
    const held = contents(before);
    writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, '9', '人工智能。'));
    rmSync(join(corpus, 'a.txt'));
    const now = await open();
    expect(now.stats.digest).not.toBe(before.stats.digest);
    expect(now.heads.map(({ id }) => id)).toEqual(['xiangtan-2022', 'yichang-2022']);
    // Not read before: it comes from the file now, and is still of the old version.
    const late = await openStore({ folders: [corpus], cacheDir, lexicon });
    expect(late.stats.digest).toBe(now.stats.digest);
    expect(contents(before)).toEqual(held);
  });

  it('are forgotten with their documents after a day', async () => {
    await open();
    writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, '9'));
    await open();
    const database = new Database(databaseFile());
    database.exec('UPDATE version SET made_at = made_at - 90000000; UPDATE reading SET made_at = made_at - 90000000');
    database.close();
    writeFileSync(join(corpus, 'a.txt'), small('株洲市', 2021, '7'));
    await open();
    expect(rows('SELECT count(*) FROM document')).toEqual([[4]]);
    expect(contents(await open())).toEqual(contents(await openStore({ folders: [corpus], cacheDir: null, lexicon })));
  });

  it('grow no long row of word lists', async () => {
    for (let i = 0; i < 16; i += 1) {
      writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, `${i + 1}`, `第${i}次。`));
      await open();
    }
    expect((rows('SELECT count(*) FROM segment')[0] as [number])[0]).toBeLessThanOrEqual(13);
    expect(contents(await open())).toEqual(contents(await openStore({ folders: [corpus], cacheDir: null, lexicon })));
  });
});

describe('the cache folder', () => {
  it('loses corpora that nobody has opened for a month, and keeps the others', async () => {
    await open();
    const [old] = readdirSync(cacheDir);
    const longAgo = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    utimesSync(join(cacheDir, old as string), longAgo, longAgo);
    await openStore({ folders: [join(corpus, '湖北')], cacheDir, lexicon });
    expect(readdirSync(cacheDir)).not.toContain(old);
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it('keeps a corpus that is opened now and then', async () => {
    await open();
    const folder = dirname(databaseFile());
    const lately = new Date(Date.now() - 20 * 24 * 60 * 60 * 1000);
    utimesSync(folder, lately, lately);
    await open();
    expect(statSync(folder).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  it('loses after an hour what another version of the program has kept', async () => {
    await open();
    const other = join(dirname(databaseFile()), 'corpus-0123456789abcdef.db');
    writeFileSync(other, 'old');
    utimesSync(other, new Date(), new Date(Date.now() - 2 * 60 * 60 * 1000));
    writeFileSync(join(corpus, 'a.txt'), small('株洲市', 2021, '7'));
    await open();
    expect(existsSync(other)).toBe(false);
  });
});

describe('bad input', () => {
  it('names the file that is no text and reads the rest', async () => {
    writeFileSync(join(corpus, 'x.txt'), Buffer.from([0xff, 0xfe, 0x00, 0x41, 0xd8]));
    writeFileSync(join(corpus, 'y.txt'), '');
    for (const store of [await open(), await open()]) {
      expect(store.heads).toHaveLength(3);
      expect(store.problems.map(({ seed }) => seed).sort()).toEqual(['x.txt', 'y.txt']);
    }
  });

  it('names a folder that is not there', async () => {
    const missing = join(corpus, 'missing');
    const store = await openStore({ folders: [missing], cacheDir, lexicon });
    expect(store.heads).toEqual([]);
    expect(store.problems[0]?.message).toContain('不存在');
    expect(store.search({ words: ['发展'], limit: 3 })).toEqual([]);
    expect(store.findExact('发展')).toEqual([]);
    expect(store.indicators()).toEqual([]);
  });

  it('goes on in memory where the cache cannot be written', async () => {
    writeFileSync(cacheDir, 'a file, not a folder');
    const store = await open();
    expect(store.warnings.join()).toContain('无法写入');
    expect(contents(store)).toEqual(contents(await openStore({ folders: [corpus], cacheDir: null, lexicon })));
    expect(readFileSync(cacheDir, 'utf8')).toBe('a file, not a folder');
  });

  it.runIf(process.getuid?.() !== 0)('goes on in memory where the cache folder is read-only', async () => {
    mkdirSync(cacheDir);
    chmodSync(cacheDir, 0o500);
    expect((await open()).warnings.join()).toContain('无法写入');
    chmodSync(cacheDir, 0o700);
  });
});

describe('a damaged file', () => {
  it.each([
    ['cut short', (path: string) => truncateSync(path, 5000)],
    ['altered', (path: string) => garble(path)],
    ['another file', (path: string) => writeFileSync(path, 'no database at all, whatever its name says'.repeat(100))],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['gone', (path: string) => rmSync(path)],
  ])('that is %s is rebuilt', async (state, damage) => {
    (await open()).close();
    damage(databaseFile());
    const store = await open();
    expect(store.warnings.join().includes('已损坏')).toBe(state !== 'gone' && state !== 'empty');
    expect(contents(store)).toEqual(contents(await openStore({ folders: [corpus], cacheDir: null, lexicon })));
    expect((await open()).stats).toMatchObject({ snapshot: true });
  });
});

function garble(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x20, 24, bytes.length >> 1);
  writeFileSync(path, bytes);
}
