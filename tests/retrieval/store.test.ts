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
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
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

const open = (): Store => openStore({ folders: [corpus], cacheDir, lexicon });
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
const snapshotFiles = (sub: string): string[] => {
  const [snapshot] = readdirSync(cacheDir);
  const folder = join(cacheDir, snapshot as string, sub);
  return readdirSync(folder).map((name) => join(folder, name));
};
const indexFile = (): string => snapshotFiles('').find((path) => path.endsWith('index.bin')) as string;

describe('a store', () => {
  it('holds of the seeds what reading them gives', () => {
    const store = openStore({ folders: [SEEDS_DIR], cacheDir, lexicon });
    const { reports } = loadCorpus([SEEDS_DIR], lexicon);
    expect(store.heads.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    for (const report of reports) {
      expect(store.report(report.id)).toEqual(report);
      const facts = extractFacts(report, lexicon);
      expect(store.facts(report.id)).toEqual(facts);
      const ends = new Set(facts.map(({ period }) => period.to));
      expect(new Set(store.head(report.id)?.ends)).toEqual(ends);
    }
  });

  it('gives the same from memory, from a new snapshot and from an old one', () => {
    const memory = contents(openStore({ folders: [corpus], cacheDir: null, lexicon }));
    const fresh = open();
    expect(fresh.stats).toMatchObject({ snapshot: false, rebuilt: 3, reports: 3 });
    expect(contents(fresh)).toEqual(memory);
    const again = open();
    expect(again.stats).toMatchObject({ snapshot: true, rebuilt: 0, reports: 3 });
    expect(contents(again)).toEqual(memory);
    expect(again.warnings).toEqual([]);
  });

  it('tabulates the facts of known indicators over all reports', () => {
    const store = open();
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

  it('reads a changed file anew and leaves the others', () => {
    open();
    const before = snapshotFiles('shards').map((path) => [path, statSync(path).mtimeMs]);
    writeFileSync(join(corpus, 'b.txt'), small('湘潭市', 2022, '9', '人工智能。'));
    const store = open();
    expect(store.stats).toMatchObject({ snapshot: false, rebuilt: 1, reports: 3 });
    expect(store.indicatorFacts('gdp', { facet: 'target', places: ['430300'] })[0]?.quantity.low).toBe(9);
    expect(store.findExact('低空经济').map(({ report }) => report)).toEqual(['zhuzhou-2021']);
    for (const [path, mtime] of before) expect(statSync(path as string).mtimeMs).toBe(mtime);
    expect(contents(store)).toEqual(contents(openStore({ folders: [corpus], cacheDir: null, lexicon })));
  });

  it('reads nothing anew where only the time of a file has changed', () => {
    open();
    utimesSync(join(corpus, 'a.txt'), new Date(), new Date(1_600_000_000_000));
    const shards = snapshotFiles('shards').map((path) => statSync(path).ino);
    expect(open().heads).toHaveLength(3);
    expect(snapshotFiles('shards').map((path) => statSync(path).ino)).toEqual(shards);
    expect(open().stats.snapshot).toBe(true);
  });

  it('follows files that come and go', () => {
    open();
    rmSync(join(corpus, 'a.txt'));
    writeFileSync(join(corpus, 'd.txt'), small('黄冈市', 2023, '7'));
    const store = open();
    expect(store.heads.map(({ id }) => id)).toEqual(['xiangtan-2022', 'huanggang-2023', 'yichang-2022']);
    expect(store.head('zhuzhou-2021')).toBeUndefined();
    expect(() => store.report('zhuzhou-2021')).toThrow('zhuzhou-2021');
  });

  it('lists a duplicate and never answers from it', () => {
    cpSync(join(corpus, 'b.txt'), join(corpus, 'z.txt'));
    const store = open();
    const copy = store.heads.find(({ seed }) => seed === 'z.txt');
    expect(copy).toMatchObject({ duplicateOf: 'xiangtan-2022' });
    expect(copy?.id).not.toBe('xiangtan-2022');
    expect(store.facts(copy?.id as string).every((fact) => fact.report === copy?.id)).toBe(true);
    const tabled = store.indicators().flatMap((id) => store.indicatorFacts(id, { places: ['430300'] }));
    expect(new Set(tabled.map(({ report }) => report))).toEqual(new Set(['xiangtan-2022']));
    expect(store.findExact('低空经济').map(({ report }) => report)).not.toContain(copy?.id);
    expect(
      open()
        .head(copy?.id as string)
        ?.oddities.join(),
    ).toContain('b.txt');
  });

  it('gives no text of a source that has changed since', () => {
    const store = open();
    expect(store.source('zhuzhou-2021')).toContain('株洲市');
    const other = open();
    appendFileSync(join(corpus, 'b.txt'), '更多');
    expect(other.source('xiangtan-2022')).toBeUndefined();
    expect(other.source('no-such-report')).toBeUndefined();
  });

  it('tells files of the same name in two folders apart', () => {
    const second = join(corpus, '湖北');
    renameSync(join(second, 'c.md'), join(second, 'a.txt'));
    for (const folders of [
      [corpus, second],
      [second, corpus],
    ]) {
      const store = openStore({ folders, cacheDir, lexicon });
      expect(store.source('zhuzhou-2021')).toContain('株洲市');
      expect(store.source('yichang-2022')).toContain('宜昌市');
    }
  });
});

describe('the cache folder', () => {
  it('loses snapshots that nobody has opened for a month, and keeps the others', () => {
    open();
    const [old] = readdirSync(cacheDir);
    const longAgo = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    utimesSync(indexFile(), longAgo, longAgo);
    openStore({ folders: [join(corpus, '湖北')], cacheDir, lexicon });
    expect(readdirSync(cacheDir)).not.toContain(old);
    expect(readdirSync(cacheDir)).toHaveLength(1);
  });

  it('keeps a snapshot that is opened now and then', () => {
    open();
    const lately = new Date(Date.now() - 20 * 24 * 60 * 60 * 1000);
    utimesSync(indexFile(), lately, lately);
    open();
    expect(statSync(indexFile()).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  it('loses after an hour what a killed process has left', () => {
    open();
    const left = `${snapshotFiles('shards')[0]}.123.1.tmp`;
    writeFileSync(left, 'half');
    utimesSync(left, new Date(), new Date(Date.now() - 2 * 60 * 60 * 1000));
    writeFileSync(join(corpus, 'a.txt'), small('株洲市', 2021, '7'));
    open();
    expect(existsSync(left)).toBe(false);
  });
});

describe('bad input', () => {
  it('names the file that is no text and reads the rest', () => {
    writeFileSync(join(corpus, 'x.txt'), Buffer.from([0xff, 0xfe, 0x00, 0x41, 0xd8]));
    writeFileSync(join(corpus, 'y.txt'), '');
    for (const store of [open(), open()]) {
      expect(store.heads).toHaveLength(3);
      expect(store.problems.map(({ seed }) => seed).sort()).toEqual(['x.txt', 'y.txt']);
    }
  });

  it('names a folder that is not there', () => {
    const missing = join(corpus, 'missing');
    const store = openStore({ folders: [missing], cacheDir, lexicon });
    expect(store.heads).toEqual([]);
    expect(store.problems[0]?.message).toContain('不存在');
    expect(store.search({ words: ['发展'], limit: 3 })).toEqual([]);
    expect(store.findExact('发展')).toEqual([]);
    expect(store.indicators()).toEqual([]);
  });

  it('goes on in memory where the cache cannot be written', () => {
    writeFileSync(cacheDir, 'a file, not a folder');
    const store = open();
    expect(store.warnings.join()).toContain('无法写入');
    expect(contents(store)).toEqual(contents(openStore({ folders: [corpus], cacheDir: null, lexicon })));
    expect(readFileSync(cacheDir, 'utf8')).toBe('a file, not a folder');
  });

  it.runIf(process.getuid?.() !== 0)('goes on in memory where the cache folder is read-only', () => {
    mkdirSync(cacheDir);
    chmodSync(cacheDir, 0o500);
    expect(open().warnings.join()).toContain('无法写入');
    chmodSync(cacheDir, 0o700);
  });
});

describe('a damaged snapshot', () => {
  // Enough reports that a search over all of them takes their passage indexes.
  beforeEach(() => {
    for (const [i, place] of ['黄冈市', '荆州市', '十堰市', '随州市'].entries())
      writeFileSync(join(corpus, '湖北', `${i}.md`), small(place, 2020 + i, `${i + 5}`));
  });
  let expected: ReturnType<typeof contents> | undefined;
  const whole = () => {
    expected ??= contents(openStore({ folders: [corpus], cacheDir: null, lexicon }));
    return expected;
  };
  const shorten = (path: string): void => truncateSync(path, 100);
  const garble = (path: string): void => {
    const bytes = readFileSync(path);
    bytes.fill(0x20, 24, bytes.length >> 1);
    writeFileSync(path, bytes);
  };

  describe.each([
    ['cut short', shorten],
    ['altered', garble],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['gone', (path: string) => rmSync(path)],
  ])('whose file is %s', (state, damage) => {
    it('is rebuilt: the index', () => {
      open();
      damage(indexFile());
      const store = open();
      expect(store.warnings.join().includes('索引已损坏')).toBe(state !== 'gone');
      expect(contents(store)).toEqual(whole());
      expect(open().stats.snapshot).toBe(true);
    });

    it.each(['shards', 'tables', 'passages'])('is rebuilt: %s', (sub) => {
      contents(open());
      const paths = snapshotFiles(sub);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) damage(path);
      const store = open();
      expect(contents(store)).toEqual(whole());
      if (sub === 'shards') expect(store.warnings.join()).toContain('已损坏');
      const mended = open();
      expect(contents(mended)).toEqual(whole());
      expect(mended.warnings).toEqual([]);
    });
  });

  it('says which report cannot be had where its source is gone too', () => {
    const store = open();
    for (const path of snapshotFiles('shards')) shorten(path);
    rmSync(join(corpus, 'a.txt'));
    expect(() => store.report('zhuzhou-2021')).toThrow('a.txt');
    expect(store.report('yichang-2022').title).toContain('宜昌');
  });

  it('leaves no half-written file behind', () => {
    contents(open());
    const left = ['', 'shards', 'tables', 'passages'].flatMap(snapshotFiles).filter((path) => path.endsWith('.tmp'));
    expect(left).toEqual([]);
    expect(existsSync(indexFile())).toBe(true);
  });
});
